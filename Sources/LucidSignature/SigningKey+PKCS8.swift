public import LucidCrypto
public import LucidDER
import LucidModel
public import LucidNumber
public import LucidPEM

// Private keys as files: PKCS#8 (RFC 5958), and read also in the older forms of PKCS#1 and SEC 1.

/// Why bytes are no private key that Lucid can use.
public enum PrivateKeyProblem: Error, Hashable, Sendable {
    case malformed(DERError)
    case unsupportedAlgorithm(ObjectIdentifier)
    case publicKey(PublicKey.Problem)
    case rsa(RSAPrivateKey.Problem)
    /// The secret number is zero or not below the curve's order.
    case scalarOutOfRange
    /// The public key in the file is not the private one's.
    case publicKeyDiffers
    /// A PEM block of another kind.
    case notAPrivateKey(label: String)
    /// An encrypted key; this version reads unencrypted ones.
    case encrypted
}

extension SigningKey {
    /// Reads a PEM block: `PRIVATE KEY` (PKCS#8), `RSA PRIVATE KEY` (PKCS#1) or `EC PRIVATE KEY` (SEC 1).
    /// The block's octets are taken out of it and wiped.
    public init(pem block: inout PEMBlock) throws(PrivateKeyProblem) {
        let bytes = SecretBytes(taking: &block.bytes)
        if block.headers.contains(where: { $0.value.contains("ENCRYPTED") }) { throw .encrypted }
        switch block.label {
        case "PRIVATE KEY": self = try SigningKey(pkcs8: bytes)
        case "RSA PRIVATE KEY":
            self = try bytes.withArray { array throws(PrivateKeyProblem) in try Self.rsa(DERBytes(array)) }
        case "EC PRIVATE KEY":
            self = try bytes.withArray { array throws(PrivateKeyProblem) in
                try Self.ec(DERBytes(array), parameters: nil)
            }
        case "ENCRYPTED PRIVATE KEY": throw .encrypted
        default: throw .notAPrivateKey(label: block.label)
        }
    }

    /// Reads a PKCS#8 structure.
    public init(pkcs8 bytes: borrowing SecretBytes) throws(PrivateKeyProblem) {
        self = try bytes.withArray { array throws(PrivateKeyProblem) in
            let info: PrivateKeyInfo
            do throws(DERError) {
                info = try PrivateKeyInfo(der: DERBytes(array), "privateKeyInfo")
            } catch { throw .malformed(error) }
            switch info.privateKeyAlgorithm.algorithm {
            case OID.rsaEncryption: return try Self.rsa(info.privateKey)
            case OID.ecPublicKey: return try Self.ec(info.privateKey, parameters: info.privateKeyAlgorithm.parameters)
            case let other: throw .unsupportedAlgorithm(other)
            }
        }
    }

    /// PKCS#1.
    private static func rsa(_ bytes: DERBytes) throws(PrivateKeyProblem) -> SigningKey {
        let fields: RSAPrivateKeyStructure
        do throws(DERError) { fields = try RSAPrivateKeyStructure(der: bytes, "RSAPrivateKey") } catch {
            throw .malformed(error)
        }
        let numbers = RSAPrivateKey.Numbers(
            modulus: Natural(bigEndian: fields.modulus), publicExponent: Natural(bigEndian: fields.publicExponent),
            privateExponent: secret(fields.privateExponent), prime1: secret(fields.prime1),
            prime2: secret(fields.prime2),
            exponent1: secret(fields.exponent1), exponent2: secret(fields.exponent2),
            coefficient: secret(fields.coefficient))
        do throws(RSAPrivateKey.Problem) { return SigningKey(.rsa(try RSAPrivateKey(numbers))) } catch {
            throw .rsa(error)
        }
    }

    private static func secret(_ bytes: DERBytes) -> SecretNatural {
        bytes.withSpan { SecretNatural(bigEndian: $0) }
    }

    /// SEC 1. The curve stands in the structure itself or, in PKCS#8, around it.
    private static func ec(_ bytes: DERBytes, parameters outer: DERBytes?) throws(PrivateKeyProblem) -> SigningKey {
        let fields: ECPrivateKeyStructure
        do throws(DERError) { fields = try ECPrivateKeyStructure(der: bytes, "ECPrivateKey") } catch {
            throw .malformed(error)
        }
        let curve: NamedCurve
        do throws(PublicKey.Problem) {
            curve = try PublicKey.namedCurve(outer ?? fields.parameters)
        } catch { throw .publicKey(error) }
        guard let key = fields.privateKey.withSpan({ ECPrivateKey(curve: curve, scalar: $0) }) else {
            throw .scalarOutOfRange
        }
        if let stated = fields.publicKey {
            let statedKey: ECPublicKey
            do throws(ECPublicKey.Problem) {
                statedKey = try stated.withSpan { span throws(ECPublicKey.Problem) in
                    try ECPublicKey(curve: curve, sec1: span)
                }
            } catch { throw .publicKey(.ec(error)) }
            guard statedKey == key.publicKey else { throw .publicKeyDiffers }
        }
        return SigningKey(.ec(key))
    }

    /// The key as PKCS#8.
    public func pkcs8() -> SecretBytes {
        // The writers have room for everything at once, so that nothing secret is left in an outgrown buffer.
        var inner = DERWriter(capacity: Self.largestKeyByteCount)
        let identifier = publicKey.info.algorithm
        switch algorithm {
        case .rsa(let key): Self.write(key, to: &inner)
        case .ec(let key): Self.write(key, to: &inner)
        }
        var privateKey = inner.take()
        var outer = DERWriter(capacity: Self.largestKeyByteCount)
        PrivateKeyInfo(privateKeyAlgorithm: identifier, privateKey: DERBytes(privateKey)).encode(to: &outer)
        wipe(&privateKey)
        var encoded = outer.take()
        return SecretBytes(taking: &encoded)
    }

    /// An RSA key of 16384 bits needs some 9400 octets.
    private static let largestKeyByteCount = 16384

    private static func write(_ key: borrowing RSAPrivateKey, to writer: inout DERWriter) {
        key.withNumbers { numbers in
            writer.sequence { writer in
                writer.integer(0)
                writer.natural(numbers.modulus.bigEndianBytes)
                writer.natural(numbers.publicExponent.bigEndianBytes)
                write(numbers.privateExponent, to: &writer)
                write(numbers.prime1, to: &writer)
                write(numbers.prime2, to: &writer)
                write(numbers.exponent1, to: &writer)
                write(numbers.exponent2, to: &writer)
                write(numbers.coefficient, to: &writer)
            }
        }
    }

    private static func write(_ number: borrowing SecretNatural, to writer: inout DERWriter) {
        // X.690 §8.3.2: as few octets as leave the top bit zero.
        number.bigEndianBytes(count: number.revealedBitWidth / 8 + 1).withArray { writer.primitive(.integer, $0) }
    }

    private static func write(_ key: borrowing ECPrivateKey, to writer: inout DERWriter) {
        let publicKey = key.publicKey.sec1Bytes
        key.scalarBytes().withArray { scalar in
            writer.sequence {
                $0.integer(1)
                $0.octetString(scalar)
                $0.explicit(1) { $0.bitString(publicKey) }
            }
        }
    }

    /// The key as a PEM file's text, `PRIVATE KEY`.
    public func pkcs8PEM() -> SecretBytes {
        var text = pkcs8().withSpan { PEMBlock.encode(label: "PRIVATE KEY", bytes: $0) }
        return SecretBytes(taking: &text)
    }
}
