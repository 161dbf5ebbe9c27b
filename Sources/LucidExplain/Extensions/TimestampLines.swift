import LucidDER
import LucidModel

// RFC 6962 §3.2 and §3.3: promises by Certificate Transparency logs. They are in TLS's encoding: fields of fixed lengths, and
// vectors behind a length of two octets.

extension Annotator {
    mutating func signedCertificateTimestamps() throws(DERError) {
        try container(
            Meaning(
                "", "SignedCertificateTimestampList ::= OCTET STRING",
                "Promises of public logs to publish the certificate; what follows is in TLS's encoding, not in DER.",
                "RFC 6962 §3.3"),
            tag: .octetString
        ) { inner throws(DERError) in
            try inner.vector("sct_list", "SerializedSCT sct_list<1..2^16-1>", "How many octets the promises have.") {
                list throws(DERError) in
                try list.elements { entry throws(DERError) in try entry.timestamp() }
            }
        }
    }

    private mutating func timestamp() throws(DERError) {
        try vector("(SerializedSCT)", "opaque SerializedSCT<1..2^16-1>", "How many octets this promise has.") {
            sct throws(DERError) in
            let clause = "RFC 6962 §3.2"
            try sct.part(
                Meaning("sct_version", "Version sct_version", "The version, which counts from 0.", clause), count: 1
            ) {
                $0.first == 0 ? "v1 (0)" : "\($0.first ?? 0)"
            }
            try sct.part(Meaning("id", "LogID id", "Which log: SHA-256 of its public key.", clause), count: 32) {
                hexadecimal($0)
            }
            try sct.part(
                Meaning(
                    "timestamp", "uint64 timestamp", "When the log took the certificate, in milliseconds since 1970.",
                    clause), count: 8
            ) { octets in
                let milliseconds = octets.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                return "\(milliseconds), \(CalendarTime(secondsSince1970: Int64(milliseconds / 1000)))"
            }
            try sct.vector("extensions", "CtExtensions extensions", "How many octets of extensions follow.") {
                more throws(DERError) in
                try more.remainder(Meaning("(extensions)", "opaque", "Extensions of the promise.", clause))
            }
            try sct.signedOctets()
        }
    }

    /// digitally-signed (RFC 5246 §4.7): two algorithms, and the signature.
    private mutating func signedOctets() throws(DERError) {
        let isECDSA = offset + 1 < end && source[offset + 1] == 3
        try part(
            Meaning("hash", "HashAlgorithm hash", "The hash function.", "RFC 5246 §7.4.1.4.1"), count: 1
        ) { $0.first == 4 ? "SHA-256 (4)" : "\($0.first ?? 0)" }
        try part(
            Meaning("signature", "SignatureAlgorithm signature", "The kind of the log's key.", "RFC 5246 §7.4.1.4.1"),
            count: 1
        ) { $0.first == 3 ? "ECDSA (3)" : $0.first == 1 ? "RSA (1)" : "\($0.first ?? 0)" }
        try vector("signature", "opaque signature<0..2^16-1>", "How many octets the log's signature has.") {
            more throws(DERError) in
            if isECDSA, Self.isFlawless(more.rest) { return try more.twoNumbers(isECDSA: true) }
            try more.remainder(Meaning("(signature)", "opaque", "The log's signature.", "RFC 6962 §3.2"))
        }
    }

    /// Two octets of length, and what `body` makes of as many octets.
    private mutating func vector(
        _ field: String, _ type: String, _ sentence: String, _ body: (inout Annotator) throws(DERError) -> Void
    ) throws(DERError) {
        let clause = "RFC 5246 §4.3"
        guard end - offset >= 2 else { throw DERError(.truncated(missing: 2 - (end - offset)), at: end) }
        let count = Int(source[offset]) << 8 | Int(source[offset + 1])
        guard count <= end - offset - 2 else {
            throw DERError(.truncated(missing: count - (end - offset - 2)), at: end)
        }
        try nested(Meaning(field, type, sentence, clause), count: 2, content: count, value: "\(count) octets", body)
    }
}
