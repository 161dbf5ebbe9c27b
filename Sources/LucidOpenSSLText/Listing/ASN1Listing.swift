import LucidDER
public import LucidObjectNames

/// The list of elements that `asn1parse` prints.
///
/// It goes through whatever it is given, a line for each element, until the octets end or make no sense any more; what it says
/// then is a line of the list too.
public struct ASN1Listing {
    /// How the contents of primitive elements are shown.
    public struct Options: Hashable, Sendable {
        /// Whether types are indented by their depth (`-i`).
        public var isIndented: Bool
        /// How many octets of contents without a text of their own are dumped; `.max` for all (`-dump`), nil for none.
        public var dumpLimit: Int?

        public init(isIndented: Bool = false, dumpLimit: Int? = nil) {
            self.isIndented = isIndented
            self.dumpLimit = dumpLimit
        }
    }

    private let octets: [UInt8]
    private let names: ObjectNames
    private let options: Options

    /// How deep the list follows nested elements.
    private static let depthLimit = 128

    /// Lists these octets.
    public init(_ octets: [UInt8], options: Options = Options(), names: ObjectNames = ObjectNames()) {
        self.octets = octets
        self.options = options
        self.names = names
    }

    /// Appends the list. Returns false where it ended early, because the octets make no sense.
    public func write(to output: inout TextOutput) -> Bool {
        var place = 0
        return list(&place, end: octets.count, depth: 0, to: &output) != .problem
    }

    /// How a series of elements ended.
    private enum Ending { case complete, endOfContents, problem }

    /// Lists the elements up to `end`, or to the end-of-contents octets.
    private func list(_ place: inout Int, end: Int, depth: Int, to output: inout TextOutput) -> Ending {
        guard depth <= Self.depthLimit else {
            output.put("BAD RECURSION DEPTH\n")
            return .problem
        }
        while place < end {
            let start = place
            guard let header = BERElementHeader(octets, at: place, end: end), header.length ?? 0 <= end - header.contentStart
            else {
                output.put("Error in encoding\n")
                return .problem
            }
            let content = header.contentStart..<header.contentStart + (header.length ?? 0)
            writeHeader(header, at: start, depth: depth, to: &output)
            place = content.lowerBound
            if header.tag.isConstructed {
                output.endLine()
                guard listContent(header, content, end: end, &place, depth: depth, to: &output) else { return .problem }
            } else if !header.tag.isUniversal {
                output.endLine()
                place = content.upperBound
            } else {
                writeContent(header.tag, content, element: start..<content.upperBound, to: &output)
                place = content.upperBound
                if header.tag.number == 0 { return .endOfContents }
            }
        }
        return .complete
    }

    /// Lists what is in a constructed element. Returns false where it ended early.
    private func listContent(
        _ header: BERElementHeader, _ content: Range<Int>, end: Int, _ place: inout Int, depth: Int,
        to output: inout TextOutput
    ) -> Bool {
        if header.length == nil {
            while true {
                switch list(&place, end: end, depth: depth + 1, to: &output) {
                case .problem: return false
                case .endOfContents: return true
                case .complete: if place >= end { return true }
                }
            }
        }
        while place < content.upperBound {
            if list(&place, end: content.upperBound, depth: depth + 1, to: &output) == .problem { return false }
        }
        return true
    }

    /// `    4:d=1  hl=2 l=   3 prim: INTEGER           `
    private func writeHeader(_ header: BERElementHeader, at start: Int, depth: Int, to output: inout TextOutput) {
        output.put("\(start)".filledFront(5) + ":d=" + "\(depth)".filledBehind(2))
        output.put(" hl=\(header.contentStart - start) l=")
        output.put(header.length.map { "\($0)".filledFront(4) } ?? "inf ")
        output.put(header.tag.isConstructed ? " cons: " : " prim: ")
        if options.isIndented { output.indent(depth) }
        let name =
            switch header.tag.kind {
            case 1: "appl [ \(header.tag.number) ]"
            case 2: "cont [ \(header.tag.number) ]"
            case 3: "priv [ \(header.tag.number) ]"
            default:
                header.tag.number > 30 ? "<ASN1 \(header.tag.number)>" : ASN1TypeNames.name(universal: header.tag.number)
            }
        output.put(name.filledBehind(18))
    }

    /// What stands behind the type of a primitive element, and the line feed.
    private func writeContent(
        _ tag: BERTag, _ content: Range<Int>, element: Range<Int>, to output: inout TextOutput
    ) {
        let all = octets[content]
        switch tag {
        case .printableString, .teletexString, .ia5String, .visibleString, .numericString, .utf8String, .utcTime,
            .generalizedTime:
            output.put(":")
            output.put(octets: all)
        case .objectIdentifier:
            if let object = ObjectIdentifier(content: all) {
                output.put(":" + names.long(object))
            } else {
                bad("OBJECT", all, to: &output)
            }
        case .boolean:
            if all.count != 1 { output.put(":BAD BOOLEAN") }
            if let first = all.first { output.put(":\(first)") }
            if all.count != 1 { hexadecimal(all, to: &output) }
        case .octetString:
            if writeOctetString(all, to: &output) { return }
        case .integer, .enumerated:
            let name = tag == .integer ? "INTEGER" : "ENUMERATED"
            if let element = BERElement(octets, at: element.lowerBound, end: element.upperBound),
                let number = IntegerParts(element, tag: tag)
            {
                output.put(":" + number.hexadecimal)
            } else {
                bad(name, all, to: &output)
            }
        case .bmpString: break
        default:
            if !all.isEmpty, options.dumpLimit != nil {
                dump(all, to: &output)
                return
            }
        }
        output.endLine()
    }

    /// An OCTET STRING as text where it is printable, else in hexadecimal. Returns whether the line has ended.
    private func writeOctetString(_ all: ArraySlice<UInt8>, to output: inout TextOutput) -> Bool {
        if all.isEmpty { return false }
        if all.allSatisfy({ (0x20...0x7e).contains($0) || [0x09, 0x0a, 0x0d].contains($0) }) {
            output.put(":")
            output.put(octets: all)
            return false
        }
        if options.dumpLimit != nil {
            dump(all, to: &output)
            return true
        }
        output.put("[HEX DUMP]:")
        for octet in all { output.put(octet.upperHex) }
        return false
    }

    private func dump(_ all: ArraySlice<UInt8>, to output: inout TextOutput) {
        output.endLine()
        HexDump.write(all.prefix(options.dumpLimit ?? 0), indent: 6, to: &output)
    }

    /// A content that its type does not allow.
    private func bad(_ type: String, _ content: ArraySlice<UInt8>, to output: inout TextOutput) {
        output.put(":BAD \(type)")
        hexadecimal(content, to: &output)
    }

    private func hexadecimal(_ content: ArraySlice<UInt8>, to output: inout TextOutput) {
        output.put(":[" + content.map(\.upperHex).joined() + "]")
    }
}

extension ASN1Listing {
    /// What `-strparse` finds at a place.
    public enum Value: Hashable, Sendable {
        /// The content of a string, or a whole element of another type.
        case octets([UInt8])
        /// A type without octets of its own, by openssl's name.
        case notAString(String)
        case malformed
    }

    /// The element at `offset`.
    public static func value(in octets: [UInt8], at offset: Int) -> Value {
        guard octets.indices.contains(offset), let element = BERElement(octets, at: offset, end: octets.count) else {
            return .malformed
        }
        switch element.tag {
        case .boolean, .null, .objectIdentifier: return .notAString(ASN1TypeNames.name(universal: element.tag.number))
        case .bitString: return .octets(Array(element.octets.dropFirst()))
        case .integer, .enumerated: return .octets(IntegerParts(content: element.octets)?.magnitude ?? [])
        default:
            if element.tag.isUniversal, element.tag.number != 16, element.tag.number != 17 {
                return element.joinedOctets.map { .octets($0) } ?? .malformed
            }
            return .octets(Array(element.encoding))
        }
    }
}

extension String {
    /// The text with spaces before it, up to a width.
    func filledFront(_ width: Int) -> String { String(repeating: " ", count: max(0, width - utf8.count)) + self }
    /// The text with spaces behind it, up to a width.
    func filledBehind(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - utf8.count)) }
}
