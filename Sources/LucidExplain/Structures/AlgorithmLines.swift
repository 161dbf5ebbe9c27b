import LucidDER
import LucidModel

// RFC 5280 §4.1.1.2: which algorithm, with which parameters.

extension Annotator {
    /// AlgorithmIdentifier ::= SEQUENCE { algorithm, parameters }
    @discardableResult
    mutating func algorithm(
        _ field: String, tag: DERTag = .sequence, _ sentence: String, _ clause: String
    ) throws(DERError) -> ObjectIdentifier? {
        var identifier: ObjectIdentifier?
        let line = nextLine
        let asn1 = field.isEmpty ? "AlgorithmIdentifier ::= SEQUENCE" : "\(field)  AlgorithmIdentifier"
        try structure(Meaning(field, asn1, sentence, clause), tag: tag) { inner throws(DERError) in
            identifier = try inner.objectIdentifier(
                Meaning(
                    "algorithm", "algorithm               OBJECT IDENTIFIER", "Which algorithm it is.",
                    "RFC 5280 §4.1.1.2"))
            if !inner.isAtEnd { try inner.parameters(of: identifier) }
        }
        if let identifier { setValue(identifier.shortest, ofLine: line) }
        return identifier
    }

    private mutating func parameters(of identifier: ObjectIdentifier?) throws(DERError) {
        let asn1 = "parameters              ANY DEFINED BY algorithm OPTIONAL"
        switch identifier {
        case OID.ecPublicKey where isNext(.objectIdentifier):
            try objectIdentifier(
                Meaning(
                    "parameters", "parameters  ECParameters ::= CHOICE { namedCurve }", "The curve, by its name.",
                    "RFC 5480 §2.1.1"))
        case OID.ecPublicKey where isNext(.sequence): try explicitCurve("parameters")
        case OID.rsassaPSS where isNext(.sequence): try pssParameters()
        case ExplainedOID.dsa where isNext(.sequence): try dsaParameters("parameters")
        case OID.pbes2 where isNext(.sequence): try pbes2Parameters()
        case OID.pbmac1 where isNext(.sequence): try pbmac1Parameters()
        case OID.pbkdf2 where isNext(.sequence): try pbkdf2Parameters()
        case OID.scrypt where isNext(.sequence): try scryptParameters()
        case let scheme? where Self.passwordSchemes.contains(scheme) && isNext(.sequence):
            try passwordSchemeParameters()
        case let cipher? where Self.blockCiphers.contains(cipher) && isNext(.octetString):
            try octetString(
                Meaning(
                    "parameters", "parameters  OCTET STRING  -- initialization vector",
                    "A random block that is mixed into the first block of what is encrypted, so that equal texts do not look equal. It is no secret.",
                    "RFC 8018 §B.2"))
        case OID.mgf1 where isNext(.sequence):
            try algorithm("parameters", "The hash function that the mask is made with.", "RFC 4055 §2.2")
        case _ where isNext(.null):
            let (sentence, clause) = Self.absence(identifier)
            try null(Meaning("parameters", asn1, sentence, clause))
        default: try anything(Meaning("parameters", asn1, "The algorithm's parameters.", "RFC 5280 §4.1.1.2"))
        }
    }

    /// What it means that the parameters are NULL, and where that is said.
    private static func absence(_ identifier: ObjectIdentifier?) -> (sentence: String, clause: String) {
        guard let identifier else { return ("No parameters, written as NULL.", "RFC 5280 §4.1.1.2") }
        if hashes.contains(identifier) {
            return (
                "No parameters, written as NULL. A hash function may have NULL or nothing here; both mean the same.",
                "RFC 4055 §2.1"
            )
        }
        let rule = "No parameters, written as NULL: this algorithm asks for it."
        switch identifier {
        case OID.rsaEncryption: return (rule, "RFC 4055 §1.2")
        case OID.sha1WithRSAEncryption, OID.md5WithRSAEncryption: return (rule, "RFC 3279 §2.2.1")
        case _ where rsaSignatures.contains(identifier): return (rule, "RFC 4055 §5")
        default: return ("No parameters, written as NULL.", "RFC 5280 §4.1.1.2")
        }
    }

    private static let hashes: Set<ObjectIdentifier> = [
        OID.sha1, OID.sha224, OID.sha256, OID.sha384, OID.sha512, OID.sha512_224, OID.sha512_256,
    ]

    /// PKCS #1 v1.5 with the hashes that RFC 4055 and RFC 8017 added.
    private static let rsaSignatures: Set<ObjectIdentifier> = [
        OID.sha224WithRSAEncryption, OID.sha256WithRSAEncryption, OID.sha384WithRSAEncryption,
        OID.sha512WithRSAEncryption,
    ]

    /// RSASSA-PSS-params (RFC 4055 §3.1).
    private mutating func pssParameters() throws(DERError) {
        let clause = "RFC 4055 §3.1"
        try structure(
            Meaning(
                "parameters",
                "RSASSA-PSS-params ::= SEQUENCE { hashAlgorithm [0], maskGenAlgorithm [1], saltLength [2], trailerField [3] }",
                "How the padding of RSASSA-PSS is made; what is left out has the defaults SHA-1, MGF1 with SHA-1, 20 octets and 1.",
                clause)
        ) { inner throws(DERError) in
            if inner.isNext(.contextConstructed(0)) {
                try inner.tagged(0, "hashAlgorithm", "The hash of the message.", clause) { tag throws(DERError) in
                    try tag.algorithm("", "The hash function.", "RFC 4055 §2.1")
                }
            }
            if inner.isNext(.contextConstructed(1)) {
                try inner.tagged(1, "maskGenAlgorithm", "What the mask is made with.", clause) { tag throws(DERError) in
                    try tag.algorithm(
                        "", "The mask generation function; its parameters are its hash function.", "RFC 4055 §2.2")
                }
            }
            for (number, field, sentence) in [
                (UInt8(2), "saltLength", "How many octets of salt are mixed in."),
                (3, "trailerField", "1 stands for the octet BC at the end."),
            ] where inner.isNext(.contextConstructed(number)) {
                try inner.tagged(number, field, sentence, clause) { tag throws(DERError) in
                    try tag.integer(Meaning("", "INTEGER", sentence, clause))
                }
            }
        }
    }

    /// `[number] EXPLICIT` around a field.
    mutating func tagged(
        _ number: UInt8, _ field: String, _ sentence: String, _ clause: String,
        _ body: (inout Annotator) throws(DERError) -> Void
    ) throws(DERError) {
        try structure(
            Meaning(field, "\(field)  [\(number)]  EXPLICIT", sentence, clause), tag: .contextConstructed(number), body)
    }

    /// AES and Triple DES in CBC mode (RFC 8018 appendix B.2).
    private static let blockCiphers: Set<ObjectIdentifier> = [
        OID.aes128CBC, OID.aes192CBC, OID.aes256CBC, OID.desEDE3CBC,
    ]

    /// PBES1 and PKCS #12's own schemes: a salt and a count (RFC 8018 appendix A.3, RFC 7292 appendix C).
    private static let passwordSchemes: Set<ObjectIdentifier> = [
        OID.pbeWithMD5AndDES, OID.pbeWithSHA1AndDES, OID.pbeWithSHAAnd128BitRC4, OID.pbeWithSHAAnd40BitRC4,
        OID.pbeWithSHAAnd3KeyTripleDES, OID.pbeWithSHAAnd2KeyTripleDES, OID.pbeWithSHAAnd128BitRC2,
        OID.pbeWithSHAAnd40BitRC2,
    ]
}

/// Object identifiers that only explanations know.
enum ExplainedOID {
    /// RFC 3279 §2.3.2, §2.2.2, RFC 5758 §3.1
    static let dsa = ObjectIdentifier(1, 2, 840, 10040, 4, 1)
    static let dsaSignatures: Set<ObjectIdentifier> = [
        ObjectIdentifier(1, 2, 840, 10040, 4, 3), ObjectIdentifier(2, 16, 840, 1, 101, 3, 4, 3, 1),
        ObjectIdentifier(2, 16, 840, 1, 101, 3, 4, 3, 2),
    ]
    static let ecdsaSignatures: Set<ObjectIdentifier> = [
        OID.ecdsaWithSHA1, OID.ecdsaWithSHA224, OID.ecdsaWithSHA256, OID.ecdsaWithSHA384, OID.ecdsaWithSHA512,
    ]
    /// RFC 3279 §2.3.3; PKCS #3
    static let diffieHellman: Set<ObjectIdentifier> = [
        ObjectIdentifier(1, 2, 840, 10046, 2, 1), ObjectIdentifier(1, 2, 840, 113549, 1, 3, 1),
    ]
    /// RFC 8410 §3
    static let montgomeryAndEdwards: Set<ObjectIdentifier> = [
        OID.ed25519, OID.ed448, ObjectIdentifier(1, 3, 101, 110), ObjectIdentifier(1, 3, 101, 111),
    ]
    /// RFC 5280 appendix A.1's private key usage period; RFC 3739 §3.2.6; RFC 6962 §3.1; RFC 6960 §4.2.2.2.1
    static let privateKeyUsagePeriod = ObjectIdentifier(2, 5, 29, 16)
    static let qcStatements = ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 1, 3)
    static let precertificatePoison = ObjectIdentifier(1, 3, 6, 1, 4, 1, 11129, 2, 4, 3)
}
