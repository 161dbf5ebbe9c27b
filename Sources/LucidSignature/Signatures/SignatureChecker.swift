public import LucidCrypto
public import LucidDER
public import LucidModel
import LucidNumber

/// Why a signature does not hold.
public enum SignatureProblem: Error, Hashable, Sendable {
    /// The AlgorithmIdentifier.
    case scheme(SignatureScheme.Problem)
    /// The signer's public key.
    case key(PublicKey.Problem)
    /// The algorithm is for another kind of key than the signer's.
    case keyDoesNotFit(SignatureScheme)
    /// The signature's own structure is broken.
    case malformed(DERError)
    /// Computed and found wrong.
    case doesNotVerify
}

/// Checks signatures on structures: certificates now, requests, CRLs and OCSP responses likewise.
public enum SignatureChecker {
    /// Checks that `signature` over `message` was made with the private key that belongs to `signer`.
    ///
    /// - Parameters:
    ///   - message: the octets that are signed, as they came.
    ///   - algorithm: what the signature says that it is.
    public static func check(
        _ signature: DERBitString, over message: DERBytes, algorithm: AlgorithmIdentifier, signer: SubjectPublicKeyInfo
    ) throws(SignatureProblem) {
        let key: PublicKey
        do throws(PublicKey.Problem) { key = try PublicKey(signer) } catch { throw .key(error) }
        try check(signature, over: message, algorithm: algorithm, signer: key)
    }

    /// The same with a key that has been read before.
    public static func check(
        _ signature: DERBitString, over message: DERBytes, algorithm: AlgorithmIdentifier, signer: PublicKey
    ) throws(SignatureProblem) {
        let scheme: SignatureScheme
        do throws(SignatureScheme.Problem) { scheme = try SignatureScheme(algorithm) } catch { throw .scheme(error) }
        guard signature.unusedBitCount == 0 else {
            throw .malformed(DERError(.bitStringNotOctets, at: signature.bytes.startIndex))
        }
        try check(signature.bytes, over: message, by: scheme, signer: signer)
    }

    /// Checks a signature that comes without an AlgorithmIdentifier, as `SigningKey.sign(_:by:)` makes it.
    ///
    /// - Parameters:
    ///   - signature: RFC 8017's octets for RSA, an ECDSA-Sig-Value in DER for ECDSA, RFC 8032's 64 octets for Ed25519.
    ///   - message: what is signed, before it is hashed.
    public static func check(
        _ signature: DERBytes, over message: DERBytes, by scheme: SignatureScheme, signer: PublicKey
    ) throws(SignatureProblem) {
        guard try isValid(signature, message, scheme, signer) else { throw .doesNotVerify }
    }

    private static func isValid(
        _ signature: DERBytes, _ message: DERBytes, _ scheme: SignatureScheme, _ signer: PublicKey
    ) throws(SignatureProblem) -> Bool {
        switch (scheme, signer) {
        case (.rsaPKCS1(let hash), .rsa(let key)):
            let digest = message.withSpan { hash.hash($0) }
            return signature.withSpan { key.isValidPKCS1Signature($0, digest: digest.span, hash: hash) }
        case (.rsaPSS(let parameters), .rsa(let key)):
            return isValid(signature, message, parameters, key)
        case (.rsaPSS(let parameters), .rsaPSS(let key, let restriction)):
            // RFC 4055 §3.3: the hashes are the key's, the salt at least as long.
            if let restriction {
                guard restriction.hash == parameters.hash, restriction.maskHash == parameters.maskHash,
                    parameters.saltByteCount >= restriction.saltByteCount
                else { throw .keyDoesNotFit(scheme) }
            }
            return isValid(signature, message, parameters, key)
        case (.ecdsa(let hash), .ec(let key)):
            let digest = message.withSpan { hash.hash($0) }
            return key.isValidSignature(try ECDSASignature(der: signature), digest: digest.span)
        case (.ed25519, .ed25519(let key)):
            return signature.withSpan { signature in
                message.withSpan { message in key.isValidSignature(signature, for: message) }
            }
        default:
            throw .keyDoesNotFit(scheme)
        }
    }

    private static func isValid(
        _ signature: DERBytes, _ message: DERBytes, _ parameters: RSAPSSParameters, _ key: RSAPublicKey
    ) -> Bool {
        let digest = message.withSpan { parameters.hash.hash($0) }
        return signature.withSpan { key.isValidPSSSignature($0, digest: digest.span, parameters: parameters) }
    }
}

extension ECDSASignature {
    /// `ECDSA-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER }` (RFC 3279 §2.2.3), in DER.
    public init(der bytes: DERBytes) throws(SignatureProblem) {
        do throws(DERError) {
            let (r, s) = try DERCursor.decode(bytes) { cursor throws(DERError) in
                try cursor.sequence("ECDSA-Sig-Value") { inner throws(DERError) in
                    (try inner.natural("r"), try inner.natural("s"))
                }
            }
            self.init(r: Natural(bigEndian: r), s: Natural(bigEndian: s))
        } catch { throw .malformed(error) }
    }

    /// The same, written.
    var derEncoded: [UInt8] {
        DERWriter.encode {
            $0.sequence {
                $0.natural(r.bigEndianBytes)
                $0.natural(s.bigEndianBytes)
            }
        }
    }
}

extension Certificate {
    /// Checks the certificate's signature with a public key.
    public func checkSignature(signer: SubjectPublicKeyInfo) throws(SignatureProblem) {
        try SignatureChecker.check(signatureValue, over: tbsBytes, algorithm: signatureAlgorithm, signer: signer)
    }
}
