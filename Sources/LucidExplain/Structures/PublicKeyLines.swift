import LucidDER
import LucidModel

// RFC 5280 §4.1.1.2 and §4.1.2.7: algorithms and public keys.

extension Annotator {
    /// AlgorithmIdentifier ::= SEQUENCE { algorithm, parameters }
    @discardableResult
    mutating func algorithm(_ field: String, _ sentence: String, _ clause: String) throws(DERError) -> ObjectIdentifier?
    {
        var identifier: ObjectIdentifier?
        let line = nextLine
        try structure(Meaning(field, "\(field)  AlgorithmIdentifier", sentence, clause)) { inner throws(DERError) in
            identifier = try inner.objectIdentifier(
                Meaning(
                    "algorithm", "algorithm               OBJECT IDENTIFIER", "Which algorithm it is.",
                    "RFC 5280 §4.1.1.2"))
            if !inner.isAtEnd { try inner.parameters(of: identifier) }
        }
        if let identifier { setValue(identifier.nameOrNumbers, ofLine: line) }
        return identifier
    }

    private mutating func parameters(of identifier: ObjectIdentifier?) throws(DERError) {
        let field = "parameters"
        let asn1 = "parameters              ANY DEFINED BY algorithm OPTIONAL"
        switch identifier {
        case OID.ecPublicKey where isNext(.objectIdentifier):
            try objectIdentifier(
                Meaning(
                    field, "parameters  ECParameters ::= CHOICE { namedCurve }", "The curve, by its name.",
                    "RFC 5480 §2.1.1"))
        case OID.rsassaPSS where isNext(.sequence): try pssParameters()
        case _ where isNext(.null):
            try null(
                Meaning(field, asn1, "No parameters, written as NULL: RSA's algorithms ask for it.", "RFC 4055 §1.2"))
        default: try anything(Meaning(field, asn1, "The algorithm's parameters.", "RFC 5280 §4.1.1.2"))
        }
    }

    /// RSASSA-PSS-params (RFC 4055 §3.1).
    private mutating func pssParameters() throws(DERError) {
        try structure(
            Meaning(
                "parameters",
                "RSASSA-PSS-params ::= SEQUENCE { hashAlgorithm [0], maskGenAlgorithm [1], saltLength [2], trailerField [3] }",
                "How the padding of RSASSA-PSS is made; what is left out has the defaults SHA-1, MGF1 with SHA-1, 20 octets and 1.",
                "RFC 4055 §3.1")
        ) { inner throws(DERError) in
            if inner.isNext(.contextConstructed(0)) {
                try inner.tagged(0, "hashAlgorithm", "The hash of the message.", "RFC 4055 §3.1") {
                    tag throws(DERError) in
                    try tag.algorithm("", "The hash function.", "RFC 4055 §2.1")
                }
            }
            if inner.isNext(.contextConstructed(1)) {
                try inner.tagged(1, "maskGenAlgorithm", "What the mask is made with.", "RFC 4055 §3.1") {
                    tag throws(DERError) in
                    try tag.algorithm(
                        "", "The mask generation function; its parameters are its hash function.", "RFC 4055 §2.2")
                }
            }
            for (number, field, sentence) in [
                (UInt8(2), "saltLength", "How many octets of salt are mixed in."),
                (3, "trailerField", "1 stands for the octet BC at the end."),
            ] where inner.isNext(.contextConstructed(number)) {
                try inner.tagged(number, field, sentence, "RFC 4055 §3.1") { tag throws(DERError) in
                    try tag.integer(Meaning("", "INTEGER", sentence, "RFC 4055 §3.1"))
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

    /// SubjectPublicKeyInfo ::= SEQUENCE { algorithm, subjectPublicKey }
    mutating func publicKeyInfo(_ field: String) throws(DERError) {
        try structure(
            Meaning(
                field, "subjectPublicKeyInfo SubjectPublicKeyInfo ::= SEQUENCE { algorithm, subjectPublicKey }",
                "The public key that the certificate is about, with its algorithm. It is written in the clear, for everybody to read.",
                "RFC 5280 §4.1.2.7")
        ) { inner throws(DERError) in
            let identifier = try inner.algorithm("algorithm", "What kind of key it is.", "RFC 5280 §4.1.2.7")
            if identifier == OID.rsaEncryption || identifier == OID.rsassaPSS { return try inner.rsaPublicKey() }
            let isPoint = identifier == OID.ecPublicKey
            try inner.bitString(
                Meaning(
                    "subjectPublicKey", "subjectPublicKey  BIT STRING",
                    isPoint ? "The point of the curve that is the public key." : "The octets of the public key.",
                    isPoint ? "RFC 5480 §2.2" : "RFC 5280 §4.1.2.7")
            ) { bits in isPoint ? Self.point(bits.bytes) : hexadecimal(bits.bytes) }
        }
    }

    /// SEC 1 §2.3.3: 04, x and y; or 02 or 03 and x.
    static func point(_ octets: DERBytes) -> String {
        let rest = octets.dropFirst()
        switch octets.first {
        case 4 where rest.count.isMultiple(of: 2):
            return
                "uncompressed: x = \(hexadecimal(rest.prefix(rest.count / 2))), y = \(hexadecimal(rest.suffix(rest.count / 2)))"
        case 2, 3: return "compressed: x = \(hexadecimal(rest)), y is \(octets.first == 2 ? "even" : "odd")"
        default: return hexadecimal(octets)
        }
    }

    /// RSAPublicKey inside of the BIT STRING (RFC 8017 §A.1.1).
    private mutating func rsaPublicKey() throws(DERError) {
        try container(
            Meaning(
                "subjectPublicKey", "subjectPublicKey  BIT STRING",
                "The key's octets, a structure of their own. The 00 says that no bit of the last octet is unused.",
                "RFC 5280 §4.1.2.7"),
            tag: .bitString, skipped: 1
        ) { inner throws(DERError) in
            try inner.rsaPublicKeyStructure()
        }
    }

    mutating func rsaPublicKeyStructure() throws(DERError) {
        try structure(
            Meaning(
                "", "RSAPublicKey ::= SEQUENCE { modulus, publicExponent }", "An RSA public key is two numbers.",
                "RFC 8017 §A.1.1")
        ) { key throws(DERError) in
            try key.integer(
                Meaning(
                    "modulus", "modulus           INTEGER,  -- n",
                    "n, the product of two primes that only the owner knows. A 00 stands before it where its first bit is 1, because that would be a minus.",
                    "RFC 8017 §3.1"))
            try key.integer(
                Meaning(
                    "publicExponent", "publicExponent    INTEGER   -- e",
                    "e: checking a signature s computes s^e mod n.",
                    "RFC 8017 §3.1"))
        }
    }
}
