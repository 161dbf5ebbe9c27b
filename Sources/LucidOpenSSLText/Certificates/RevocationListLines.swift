public import LucidCrypto
import LucidDER
public import LucidObjectNames

/// The single lines that `crl` prints.
public struct RevocationListLines {
    private let parts: RevocationListParts
    private let names: ObjectNames

    /// nil where that is no CRL that OpenSSL would read.
    public init?(der: [UInt8], names: ObjectNames = ObjectNames()) {
        guard let parts = RevocationListParts(der) else { return nil }
        self.parts = parts
        self.names = names
    }

    /// `issuer=C = DE, CN = x`
    public func issuer(_ format: NameFormat = .oneline, to output: inout TextOutput) {
        NameLine(format: format, names: names).write("issuer=", parts.issuer, to: &output)
    }

    /// `issuer name hash=1a2b3c4d`
    public func issuerHash(to output: inout TextOutput) {
        output.put("issuer name hash=\(NameHash.current(parts.issuerElement))\n")
    }

    /// `issuer name old hash=1a2b3c4d`
    public func oldIssuerHash(to output: inout TextOutput) {
        output.put("issuer name old hash=\(NameHash.old(parts.issuerElement))\n")
    }

    /// `lastUpdate=Jan  1 00:00:00 2026 GMT`
    public func lastUpdate(_ dates: DateFormat = .rfc822, to output: inout TextOutput) {
        output.put("lastUpdate=")
        output.time(parts.lastUpdate, dates)
        output.endLine()
    }

    /// `nextUpdate=Jan  1 00:00:00 2027 GMT`
    public func nextUpdate(_ dates: DateFormat = .rfc822, to output: inout TextOutput) {
        output.put("nextUpdate=")
        if let next = parts.nextUpdate { output.time(next, dates) } else { output.put("NONE") }
        output.endLine()
    }

    /// `crlNumber=0x1001`
    public func number(to output: inout TextOutput) {
        let found = parts.extensions.filter { $0.identifier == ObjectIdentifier(2, 5, 29, 20) }
        let number = found.count == 1 ? BERElement(whole: found[0].value).flatMap { IntegerParts($0) } : nil
        output.put("crlNumber=" + (number.map { "0x" + $0.brokenHexadecimal } ?? "<NONE>") + "\n")
    }

    /// `SHA2-256 Fingerprint=01:02:…`
    public func fingerprint(_ hash: HashAlgorithm, to output: inout TextOutput) {
        let digest = hash.hash(parts.encoding).map(\.upperHex).joined(separator: ":")
        output.put("\(Self.name(hash)) Fingerprint=\(digest)\n")
    }

    /// OpenSSL's own name of a hash function.
    private static func name(_ hash: HashAlgorithm) -> String {
        switch hash {
        case .md5: "MD5"
        case .sha1: "SHA1"
        case .sha224: "SHA2-224"
        case .sha256: "SHA2-256"
        case .sha384: "SHA2-384"
        case .sha512: "SHA2-512"
        case .sha512_224: "SHA2-512/224"
        case .sha512_256: "SHA2-512/256"
        }
    }
}
