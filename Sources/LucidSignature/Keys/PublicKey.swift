public import LucidCrypto
public import LucidDER
public import LucidModel
import LucidNumber

/// A public key that Lucid can compute with.
public enum PublicKey: Hashable, Sendable {
    case rsa(RSAPublicKey)
    /// An RSA key for RSASSA-PSS alone (RFC 4055 §3.1), perhaps with fixed parameters.
    case rsaPSS(RSAPublicKey, restriction: RSAPSSParameters?)
    case ec(ECPublicKey)
    case ed25519(Ed25519PublicKey)

    /// Why a SubjectPublicKeyInfo can not be used.
    public enum Problem: Error, Hashable, Sendable {
        case unsupportedAlgorithm(ObjectIdentifier)
        /// The AlgorithmIdentifier's parameters are not what the algorithm asks for.
        case wrongParameters(ObjectIdentifier)
        /// The curve is spelled out instead of named; RFC 5480 §2.1.1 forbids that, and forged curves hid in it (CVE-2020-0601).
        case explicitCurve
        case unsupportedCurve(ObjectIdentifier)
        /// The key's own structure is broken.
        case malformed(DERError)
        case rsa(RSAPublicKey.Problem)
        case ec(ECPublicKey.Problem)
        /// An Ed25519 key that has not 32 octets, or is no point of the curve.
        case unusableEd25519Key
    }

    /// Reads the key out of a SubjectPublicKeyInfo (RFC 3279 §2.3, RFC 5480 §2).
    public init(_ info: SubjectPublicKeyInfo) throws(Problem) {
        switch info.algorithm.algorithm {
        case OID.rsaEncryption:
            // RFC 3279 §2.3.1: "The parameters field MUST have ASN.1 type NULL".
            guard info.algorithm.hasNullParameters else { throw .wrongParameters(OID.rsaEncryption) }
            self = .rsa(try Self.readRSA(info.subjectPublicKey))
        case OID.rsassaPSS:
            self = .rsaPSS(
                try Self.readRSA(info.subjectPublicKey), restriction: try Self.restriction(info.algorithm.parameters))
        case OID.ed25519:
            // RFC 8410 §3: "the parameters MUST be absent".
            guard info.algorithm.parameters == nil else { throw .wrongParameters(OID.ed25519) }
            let bits = info.subjectPublicKey
            guard bits.unusedBitCount == 0, let key = bits.bytes.withSpan({ Ed25519PublicKey(bytes: $0) }) else {
                throw .unusableEd25519Key
            }
            self = .ed25519(key)
        case OID.ecPublicKey:
            let curve = try Self.namedCurve(info.algorithm.parameters)
            self = .ec(try Self.readEC(info.subjectPublicKey, curve: curve))
        case let other:
            throw .unsupportedAlgorithm(other)
        }
    }

    /// `RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER }` (RFC 8017 appendix A.1.1).
    private static func readRSA(_ bits: DERBitString) throws(Problem) -> RSAPublicKey {
        let numbers: (modulus: Natural, exponent: Natural)
        do throws(DERError) {
            numbers = try DERCursor.decode(bits.bytes) { cursor throws(DERError) in
                try cursor.sequence("RSAPublicKey") { inner throws(DERError) in
                    (try natural(&inner, "modulus"), try natural(&inner, "publicExponent"))
                }
            }
        } catch { throw .malformed(error) }
        do throws(RSAPublicKey.Problem) {
            return try RSAPublicKey(modulus: numbers.modulus, exponent: numbers.exponent)
        } catch { throw .rsa(error) }
    }

    private static func natural(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) -> Natural {
        try cursor.natural(field).withSpan { Natural(bigEndian: $0) }
    }

    /// RFC 4055 §3.1: in a key's identifier absent parameters leave all choices open.
    static func restriction(_ parameters: DERBytes?) throws(Problem) -> RSAPSSParameters? {
        guard let parameters else { return nil }
        guard let restriction = RSAPSSParameters(parameters: parameters) else { throw .wrongParameters(OID.rsassaPSS) }
        return restriction
    }

    /// `ECParameters ::= CHOICE { namedCurve OBJECT IDENTIFIER }` (RFC 5480 §2.1.1).
    static func namedCurve(_ parameters: DERBytes?) throws(Problem) -> NamedCurve {
        guard let parameters else { throw .wrongParameters(OID.ecPublicKey) }
        if parameters.first == DERTag.sequence.octet { throw .explicitCurve }
        let oid: ObjectIdentifier
        do throws(DERError) {
            oid = try DERCursor.decode(parameters) { cursor throws(DERError) in
                try cursor.objectIdentifier("namedCurve")
            }
        } catch { throw .malformed(error) }
        guard let curve = NamedCurve(oid) else { throw .unsupportedCurve(oid) }
        return curve
    }

    /// `ECPoint ::= OCTET STRING`, whose octets are the BIT STRING's (RFC 5480 §2.2).
    private static func readEC(_ bits: DERBitString, curve: NamedCurve) throws(Problem) -> ECPublicKey {
        guard bits.unusedBitCount == 0 else { throw .ec(.unknownForm) }
        let point = bits.bytes.array
        do throws(ECPublicKey.Problem) { return try ECPublicKey(curve: curve, sec1: point.span) } catch {
            throw .ec(error)
        }
    }

    /// The key as a SubjectPublicKeyInfo, points in the uncompressed form.
    public var info: SubjectPublicKeyInfo { info(pointForm: .uncompressed) }

    /// The key as a SubjectPublicKeyInfo; the form is that of a curve's point.
    public func info(pointForm: ECPublicKey.PointForm) -> SubjectPublicKeyInfo {
        let algorithm: AlgorithmIdentifier
        let bits: [UInt8]
        switch self {
        case .rsa(let key):
            algorithm = AlgorithmIdentifier(OID.rsaEncryption, parameters: AlgorithmIdentifier.nullParameters)
            bits = Self.encode(key)
        case .rsaPSS(let key, let restriction):
            algorithm = AlgorithmIdentifier(OID.rsassaPSS, parameters: restriction?.encoded)
            bits = Self.encode(key)
        case .ec(let key):
            algorithm = key.curve.algorithmIdentifier
            bits = key.sec1Bytes(pointForm)
        case .ed25519(let key):
            algorithm = AlgorithmIdentifier(OID.ed25519)
            bits = key.bytes
        }
        return SubjectPublicKeyInfo(algorithm: algorithm, subjectPublicKey: DERBitString(DERBytes(bits)))
    }

    private static func encode(_ key: RSAPublicKey) -> [UInt8] {
        DERWriter.encode {
            $0.sequence {
                $0.natural(key.modulus.value.bigEndianBytes)
                $0.natural(key.exponent.bigEndianBytes)
            }
        }
    }

    /// What kind of key, for people: `RSA, 2048 bits`, `P-256`.
    public var summary: String {
        switch self {
        case .rsa(let key): "RSA, \(key.modulus.bitWidth) bits"
        case .rsaPSS(let key, _): "RSA for PSS, \(key.modulus.bitWidth) bits"
        case .ec(let key): key.curve.nistName
        case .ed25519: "Ed25519"
        }
    }
}

extension NamedCurve {
    /// The curve with this identifier, or nil.
    public init?(_ oid: ObjectIdentifier) {
        guard let curve = Self.allCases.first(where: { $0.objectIdentifier == oid }) else { return nil }
        self = curve
    }

    /// The curve's identifier (RFC 5480 §2.1.1.1).
    public var objectIdentifier: ObjectIdentifier {
        switch self {
        case .p256: OID.prime256v1
        case .p384: OID.secp384r1
        case .p521: OID.secp521r1
        }
    }

    /// id-ecPublicKey with the curve as its parameters.
    var algorithmIdentifier: AlgorithmIdentifier {
        AlgorithmIdentifier(
            OID.ecPublicKey, parameters: DERBytes(DERWriter.encode { $0.objectIdentifier(objectIdentifier) }))
    }
}

extension SubjectPublicKeyInfo {
    /// A name for the key: the leftmost 160 bits of the SHA-256 of the public key's bits (RFC 7093 §2, method 1).
    public var keyIdentifier: DERBytes {
        DERBytes(Array(subjectPublicKey.bytes.withSpan { SHA256.hash($0) }.prefix(20)))
    }
}
