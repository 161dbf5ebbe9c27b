import LucidDER
import LucidModel

// RFC 5280 §4.2.1.4, §4.2.1.5 and §4.2.1.11: policies.

extension Annotator {
    mutating func certificatePolicies() throws(DERError) {
        try list(
            Meaning(
                "", "certificatePolicies ::= SEQUENCE SIZE (1..MAX) OF PolicyInformation",
                "Under which rules the certificate was issued, each named by a number.", "RFC 5280 §4.2.1.4"),
            minimumCount: 1
        ) { inner throws(DERError) in try inner.policyInformation() }
    }

    private mutating func policyInformation() throws(DERError) {
        let clause = "RFC 5280 §4.2.1.4"
        let line = nextLine
        try structure(
            Meaning("", "PolicyInformation ::= SEQUENCE { policyIdentifier, policyQualifiers }", "One policy.", clause)
        ) { inner throws(DERError) in
            let policy = try inner.objectIdentifier(
                Meaning("policyIdentifier", "policyIdentifier   CertPolicyId", "The policy's number.", clause))
            if let policy { inner.setValue(policy.shortest, ofLine: line) }
            guard !inner.isAtEnd else { return }
            try inner.list(
                Meaning(
                    "policyQualifiers", "policyQualifiers   SEQUENCE SIZE (1..MAX) OF PolicyQualifierInfo OPTIONAL",
                    "What people may read about it.", clause),
                minimumCount: 1
            ) { list throws(DERError) in try list.policyQualifier() }
        }
    }

    private mutating func policyQualifier() throws(DERError) {
        let clause = "RFC 5280 §4.2.1.4"
        try structure(
            Meaning("", "PolicyQualifierInfo ::= SEQUENCE { policyQualifierId, qualifier }", "One of these.", clause)
        ) { info throws(DERError) in
            let kind = try info.objectIdentifier(
                Meaning(
                    "policyQualifierId", "policyQualifierId  PolicyQualifierId",
                    "What kind it is: an address, or a notice.", clause))
            switch kind {
            case OID.cps:
                try info.string(
                    Meaning(
                        "qualifier", "CPSuri ::= IA5String",
                        "Where the CA's certification practice statement is: how it works, and what it promises.",
                        clause),
                    kinds: [.ia5])
            case OID.userNotice: try info.userNotice()
            default:
                try info.anything(
                    Meaning(
                        "qualifier", "qualifier          ANY DEFINED BY policyQualifierId", "What it says.", clause))
            }
        }
    }

    /// UserNotice, which programs should show; none does.
    private mutating func userNotice() throws(DERError) {
        let clause = "RFC 5280 §4.2.1.4"
        let displayText: [DERString.Kind] = [.ia5, .visible, .bmp, .utf8]
        try structure(
            Meaning(
                "qualifier", "UserNotice ::= SEQUENCE { noticeRef, explicitText }",
                "A notice that programs should show to who relies on the certificate.", clause)
        ) { notice throws(DERError) in
            if notice.isNext(.sequence) {
                try notice.structure(
                    Meaning(
                        "noticeRef", "noticeRef        NoticeReference OPTIONAL",
                        "Texts that an organisation has published, by their numbers.", clause)
                ) { reference throws(DERError) in
                    try reference.string(
                        Meaning("organization", "organization     DisplayText", "Whose texts they are.", clause),
                        kinds: displayText)
                    try reference.list(
                        Meaning(
                            "noticeNumbers", "noticeNumbers    SEQUENCE OF INTEGER", "Which of its texts.", clause)
                    ) { numbers throws(DERError) in
                        try numbers.integer(Meaning("", "INTEGER", "The number of a text.", clause))
                    }
                }
            }
            guard !notice.isAtEnd else { return }
            try notice.string(
                Meaning("explicitText", "explicitText     DisplayText OPTIONAL", "The notice itself.", clause),
                kinds: displayText)
        }
    }

    mutating func policyMappings() throws(DERError) {
        let clause = "RFC 5280 §4.2.1.5"
        try list(
            Meaning(
                "", "PolicyMappings ::= SEQUENCE SIZE (1..MAX) OF",
                "Which policies of the issuer's and of the subject's are the same.", clause),
            minimumCount: 1
        ) { inner throws(DERError) in
            try inner.structure(
                Meaning("", "SEQUENCE { issuerDomainPolicy, subjectDomainPolicy }", "One pair.", clause)
            ) { pair throws(DERError) in
                try pair.objectIdentifier(
                    Meaning(
                        "issuerDomainPolicy", "issuerDomainPolicy      CertPolicyId", "The issuer's policy.", clause))
                try pair.objectIdentifier(
                    Meaning("subjectDomainPolicy", "subjectDomainPolicy     CertPolicyId", "The subject's.", clause))
            }
        }
    }

    mutating func policyConstraints() throws(DERError) {
        let clause = "RFC 5280 §4.2.1.11"
        try structure(
            Meaning(
                "", "PolicyConstraints ::= SEQUENCE { requireExplicitPolicy [0], inhibitPolicyMapping [1] }",
                "When policies begin to matter on the path.", clause)
        ) { inner throws(DERError) in
            for (number, field, sentence) in [
                (
                    UInt8(0), "requireExplicitPolicy",
                    "After that many further certificates the path must have a valid policy."
                ),
                (1, "inhibitPolicyMapping", "After that many further certificates policies are not mapped any more."),
            ] where inner.isNext(.context(number)) {
                try inner.smallNatural(
                    Meaning(field, "\(field)           [\(number)] SkipCerts OPTIONAL", sentence, clause),
                    tag: .context(number))
            }
        }
    }
}
