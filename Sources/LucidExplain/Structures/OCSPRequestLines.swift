import LucidDER
import LucidModel

// RFC 6960 §4.1: a question to an OCSP responder.

extension Annotator {
    mutating func ocspRequest() throws(DERError) {
        try structure(
            Meaning(
                "", "OCSPRequest ::= SEQUENCE { tbsRequest, optionalSignature [0] }",
                "A question to a responder: whether these certificates are revoked.", "RFC 6960 §4.1.1")
        ) { inner throws(DERError) in
            try inner.tbsRequest()
            guard inner.isNext(.contextConstructed(0)) else { return }
            try inner.tagged(0, "optionalSignature", "Who asks may sign; hardly anybody does.", "RFC 6960 §4.1.1") {
                tag throws(DERError) in
                try tag.structure(
                    Meaning(
                        "", "Signature ::= SEQUENCE { signatureAlgorithm, signature, certs [0] }",
                        "The signature of who asks.", "RFC 6960 §4.1.1")
                ) { signature throws(DERError) in
                    let algorithm = try signature.algorithm(
                        "signatureAlgorithm", "The algorithm of the signature.", "RFC 6960 §4.1.1")
                    try signature.signature("signature", by: algorithm, over: "tbsRequest", "RFC 6960 §4.1.1")
                    try signature.ocspCertificates()
                }
            }
        }
    }

    private mutating func tbsRequest() throws(DERError) {
        let clause = "RFC 6960 §4.1.1"
        try structure(
            Meaning("tbsRequest", "tbsRequest                  TBSRequest", "The question itself.", clause)
        ) { inner throws(DERError) in
            try inner.ocspVersion()
            if inner.isNext(.contextConstructed(1)) {
                try inner.tagged(1, "requestorName", "Who asks.", clause) { tag throws(DERError) in
                    try tag.generalName("")
                }
            }
            try inner.list(
                Meaning(
                    "requestList", "requestList                 SEQUENCE OF Request",
                    "The certificates that it is about.",
                    clause)
            ) { list throws(DERError) in
                try list.structure(
                    Meaning(
                        "", "Request ::= SEQUENCE { reqCert, singleRequestExtensions [0] }", "One certificate.", clause)
                ) { request throws(DERError) in
                    try request.certID("reqCert")
                    try request.ocspExtensions(0, "singleRequestExtensions")
                }
            }
            try inner.ocspExtensions(2, "requestExtensions")
        }
    }

    /// `version [0] EXPLICIT Version DEFAULT v1`, which is therefore never written.
    mutating func ocspVersion() throws(DERError) {
        guard isNext(.contextConstructed(0)) else { return }
        try tagged(0, "version", "The version, which should not be written: the default is v1.", "RFC 6960 §4.1.1") {
            tag throws(DERError) in
            try tag.smallNatural(
                Meaning("", "Version ::= INTEGER { v1(0) }", "There is one version, 0.", "RFC 6960 §4.1.1"))
        }
    }

    mutating func ocspExtensions(_ number: UInt8, _ field: String) throws(DERError) {
        guard isNext(.contextConstructed(number)) else { return }
        try tagged(number, field, "A tag around extensions.", "RFC 6960 §4.4") { tag throws(DERError) in
            try tag.extensions("", "Extensions, built as those of certificates.", "RFC 6960 §4.4")
        }
    }

    mutating func ocspCertificates() throws(DERError) {
        guard isNext(.contextConstructed(0)) else { return }
        try tagged(
            0, "certs", "Certificates that help to check the signature; nobody has to trust them.", "RFC 6960 §4.2.1"
        ) { tag throws(DERError) in
            try tag.list(
                Meaning("", "SEQUENCE OF Certificate", "The list of them.", "RFC 6960 §4.2.1")
            ) { list throws(DERError) in try list.certificate() }
        }
    }

    /// CertID: a certificate by its issuer's hashes and its serial number.
    mutating func certID(_ field: String) throws(DERError) {
        let clause = "RFC 6960 §4.1.1"
        try structure(
            Meaning(
                field, "CertID ::= SEQUENCE { hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber }",
                "Which certificate: whose, and which of its.", clause)
        ) { inner throws(DERError) in
            try inner.algorithm(
                "hashAlgorithm",
                "The hash of the next two fields; SHA-1 does no harm here, as nobody gains by a collision.",
                clause)
            try inner.octetString(
                Meaning(
                    "issuerNameHash", "issuerNameHash      OCTET STRING, -- Hash of issuer's DN",
                    "The hash of the issuer's name in DER.", clause))
            try inner.octetString(
                Meaning(
                    "issuerKeyHash", "issuerKeyHash       OCTET STRING, -- Hash of issuer's public key",
                    "The hash of the issuer's public key, so that a name alone does not do.", clause))
            try inner.serialNumber(
                "serialNumber", "serialNumber        CertificateSerialNumber", "The certificate's serial number.",
                clause)
        }
    }
}
