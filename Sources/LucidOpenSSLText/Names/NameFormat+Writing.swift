public import LucidModel
public import LucidObjectNames

extension NameFormat {
    /// Appends a name, without a line feed behind it; on further lines it is indented by `indent`.
    public func write(_ name: Name, indent: Int = 0, names: ObjectNames = ObjectNames(), to output: inout TextOutput) {
        guard let element = BERElement(whole: name.der.array), let parts = NameParts(element) else { return }
        write(parts, indent: indent, names: names, to: &output)
    }

    /// The same as text; octets that are no UTF-8 are replaced.
    public func text(of name: Name, names: ObjectNames = ObjectNames()) -> String {
        var output = TextOutput()
        write(name, names: names, to: &output)
        return String(decoding: output.octets, as: UTF8.self)
    }

    func write(_ name: NameParts, indent: Int, names: ObjectNames, to output: inout TextOutput) {
        guard self != .compatible else {
            OldNameText.write(name, indent: indent, names: names, to: &output)
            return
        }
        output.indent(indent)
        var previous: Int?
        for attribute in contains(.reversed) ? name.attributes.reversed() : name.attributes {
            if let previous {
                if previous == attribute.set {
                    output.put(separators.within)
                } else {
                    output.put(separators.between)
                    output.indent(intersection(.separatorMask) == .separatorMultiline ? indent : 0)
                }
            }
            previous = attribute.set
            guard write(attribute, names: names, to: &output) else { return }
        }
    }

    private func write(_ attribute: NameParts.Attribute, names: ObjectNames, to output: inout TextOutput) -> Bool {
        let name = names.name(of: attribute.type)
        let kind = intersection(.nameMask)
        if kind != .noNames {
            let text: String, width: Int
            switch (kind, name) {
            case (_, nil), (.dottedNames, _): (text, width) = (attribute.type.description, 0)
            case (.longNames, let name?): (text, width) = (name.long, 25)
            case (_, let name?): (text, width) = (name.short, 10)
            }
            output.put(text)
            if contains(.aligned) { output.indent(width - text.utf8.count) }
            output.put(contains(.spaceAroundEquals) ? " = " : "=")
        }
        let dumps = name == nil && contains(.dumpUnknownFields)
        return StringWriter(format: self).write(attribute.value, dumping: dumps, to: &output)
    }

    /// What stands between relative distinguished names, and within one.
    private var separators: (between: String, within: String) {
        switch intersection(.separatorMask) {
        case .separatorCommaPlus: (",", "+")
        case .separatorSemicolonPlusSpace: ("; ", " + ")
        case .separatorMultiline: ("\n", " + ")
        default: (", ", " + ")
        }
    }
}

/// Names as the oldest function of OpenSSL prints them.
enum OldNameText {
    /// `/C=DE/CN=x`, octets outside of printable ASCII as `\xNN`.
    ///
    /// - Parameter limit: attributes that would end behind so many octets are left out, and all that follow.
    static func slashed(_ name: NameParts, names: ObjectNames, limit: Int = .max) -> [UInt8] {
        if name.attributes.isEmpty { return [] }
        var line: [UInt8] = []
        var previous: Int?
        for attribute in name.attributes {
            let start = line.count
            line.append(previous == attribute.set ? 0x2b : 0x2f)
            previous = attribute.set
            line += Array(names.short(attribute.type).utf8)
            line.append(0x3d)
            for octet in visibleOctets(attribute.value) {
                if octet < 0x20 || octet > 0x7e {
                    line += Array("\\x\(octet.upperHex)".utf8)
                } else {
                    if octet == 0x2f || octet == 0x2b { line.append(0x5c) }
                    line.append(octet)
                }
            }
            if line.count > limit { return Array(line[..<start]) }
        }
        return line
    }

    /// The octets without those that are zero in all characters, where the length suggests characters of four octets.
    private static func visibleOctets(_ value: BERElement) -> [UInt8] {
        // The first octet of a BIT STRING only counts bits.
        let octets = Array(value.tag == .bitString ? value.octets.dropFirst() : value.octets)
        guard value.tag.number == 27, octets.count % 4 == 0 else { return octets }
        let used = octets.enumerated().reduce(into: Set<Int>()) { if $1.element != 0 { $0.insert($1.offset % 4) } }
        guard used.isSubset(of: [3]) else { return octets }
        return octets.enumerated().filter { $0.offset % 4 == 3 }.map(\.element)
    }

    /// The same with commas: `C=DE, CN=x`.
    static func write(_ name: NameParts, indent: Int, names: ObjectNames, to output: inout TextOutput) {
        let line = slashed(name, names: names).dropFirst()
        var place = line.startIndex
        while place < line.endIndex {
            if line[place] == 0x2f, isAttributeStart(line[(place + 1)...]) {
                output.put(", ")
            } else {
                output.put(octets: [line[place]])
            }
            place += 1
        }
    }

    /// Whether `C=` or `CN=` or another one or two capital letters and an equals sign stand there.
    private static func isAttributeStart(_ text: ArraySlice<UInt8>) -> Bool {
        let start = Array(text.prefix(3))
        func isCapital(_ index: Int) -> Bool { index < start.count && (0x41...0x5a).contains(start[index]) }
        func isEquals(_ index: Int) -> Bool { index < start.count && start[index] == 0x3d }
        return isCapital(0) && (isEquals(1) || isCapital(1) && isEquals(2))
    }
}
