import LucidObjectNames
import LucidOpenSSLText
import LucidX509

/// What `s_client` prints of a server's certificates.
struct ServerReport {
    /// In DER, in the server's order.
    let certificates: [[UInt8]]
    let format: NameFormat
    /// Whether the certificates themselves are printed, as `-showcerts` asks.
    let showsAll: Bool
    /// What verifying them said.
    let verification: ServerVerification

    private let names = ObjectNames()

    init(_ certificates: [[UInt8]], format: NameFormat, showsAll: Bool, verification: ServerVerification) {
        self.certificates = certificates
        self.format = format
        self.showsAll = showsAll
        self.verification = verification
    }

    /// The text.
    var octets: [UInt8] {
        guard let server = certificates.first else { return Array("---\n\(Self.noCertificate)".utf8) }
        var text = Array("---\nCertificate chain\n".utf8)
        for (index, der) in certificates.enumerated() {
            text += entry(der, index)
            if showsAll { text += block(der) }
        }
        text += Array("---\n".utf8)
        if verification.isRefused {
            text += Array(Self.noCertificate.utf8)
        } else {
            text += Array("Server certificate\n".utf8)
            if !showsAll { text += block(server) }
            text += Array("subject=".utf8) + subject(server) + Array("\nissuer=".utf8) + issuer(server)
            text += Array("\n---\n".utf8)
        }
        return text + Array(verdict.utf8)
    }

    private static let noCertificate = "no peer certificate available\n---\n"

    /// Of what openssl tells about the session, the part that is about the certificates.
    private var verdict: String {
        let (number, words) = verification.code
        let first = number == 0 ? "Verification: OK" : "Verification error: \(words)"
        let peer = number == 0 ? verification.peerName.map { "Verified peername: \($0.safeToShow)\n" } ?? "" : ""
        return "\(first)\n\(peer)---\nVerify return code: \(number) (\(words))\n---\n"
    }

    private func block(_ der: [UInt8]) -> [UInt8] { PEMBlock.encode(label: "CERTIFICATE", bytes: der.span) }

    /// The four lines of one certificate.
    private func entry(_ der: [UInt8], _ index: Int) -> [UInt8] {
        let number = index < 10 ? " \(index)" : "\(index)"
        let certificate = try? Certificate(der: der)
        var text = Array("\(number) s:".utf8) + (certificate.map { name($0.subject) } ?? subject(der))
        text += Array("\n   i:".utf8) + (certificate.map { name($0.issuer) } ?? issuer(der))
        text.append(0x0a)
        if let certificate {
            let algorithm = names.short(certificate.signatureAlgorithm.algorithm)
            text += Array("   a:PKEY: \(key(certificate.subjectPublicKeyInfo)); sigalg: \(algorithm)\n".utf8)
        }
        let dates = Array("   v:NotBefore: ".utf8) + line(der) { $0.notBefore(to: &$1) } + Array("; NotAfter: ".utf8)
        text += dates + line(der) { $0.notAfter(to: &$1) }
        text.append(0x0a)
        return text
    }

    /// A name without the line of its own that `-nameopt multiline` begins elsewhere.
    private func name(_ name: Name) -> [UInt8] {
        var output = TextOutput()
        format.write(name, to: &output)
        return output.octets
    }

    private func subject(_ der: [UInt8]) -> [UInt8] { line(der) { $0.subject(format, to: &$1) } }
    private func issuer(_ der: [UInt8]) -> [UInt8] { line(der) { $0.issuer(format, to: &$1) } }

    /// One of the lines that `x509 -subject` and the like print, without what stands before the `=`, and without its end.
    private func line(_ der: [UInt8], _ write: (CertificateLines, inout TextOutput) -> Void) -> [UInt8] {
        var output = TextOutput()
        guard let lines = CertificateLines(der: der) else { return [] }
        write(lines, &output)
        let value = output.octets.drop { $0 != 0x3d }.dropFirst()
        return Array(value.last == 0x0a ? value.dropLast() : value)
    }

    /// The kind of key and its length.
    private func key(_ info: SubjectPublicKeyInfo) -> String {
        let kind = names.short(info.algorithm.algorithm)
        let bits =
            switch try? PublicKey(info) {
            case .rsa(let key), .rsaPSS(let key, _): key.modulus.bitWidth
            case .ec(let key): key.curve.fieldBitCount
            case .ed25519: 256
            case nil: 0
            }
        return "\(kind), \(bits) (bit)"
    }
}
