import LucidDER
import LucidModel

// RFC 5280 §4.1.2.7: public keys.

extension Annotator {
    /// SubjectPublicKeyInfo ::= SEQUENCE { algorithm, subjectPublicKey }
    mutating func publicKeyInfo(_ field: String, _ clause: String = "RFC 5280 §4.1.2.7") throws(DERError) {
        let line = nextLine
        try structure(
            Meaning(
                field,
                field.isEmpty
                    ? "SubjectPublicKeyInfo ::= SEQUENCE { algorithm, subjectPublicKey }"
                    : "\(field) SubjectPublicKeyInfo ::= SEQUENCE { algorithm, subjectPublicKey }",
                "A public key with its algorithm. It is written in the clear, for everybody to read: nothing encrypts it.",
                clause)
        ) { inner throws(DERError) in
            let identifier = try inner.algorithm("algorithm", "What kind of key it is.", "RFC 5280 §4.1.2.7")
            if let identifier { inner.setValue(identifier.shortest, ofLine: line) }
            try inner.subjectPublicKey(of: identifier)
        }
    }

    private mutating func subjectPublicKey(of identifier: ObjectIdentifier?) throws(DERError) {
        let asn1 = "subjectPublicKey  BIT STRING"
        let wrapped = Meaning(
            "subjectPublicKey", asn1,
            "The key's octets, a structure of their own. The 00 says that no bit of the last octet is unused.",
            "RFC 5280 §4.1.2.7")
        switch identifier {
        case OID.rsaEncryption, OID.rsassaPSS:
            try bitStringContainer(wrapped) { inner throws(DERError) in try inner.rsaPublicKey() }
        case ExplainedOID.dsa:
            try bitStringContainer(wrapped) { inner throws(DERError) in
                try inner.natural(
                    Meaning(
                        "", "DSAPublicKey ::= INTEGER -- public key, y",
                        "y = g^x mod p, where x is the private key.", "RFC 3279 §2.3.2"))
            }
        case let other? where ExplainedOID.diffieHellman.contains(other):
            try bitStringContainer(wrapped) { inner throws(DERError) in
                try inner.natural(
                    Meaning(
                        "", "DHPublicKey ::= INTEGER -- public key, y = g^x mod p",
                        "The number that the two sides exchange.", "RFC 3279 §2.3.3"))
            }
        case OID.ecPublicKey:
            try bitString(
                Meaning(
                    "subjectPublicKey", asn1,
                    "The point of the curve that is the public key: two coordinates, behind an octet that tells how they are written.",
                    "RFC 5480 §2.2")
            ) { Self.point($0.bytes) }
        case let other? where ExplainedOID.montgomeryAndEdwards.contains(other):
            try bitString(
                Meaning("subjectPublicKey", asn1, "The public key, in its curve's own encoding.", "RFC 8410 §4"))
        default:
            try bitString(Meaning("subjectPublicKey", asn1, "The octets of the public key.", "RFC 5280 §4.1.2.7"))
        }
    }

    /// SEC 1 §2.3.3: 04, x and y; or 02 or 03 and x.
    static func point(_ octets: DERBytes) -> String {
        let rest = octets.dropFirst()
        switch octets.first {
        case 4 where rest.count.isMultiple(of: 2):
            let half = rest.count / 2
            return "uncompressed: x = \(hexadecimal(rest.prefix(half))), y = \(hexadecimal(rest.suffix(half)))"
        case 2, 3: return "compressed: x = \(hexadecimal(rest)), y is \(octets.first == 2 ? "even" : "odd")"
        default: return hexadecimal(octets)
        }
    }

    /// RSAPublicKey (RFC 8017 §A.1.1).
    mutating func rsaPublicKey() throws(DERError) {
        try structure(
            Meaning(
                "", "RSAPublicKey ::= SEQUENCE { modulus, publicExponent }", "An RSA public key is two numbers.",
                "RFC 8017 §A.1.1")
        ) { key throws(DERError) in try key.modulusAndExponent() }
    }

    /// n and e, which public and private keys have.
    mutating func modulusAndExponent() throws(DERError) {
        try natural(
            Meaning(
                "modulus", "modulus           INTEGER,  -- n",
                "n, the product of two primes that only the owner knows. A 00 stands before it where its first bit is 1, because that would be a minus.",
                "RFC 8017 §3.1"))
        try natural(
            Meaning(
                "publicExponent", "publicExponent    INTEGER   -- e",
                "e: checking a signature s computes s^e mod n.", "RFC 8017 §3.1"))
    }

    /// Dss-Parms (RFC 3279 §2.3.2).
    mutating func dsaParameters(_ field: String) throws(DERError) {
        try structure(
            Meaning(
                field, "Dss-Parms ::= SEQUENCE { p, q, g }", "The numbers that all keys of this group share.",
                "RFC 3279 §2.3.2")
        ) { inner throws(DERError) in
            for (number, sentence) in [
                ("p", "p: the prime that everything is computed modulo."),
                ("q", "q: a smaller prime, which divides p - 1."),
                ("g", "g: the number whose powers are the public keys."),
            ] {
                try inner.natural(Meaning(number, "\(number)             INTEGER", sentence, "RFC 3279 §2.3.2"))
            }
        }
    }

    /// DHParameter: DomainParameters of X9.42 or PKCS #3's (RFC 3279 §2.3.3).
    mutating func diffieHellmanParameters() throws(DERError) {
        try structure(
            Meaning(
                "", "DHParameter ::= SEQUENCE { prime, base, privateValueLength }",
                "The numbers that both sides of a Diffie-Hellman exchange must share.", "RFC 3279 §2.3.3")
        ) { inner throws(DERError) in
            try inner.natural(
                Meaning("prime", "prime INTEGER, -- p", "The prime that is computed modulo.", "RFC 3279 §2.3.3"))
            try inner.natural(
                Meaning("base", "base INTEGER, -- g", "The number whose powers are exchanged.", "RFC 3279 §2.3.3"))
            while !inner.isAtEnd {
                try inner.anything(
                    Meaning(
                        "privateValueLength", "privateValueLength INTEGER OPTIONAL",
                        "How many bits the private numbers have, and further facts on how the group was made.",
                        "RFC 3279 §2.3.3"))
            }
        }
    }

    /// SpecifiedECDomain (RFC 3279 §2.3.5, SEC 1 §C.2), which RFC 5480 does not allow any more.
    mutating func explicitCurve(_ field: String) throws(DERError) {
        let clause = "RFC 3279 §2.3.5"
        try structure(
            Meaning(
                field, "ECParameters ::= SEQUENCE { version, fieldID, curve, base, order, cofactor }",
                "A curve by its numbers. PKIX wants curves by name (RFC 5480 §2.1.1): with numbers of his own an attacker could choose a weak one.",
                clause)
        ) { inner throws(DERError) in
            for (name, sentence) in [
                ("version", "The version of this structure."), ("fieldID", "The field: for prime fields the prime p."),
                ("curve", "The numbers a and b of the equation y² = x³ + ax + b."),
                ("base", "The point G whose multiples are the public keys."), ("order", "How many multiples G has."),
                ("cofactor", "How many points the curve has for each of them."),
            ] where !inner.isAtEnd {
                try inner.anything(Meaning(name, "\(name)  of ECParameters", sentence, clause))
            }
        }
    }
}
