import LucidDER
import LucidModel

// RFC 5280 §4.2.1.13, §4.2.2 and §5.2.5: where further things are.

extension Annotator {
    mutating func accessDescriptions(_ sentence: String, _ clause: String) throws(DERError) {
        try list(
            Meaning("", "AuthorityInfoAccessSyntax ::= SEQUENCE SIZE (1..MAX) OF AccessDescription", sentence, clause),
            minimumCount: 1
        ) { inner throws(DERError) in
            try inner.structure(
                Meaning("", "AccessDescription ::= SEQUENCE { accessMethod, accessLocation }", "One service.", clause)
            ) { description throws(DERError) in
                try description.objectIdentifier(
                    Meaning(
                        "accessMethod", "accessMethod          OBJECT IDENTIFIER", "What is to be had there.", clause))
                try description.generalName("accessLocation")
            }
        }
    }

    mutating func distributionPoints(_ sentence: String, _ clause: String) throws(DERError) {
        try list(
            Meaning("", "CRLDistributionPoints ::= SEQUENCE SIZE (1..MAX) OF DistributionPoint", sentence, clause),
            minimumCount: 1
        ) { inner throws(DERError) in try inner.distributionPoint(clause) }
    }

    private mutating func distributionPoint(_ clause: String) throws(DERError) {
        try structure(
            Meaning(
                "", "DistributionPoint ::= SEQUENCE { distributionPoint [0], reasons [1], cRLIssuer [2] }",
                "One place.", clause)
        ) { inner throws(DERError) in
            if inner.isNext(.contextConstructed(0)) { try inner.distributionPointName(clause) }
            if inner.isNext(.context(1)) { try inner.reasons("reasons", 1, clause) }
            if inner.isNext(.contextConstructed(2)) {
                try inner.generalNames(
                    "cRLIssuer", tag: .contextConstructed(2),
                    "Who signs the list, where it is not the certificate's issuer.", clause)
            }
        }
    }

    private mutating func distributionPointName(_ clause: String) throws(DERError) {
        try structure(
            Meaning(
                "distributionPoint", "distributionPoint       [0]     DistributionPointName OPTIONAL",
                "The place's name.", clause),
            tag: .contextConstructed(0)
        ) { name throws(DERError) in
            if name.isNext(.contextConstructed(0)) {
                try name.generalNames("fullName", tag: .contextConstructed(0), "Where to get it.", clause)
            } else {
                try name.relativeName("nameRelativeToCRLIssuer", tag: .contextConstructed(1))
            }
        }
    }

    private mutating func reasons(_ field: String, _ number: UInt8, _ clause: String) throws(DERError) {
        try namedBits(
            Meaning(
                field, "\(field)  [\(number)]  ReasonFlags OPTIONAL", "The list is about these reasons alone.", clause),
            tag: .context(number),
            names: [
                "unused", "keyCompromise", "cACompromise", "affiliationChanged", "superseded", "cessationOfOperation",
                "certificateHold",
                "privilegeWithdrawn", "aACompromise",
            ])
    }

    mutating func issuingDistributionPoint() throws(DERError) {
        let clause = "RFC 5280 §5.2.5"
        try structure(
            Meaning(
                "", "IssuingDistributionPoint ::= SEQUENCE",
                "Which certificates the list is about, where it is not about all of its issuer's.", clause)
        ) { inner throws(DERError) in
            if inner.isNext(.contextConstructed(0)) { try inner.distributionPointName(clause) }
            for (number, field, sentence) in [
                (UInt8(1), "onlyContainsUserCerts", "TRUE: it is about certificates of no CAs."),
                (2, "onlyContainsCACerts", "TRUE: it is about certificates of CAs."),
            ] where inner.isNext(.context(number)) {
                try inner.flag(
                    Meaning(field, "\(field)      [\(number)] BOOLEAN DEFAULT FALSE", sentence, clause),
                    tag: .context(number))
            }
            if inner.isNext(.context(3)) { try inner.reasons("onlySomeReasons", 3, clause) }
            for (number, field, sentence) in [
                (UInt8(4), "indirectCRL", "TRUE: it has certificates of other issuers too."),
                (5, "onlyContainsAttributeCerts", "TRUE: it is about attribute certificates."),
            ] where inner.isNext(.context(number)) {
                try inner.flag(
                    Meaning(field, "\(field)      [\(number)] BOOLEAN DEFAULT FALSE", sentence, clause),
                    tag: .context(number))
            }
        }
    }
}
