import LucidCrypto
import LucidDER
import LucidModel
public import LucidNumber
public import LucidPEM

// Reading private keys: PKCS#8 (RFC 5958), encrypted or not, and the older forms of PKCS#1 and SEC 1.

extension SigningKey {
    /// Reads a PEM block: `PRIVATE KEY` and `ENCRYPTED PRIVATE KEY` (PKCS#8), `RSA PRIVATE KEY` (PKCS#1) or
    /// `EC PRIVATE KEY` (SEC 1), the latter two perhaps encrypted in OpenSSL's traditional way.
    ///
    /// - Parameters:
    ///   - block: its octets are taken out of it and wiped.
    ///   - passphrase: called when the key is encrypted.
    public init(
        pem block: inout PEMBlock, passphrase: () throws(PrivateKeyProblem) -> SecretBytes
    ) throws(PrivateKeyProblem) {
        self = try OpenedKeyFile(pem: &block, passphrase: passphrase).key()
    }

    /// The same for a key that is not encrypted.
    public init(pem block: inout PEMBlock) throws(PrivateKeyProblem) {
        self = try SigningKey(pem: &block) { () throws(PrivateKeyProblem) in throw .passphraseNeeded }
    }

    static func read(_ bytes: borrowing SecretBytes, label: String) throws(PrivateKeyProblem) -> SigningKey {
        switch label {
        case "PRIVATE KEY": try SigningKey(pkcs8: bytes)
        case "RSA PRIVATE KEY":
            try bytes.withArray { array throws(PrivateKeyProblem) in try rsa(DERBytes(array), use: .any) }
        case "EC PRIVATE KEY":
            try bytes.withArray { array throws(PrivateKeyProblem) in try ec(DERBytes(array), parameters: nil) }
        default: throw .notAPrivateKey(label: label)
        }
    }

    /// Reads an EncryptedPrivateKeyInfo.
    public static func encryptedPKCS8(
        _ bytes: borrowing SecretBytes, _ passphrase: () throws(PrivateKeyProblem) -> SecretBytes
    ) throws(PrivateKeyProblem) -> SigningKey {
        let decrypted = try decryptedPKCS8(bytes, passphrase)
        return try Self.decrypted { () throws(PrivateKeyProblem) in try SigningKey(pkcs8: decrypted) }
    }

    /// The PKCS#8 structure inside an EncryptedPrivateKeyInfo.
    static func decryptedPKCS8(
        _ bytes: borrowing SecretBytes, _ passphrase: () throws(PrivateKeyProblem) -> SecretBytes
    ) throws(PrivateKeyProblem) -> SecretBytes {
        let array = bytes.withSpan { span in (0..<span.count).map { span[$0] } }
        let info: EncryptedPrivateKeyInfo
        do throws(DERError) {
            info = try EncryptedPrivateKeyInfo(der: DERBytes(array), "EncryptedPrivateKeyInfo")
        } catch { throw .malformed(error) }
        let encryption = try FileEncryption(info.encryptionAlgorithm)
        return try encryption.decrypt(info.encryptedData, passphrase: PassphraseForms(try passphrase()))
    }

    /// What a wrong passphrase turns into is garbage, now and then with valid padding: that is told like the rest.
    static func decrypted(
        _ read: () throws(PrivateKeyProblem) -> SigningKey
    ) throws(PrivateKeyProblem) -> SigningKey {
        do throws(PrivateKeyProblem) { return try read() } catch .malformed { throw .cannotDecrypt }
    }

    /// Reads a PKCS#8 structure.
    public init(pkcs8 bytes: borrowing SecretBytes) throws(PrivateKeyProblem) {
        self = try bytes.withArray { array throws(PrivateKeyProblem) in
            let info: PrivateKeyInfo
            do throws(DERError) {
                info = try PrivateKeyInfo(der: DERBytes(array), "PrivateKeyInfo")
            } catch { throw .malformed(error) }
            let key = try Self.key(info)
            // RFC 5958 §2: a stated public key belongs to the private one.
            if let stated = info.publicKey {
                let statedInfo = SubjectPublicKeyInfo(algorithm: info.privateKeyAlgorithm, subjectPublicKey: stated)
                let statedKey = try Self.asProblem { () throws(PublicKey.Problem) in try PublicKey(statedInfo) }
                guard statedKey == key.publicKey else { throw .publicKeyDiffers }
            }
            return key
        }
    }

    private static func key(_ info: PrivateKeyInfo) throws(PrivateKeyProblem) -> SigningKey {
        let parameters = info.privateKeyAlgorithm.parameters
        switch info.privateKeyAlgorithm.algorithm {
        case OID.rsaEncryption:
            guard info.privateKeyAlgorithm.hasNullParameters else {
                throw .publicKey(.wrongParameters(OID.rsaEncryption))
            }
            return try rsa(info.privateKey, use: .any)
        case OID.rsassaPSS:
            let restriction = try asProblem { () throws(PublicKey.Problem) in try PublicKey.restriction(parameters) }
            return try rsa(info.privateKey, use: .pssOnly(restriction: restriction))
        case OID.ecPublicKey: return try ec(info.privateKey, parameters: parameters)
        case OID.ed25519:
            guard parameters == nil else { throw .publicKey(.wrongParameters(OID.ed25519)) }
            return try ed25519(info.privateKey)
        case let other: throw .unsupportedAlgorithm(other)
        }
    }

    private static func asProblem<Value>(
        _ body: () throws(PublicKey.Problem) -> Value
    ) throws(PrivateKeyProblem) -> Value {
        do throws(PublicKey.Problem) { return try body() } catch { throw .publicKey(error) }
    }

    /// PKCS#1.
    private static func rsa(_ bytes: DERBytes, use: RSAUse) throws(PrivateKeyProblem) -> SigningKey {
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
        do throws(RSAPrivateKey.Problem) {
            return SigningKey(.rsa(RSASigningKey(key: try RSAPrivateKey(numbers), use: use)))
        } catch { throw .rsa(error) }
    }

    private static func secret(_ bytes: DERBytes) -> SecretNatural {
        bytes.withSpan { SecretNatural(bigEndian: $0) }
    }

    /// SEC 1. The curve stands in the structure itself or, in PKCS#8, around it; where it stands in both places, they agree.
    private static func ec(_ bytes: DERBytes, parameters outer: DERBytes?) throws(PrivateKeyProblem) -> SigningKey {
        let fields: ECPrivateKeyStructure
        do throws(DERError) { fields = try ECPrivateKeyStructure(der: bytes, "ECPrivateKey") } catch {
            throw .malformed(error)
        }
        let curve = try asProblem { () throws(PublicKey.Problem) in
            let curve = try PublicKey.namedCurve(outer ?? fields.parameters)
            guard let inner = fields.parameters else { return curve }
            guard try PublicKey.namedCurve(inner) == curve else {
                throw PublicKey.Problem.wrongParameters(OID.ecPublicKey)
            }
            return curve
        }
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

    /// `CurvePrivateKey ::= OCTET STRING` inside the OCTET STRING (RFC 8410 §7).
    private static func ed25519(_ bytes: DERBytes) throws(PrivateKeyProblem) -> SigningKey {
        let seed: DERBytes
        do throws(DERError) {
            seed = try DERCursor.decode(bytes) { cursor throws(DERError) in try cursor.octetString("CurvePrivateKey") }
        } catch { throw .malformed(error) }
        guard let key = seed.withSpan({ Ed25519PrivateKey(seed: $0) }) else { throw .scalarOutOfRange }
        return SigningKey(.ed25519(key))
    }
}
