import LucidDER
public import LucidModel
public import LucidObjectNames

/// A CRL as `crl -text` prints it.
public struct RevocationListText {
    let parts: RevocationListParts
    let names: ObjectNames

    /// nil where that is no CRL that OpenSSL would read.
    public init?(der: [UInt8], names: ObjectNames = ObjectNames()) {
        guard let parts = RevocationListParts(der) else { return nil }
        self.parts = parts
        self.names = names
    }

    /// The text of a CRL that was read.
    public init?(_ list: RevocationList, names: ObjectNames = ObjectNames()) {
        self.init(der: list.der.array, names: names)
    }

    /// Appends the text, which ends with a line feed.
    public func write(to output: inout TextOutput, format: NameFormat = .oneline) {
        output.put("Certificate Revocation List (CRL):\n")
        output.put(
            (0...1).contains(parts.version)
                ? "        Version \(parts.version + 1) (0x\(parts.version))\n"
                : "        Version unknown (\(parts.version))\n")
        output.put("    ")
        SignatureText.writeAlgorithm(parts.algorithm, names: names, to: &output)
        output.put("        Issuer: ")
        format.write(parts.issuer, indent: 0, names: names, to: &output)
        output.put("\n        Last Update: ")
        output.time(parts.lastUpdate)
        output.put("\n        Next Update: ")
        if let next = parts.nextUpdate { output.time(next) } else { output.put("NONE") }
        output.endLine()
        let extensions = ExtensionsText(options: [], names: names)
        extensions.write(parts.extensions, titled: "CRL extensions", indent: 8, to: &output)
        output.put(parts.entries.isEmpty ? "No Revoked Certificates.\n" : "Revoked Certificates:\n")
        for entry in parts.entries {
            output.put("    Serial Number: \(entry.serial.brokenHexadecimal)\n        Revocation Date: ")
            output.time(entry.date)
            output.endLine()
            extensions.write(entry.extensions, titled: "CRL entry extensions", indent: 8, to: &output)
        }
        SignatureText.write(parts.algorithm, parts.signature, names: names, to: &output)
    }
}

/// The fields of a CRL, read leniently (RFC 5280 §5.1).
struct RevocationListParts {
    struct Entry {
        let serial: IntegerParts
        let date: BERElement
        let extensions: [ExtensionParts]
    }

    let version: Int
    let issuer: NameParts
    let issuerElement: BERElement
    let lastUpdate: BERElement
    let nextUpdate: BERElement?
    let entries: [Entry]
    let extensions: [ExtensionParts]
    let algorithm: AlgorithmParts
    let signature: BitStringParts
    let encoding: [UInt8]

    init?(_ der: [UInt8]) {
        guard let signed = SignedParts(der) else { return nil }
        (algorithm, signature) = (signed.algorithm, signed.signature)
        encoding = Array(der[..<signed.behind.lowerBound])
        var fields = signed.fields[...]
        let isTime = { (tag: BERTag?) in tag == .utcTime || tag == .generalizedTime }
        var version = 0
        if let first = fields.first, first.tag == .integer {
            guard let number = IntegerParts(first)?.small else { return nil }
            version = number
            fields.removeFirst()
        }
        self.version = version
        guard fields.count >= 3, AlgorithmParts(fields[fields.startIndex]) != nil,
            let issuer = NameParts(fields[fields.startIndex + 1]), isTime(fields[fields.startIndex + 2].tag)
        else { return nil }
        self.issuer = issuer
        issuerElement = fields[fields.startIndex + 1]
        lastUpdate = fields[fields.startIndex + 2]
        fields = fields.dropFirst(3)
        if isTime(fields.first?.tag) { nextUpdate = fields.popFirst() } else { nextUpdate = nil }
        if fields.first?.tag == .sequence, let list = fields.popFirst()?.children {
            let found = list.compactMap { Self.entry($0) }
            guard found.count == list.count else { return nil }
            entries = found
        } else {
            entries = []
        }
        if fields.first?.tag == .contextConstructed(0), let outer = fields.popFirst() {
            guard let inner = outer.children, inner.count == 1, let list = ExtensionParts.list(inner[0]) else {
                return nil
            }
            extensions = list
        } else {
            extensions = []
        }
        guard fields.isEmpty else { return nil }
    }

    private static func entry(_ element: BERElement) -> Entry? {
        guard let fields = element.children(of: .sequence), (2...3).contains(fields.count),
            let serial = IntegerParts(fields[0]), fields[1].tag == .utcTime || fields[1].tag == .generalizedTime
        else { return nil }
        guard fields.count == 3 else { return Entry(serial: serial, date: fields[1], extensions: []) }
        return ExtensionParts.list(fields[2]).map { Entry(serial: serial, date: fields[1], extensions: $0) }
    }
}
