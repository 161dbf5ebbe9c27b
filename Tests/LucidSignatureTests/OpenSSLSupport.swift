import LucidDER
import LucidModel
import LucidNumber
import LucidPEM
import LucidSignature
import LucidTestSupport

/// A folder of its own in which `openssl` works.
struct OpenSSLFolder {
    private let folder: TemporaryFolder
    private let program: String

    init() throws {
        guard let program = Programs.openssl else { throw Missing() }
        self.program = program
        folder = try TemporaryFolder()
    }

    /// Runs `openssl` with words divided by spaces; throws what it complains of.
    @discardableResult
    func run(_ command: String) throws -> String {
        let words = command.split(separator: " ").map(String.init)
        let result = try Programs.run(program, words, folder: folder.url)
        guard result.exitCode == 0 else { throw ProgramProblem("openssl \(command): \(result.errors)\(result.output)") }
        return result.output + result.errors
    }

    /// Whether `openssl` ends well.
    func succeeds(_ command: String) throws -> Bool {
        try Programs.run(program, command.split(separator: " ").map(String.init), folder: folder.url).exitCode == 0
    }

    func read(_ name: String) throws -> [UInt8] { try folder.read(name) }
    func write(_ bytes: [UInt8], to name: String) throws { try folder.write(bytes, to: name) }

    /// The private key of a PEM file that may have other blocks as well.
    func key(_ name: String, passphrase: String? = nil) throws -> SigningKey {
        try privateKey(in: read(name), passphrase: passphrase)
    }

    /// The public key that OpenSSL finds in a private key's file.
    func publicKey(of name: String, passphrase: String? = nil) throws -> SubjectPublicKeyInfo {
        let passin = passphrase.map { " -passin pass:\($0)" } ?? ""
        try run("pkey -in \(name) -pubout -outform DER -out public.der\(passin)")
        return try SubjectPublicKeyInfo(der: DERBytes(read("public.der")), "SubjectPublicKeyInfo")
    }
}

/// The private key of a PEM file that may have other blocks as well.
func privateKey(in file: [UInt8], passphrase: String? = nil) throws -> SigningKey {
    let blocks = try PEMReader.blocks(in: file.span).map { try $0.get() }
    guard var block = blocks.first(where: { $0.label.hasSuffix("PRIVATE KEY") }) else { throw Missing() }
    let key = try SigningKey(pem: &block) { () throws(PrivateKeyProblem) in
        guard let passphrase else { throw .passphraseNeeded }
        return secret(passphrase)
    }
    return key
}

/// A passphrase's octets.
func secret(_ passphrase: String) -> SecretBytes {
    let octets = Array(passphrase.utf8)
    return SecretBytes(copying: octets.span)
}
