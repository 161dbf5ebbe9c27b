public import LucidDER

/// An RSA private key (RFC 8017 appendix A.1.2). All octets are magnitudes without leading zeros; all but the first two
/// are secret.
///
///     RSAPrivateKey ::= SEQUENCE {
///         version           Version,
///         modulus           INTEGER,  -- n
///         publicExponent    INTEGER,  -- e
///         privateExponent   INTEGER,  -- d
///         prime1            INTEGER,  -- p
///         prime2            INTEGER,  -- q
///         exponent1         INTEGER,  -- d mod (p-1)
///         exponent2         INTEGER,  -- d mod (q-1)
///         coefficient       INTEGER,  -- (inverse of q) mod p
///         otherPrimeInfos   OtherPrimeInfos OPTIONAL }
public struct RSAPrivateKeyStructure: Sendable, DERDecodable {
    public let modulus, publicExponent, privateExponent, prime1, prime2, exponent1, exponent2, coefficient: DERBytes

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in try RSAPrivateKeyStructure(fields: &inner) }
    }

    private init(fields cursor: inout DERCursor) throws(DERError) {
        let start = cursor.offset
        // Version 1 announces more than two primes, which nobody uses.
        guard try cursor.smallNatural("version") == 0 else {
            throw DERError(.valueNotAllowed(Self.twoPrimes), at: start).inside("version")
        }
        modulus = try cursor.natural("modulus")
        publicExponent = try cursor.natural("publicExponent")
        privateExponent = try cursor.natural("privateExponent")
        prime1 = try cursor.natural("prime1")
        prime2 = try cursor.natural("prime2")
        exponent1 = try cursor.natural("exponent1")
        exponent2 = try cursor.natural("exponent2")
        coefficient = try cursor.natural("coefficient")
    }

    private static let twoPrimes = DERError.Rule("version is two-prime (0)", "RFC 8017 appendix A.1.2")
}

/// An elliptic curve private key (RFC 5915 §3, SEC 1 appendix C.4). `privateKey` is secret.
///
///     ECPrivateKey ::= SEQUENCE {
///       version        INTEGER { ecPrivkeyVer1(1) } (ecPrivkeyVer1),
///       privateKey     OCTET STRING,
///       parameters [0] ECParameters {{ NamedCurve }} OPTIONAL,
///       publicKey  [1] BIT STRING OPTIONAL }
public struct ECPrivateKeyStructure: Sendable, DERDecodable {
    public let privateKey: DERBytes
    /// The parameters' whole element.
    public let parameters: DERBytes?
    public let publicKey: DERBytes?

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        (privateKey, parameters, publicKey) = try cursor.sequence(field) { inner throws(DERError) in
            let start = inner.offset
            guard try inner.smallNatural("version") == 1 else {
                throw DERError(.valueNotAllowed(Self.versionOne), at: start).inside("version")
            }
            let privateKey = try inner.octetString("privateKey")
            let parameters = try inner.optionalExplicit(0, "parameters") { value throws(DERError) in
                try value.anyElementBytes("")
            }
            let publicKey = try inner.optionalExplicit(1, "publicKey") { value throws(DERError) in
                try value.octetAlignedBitString("")
            }
            return (privateKey, parameters, publicKey)
        }
    }

    private static let versionOne = DERError.Rule("version is ecPrivkeyVer1 (1)", "RFC 5915 §3")
}
