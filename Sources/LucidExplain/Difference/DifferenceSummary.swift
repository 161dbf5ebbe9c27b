import LucidDER
import LucidModel

/// What two structures are to each other, in short.
public struct DifferenceSummary: Hashable, Sendable {
    /// How they are related.
    public enum Relation: String, Hashable, Sendable, CaseIterable {
        /// The same octets.
        case same
        /// The same signed part with another signature.
        case signedAgain
        /// The same contents in other octets.
        case encodedAgain
        /// One is the precertificate of the other.
        case precertificate
        /// The same key, names and issuer for another time, and nothing else changed.
        case renewal
        /// The same key, names and issuer, with other contents or made a second time for the same time.
        case reissue
        /// The same subject with another key.
        case rekey
        /// The same CA's subject and key, by another issuer.
        case crossCertificate
        /// The same subject and key, by another issuer, and not both are a CA's.
        case certifiedTwice
        /// The same key, with other names.
        case renamed
        /// One issued the other.
        case issuer
        /// The same subject, and another key and issuer.
        case namesake
        /// The same key for another subject.
        case sharedKey
        /// Nothing but the issuer in common.
        case sibling
        case unrelated
        /// Revocation lists of one issuer, one newer than the other.
        case newerList
        /// A certificate that fits a request.
        case answer
        /// Other structures, of which there is nothing more to say than their differences.
        case other
    }

    /// Whether something is the same in both.
    public enum Answer: String, Hashable, Sendable {
        /// Octet for octet.
        case same
        /// To the standard, but not octet for octet.
        case equivalent
        case different
    }

    /// One question and its answer.
    public struct Fact: Hashable, Sendable {
        /// `key`, `subject`, `issuer`, `names`, `term`, `entries`, `extensions`.
        public let subject: String
        public let answer: Answer
        /// The answer in words.
        public let text: String
    }

    public let relation: Relation
    /// What they are to each other, in a sentence or two.
    public let headline: String
    /// Where the word is from, or the rule; empty where there is none.
    public let clause: String
    public let facts: [Fact]

    init(_ a: ComparedParts, _ b: ComparedParts, _ differences: [Difference]) {
        let questions = SummaryQuestions(a, b)
        facts = questions.facts
        let verdict =
            a.octets == b.octets && DifferenceProblem.isOneKind(a.kind, b.kind)
            ? RelationVerdict(.same, "The same, octet for octet.", "")
            : RelationVerdict(a, b, questions, differences)
        (relation, headline, clause) = (verdict.relation, verdict.headline, verdict.clause)
    }
}

/// A relation with its words.
struct RelationVerdict {
    let relation: DifferenceSummary.Relation
    let headline: String
    let clause: String

    init(_ relation: DifferenceSummary.Relation, _ headline: String, _ clause: String) {
        self.relation = relation
        self.headline = headline
        self.clause = clause
    }
}
