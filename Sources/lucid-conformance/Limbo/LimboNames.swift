import LucidX509

// The words of limbo's schema, as what Lucid knows them by.

extension KeyUsage {
    /// A usage by RFC 5280's name. `contentCommitment` is the newer name of nonRepudiation.
    init?(limboName name: String) {
        let name = name == "contentCommitment" ? "nonRepudiation" : name
        guard let bit = Self.bitNames.firstIndex(of: name) else { return nil }
        self.init(rawValue: 1 << UInt32(bit))
    }
}

enum LimboNames {
    /// An extended key usage by RFC 5280's name, or as numbers.
    static func extendedKeyUsage(_ name: String) -> ObjectIdentifier? {
        switch name {
        case "anyExtendedKeyUsage": OID.anyExtendedKeyUsage
        case "serverAuth": OID.serverAuth
        case "clientAuth": OID.clientAuth
        case "codeSigning": OID.codeSigning
        case "emailProtection": OID.emailProtection
        case "timeStamping": OID.timeStampingUsage
        case "OCSPSigning": OID.ocspSigning
        default: ObjectIdentifier(dotted: name)
        }
    }

    /// A signature algorithm by the name that pyca/cryptography gives it.
    static func signatureAlgorithm(_ name: String) -> ObjectIdentifier? { signatureAlgorithms[name] }

    private static let signatureAlgorithms: [String: ObjectIdentifier] = [
        "RSA_WITH_MD5": OID.md5WithRSAEncryption, "RSA_WITH_SHA1": OID.sha1WithRSAEncryption,
        "RSA_WITH_SHA224": OID.sha224WithRSAEncryption, "RSA_WITH_SHA256": OID.sha256WithRSAEncryption,
        "RSA_WITH_SHA384": OID.sha384WithRSAEncryption, "RSA_WITH_SHA512": OID.sha512WithRSAEncryption,
        "RSA_WITH_SHA3_224": nist(13), "RSA_WITH_SHA3_256": nist(14), "RSA_WITH_SHA3_384": nist(15),
        "RSA_WITH_SHA3_512": nist(16), "RSASSA_PSS": OID.rsassaPSS,
        "ECDSA_WITH_SHA1": OID.ecdsaWithSHA1, "ECDSA_WITH_SHA224": OID.ecdsaWithSHA224,
        "ECDSA_WITH_SHA256": OID.ecdsaWithSHA256, "ECDSA_WITH_SHA384": OID.ecdsaWithSHA384,
        "ECDSA_WITH_SHA512": OID.ecdsaWithSHA512, "ECDSA_WITH_SHA3_224": nist(9), "ECDSA_WITH_SHA3_256": nist(10),
        "ECDSA_WITH_SHA3_384": nist(11), "ECDSA_WITH_SHA3_512": nist(12),
        "DSA_WITH_SHA1": ObjectIdentifier(1, 2, 840, 10040, 4, 3), "DSA_WITH_SHA224": nist(1),
        "DSA_WITH_SHA256": nist(2), "DSA_WITH_SHA384": nist(3), "DSA_WITH_SHA512": nist(4),
        "ED25519": OID.ed25519, "ED448": OID.ed448,
        "GOSTR3411_94_WITH_3410_2001": ObjectIdentifier(1, 2, 643, 2, 2, 3),
        "GOSTR3410_2012_WITH_3411_2012_256": ObjectIdentifier(1, 2, 643, 7, 1, 1, 3, 2),
        "GOSTR3410_2012_WITH_3411_2012_512": ObjectIdentifier(1, 2, 643, 7, 1, 1, 3, 3),
    ]

    /// NIST's arc for signature algorithms (csrc.nist.gov, Computer Security Objects Register).
    private static func nist(_ number: UInt64) -> ObjectIdentifier {
        ObjectIdentifier(2, 16, 840, 1, 101, 3, 4, 3, number)
    }

    /// Whom the certificate is to be for; nil where the name has not the form of its kind, so that nothing can be it.
    static func identity(kind: String, _ value: String) -> ReferenceIdentity? {
        switch kind {
        case "DNS":
            guard case .dnsName(let name)? = ReferenceIdentity(value) else { return nil }
            return .dnsName(name)
        case "IP": return IPAddress(value).map { .ipAddress($0) }
        case "RFC822":
            let parts = value.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
            return .mailbox(value)
        default: return nil
        }
    }
}
