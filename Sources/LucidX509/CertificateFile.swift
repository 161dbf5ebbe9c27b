/// The certificates of a file: one in DER, or any number of PEM blocks with text between them. A PKCS #7 bundle, in either form,
/// counts as its certificates.
public struct CertificateFile: Sendable {
    /// What the file holds, in its order: certificates, and what could not be read as one.
    public let entries: [Entry]
    /// The PEM blocks that are something else than certificates, such as keys: label and line.
    public let otherBlocks: [(label: String, line: Int)]

    /// One certificate of a file, or why it is none.
    public struct Entry: Sendable {
        /// The line that its PEM block begins on; nil in a DER file.
        public let line: Int?
        public let certificate: Result<Certificate, Problem>
    }

    /// Why part of a file is no certificate.
    public enum Problem: Error, Hashable, Sendable {
        case pem(PEMError)
        /// The offset counts from the beginning of the certificate.
        case der(DERError)

        /// The problem as one sentence. `line` is the PEM block's, which tells where the bytes were.
        public func sentence(line: Int?) -> String {
            switch self {
            case .pem(let error): error.sentence
            case .der(let error):
                (line.map { "the certificate that begins on line \($0): " } ?? "") + error.sentence
            }
        }
    }

    /// Reads a file's octets. Without a PEM block they are taken as one certificate or one PKCS #7 bundle in DER.
    public init(_ bytes: [UInt8]) {
        guard PEMReader.looksLikePEM(bytes.span) else {
            entries =
                Self.bundle(PKIFile.container(bytes), line: nil)
                ?? [Entry(line: nil, certificate: Self.decode(bytes, isTrusted: false))]
            otherBlocks = []
            return
        }
        var entries: [Entry] = []
        var others: [(label: String, line: Int)] = []
        for block in PEMReader.blocks(in: bytes.span) {
            switch block {
            case .failure(let error): entries.append(Entry(line: error.blockLine, certificate: .failure(.pem(error))))
            case .success(let block):
                if let isTrusted = Self.labels[block.label] {
                    entries.append(Entry(line: block.line, certificate: Self.decode(block.bytes, isTrusted: isTrusted)))
                } else if let bundled = Self.bundle(PKIFile.content(block), line: block.line) {
                    entries += bundled
                } else {
                    others.append((block.label, block.line))
                }
            }
        }
        self.entries = entries
        otherBlocks = others
    }

    /// The certificates of a bundle; nil for anything else.
    private static func bundle(_ content: PKIFile.Content?, line: Int?) -> [Entry]? {
        guard case .signedData(let bundle) = content else { return nil }
        return bundle.certificates.map { Entry(line: line, certificate: $0.mapError { .der($0) }) }
    }

    /// The good certificates.
    public var certificates: [Certificate] { entries.compactMap { try? $0.certificate.get() } }

    /// RFC 7468 §5.1, OpenSSL's old label, and OpenSSL's certificates with remarks behind them.
    static let labels = ["CERTIFICATE": false, "X509 CERTIFICATE": false, "TRUSTED CERTIFICATE": true]

    static func decode(_ bytes: [UInt8], isTrusted: Bool) -> Result<Certificate, Problem> {
        do throws(DERError) {
            guard isTrusted else { return .success(try Certificate(der: bytes)) }
            // What follows the certificate is OpenSSL's own remark on trust; it has no meaning here.
            let header = try DERHeader.read(bytes.span, at: 0, end: bytes.count)
            return .success(try Certificate(der: Array(bytes[header.element])))
        } catch { return .failure(.der(error)) }
    }
}
