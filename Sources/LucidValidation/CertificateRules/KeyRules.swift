import LucidDER
import LucidModel
import LucidSignature

// Which keys and signature algorithms the profile takes.

extension PathValidator {
    mutating func checkKey(_ index: Int, _ facts: CertificateFacts) {
        checkSignatureAlgorithm(index, facts.certificate)
        guard checks.contains(.keyUsable) else { return }
        switch facts.key {
        case .failure(let problem):
            fail(.keyUsable, index, [.init("problem", .text(problem.parameterText))])
        case .success(let key):
            note(.keyUsable, index, isGood: true, [.init("key", .text(key.summary))])
            checkKey(index, key)
        }
    }

    private mutating func checkKey(_ index: Int, _ key: PublicKey) {
        if checks.contains(.keyAlgorithm) {
            note(.keyAlgorithm, index, isGood: profile.keys.allows(key), [.init("key", .text(key.summary))])
        }
        switch key {
        case .rsa(let rsa), .rsaPSS(let rsa, _):
            if checks.contains(.rsaKeySize) {
                let (bits, needed) = (rsa.modulus.bitWidth, profile.keys)
                note(
                    .rsaKeySize, index,
                    isGood: bits >= needed.smallestRSA && bits.isMultiple(of: needed.rsaMultiple),
                    [
                        .init("bits", .number(bits)), .init("smallest", .number(needed.smallestRSA)),
                        .init("multiple", .number(needed.rsaMultiple)),
                    ])
            }
        case .ec, .ed25519: break
        }
    }

    /// The algorithm of the certificate's own signature: the profile and the caller may each allow some alone. A trust
    /// anchor's signature is not checked, so its algorithm does not matter.
    private mutating func checkSignatureAlgorithm(_ index: Int, _ certificate: Certificate) {
        let (isProfiled, restricted) = (checks.contains(.signatureAlgorithm), work.verifier.signatureAlgorithms)
        guard isProfiled || !restricted.isEmpty, index < count else { return }
        let algorithm = certificate.signatureAlgorithm
        note(
            .signatureAlgorithm, index,
            isGood: (restricted.isEmpty || restricted.contains(algorithm.algorithm))
                && (!isProfiled || isAllowedByProfile(algorithm)),
            [.init("algorithm", .text(algorithm.algorithm.nameOrNumbers))])
    }

    private func isAllowedByProfile(_ algorithm: AlgorithmIdentifier) -> Bool {
        do throws(SignatureScheme.Problem) {
            return profile.keys.allows(try SignatureScheme(algorithm))
        } catch { return false }
    }
}
