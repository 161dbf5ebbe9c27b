public import LucidNumber

/// One of the hash functions, as a value: for code that learns from a certificate or key file which one to use.
public enum HashAlgorithm: Sendable, Hashable, CaseIterable {
    /// For old key files only; see `MD5`.
    case md5
    /// For key identifiers and old signatures only; see `SHA1`.
    case sha1
    /// The functions of FIPS 180-4.
    case sha224, sha256, sha384, sha512, sha512_224, sha512_256

    /// The function's name in its standard.
    public var name: String {
        switch self {
        case .md5: "MD5"
        case .sha1: "SHA-1"
        case .sha224: "SHA-224"
        case .sha256: "SHA-256"
        case .sha384: "SHA-384"
        case .sha512: "SHA-512"
        case .sha512_224: "SHA-512/224"
        case .sha512_256: "SHA-512/256"
        }
    }

    /// The type that does the work.
    package var function: any HashFunction.Type {
        switch self {
        case .md5: MD5.self
        case .sha1: SHA1.self
        case .sha224: SHA224.self
        case .sha256: SHA256.self
        case .sha384: SHA384.self
        case .sha512: SHA512.self
        case .sha512_224: SHA512_224.self
        case .sha512_256: SHA512_256.self
        }
    }

    /// Whether new signatures may be made over it: collisions of MD5 and SHA-1 can be computed.
    public var isFitForSigning: Bool { self != .md5 && self != .sha1 }

    /// The length of the digest in octets.
    public var digestByteCount: Int { function.digestByteCount }

    /// The digest of a whole message.
    public func hash(_ message: Span<UInt8>) -> [UInt8] { function.hash(message) }
    /// The digest of a whole message.
    public func hash(_ message: [UInt8]) -> [UInt8] { hash(message.span) }
    /// The digest of a whole message.
    public func hash(_ message: ArraySlice<UInt8>) -> [UInt8] { hash(message.span) }

    /// The HMAC tag of a whole message (RFC 2104), in memory that is wiped.
    public func hmac(_ message: Span<UInt8>, key: Span<UInt8>) -> SecretBytes {
        function.hmac(message, key: key)
    }
}

extension HashFunction {
    /// `HMAC` over this function, as a static function that can be called on a type known at run time only.
    fileprivate static func hmac(_ message: Span<UInt8>, key: Span<UInt8>) -> SecretBytes {
        HMAC<Self>.authenticate(message, key: key)
    }
}
