import LucidDER
import LucidModel

// RFC 5958, RFC 8017 and RFC 5915: private keys. What is secret in them is marked so.

extension Annotator {
    /// Reads something whose lines are secret, and those that could not be read too.
    private mutating func secretly(_ body: (inout Annotator) throws(DERError) -> Void) throws(DERError) {
        let line = nextLine
        defer { hide(fromLine: line) }
        try body(&self)
    }

    /// PrivateKeyInfo of PKCS #8, OneAsymmetricKey of its successor.
    mutating func privateKeyInfo(_ field: String = "") throws(DERError) {
        let clause = "RFC 5958 §2"
        hidesRaw = true
        try structure(
            Meaning(
                field,
                "OneAsymmetricKey ::= SEQUENCE { version, privateKeyAlgorithm, privateKey, attributes [0], publicKey [1] }",
                "A private key of any kind: what kind, and the key itself. Whoever can read this file owns the key.",
                clause)
        ) { inner throws(DERError) in
            try inner.smallNatural(
                Meaning(
                    "version", "version                   Version { v1(0), v2(1) }",
                    "Version 2 says that the public key may stand here as well.", clause)
            ) { $0 <= 1 ? "v\($0 + 1) (\($0))" : "\($0), which is no version" }
            let kind = try inner.algorithm("privateKeyAlgorithm", "What kind of key it is.", clause)
            try inner.privateKeyOctets(of: kind, clause)
            if inner.isNext(.contextConstructed(0)) {
                try inner.attributes(
                    "attributes", tag: .contextConstructed(0), "Remarks on the key.", clause)
            }
            if inner.isNext(.context(1)) {
                try inner.bitString(
                    Meaning(
                        "publicKey", "publicKey            [1] PublicKey OPTIONAL",
                        "The public key, which is no secret.",
                        clause), tag: .context(1))
            }
        }
    }

    private mutating func privateKeyOctets(of kind: ObjectIdentifier?, _ clause: String) throws(DERError) {
        let meaning = Meaning(
            "privateKey", "privateKey                PrivateKey ::= OCTET STRING",
            "A wrapping around the key, whose form depends on its kind.", clause)
        switch kind {
        case OID.rsaEncryption, OID.rsassaPSS:
            try container(meaning, tag: .octetString) { inner throws(DERError) in try inner.rsaPrivateKey() }
        case OID.ecPublicKey:
            try container(meaning, tag: .octetString) { inner throws(DERError) in try inner.ecPrivateKey() }
        case let curve? where ExplainedOID.montgomeryAndEdwards.contains(curve):
            try container(meaning, tag: .octetString) { inner throws(DERError) in
                try inner.secretly { a throws(DERError) in
                    try a.octetString(
                        Meaning(
                            "", "CurvePrivateKey ::= OCTET STRING",
                            "The secret: random octets, from which the private number is made.", "RFC 8410 §7"))
                }
            }
        default:
            try container(meaning, tag: .octetString) { inner throws(DERError) in
                try inner.secretly { a throws(DERError) in
                    let sentence = "The secret: the private number."
                    guard a.isNext(.integer) else {
                        return try a.remainder(Meaning("", "PrivateKey", "The secret, in its kind's own form.", clause))
                    }
                    try a.natural(Meaning("", "INTEGER  -- x", sentence, clause))
                }
            }
        }
    }

    /// RSAPrivateKey (RFC 8017 §A.1.2), by itself or inside of PKCS #8.
    mutating func rsaPrivateKey() throws(DERError) {
        let clause = "RFC 8017 §A.1.2"
        hidesRaw = true
        try structure(
            Meaning(
                "",
                "RSAPrivateKey ::= SEQUENCE { version, modulus, publicExponent, privateExponent, prime1, prime2, exponent1, exponent2, coefficient }",
                "An RSA private key: the public numbers n and e, the private d, and the primes with what makes signing quicker.",
                clause)
        ) { key throws(DERError) in
            try key.smallNatural(
                Meaning(
                    "version", "version           Version { two-prime(0), multi(1) }",
                    "0 says that there are two primes.",
                    clause))
            try key.modulusAndExponent()
            for (field, name, sentence) in [
                ("privateExponent", "d", "d, the secret: signing computes m^d mod n, which undoes s^e."),
                ("prime1", "p", "p, one of the two primes; who knows it can compute everything else."),
                ("prime2", "q", "q, the other prime: p times q is n."),
                (
                    "exponent1", "d mod (p-1)",
                    "d mod (p-1): with the last three numbers signing is three to four times as quick."
                ),
                ("exponent2", "d mod (q-1)", "d mod (q-1), likewise."),
                ("coefficient", "(inverse of q) mod p", "The number that puts the two halves together again."),
            ] {
                try key.secretly { a throws(DERError) in
                    try a.natural(Meaning(field, "\(field)           INTEGER,  -- \(name)", sentence, clause))
                }
            }
            guard !key.isAtEnd else { return }
            try key.secretly { a throws(DERError) in
                try a.anything(
                    Meaning(
                        "otherPrimeInfos", "otherPrimeInfos   OtherPrimeInfos OPTIONAL",
                        "Further primes, which nobody uses.", clause))
            }
        }
    }

    /// ECPrivateKey (RFC 5915 §3), by itself or inside of PKCS #8.
    mutating func ecPrivateKey() throws(DERError) {
        let clause = "RFC 5915 §3"
        hidesRaw = true
        try structure(
            Meaning(
                "", "ECPrivateKey ::= SEQUENCE { version, privateKey, parameters [0], publicKey [1] }",
                "A private key on an elliptic curve: one number. The public key is so many times the curve's base point.",
                clause)
        ) { key throws(DERError) in
            try key.smallNatural(
                Meaning("version", "version        INTEGER { ecPrivkeyVer1(1) }", "There is one version, 1.", clause))
            try key.secretly { a throws(DERError) in
                try a.octetString(
                    Meaning(
                        "privateKey", "privateKey     OCTET STRING",
                        "d, the secret number, in as many octets as the curve's order has.", clause))
            }
            if key.isNext(.contextConstructed(0)) {
                try key.tagged(0, "parameters", "A tag around the curve.", clause) { tag throws(DERError) in
                    if tag.isNext(.objectIdentifier) {
                        try tag.objectIdentifier(
                            Meaning("", "ECParameters ::= CHOICE { namedCurve }", "The curve, by its name.", clause))
                    } else {
                        try tag.explicitCurve("")
                    }
                }
            }
            if key.isNext(.contextConstructed(1)) {
                try key.tagged(1, "publicKey", "A tag around the public key.", clause) { tag throws(DERError) in
                    try tag.bitString(
                        Meaning("", "BIT STRING", "The public key: a point of the curve, and no secret.", clause)
                    ) { Self.point($0.bytes) }
                }
            }
        }
    }

    /// OpenSSL's own form of DSA keys, which no standard has: six numbers.
    mutating func dsaPrivateKey() throws(DERError) {
        let clause = "openssl-dsa(1)"
        hidesRaw = true
        try structure(
            Meaning(
                "", "SEQUENCE { version, p, q, g, y, x }", "A DSA private key as OpenSSL writes it.", clause)
        ) { key throws(DERError) in
            // The parameters alone begin with p, which is long.
            try key.smallNatural(Meaning("version", "version INTEGER", "0.", clause))
            for (field, sentence) in [
                ("p", "p: the prime that is computed modulo."), ("q", "q, which divides p - 1."),
                ("g", "g: the number whose powers are the public keys."), ("y", "y, the public key: g^x mod p."),
            ] {
                try key.natural(Meaning(field, "\(field) INTEGER", sentence, clause))
            }
            try key.secretly { a throws(DERError) in
                try a.natural(Meaning("x", "x INTEGER", "x, the secret.", clause))
            }
        }
    }
}
