import LucidX509

/// The kinds of keys that OpenSSL tells apart when it asks whether a key may have made a signature.
enum KeyFamily: Hashable {
    case rsa, rsaPSS, ec, dsa, ed25519, ed448

    /// The kind of a certificate's key; nil where OpenSSL could not use it either.
    init?(_ info: SubjectPublicKeyInfo, _ key: Result<PublicKey, PublicKey.Problem>) {
        if case .failure(let problem) = key, problem.isBeyondUse { return nil }
        switch info.algorithm.algorithm {
        case OID.rsaEncryption: self = .rsa
        case OID.rsassaPSS: self = .rsaPSS
        case OID.ecPublicKey: self = .ec
        case ObjectIdentifier(1, 2, 840, 10040, 4, 1): self = .dsa
        case OID.ed25519: self = .ed25519
        case OID.ed448: self = .ed448
        default: return nil
        }
    }

    /// The kinds that a signature algorithm is for; empty where OpenSSL does not know the algorithm.
    static func signers(_ algorithm: ObjectIdentifier) -> Set<KeyFamily> {
        switch algorithm {
        case OID.rsassaPSS: return [.rsa, .rsaPSS]
        case OID.ed25519: return [.ed25519]
        case OID.ed448: return [.ed448]
        default: break
        }
        // RFC 8017's PKCS #1, ANSI X9.62's ecdsa-with-…, and what NIST has for DSA and ECDSA with SHA-3.
        let dotted = algorithm.description
        if dotted.hasPrefix("1.2.840.113549.1.1.") { return [.rsa] }
        if dotted.hasPrefix("1.2.840.10045.4.") { return [.ec] }
        if dotted.hasPrefix("1.2.840.10040.4.") { return [.dsa] }
        guard dotted.hasPrefix("2.16.840.1.101.3.4.3."),
            let last = dotted.split(separator: ".").last.flatMap({ Int($0) })
        else { return dotted == "1.3.14.3.2.29" ? [.rsa] : [] }
        switch last {
        case 1...8: return [.dsa]
        case 9...12: return [.ec]
        case 13...16: return [.rsa]
        default: return []
        }
    }
}

extension PublicKey.Problem {
    /// Whether the key is broken, and not merely of a kind that Lucid has not.
    var isBeyondUse: Bool {
        switch self {
        case .unsupportedAlgorithm, .explicitCurve, .unsupportedCurve: false
        case .wrongParameters, .malformed, .rsa, .ec, .unusableEd25519Key: true
        }
    }
}
