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
        try bitStringContainer(meaning) { inner throws(DERError) in
            try inner.structure(
                Meaning(
                    "", isECDSA ? "ECDSA-Sig-Value ::= SEQUENCE { r, s }" : "Dss-Sig-Value ::= SEQUENCE { r, s }",
                    "The signature is two numbers.", isECDSA ? "RFC 3279 §2.2.3" : "RFC 3279 §2.2.2")
            ) { pair throws(DERError) in
                try pair.natural(
                    Meaning(
                        "r", "r     INTEGER",
                        isECDSA
                            ? "r: the x coordinate of a point that the signer made with a random number."
                            : "r: a power of g that the signer made with a random number.",
                        isECDSA ? "RFC 3279 §2.2.3" : "RFC 3279 §2.2.2"))
                try pair.natural(
                    Meaning(
                        "s", "s     INTEGER",
                        "s: ties that random number, the hash of what is signed and the private key together.",
                        isECDSA ? "RFC 3279 §2.2.3" : "RFC 3279 §2.2.2"))
            }
        }
    }
}
