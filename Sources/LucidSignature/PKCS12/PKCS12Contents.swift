public import LucidDER
public import LucidModel

/// What a PKCS #12 file holds, decrypted: from `PFX.open(passphrase:)`, or to be written.
public struct PKCS12Contents: Sendable {
    public var keys: [PKCS12Key]
    public var certificates: [PKCS12Certificate]
    public var revocationLists: [RevocationList]
    /// What could not be read although the file could be opened.
    public internal(set) var unreadable: [PKCS12Unreadable] = []

    public init(
        keys: [PKCS12Key] = [], certificates: [PKCS12Certificate] = [], revocationLists: [RevocationList] = []
    ) {
        self.keys = keys
        self.certificates = certificates
        self.revocationLists = revocationLists
    }
}

/// A certificate of a PKCS #12 file.
public struct PKCS12Certificate: Sendable {
    public let certificate: Certificate
    public var attributes: BagAttributes

    public init(_ certificate: Certificate, attributes: BagAttributes = BagAttributes()) {
        self.certificate = certificate
        self.attributes = attributes
    }
}

/// A private key of a PKCS #12 file.
public struct PKCS12Key: Sendable {
    public let shared: SharedSigningKey
    public var attributes: BagAttributes
    /// How it was encrypted in the file, for people; nil where it was not.
    public let encryption: String?

    public init(_ key: consuming SigningKey, attributes: BagAttributes = BagAttributes(), encryption: String? = nil) {
        shared = SharedSigningKey(key)
        self.attributes = attributes
        self.encryption = encryption
    }
}

/// A private key that may have several owners: a `SigningKey` itself can not be in an array. It is wiped when the last
/// owner is gone.
public final class SharedSigningKey: Sendable {
    public let key: SigningKey

    public init(_ key: consuming SigningKey) { self.key = key }
}

/// Something in a PKCS #12 file that could not be read.
public struct PKCS12Unreadable: Hashable, Sendable {
    public let reason: Reason
    public let friendlyName: String?

    public enum Reason: Hashable, Sendable {
        case privateKey(PrivateKeyProblem)
        case certificate(DERError)
        case revocationList(DERError)
        /// A bag of a type that Lucid does not read, such as one with a secret that is no private key.
        case bag(ObjectIdentifier)
    }
}

extension SigningKey {
    /// Whether the key is the one that a certificate is for.
    public func belongs(to certificate: Certificate) -> Bool {
        // The same point may be written in two forms, so the keys are compared, not their octets.
        let info = certificate.subjectPublicKeyInfo
        guard let other = try? PublicKey(info) else { return false }
        return other == publicKey || info.subjectPublicKey == publicKey.info.subjectPublicKey
    }
}
