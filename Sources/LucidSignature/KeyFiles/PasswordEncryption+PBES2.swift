import LucidCrypto
package import LucidDER
package import LucidModel
package import LucidNumber

extension PasswordEncryption {
    /// Reads the parameters out of an encrypted key's AlgorithmIdentifier.
    package init(_ identifier: AlgorithmIdentifier) throws(PrivateKeyProblem) {
        guard identifier.algorithm == OID.pbes2, let parameters = identifier.parameters else {
            throw .unsupportedEncryption(identifier.algorithm.nameOrNumbers)
        }
        let pbes2: PBES2Parameters
        let derivation: PBKDF2Parameters
        do throws(DERError) {
            pbes2 = try PBES2Parameters(der: parameters, "PBES2-params")
            guard pbes2.keyDerivationFunc.algorithm == OID.pbkdf2, let parameters = pbes2.keyDerivationFunc.parameters
            else { throw DERError(.emptyList, at: 0) }
            derivation = try PBKDF2Parameters(der: parameters, "PBKDF2-params")
        } catch {
            let function = (try? PBES2Parameters(der: parameters, ""))?.keyDerivationFunc.algorithm
            if let function, function != OID.pbkdf2 { throw .unsupportedEncryption(function.nameOrNumbers) }
            throw .malformed(error)
        }
        try self.init(derivation, scheme: pbes2.encryptionScheme)
    }

    private init(_ derivation: PBKDF2Parameters, scheme: AlgorithmIdentifier) throws(PrivateKeyProblem) {
        guard let cipher = Cipher.allCases.first(where: { $0.objectIdentifier == scheme.algorithm }) else {
            throw .unsupportedEncryption(scheme.algorithm.nameOrNumbers)
        }
        let hash = derivation.prf.map(HashAlgorithm.init(hmacIdentifier:)) ?? .sha1
        guard let hash else { throw .unsupportedEncryption(derivation.prf?.algorithm.nameOrNumbers ?? "PBKDF2") }
        guard derivation.iterationCount <= Self.iterationLimit else {
            throw .tooManyIterations(derivation.iterationCount)
        }
        // RFC 8018 appendix B.2: the cipher's parameters are its initialization vector.
        let vector = scheme.parameters.flatMap { parameters in
            try? DERCursor.decode(parameters) { cursor throws(DERError) in try cursor.octetString("iv") }
        }
        guard derivation.iterationCount > 0, let vector, vector.count == cipher.blockByteCount,
            derivation.keyLength ?? cipher.keyByteCount == cipher.keyByteCount
        else { throw .unsupportedEncryption("\(scheme.algorithm.nameOrNumbers) with unusable parameters") }
        self.init(
            cipher: cipher, hash: hash, iterations: derivation.iterationCount, salt: derivation.salt.array,
            initializationVector: vector.array)
    }

    /// The AlgorithmIdentifier for a file that is written.
    package var identifier: AlgorithmIdentifier {
        let prf = hash.hmacIdentifier.map { AlgorithmIdentifier($0, parameters: AlgorithmIdentifier.nullParameters) }
        // hmacWithSHA1 is the default, which DER leaves out.
        let derivation = PBKDF2Parameters(
            salt: DERBytes(salt), iterationCount: iterations, prf: hash == .sha1 ? nil : prf)
        let vector = DERWriter.encode { $0.octetString(initializationVector) }
        let pbes2 = PBES2Parameters(
            keyDerivationFunc: AlgorithmIdentifier(OID.pbkdf2, parameters: DERBytes(derivation.derEncoded)),
            encryptionScheme: AlgorithmIdentifier(cipher.objectIdentifier, parameters: DERBytes(vector)))
        return AlgorithmIdentifier(OID.pbes2, parameters: DERBytes(pbes2.derEncoded))
    }

    /// Decrypts (RFC 8018 §6.2.2).
    package func decrypt(
        _ data: DERBytes, passphrase: borrowing SecretBytes
    ) throws(PrivateKeyProblem) -> SecretBytes {
        let key = try derivedKey(passphrase)
        return try data.withSpan { data throws(PrivateKeyProblem) in
            try cipher.decrypt(data, key: key, initializationVector: initializationVector.span)
        }
    }

    /// Encrypts (RFC 8018 §6.2.1).
    package func encrypt(
        _ data: Span<UInt8>, passphrase: borrowing SecretBytes
    ) throws(PrivateKeyProblem) -> [UInt8] {
        try cipher.encrypt(data, key: try derivedKey(passphrase), initializationVector: initializationVector.span)
    }

    private func derivedKey(_ passphrase: borrowing SecretBytes) throws(PrivateKeyProblem) -> SecretBytes {
        let key = passphrase.withSpan { passphrase in
            hash.pbkdf2(
                passphrase: passphrase, salt: salt.span, iterations: iterations, byteCount: cipher.keyByteCount)
        }
        guard let key else { throw .cannotDecrypt }
        return key
    }
}

extension PasswordEncryption.Cipher {
    var objectIdentifier: ObjectIdentifier {
        switch self {
        case .aes128: OID.aes128CBC
        case .aes192: OID.aes192CBC
        case .aes256: OID.aes256CBC
        case .tripleDES: OID.desEDE3CBC
        }
    }
}

extension HashAlgorithm {
    /// The identifier of HMAC over this hash (RFC 8018 appendix B.1.2); none for MD5.
    var hmacIdentifier: ObjectIdentifier? {
        switch self {
        case .md5: nil
        case .sha1: OID.hmacWithSHA1
        case .sha224: OID.hmacWithSHA224
        case .sha256: OID.hmacWithSHA256
        case .sha384: OID.hmacWithSHA384
        case .sha512: OID.hmacWithSHA512
        case .sha512_224: OID.hmacWithSHA512_224
        case .sha512_256: OID.hmacWithSHA512_256
        }
    }

    /// The hash whose HMAC an identifier names; its parameters are NULL (RFC 8018 appendix B.1) or absent.
    init?(hmacIdentifier identifier: AlgorithmIdentifier) {
        guard identifier.parameters == nil || identifier.hasNullParameters,
            let hash = Self.allCases.first(where: { $0.hmacIdentifier == identifier.algorithm })
        else { return nil }
        self = hash
    }
}
