import LucidDER
import LucidModel

// RFC 5652 (CMS) and RFC 2315 (PKCS #7): bundles, and signed messages.

extension Annotator {
    /// ContentInfo, whose content is explained where it is signed or encrypted data; `data` explains the octets of plain data.
    mutating func contentInfo(
        _ field: String = "", _ data: ((inout Annotator) throws(DERError) -> Void)? = nil
    ) throws(DERError) {
        let clause = "RFC 5652 §3"
        let line = nextLine
        try structure(
            Meaning(
                field, "ContentInfo ::= SEQUENCE { contentType, content [0] }",
                "Something of a type that a number tells: the outermost structure of PKCS #7.", clause)
        ) { inner throws(DERError) in
            let type = try inner.objectIdentifier(
                Meaning("contentType", "contentType ContentType", "What is inside.", clause))
            if let type { inner.setValue(type.shortest, ofLine: line) }
            guard !inner.isAtEnd else { return }
            try inner.tagged(0, "content", "A tag around what is inside.", clause) { tag throws(DERError) in
                switch type {
                case OID.pkcs7SignedData: try tag.signedData()
                case OID.pkcs7EncryptedData: try tag.encryptedData()
                case OID.pkcs7Data where data != nil && tag.isNext(.octetString):
                    try tag.container(
                        Meaning(
                            "", "Data ::= OCTET STRING", "Octets, with a structure of their own here.", "RFC 5652 §4"),
                        tag: .octetString
                    ) { octets throws(DERError) in try data?(&octets) }
                default:
                    try tag.anything(Meaning("", "ANY DEFINED BY contentType", "What is inside.", clause))
                }
            }
        }
    }

    private mutating func signedData() throws(DERError) {
        let clause = "RFC 5652 §5.1"
        try structure(
            Meaning(
                "",
                "SignedData ::= SEQUENCE { version, digestAlgorithms, encapContentInfo, certificates [0], crls [1], signerInfos }",
                "Signed data, mostly without any signer: then it is a bundle of certificates, a .p7b file.", clause)
        ) { inner throws(DERError) in
            try inner.smallNatural(
                Meaning("version", "version CMSVersion", "The version, which follows from what is inside.", clause))
            try inner.list(
                Meaning(
                    "digestAlgorithms", "digestAlgorithms SET OF DigestAlgorithmIdentifier",
                    "The hash functions of the signers, so that a reader can hash while it still reads.", clause),
                tag: .set
            ) { set throws(DERError) in
                try set.algorithm("", "The hash function of one signer or more.", clause)
            }
            try inner.contentInfo("encapContentInfo")
            if inner.isNext(.contextConstructed(0)) {
                try inner.list(
                    Meaning(
                        "certificates", "certificates [0] IMPLICIT CertificateSet OPTIONAL", "Certificates.",
                        "RFC 5652 §10.2.3"), tag: .contextConstructed(0)
                ) { set throws(DERError) in
                    if set.isNext(.sequence) { return try set.certificate() }
                    try set.anything(
                        Meaning(
                            "", "CertificateChoices", "A certificate of another kind than X.509's.", "RFC 5652 §10.2.2")
                    )
                }
            }
            if inner.isNext(.contextConstructed(1)) {
                try inner.list(
                    Meaning(
                        "crls", "crls [1] IMPLICIT RevocationInfoChoices OPTIONAL", "Revocation lists.",
                        "RFC 5652 §10.2.1"), tag: .contextConstructed(1)
                ) { set throws(DERError) in
                    if set.isNext(.sequence) { return try set.revocationList() }
                    try set.anything(
                        Meaning("", "OtherRevocationInfoFormat", "An OCSP response, or the like.", "RFC 5652 §10.2.1"))
                }
            }
            try inner.list(
                Meaning(
                    "signerInfos", "signerInfos SET OF SignerInfo",
                    "Who signed, and the signatures; empty in a bundle.",
                    clause), tag: .set
            ) { set throws(DERError) in try set.signerInfo() }
        }
    }

    private mutating func signerInfo() throws(DERError) {
        let clause = "RFC 5652 §5.3"
        try structure(
            Meaning(
                "",
                "SignerInfo ::= SEQUENCE { version, sid, digestAlgorithm, signedAttrs [0], signatureAlgorithm, signature, unsignedAttrs [1] }",
                "One signer. Lucid explains such signatures and verifies none.", clause)
        ) { inner throws(DERError) in
            try inner.smallNatural(
                Meaning("version", "version CMSVersion", "1 names the signer by issuer, 3 by key.", clause))
            if inner.isNext(.context(0)) {
                try inner.octetString(
                    Meaning(
                        "sid", "subjectKeyIdentifier [0] SubjectKeyIdentifier", "The signer, by its key's identifier.",
                        clause), tag: .context(0))
            } else {
                try inner.structure(
                    Meaning(
                        "sid", "issuerAndSerialNumber IssuerAndSerialNumber", "The signer, by its certificate.", clause)
                ) { sid throws(DERError) in
                    try sid.name("issuer", "Who issued the signer's certificate.", "RFC 5652 §10.2.4")
                    try sid.serialNumber(
                        "serialNumber", "serialNumber CertificateSerialNumber", "That certificate's serial number.",
                        "RFC 5652 §10.2.4")
                }
            }
            try inner.algorithm("digestAlgorithm", "The hash function.", clause)
            if inner.isNext(.contextConstructed(0)) {
                try inner.attributes(
                    "signedAttrs", tag: .contextConstructed(0), minimumCount: 1, areValuesSorted: false,
                    "What is signed: with these, the signature is over them, and one of them is the content's hash.",
                    clause)
            }
            let algorithm = try inner.algorithm("signatureAlgorithm", "The algorithm of the signature.", clause)
            try inner.signatureOctets(
                by: algorithm,
                Meaning(
                    "signature", "signature SignatureValue ::= OCTET STRING",
                    "The signer's signature\(algorithm.map { ", by " + $0.shortest } ?? "").", clause))
            if inner.isNext(.contextConstructed(1)) {
                try inner.attributes(
                    "unsignedAttrs", tag: .contextConstructed(1), minimumCount: 1, areValuesSorted: false,
                    "Remarks that no signature protects, such as a time stamp.", clause)
            }
        }
    }

    /// EncryptedData (RFC 5652 §8).
    private mutating func encryptedData() throws(DERError) {
        let clause = "RFC 5652 §8"
        try structure(
            Meaning(
                "", "EncryptedData ::= SEQUENCE { version, encryptedContentInfo, unprotectedAttrs [1] }",
                "Something encrypted, here under a passphrase.", clause)
        ) { inner throws(DERError) in
            try inner.smallNatural(Meaning("version", "version CMSVersion", "The version.", clause))
            try inner.structure(
                Meaning(
                    "encryptedContentInfo",
                    "EncryptedContentInfo ::= SEQUENCE { contentType, contentEncryptionAlgorithm, encryptedContent [0] }",
                    "What is encrypted, and how.", "RFC 5652 §6.1")
            ) { info throws(DERError) in
                try info.objectIdentifier(
                    Meaning("contentType", "contentType ContentType", "What it is when decrypted.", "RFC 5652 §6.1"))
                try info.algorithm("contentEncryptionAlgorithm", "How it is encrypted.", "RFC 5652 §6.1")
                guard !info.isAtEnd else { return }
                let meaning = Meaning(
                    "encryptedContent", "encryptedContent [0] IMPLICIT EncryptedContent OPTIONAL",
                    "The encrypted octets, which can not be explained without the passphrase.", "RFC 5652 §6.1")
                if info.isNext(.contextConstructed(0)) { return try info.anything(meaning) }
                try info.octetString(meaning, tag: .context(0))
            }
            if inner.isNext(.contextConstructed(1)) {
                try inner.attributes(
                    "unprotectedAttrs", tag: .contextConstructed(1), areValuesSorted: false, "Remarks.", clause)
            }
        }
    }
}
