import LucidDER
import LucidObjectNames

/// GeneralNames (RFC 5280 §4.2.1.6) as OpenSSL prints them.
enum GeneralNameText {
    /// What one name is in a list of `name:value` pairs.
    enum Pair: Equatable {
        case malformed
        /// OpenSSL gives up the whole list.
        case unprintable
        case pair(String, [UInt8])
    }

    /// GeneralNames, with commas between them.
    static func list(_ element: BERElement, _ around: ExtensionSurroundings) -> ExtensionText {
        guard let names = element.children(of: .sequence) else { return .malformed }
        let pairs = names.map { pair($0, around.names) }
        if pairs.contains(.malformed) { return .malformed }
        if pairs.contains(.unprintable) { return .unprintable }
        return .names(
            pairs.compactMap { if case .pair(let name, let value) = $0 { ExtensionValue(name, value) } else { nil } })
    }

    /// One name for a list.
    static func pair(_ name: BERElement, _ names: ObjectNames) -> Pair {
        guard let parts = GeneralNameParts(name) else { return .malformed }
        switch parts {
        case .other(let type, let value):
            let title = "othername: \(knownOtherName(type)?.title ?? type.description):"
            guard let text = otherNameText(type, value) else {
                return knownOtherName(type) == nil ? .pair(title, Array("<unsupported>".utf8)) : .unprintable
            }
            return checked(title, text)
        case .mail(let text): return checked("email", text)
        case .dns(let text): return checked("DNS", text)
        case .uri(let text): return checked("URI", text)
        case .x400: return .pair("X400Name", Array("<unsupported>".utf8))
        case .ediParty: return .pair("EdiPartyName", Array("<unsupported>".utf8))
        case .directory(let name): return .pair("DirName", OldNameText.slashed(name, names: names, limit: 255))
        case .address(let octets): return .pair("IP Address", Array(address(octets).utf8))
        case .registered(let object): return .pair("Registered ID", Array(names.long(object).utf8))
        }
    }

    /// A zero octet within a text makes OpenSSL refuse it.
    private static func checked(_ title: String, _ text: [UInt8]) -> Pair {
        text.contains(0) ? .unprintable : .pair(title, text)
    }

    /// One name on a line of its own, as in distribution points and constraints.
    static func write(_ name: GeneralNameParts, names: ObjectNames, to output: inout TextOutput) {
        switch name {
        case .other(let type, let value):
            output.put("othername:")
            guard let known = knownOtherName(type) else {
                output.put("<unsupported>")
                return
            }
            output.put(known.title + ":")
            output.put(untilNUL: value.octets)
        case .mail(let text):
            output.put("email:")
            output.put(printable: text)
        case .dns(let text):
            output.put("DNS:")
            output.put(printable: text)
        case .uri(let text):
            output.put("URI:")
            output.put(printable: text)
        case .x400: output.put("X400Name:<unsupported>")
        case .ediParty: output.put("EdiPartyName:<unsupported>")
        case .directory(let name):
            output.put("DirName:")
            NameFormat.oneline.write(name, indent: 0, names: names, to: &output)
        case .address(let octets): output.put("IP Address:" + address(octets))
        case .registered(let object): output.put("Registered ID:" + names.long(object))
        }
    }

    /// `192.0.2.1`, `2001:DB8:0:0:0:0:0:1`.
    static func address(_ octets: some Collection<UInt8>) -> String {
        let all = Array(octets)
        switch all.count {
        case 4: return all.map(String.init).joined(separator: ".")
        case 16:
            return stride(from: 0, to: 16, by: 2).map {
                String(UInt16(all[$0]) << 8 | UInt16(all[$0 + 1]), radix: 16, uppercase: true)
            }.joined(separator: ":")
        default: return "<invalid length=\(all.count)>"
        }
    }

    /// The kinds of otherName that OpenSSL knows: what it calls them, and their values' type.
    private static func knownOtherName(_ type: ObjectIdentifier) -> (title: String, tag: BERTag)? {
        switch type {
        case ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 8, 9): ("SmtpUTF8Mailbox", .utf8String)
        case ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 8, 5): ("XmppAddr", .utf8String)
        case ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 8, 7): ("SRVName", .ia5String)
        case ObjectIdentifier(1, 3, 6, 1, 4, 1, 311, 20, 2, 3): ("UPN", .utf8String)
        case ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 8, 8): ("NAIRealm", .utf8String)
        default: nil
        }
    }

    /// The text of an otherName; nil where its value has another type.
    private static func otherNameText(_ type: ObjectIdentifier, _ value: BERElement) -> [UInt8]? {
        let isText: Bool
        if let known = knownOtherName(type) {
            isText = value.tag == known.tag
        } else {
            isText = value.tag == .ia5String || value.tag == .utf8String
        }
        return isText ? Array(value.octets) : nil
    }
}

/// One GeneralName, read leniently.
enum GeneralNameParts {
    case other(ObjectIdentifier, BERElement)
    case mail([UInt8]), dns([UInt8]), uri([UInt8])
    case x400, ediParty
    case directory(NameParts)
    case address([UInt8])
    case registered(ObjectIdentifier)

    init?(_ element: BERElement) {
        guard element.tag.kind == 2 else { return nil }
        switch (element.tag.number, element.tag.isConstructed) {
        case (0, true):
            guard let parts = element.children, parts.count == 2, let type = ObjectIdentifier(parts[0]),
                parts[1].tag == .contextConstructed(0), let inner = parts[1].children, inner.count == 1
            else { return nil }
            self = .other(type, inner[0])
        // In BER a string may be in pieces.
        case (1, _), (2, _), (6, _), (7, _):
            guard let octets = element.joinedOctets else { return nil }
            switch element.tag.number {
            case 1: self = .mail(octets)
            case 2: self = .dns(octets)
            case 6: self = .uri(octets)
            default: self = .address(octets)
            }
        case (3, true): self = .x400
        case (4, true):
            guard let inner = element.children, inner.count == 1, let name = NameParts(inner[0]) else { return nil }
            self = .directory(name)
        case (5, true): self = .ediParty
        case (8, false):
            guard let object = ObjectIdentifier(content: element.octets) else { return nil }
            self = .registered(object)
        default: return nil
        }
    }
}
