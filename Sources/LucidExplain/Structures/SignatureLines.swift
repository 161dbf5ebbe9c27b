import LucidDER
import LucidModel

// Signatures, as BIT STRINGs behind what they are over.

extension Annotator {
    /// The signature of any signed structure. Those of ECDSA and DSA are two numbers in a structure of their own.
    mutating func signature(
        _ field: String, by algorithm: ObjectIdentifier?, over signed: String, _ clause: String
    ) throws(DERError) {
        let meaning = Meaning(
            field, "\(field)  BIT STRING",
            "The signature, made with the signer's private key over the octets of \(signed). Whoever has the public key can check it; nothing in it is encrypted.",
            clause)
        guard let algorithm, ExplainedOID.ecdsaSignatures.union(ExplainedOID.dsaSignatures).contains(algorithm) else {
            let isRSA = algorithm.map { $0.arc(below: ObjectIdentifier(1, 2, 840, 113549, 1, 1)) != nil } ?? false
            try bitString(meaning) { bits in
                (isRSA ? "s = " : "") + "\(hexadecimal(bits.bytes)) (\(bits.bitCount) bits)"
            }
            return
        }
        let isECDSA = ExplainedOID.ecdsaSignatures.contains(algorithm)
        try bitStringContainer(meaning) { inner throws(DERError) in try inner.twoNumbers(isECDSA: isECDSA) }
    }

    /// A signature of CMS, which has it in an OCTET STRING. Where it is two numbers they are told; a broken one stays as it is.
    mutating func signatureOctets(by algorithm: ObjectIdentifier?, _ meaning: Meaning) throws(DERError) {
        var cursor = DERCursor(rest)
        let isECDSA = algorithm.map(ExplainedOID.ecdsaSignatures.contains) ?? false
        guard isECDSA, let octets = try? cursor.octetString(""), Self.isFlawless(octets) else {
            return try octetString(meaning)
        }
        try container(meaning, tag: .octetString) { inner throws(DERError) in try inner.twoNumbers(isECDSA: true) }
    }

    /// ECDSA-Sig-Value or Dss-Sig-Value.
    mutating func twoNumbers(isECDSA: Bool) throws(DERError) {
        let clause = isECDSA ? "RFC 3279 §2.2.3" : "RFC 3279 §2.2.2"
        try structure(
            Meaning(
                "", isECDSA ? "ECDSA-Sig-Value ::= SEQUENCE { r, s }" : "Dss-Sig-Value ::= SEQUENCE { r, s }",
                "The signature is two numbers.", clause)
        ) { pair throws(DERError) in
            try pair.natural(
                Meaning(
                    "r", "r     INTEGER",
                    isECDSA
                        ? "r: the x coordinate of a point that the signer made with a random number."
                        : "r: a power of g that the signer made with a random number.", clause))
            try pair.natural(
                Meaning(
                    "s", "s     INTEGER",
                    "s: ties that random number, the hash of what is signed and the private key together.", clause))
        }
    }
}
