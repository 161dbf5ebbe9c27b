import LucidDER
import LucidObjectNames

/// Lists of extensions as OpenSSL prints them.
struct ExtensionsText {
    let options: CertificateTextOptions
    let names: ObjectNames

    /// Appends a title line and two lines, or more, for each extension; nothing where there are none.
    func write(_ extensions: [ExtensionParts], titled title: String?, indent: Int, to output: inout TextOutput) {
        guard !extensions.isEmpty else { return }
        var indent = indent
        if let title {
            output.indent(indent)
            output.put("\(title):\n")
            indent += 4
        }
        for item in extensions { write(item, indent: indent, to: &output) }
    }

    /// One extension: its name on a line, its value on those behind.
    func write(_ item: ExtensionParts, indent: Int, to output: inout TextOutput) {
        output.indent(indent)
        output.put(names.long(item.identifier) + ": " + (item.isCritical ? "critical" : "") + "\n")
        if !writeValue(item, indent: indent + 4, to: &output) {
            output.indent(indent + 4)
            output.put(printable: item.value)
        }
        output.endLine()
    }

    /// The value alone. Returns false where OpenSSL knows no other form for it than its octets; what was appended until then
    /// stays.
    func writeValue(_ item: ExtensionParts, indent: Int, to output: inout TextOutput) -> Bool {
        guard let printer = ExtensionPrinter.table[item.identifier] else {
            return writeUnknown(item.value, problem: "<Not Supported>", indent: indent, to: &output)
        }
        guard let element = BERElement(item.value, at: 0, end: item.value.count) else {
            return writeUnknown(item.value, problem: "<Parse Error>", indent: indent, to: &output)
        }
        switch printer.print(element, ExtensionSurroundings(indent: indent, names: names)) {
        case .malformed: return writeUnknown(item.value, problem: "<Parse Error>", indent: indent, to: &output)
        case .unprintable: return false
        case .text(let octets):
            output.indent(indent)
            output.put(octets: octets)
        case .values(let values, _) where values.isEmpty: return false
        case .names(let values) where values.isEmpty:
            output.indent(indent)
            output.put("<EMPTY>\n")
        case .names(let values): write(values, isMultiline: false, indent: indent, to: &output)
        case .values(let values, let isMultiline):
            write(values, isMultiline: isMultiline, indent: indent, to: &output)
        case .lines(let lines): output.put(octets: lines.octets)
        }
        return true
    }

    /// `name:value` pairs, with commas or on lines of their own.
    private func write(
        _ values: [ExtensionValue], isMultiline: Bool, indent: Int, to output: inout TextOutput
    ) {
        for (index, value) in values.enumerated() {
            if index == 0 {
                output.indent(indent)
            } else if isMultiline {
                output.endLine()
                output.indent(indent)
            } else {
                output.put(", ")
            }
            output.put(octets: value.octets)
        }
    }

    /// An extension that OpenSSL does not know, or can not read.
    private func writeUnknown(
        _ value: [UInt8], problem: String, indent: Int, to output: inout TextOutput
    ) -> Bool {
        switch options.intersection(.extensionsMask) {
        case .extensionsAsErrors:
            output.indent(indent)
            output.put(problem)
        case .extensionsParsed:
            let options = ASN1Listing.Options(isIndented: true, dumpLimit: .max)
            return ASN1Listing(value, options: options, names: names).write(to: &output)
        case .extensionsDumped:
            HexDump.write(value, indent: indent, to: &output)
        default: return false
        }
        return true
    }
}

/// What a printer of a value needs to know beside it.
struct ExtensionSurroundings {
    let indent: Int
    let names: ObjectNames
}

/// What a printer made of a value.
enum ExtensionText {
    /// It is no value of the extension's type.
    case malformed
    /// It is one, and OpenSSL prints its octets all the same.
    case unprintable
    /// Text for one line, or none.
    case text([UInt8])
    /// Pairs of names and values. Where there are none, OpenSSL prints the octets.
    case values([ExtensionValue], onLines: Bool = false)
    /// The same for GeneralNames; where there are none, OpenSSL says so.
    case names([ExtensionValue])
    /// Lines that are indented already.
    case lines(TextOutput)

    static func text(_ text: String) -> ExtensionText { .text(Array(text.utf8)) }
}

/// `name:value`, or one of the two alone.
struct ExtensionValue {
    let octets: [UInt8]

    init(_ text: String) { octets = Array(text.utf8) }
    init(_ name: String, _ value: some Sequence<UInt8>) { octets = Array(name.utf8) + [0x3a] + value }
    init(_ name: String, _ value: String) { self.init(name, value.utf8) }
    init(octets: [UInt8]) { self.octets = octets }
}

extension TextOutput {
    /// Octets as text: what is not printable ASCII becomes a dot, but line feeds and carriage returns stay.
    mutating func put(printable octets: some Sequence<UInt8>) {
        put(octets: octets.map { $0 > 0x7e || ($0 < 0x20 && $0 != 0x0a && $0 != 0x0d) ? 0x2e : $0 })
    }
}
