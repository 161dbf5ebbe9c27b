import LucidModel
import LucidSignature
import Synchronization

/// What a certificate says, decoded once for all the checks that ask.
///
/// `Extensions` decodes a value whenever it is asked for it; a validation asks for basicConstraints some ten times. The
/// facts of trust anchors are made when the verifier is, those of other certificates when they enter a path.
final class CertificateFacts: Sendable {
    let certificate: Certificate

    // The extensions; nil where absent or malformed.
    let basicConstraints: BasicConstraints?
    let keyUsage: KeyUsage?
    let extKeyUsage: ExtendedKeyUsage?
    let subjectAltNames: [GeneralName]?
    let subjectKeyIdentifier: SubjectKeyIdentifier?
    let authorityKeyIdentifier: AuthorityKeyIdentifier?
    let nameConstraints: NameConstraints?
    let policies: PolicyExtensions

    private let lazyKey = AtomicLazyReference<KeyReading>()

    init(_ certificate: Certificate) {
        self.certificate = certificate
        let extensions = certificate.extensions
        basicConstraints = extensions.basicConstraints
        keyUsage = extensions.keyUsage
        extKeyUsage = extensions.extKeyUsage
        subjectAltNames = extensions.subjectAltName?.names
        subjectKeyIdentifier = extensions.subjectKeyIdentifier
        authorityKeyIdentifier = extensions.authorityKeyIdentifier
        nameConstraints = extensions.value(NameConstraints.self)
        policies = PolicyExtensions(extensions)
    }

    /// Whether basicConstraints says that the subject is a CA.
    var isCA: Bool { basicConstraints?.cA == true }

    /// The public key, or why there is none. It is read when it is first asked for, and kept; threads that ask at the
    /// same time may both read it.
    var key: Result<PublicKey, PublicKey.Problem> {
        (lazyKey.load() ?? lazyKey.storeIfNil(KeyReading(certificate.subjectPublicKeyInfo))).result
    }
}

/// The outcome of reading a public key, as an object that can be kept atomically.
private final class KeyReading: Sendable {
    let result: Result<PublicKey, PublicKey.Problem>

    init(_ info: SubjectPublicKeyInfo) {
        do throws(PublicKey.Problem) { result = .success(try PublicKey(info)) } catch { result = .failure(error) }
    }
}
