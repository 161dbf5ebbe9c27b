public import LucidValidation

/// What there is about one check of the verifier: where it is made, and what shows that it works.
///
/// The places, the tests and the cases come from tables that `Scripts/evidence` makes from the sources, the tests and a run of
/// `lucid-conformance`; Documentation/evidence.md tells what they claim. They are read when somebody asks for the first time.
public struct Evidence: Hashable, Sendable {
    /// The check.
    public let check: Check
    /// The heading that it stands under in Check.swift.
    public let group: String
    /// Where the verifier makes it.
    public let places: [Place]
    /// The tests that name it.
    public let tests: [Test]
    /// What the suites of cases say about it, those that do.
    public let suites: [SuiteCases]
    /// The files of signatures that the same function verifies; empty for checks that are about no signature.
    public let vectors: [VectorFile]

    /// What is known about a check.
    public static func of(_ check: Check) -> Evidence { all[Int(check.rawValue)] }

    /// What is known about each check, in the order of Check.swift.
    public static let all: [Evidence] = EvidenceReader.read()

    /// The check's name.
    public var id: String { check.id }
    /// The clause that asks for it.
    public var clause: String { check.clause }
    /// What it asks, in one sentence.
    public var question: String { check.question }

    /// The tests in which it fails, as it must.
    public var failingTests: [Test] { tests.filter { $0.outcome == .fails } }
    /// How many cases of the suites it refuses, alone or with others.
    public var refusedCaseCount: Int { suites.reduce(0) { $0 + $1.alone.count + $1.withOthers.count } }
    /// In how many cases of the suites it held.
    public var heldCaseCount: Int { suites.reduce(0) { $0 + $1.heldCount } }
}

extension Evidence {
    /// A line of the verifier's source.
    public struct Place: Hashable, Sendable {
        /// The file's path in the repository.
        public let file: String
        /// Its line, from 1.
        public let line: Int
        /// The function around it.
        public let function: String
    }

    /// A test that names the check.
    public struct Test: Hashable, Sendable {
        /// What it says.
        public let sentence: String
        /// The file's path in the repository.
        public let file: String
        /// Its line, from 1.
        public let line: Int
        /// What has to become of the check.
        public let outcome: Outcome
        /// Where it is a row of a table: the tests that the row is put through. Empty where it is a test by itself.
        public let runners: [Runner]
    }

    /// What a test wants of a check.
    public enum Outcome: String, Hashable, Sendable {
        case fails, holds
    }

    /// A test over a table.
    public struct Runner: Hashable, Sendable {
        /// What it says.
        public let sentence: String
        /// The file's path in the repository.
        public let file: String
        /// Its line, from 1.
        public let line: Int
    }

    /// A suite of cases for path validation.
    public enum Suite: String, Hashable, Sendable, CaseIterable {
        case limbo
        case ownLimbo = "own-limbo"
        case pkits

        /// What its cases are called, for people.
        public var name: String {
            switch self {
            case .limbo: "x509-limbo"
            case .ownLimbo: "Lucid's own cases in limbo's form"
            case .pkits: "cases in the shape of NIST's PKITS"
            }
        }

        /// A case's id, for people: no case of `pkits` is one of NIST's own.
        public func label(_ id: String) -> String { self == .pkits ? "in the shape of PKITS \(id)" : id }
    }

    /// What a suite says about a check.
    public struct SuiteCases: Hashable, Sendable {
        /// Which suite.
        public let suite: Suite
        /// In how many of its cases the check was made, and held for every certificate and on every path.
        public let heldCount: Int
        /// The cases that this check refuses, and no other.
        public let alone: [String]
        /// The cases that this check refuses together with others.
        public let withOthers: [String]
    }

    /// How many cases a suite has, whatever they are about.
    public struct SuiteSize: Hashable, Sendable {
        /// Which suite.
        public let suite: Suite
        /// All its cases.
        public let caseCount: Int
        /// How many of them are accepted; all others are refused by a check.
        public let acceptedCount: Int
    }

    /// A file of Project Wycheproof.
    public struct VectorFile: Hashable, Sendable {
        /// The file's name, without folders.
        public let name: String
        /// How many of its signatures are valid, and accepted.
        public let acceptedCount: Int
        /// How many of its signatures are not, and refused.
        public let refusedCount: Int
    }

    /// The suites that the tables were made from.
    public static var suiteSizes: [SuiteSize] { EvidenceReader.cases.sizes }
}
