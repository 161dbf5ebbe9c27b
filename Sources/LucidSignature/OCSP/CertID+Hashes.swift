public import LucidCrypto
import LucidDER
public import LucidModel

// The hashes of RFC 6960 §4.1.1 and §4.2.1, which need more than the model: SHA-1 and its successors.

extension CertID {
    /// The identifier of a certificate.
    ///
    /// - Parameters:
    ///   - issuerKey: the public key of its issuer.
    ///   - hash: SHA-1 is what every responder knows. Its collisions do no harm here: who asks chooses what is hashed.
    ///     Nil for a hash without an identifier (MD5).
    public init?(of certificate: Certificate, issuerKey: SubjectPublicKeyInfo, hash: HashAlgorithm = .sha1) {
        guard let identifier = hash.objectIdentifier else { return nil }
        self.init(
            hashAlgorithm: AlgorithmIdentifier(identifier, parameters: AlgorithmIdentifier.nullParameters),
            issuerNameHash: hash.hash(certificate.issuer.der),
            issuerKeyHash: hash.hash(issuerKey.subjectPublicKey.bytes),
            serialNumber: certificate.serialNumber)
    }

    /// Whether the identifier is this certificate's; nil where its hash algorithm is none that Lucid has.
    ///
    /// Two CAs may give out the same serial number, so the issuer's hashes count as well. The name is hashed as it
    /// stands in the certificate in question (RFC 6960 §4.1.1).
    public func identifies(_ certificate: Certificate, issuerKey: SubjectPublicKeyInfo) -> Bool? {
        guard let hash = HashAlgorithm(hashAlgorithm) else { return nil }
        return serialNumber == certificate.serialNumber && issuerNameHash == hash.hash(certificate.issuer.der)
            && issuerKeyHash == hash.hash(issuerKey.subjectPublicKey.bytes)
    }

    /// Whether certificates of this CA are meant; nil where the hash algorithm is none that Lucid has.
    ///
    /// What is hashed is the issuer's name in the certificate in question (RFC 6960 §4.1.1). Lucid's CAs copy their own name
    /// there octet for octet, so the CA's certificate says the same.
    public func names(issuer: Certificate) -> Bool? {
        guard let hash = HashAlgorithm(hashAlgorithm) else { return nil }
        return issuerNameHash == hash.hash(issuer.subject.der)
            && issuerKeyHash == hash.hash(issuer.subjectPublicKeyInfo.subjectPublicKey.bytes)
    }
}

extension ResponderID {
    /// The short form: the hash of the responder's key.
    public static func key(of responder: SubjectPublicKeyInfo) -> ResponderID {
        .byKey(HashAlgorithm.sha1.hash(responder.subjectPublicKey.bytes))
    }

    /// Whether the responder with this certificate is meant. A name is compared by `sameName`, for which several rules
    /// exist.
    public func identifies(_ responder: Certificate, sameName: (Name, Name) -> Bool = { $0 == $1 }) -> Bool {
        switch self {
        case .byName(let name): sameName(name, responder.subject)
        case .byKey: self == .key(of: responder.subjectPublicKeyInfo)
        }
    }
}

extension HashAlgorithm {
    /// The digest of octets of an input.
    fileprivate func hash(_ octets: DERBytes) -> DERBytes { DERBytes(octets.withSpan { hash($0) }) }
}
