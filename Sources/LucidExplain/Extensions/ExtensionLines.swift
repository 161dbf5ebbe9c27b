import LucidDER
import LucidModel
import LucidReport

// RFC 5280 §4.2: extensions.

extension Annotator {
    /// Extensions ::= SEQUENCE OF Extension
    mutating func extensions(_ field: String) throws(DERError) {
        try structure(
            Meaning(
                field, "Extensions  ::=  SEQUENCE SIZE (1..MAX) OF Extension", "The list of extensions.",
                "RFC 5280 §4.1")
        ) { inner throws(DERError) in
            var index = 0
            while !inner.isAtEnd {
                try inner.anExtension("[\(index)]")
                index += 1
            }
        }
    }

    private mutating func anExtension(_ field: String) throws(DERError) {
        let line = nextLine
        try structure(
            Meaning(
                field, "Extension  ::=  SEQUENCE { extnID, critical, extnValue }",
                "One extension: which, whether it must be understood, and what it says.",
                "RFC 5280 §4.2")
        ) { inner throws(DERError) in
            let identifier = try inner.objectIdentifier(
                Meaning("extnID", "extnID      OBJECT IDENTIFIER", "Which extension it is.", "RFC 5280 §4.2"))
            if let identifier { inner.setValue(identifier.nameOrNumbers, ofLine: line) }
            if inner.isNext(.boolean) {
                try inner.boolean(
                    Meaning(
                        "critical", "critical    BOOLEAN DEFAULT FALSE",
                        "TRUE: who does not know this extension must refuse the certificate.", "RFC 5280 §4.2"))
            }
            try inner.extensionValue(identifier)
        }
    }

    private mutating func extensionValue(_ identifier: ObjectIdentifier?) throws(DERError) {
        let meaning = Meaning(
            "extnValue", "extnValue   OCTET STRING",
            "A wrapping, so that who does not know the extension can skip its value.",
            "RFC 5280 §4.2")
        guard let identifier, let lines = ExtensionLines.known[identifier] else {
            try octetString(
                Meaning(
                    "extnValue", "extnValue   OCTET STRING",
                    "The value of an extension that Lucid has no description of.",
                    "RFC 5280 §4.2"))
            return
        }
        try container(meaning, tag: .octetString) { inner throws(DERError) in try lines(&inner) }
    }
}

/// The extensions that can be explained, each with the function that does it.
enum ExtensionLines {
    typealias Lines = @Sendable (inout Annotator) throws(DERError) -> Void

    static let known: [ObjectIdentifier: Lines] = [
        OID.authorityKeyIdentifier: { a throws(DERError) in try a.authorityKeyIdentifier() },
        OID.subjectKeyIdentifier: { a throws(DERError) in try a.subjectKeyIdentifier() },
        OID.keyUsage: { a throws(DERError) in try a.keyUsage() },
        OID.extKeyUsage: { a throws(DERError) in try a.extendedKeyUsage() },
        OID.basicConstraints: { a throws(DERError) in try a.basicConstraints() },
        OID.subjectAltName: { a throws(DERError) in
            try a.generalNames(
                "", "The names that the certificate is for: a host is looked up here, and nowhere else.",
                "RFC 5280 §4.2.1.6")
        },
        OID.issuerAltName: { a throws(DERError) in
            try a.generalNames("", "Further names of the issuer; nobody looks at them.", "RFC 5280 §4.2.1.7")
        },
        OID.certificateIssuer: { a throws(DERError) in
            try a.generalNames("", "Who issued the certificate that this entry revokes.", "RFC 5280 §5.3.3")
        },
        OID.nameConstraints: { a throws(DERError) in try a.nameConstraints() },
        OID.certificatePolicies: { a throws(DERError) in try a.certificatePolicies() },
        OID.policyMappings: { a throws(DERError) in try a.policyMappings() },
        OID.policyConstraints: { a throws(DERError) in try a.policyConstraints() },
        OID.inhibitAnyPolicy: { a throws(DERError) in
            try a.integer(
                Meaning(
                    "", "InhibitAnyPolicy ::= SkipCerts",
                    "After that many further certificates anyPolicy stands for no policy any more.",
                    "RFC 5280 §4.2.1.14"))
        },
        OID.cRLDistributionPoints: { a throws(DERError) in
            try a.distributionPoints(
                "Where to get the revocation lists that would name this certificate.", "RFC 5280 §4.2.1.13")
        },
        OID.freshestCRL: { a throws(DERError) in
            try a.distributionPoints(
                "Where to get the changes since the last full revocation list.", "RFC 5280 §4.2.1.15")
        },
        OID.authorityInfoAccess: { a throws(DERError) in
            try a.accessDescriptions("Where the issuer's certificate and its OCSP responder are.", "RFC 5280 §4.2.2.1")
        },
        OID.subjectInfoAccess: { a throws(DERError) in
            try a.accessDescriptions("Where the subject's services are.", "RFC 5280 §4.2.2.2")
        },
        OID.subjectDirectoryAttributes: { a throws(DERError) in
            try a.attributes("", "Further facts about the subject.", "RFC 5280 §4.2.1.8")
        },
        OID.tlsFeature: { a throws(DERError) in try a.tlsFeature() },
        OID.netscapeCertType: { a throws(DERError) in
            try a.namedBits(
                Meaning(
                    "", "NetscapeCertType ::= BIT STRING",
                    "Netscape's usages, from before keyUsage; nobody looks at them.",
                    "Netscape's certificate extensions"),
                names: [
                    "SSL client", "SSL server", "S/MIME", "object signing", "reserved", "SSL CA", "S/MIME CA",
                    "object signing CA",
                ])
        },
        OID.netscapeComment: { a throws(DERError) in
            try a.anything(
                Meaning(
                    "", "NetscapeComment ::= IA5String", "A remark for people.", "Netscape's certificate extensions"))
        },
        OID.signedCertificateTimestampList: { a throws(DERError) in try a.signedCertificateTimestamps() },
        OID.cRLNumber: { a throws(DERError) in
            try a.integer(
                Meaning(
                    "", "CRLNumber ::= INTEGER (0..MAX)", "The list's number: each is higher than the one before.",
                    "RFC 5280 §5.2.3"))
        },
        OID.deltaCRLIndicator: { a throws(DERError) in
            try a.integer(
                Meaning(
                    "", "BaseCRLNumber ::= CRLNumber",
                    "This list has only what changed since the full list of that number.", "RFC 5280 §5.2.4"))
        },
        OID.issuingDistributionPoint: { a throws(DERError) in try a.issuingDistributionPoint() },
        OID.reasonCode: { a throws(DERError) in
            try a.enumerated(
                Meaning("", "CRLReason ::= ENUMERATED", "Why the certificate was revoked.", "RFC 5280 §5.3.1")
            ) {
                reasonNames[$0] ?? "\($0)"
            }
        },
        OID.invalidityDate: { a throws(DERError) in
            try a.generalizedTime(
                Meaning(
                    "", "InvalidityDate ::=  GeneralizedTime",
                    "From when on the key is believed to have been in wrong hands.", "RFC 5280 §5.3.2"))
        },
    ]

    /// CRLReason (RFC 5280 §5.3.1).
    private static let reasonNames: [Int: String] = [
        0: "unspecified (0)", 1: "keyCompromise (1)", 2: "cACompromise (2)", 3: "affiliationChanged (3)",
        4: "superseded (4)",
        5: "cessationOfOperation (5)", 6: "certificateHold (6)", 8: "removeFromCRL (8)", 9: "privilegeWithdrawn (9)",
        10: "aACompromise (10)",
    ]
}
