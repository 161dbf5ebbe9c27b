public import LucidCrypto
public import LucidDER
public import LucidModel
public import LucidSignature

extension SignatureChecker {
    /// The check of a signature with all of its numbers, by the reference engines.
    ///
    /// - Parameters:
    ///   - message: the octets that are signed, as they came.
    ///   - algorithm: what the signature says that it is.
    /// - Throws: why there is nothing to compute. A signature that is wrong is computed, and the result says so.
    public static func worked(
        _ signature: DERBitString, over message: DERBytes, algorithm: AlgorithmIdentifier, signer: SubjectPublicKeyInfo
    ) throws(SignatureProblem) -> WorkedVerification {
        let key: PublicKey
        do throws(PublicKey.Problem) { key = try PublicKey(signer) } catch { throw .key(error) }
        let scheme: SignatureScheme
        do throws(SignatureScheme.Problem) { scheme = try SignatureScheme(algorithm) } catch { throw .scheme(error) }
        let octets = signature.bytes.array
        switch (scheme, key) {
        case (.rsaPKCS1(let hash), .rsa(let key)):
            return key.workedPKCS1Verification(octets.span, digest: hash.hash(message.array).span, hash: hash)
        case (.rsaPSS(let parameters), .rsa(let key)), (.rsaPSS(let parameters), .rsaPSS(let key, _)):
            return key.workedPSSVerification(
                octets.span, digest: parameters.hash.hash(message.array).span, parameters: parameters)
        case (.ecdsa(let hash), .ec(let key)):
            return key.workedVerification(
                try ECDSASignature(der: signature.bytes), digest: hash.hash(message.array).span, hash: hash)
        case (.ed25519, .ed25519(let key)): return key.workedVerification(octets.span, for: message.array.span)
        default: throw .keyDoesNotFit(scheme)
        }
    }
}

extension SignatureScheme {
    /// The hash function that the signed octets go through first.
    public var hash: HashAlgorithm {
        switch self {
        case .rsaPKCS1(let hash), .ecdsa(let hash): hash
        case .rsaPSS(let parameters): parameters.hash
        case .ed25519: .sha512
        }
    }
}
