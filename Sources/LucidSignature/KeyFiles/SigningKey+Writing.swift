import LucidCrypto
import LucidDER
import LucidModel
public import LucidNumber
import LucidPEM

// Writing private keys: PKCS#8 (RFC 5958), encrypted or not.

extension SigningKey {
    /// The key as PKCS#8.
    public func pkcs8() -> SecretBytes { pkcs8(spelling: .usual) }

    /// The same, with the public part of a curve's key as it is asked for.
    package func pkcs8(spelling: ECKeySpelling) -> SecretBytes {
        // The writers have room for everything at once, so that nothing secret is left in an outgrown buffer.
        var inner = DERWriter(capacity: Self.largestKeyByteCount)
        let identifier = publicKey.info.algorithm
        switch algorithm {
        case .rsa(let rsa): Self.write(rsa.key, to: &inner)
        case .ed25519(let key):
            key.withSeed { seed in
                var octets = (0..<seed.count).map { seed[$0] }
                inner.octetString(octets)
                wipe(&octets)
            }
        case .ec(let key): Self.write(key, spelling: spelling, statesCurve: false, to: &inner)
        }
        var privateKey = inner.take()
        var outer = DERWriter(capacity: Self.largestKeyByteCount)
        PrivateKeyInfo(privateKeyAlgorithm: identifier, privateKey: DERBytes(privateKey)).encode(to: &outer)
        wipe(&privateKey)
        var encoded = outer.take()
        return SecretBytes(taking: &encoded)
    }

    /// An RSA key of 16384 bits needs some 9400 octets.
    static let largestKeyByteCount = 16384

    static func write(_ key: borrowing RSAPrivateKey, to writer: inout DERWriter) {
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

    /// RFC 5915 §3. Inside PKCS#8 the curve stands around the structure already.
    static func write(
        _ key: borrowing ECPrivateKey, spelling: ECKeySpelling, statesCurve: Bool, to writer: inout DERWriter
    ) {
        let publicKey = key.publicKey.sec1Bytes(spelling.pointForm)
        let curve = key.publicKey.curve.objectIdentifier
        key.scalarBytes().withArray { scalar in
            writer.sequence {
                $0.integer(1)
                $0.octetString(scalar)
                if statesCurve { $0.explicit(0) { $0.objectIdentifier(curve) } }
                if spelling.statesPublicKey { $0.explicit(1) { $0.bitString(publicKey) } }
            }
        }
    }

    /// The key as a PEM file's text, `PRIVATE KEY`.
    public func pkcs8PEM() -> SecretBytes {
        var text = pkcs8().withSpan { PEMBlock.encode(label: "PRIVATE KEY", bytes: $0) }
        return SecretBytes(taking: &text)
    }

    /// The key as an EncryptedPrivateKeyInfo in DER.
    public func encryptedPKCS8(
        passphrase: borrowing SecretBytes, encryption: PasswordEncryption
    ) throws(PrivateKeyProblem) -> [UInt8] {
        try encryptedInfo(.pbes2(encryption), PassphraseForms(passphrase)).derEncoded
    }

    /// The key as an encrypted PEM file's text, `ENCRYPTED PRIVATE KEY`.
    public func encryptedPEM(
        passphrase: borrowing SecretBytes, encryption: PasswordEncryption
    ) throws(PrivateKeyProblem) -> [UInt8] {
        let info = try encryptedPKCS8(passphrase: passphrase, encryption: encryption)
        return PEMBlock.encode(label: "ENCRYPTED PRIVATE KEY", bytes: info.span)
    }

    /// The key, encrypted in any of the ways that Lucid writes.
    func encryptedInfo(
        _ encryption: FileEncryption, _ passphrase: borrowing PassphraseForms
    ) throws(PrivateKeyProblem) -> EncryptedPrivateKeyInfo {
        try encryptedInfo(pkcs8(), encryption, passphrase)
    }

    /// The same for a PKCS#8 structure that has been written already.
    func encryptedInfo(
        _ pkcs8: borrowing SecretBytes, _ encryption: FileEncryption, _ passphrase: borrowing PassphraseForms
    ) throws(PrivateKeyProblem) -> EncryptedPrivateKeyInfo {
        let encrypted = try pkcs8.withSpan { key throws(PrivateKeyProblem) in
            try encryption.encrypt(key, passphrase: passphrase)
        }
        return EncryptedPrivateKeyInfo(
            encryptionAlgorithm: encryption.identifier, encryptedData: DERBytes(encrypted))
    }
}
