import LucidDER
import LucidModel

// RFC 2986: a request for a certificate.

extension Annotator {
    mutating func certificateRequest() throws(DERError) {
        try structure(
            Meaning(
                "", "CertificationRequest ::= SEQUENCE { certificationRequestInfo, signatureAlgorithm, signature }",
                "A request for a certificate: the wishes, an algorithm, and a signature that proves possession of the private key.",
                "RFC 2986 §4.2")
        ) { inner throws(DERError) in
            try inner.requestInfo()
            let algorithm = try inner.algorithm(
                "signatureAlgorithm", "The algorithm of the signature below.", "RFC 2986 §4.2")
            try inner.signature(
                "signature", by: algorithm,
                over: "certificationRequestInfo, so that nobody can ask for a key that is not theirs",
                "RFC 2986 §4.2")
        }
    }

    private mutating func requestInfo() throws(DERError) {
        let clause = "RFC 2986 §4.1"
        try structure(
            Meaning(
                "certificationRequestInfo", "certificationRequestInfo CertificationRequestInfo",
                "What is asked for, and what the applicant's signature is over.", clause)
        ) { inner throws(DERError) in
            try inner.smallNatural(
                Meaning(
                    "version", "version       INTEGER { v1(0) } (v1,...)", "There is one version; it is written as 0.",
                    clause)
            ) { $0 == 0 ? "v1 (0)" : "\($0), which is no version" }
            try inner.name("subject", "The name that the applicant asks for.", clause)
            try inner.publicKeyInfo("subjectPKInfo", clause)
            // Some programs leave the field out where it would be empty; then the reader's error says that it lacks.
            try inner.attributes(
                "attributes", tag: .contextConstructed(0), isSorted: true,
                "Further wishes: mostly one attribute with the extensions that the certificate should have.", clause)
        }
    }
}
