import LucidFiles
public import LucidModel
import LucidNumber
import LucidPEM
import LucidSignature

/// The files of a certificate at the place that the CA keeps with it.
public struct CertificateFiles: Hashable, Sendable {
    public let place: CertificateRecord.OutputPlace

    public init(_ place: CertificateRecord.OutputPlace) { self.place = place }

    public var key: String { path("-key.pem") }
    public var certificate: String { path(".pem") }
    public var fullChain: String { path("-fullchain.pem") }

    private func path(_ ending: String) -> String { Folder.path(place.folder, place.name + ending) }

    /// A certificate as its files have it.
    public struct Texts: Hashable, Sendable {
        public let certificate: [UInt8]
        public let fullChain: [UInt8]

        public init(_ leaf: Certificate, intermediates: [Certificate]) {
            let texts = ([leaf] + intermediates).map {
                PEMBlock.encode(label: "CERTIFICATE", bytes: $0.der.array.span)
            }
            certificate = texts[0]
            fullChain = Array(texts.joined())
        }
    }

    /// The first file that is neither missing nor as Lucid wrote it; nil where there is none.
    func changed(from texts: Texts) throws(FileProblem) -> String? {
        if let found = try Self.read(certificate), found != texts.certificate { return certificate }
        if let found = try Self.read(fullChain), found != texts.fullChain { return fullChain }
        return nil
    }

    /// Replaces certificate and full chain, each in one step. The key stays, and fits both the old and the new ones.
    func write(_ texts: Texts) throws(FileProblem) {
        try FileWriter.write(texts.certificate.span, to: certificate, access: .everybody, replaces: true)
        try FileWriter.write(texts.fullChain.span, to: fullChain, access: .everybody, replaces: true)
    }

    /// What the key's file has.
    enum KeyState {
        case missing
        /// It has a passphrase, so nobody can say whose it is.
        case encrypted
        case belongs
        case another
    }

    /// Whether the key's file has the key of a certificate.
    func keyState(of certificate: Certificate) throws(FileProblem) -> KeyState {
        guard var bytes = try Self.read(key) else { return .missing }
        // Wipes them.
        defer { _ = SecretBytes(taking: &bytes) }
        guard var block = PEMReader.blocks(in: bytes.span).compactMap({ try? $0.get() }).first else { return .another }
        do throws(PrivateKeyProblem) {
            let found = try SigningKey(pem: &block) { () throws(PrivateKeyProblem) in throw .passphraseNeeded }
            return found.publicKey == (try? PublicKey(certificate.subjectPublicKeyInfo)) ? .belongs : .another
        } catch { return error == .passphraseNeeded ? .encrypted : .another }
    }

    static func read(_ path: String) throws(FileProblem) -> [UInt8]? {
        do throws(FileProblem) { return try FileReader.read(path) } catch {
            if error.reason == .notFound { return nil }
            // An empty file is one that somebody changed.
            if error.reason == .empty { return [] }
            throw error
        }
    }
}
