import LucidDER
import LucidModel

// RFC 5280 §4.2.1.4, §4.2.1.5 and §4.2.1.11: policies.

extension Annotator {
    mutating func certificatePolicies() throws(DERError) {
        try structure(
            Meaning(
                "", "certificatePolicies ::= SEQUENCE SIZE (1..MAX) OF PolicyInformation",
                "Under which rules the certificate was issued, each named by a number.", "RFC 5280 §4.2.1.4")
        ) { inner throws(DERError) in
            while !inner.isAtEnd { try inner.policyInformation() }
        }
    }

    private mutating func policyInformation() throws(DERError) {
        let clause = "RFC 5280 §4.2.1.4"
        try structure(
            Meaning("", "PolicyInformation ::= SEQUENCE { policyIdentifier, policyQualifiers }", "One policy.", clause)
        ) { inner throws(DERError) in
            try inner.objectIdentifier(
                Meaning("policyIdentifier", "policyIdentifier   CertPolicyId", "The policy's number.", clause))
            guard !inner.isAtEnd else { return }
            try inner.structure(
                Meaning(
                    "policyQualifiers", "policyQualifiers   SEQUENCE SIZE (1..MAX) OF PolicyQualifierInfo OPTIONAL",
                    "What people may read about it.", clause)
            ) { list throws(DERError) in
                while !list.isAtEnd {
                    try list.structure(
                        Meaning(
                            "", "PolicyQualifierInfo ::= SEQUENCE { policyQualifierId, qualifier }", "One of these.",
                            clause)
                    ) { info throws(DERError) in
                        try info.objectIdentifier(
                            Meaning(
                                "policyQualifierId", "policyQualifierId  PolicyQualifierId",
                                "What kind it is: an address, or a notice.", clause))
                        try info.anything(
                            Meaning(
                                "qualifier", "qualifier          ANY DEFINED BY policyQualifierId",
                                "The address or the notice.", clause))
                    }
                }
            }
        }
    }

    mutating func policyMappings() throws(DERError) {
        let clause = "RFC 5280 §4.2.1.5"
        try structure(
            Meaning(
                "", "PolicyMappings ::= SEQUENCE SIZE (1..MAX) OF",
                "Which policies of the issuer's and of the subject's are the same.", clause)
        ) { inner throws(DERError) in
            while !inner.isAtEnd {
                try inner.structure(
                    Meaning("", "SEQUENCE { issuerDomainPolicy, subjectDomainPolicy }", "One pair.", clause)
                ) { pair throws(DERError) in
                    try pair.objectIdentifier(
                        Meaning(
                            "issuerDomainPolicy", "issuerDomainPolicy      CertPolicyId", "The issuer's policy.", clause
                        ))
                    try pair.objectIdentifier(
                        Meaning("subjectDomainPolicy", "subjectDomainPolicy     CertPolicyId", "The subject's.", clause)
                    )
                }
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
                try inner.integer(
                    Meaning(field, "\(field)           [\(number)] SkipCerts OPTIONAL", sentence, clause),
                    tag: .context(number))
            }
        }
    }
}
