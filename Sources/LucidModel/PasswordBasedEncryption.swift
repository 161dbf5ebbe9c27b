public import LucidDER

/// An encrypted private key (RFC 5958 §3).
///
///     EncryptedPrivateKeyInfo ::= SEQUENCE {
///       encryptionAlgorithm  EncryptionAlgorithmIdentifier,
///       encryptedData        EncryptedData }
public struct EncryptedPrivateKeyInfo: Hashable, Sendable, DERDecodable, DEREncodable {
    public let encryptionAlgorithm: AlgorithmIdentifier
    public let encryptedData: DERBytes

    public init(encryptionAlgorithm: AlgorithmIdentifier, encryptedData: DERBytes) {
        self.encryptionAlgorithm = encryptionAlgorithm
        self.encryptedData = encryptedData
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            EncryptedPrivateKeyInfo(
                encryptionAlgorithm: try AlgorithmIdentifier(from: &inner, "encryptionAlgorithm"),
                encryptedData: try inner.octetString("encryptedData"))
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            encryptionAlgorithm.encode(to: &$0)
            $0.octetString(encryptedData)
        }
    }
}

/// The parameters of PBES2 (RFC 8018 appendix A.4): how the key is made, and how it is used.
///
///     PBES2-params ::= SEQUENCE {
///       keyDerivationFunc AlgorithmIdentifier {{PBES2-KDFs}},
///       encryptionScheme AlgorithmIdentifier {{PBES2-Encs}} }
public struct PBES2Parameters: Hashable, Sendable, DERDecodable, DEREncodable {
    public let keyDerivationFunc: AlgorithmIdentifier
    public let encryptionScheme: AlgorithmIdentifier

    public init(keyDerivationFunc: AlgorithmIdentifier, encryptionScheme: AlgorithmIdentifier) {
        self.keyDerivationFunc = keyDerivationFunc
        self.encryptionScheme = encryptionScheme
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            PBES2Parameters(
                keyDerivationFunc: try AlgorithmIdentifier(from: &inner, "keyDerivationFunc"),
                encryptionScheme: try AlgorithmIdentifier(from: &inner, "encryptionScheme"))
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            keyDerivationFunc.encode(to: &$0)
            encryptionScheme.encode(to: &$0)
        }
    }
}

/// The parameters of PBKDF2 (RFC 8018 appendix A.2).
///
///     PBKDF2-params ::= SEQUENCE {
///       salt CHOICE {
///         specified OCTET STRING,
///         otherSource AlgorithmIdentifier {{PBKDF2-SaltSources}} },
///       iterationCount INTEGER (1..MAX),
///       keyLength INTEGER (1..MAX) OPTIONAL,
///       prf AlgorithmIdentifier {{PBKDF2-PRFs}} DEFAULT algid-hmacWithSHA1 }
public struct PBKDF2Parameters: Hashable, Sendable, DERDecodable, DEREncodable {
    /// The specified salt; there are no other sources.
    public let salt: DERBytes
    public let iterationCount: Int
    public let keyLength: Int?
    /// Absent means hmacWithSHA1.
    public let prf: AlgorithmIdentifier?

    public init(salt: DERBytes, iterationCount: Int, keyLength: Int? = nil, prf: AlgorithmIdentifier?) {
        self.salt = salt
        self.iterationCount = iterationCount
        self.keyLength = keyLength
        self.prf = prf
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            PBKDF2Parameters(
                salt: try inner.octetString("salt"),
                iterationCount: try inner.smallNatural("iterationCount"),
                keyLength: inner.isNext(.integer) ? try inner.smallNatural("keyLength") : nil,
                prf: inner.isAtEnd ? nil : try AlgorithmIdentifier(from: &inner, "prf"))
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.octetString(salt)
            $0.integer(iterationCount)
            if let keyLength { $0.integer(keyLength) }
            prf?.encode(to: &$0)
        }
    }
}
