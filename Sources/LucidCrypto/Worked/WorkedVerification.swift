public import LucidNumber

/// The verification of a signature with all of its numbers, for people to follow and to compute again.
///
/// It is computed by the reference engines, which are slow and to be read; what decides in Lucid are the fast ones. The tests compare
/// the two, and every number with Python's integers.
public struct WorkedVerification: Hashable, Sendable {
    /// The procedure's name in its standard: `RSASSA-PKCS1-V1_5-VERIFY`.
    public let procedure: String
    /// `RFC 8017 §8.2.2`
    public let clause: String
    /// What goes in, then each step.
    public internal(set) var steps: [WorkedStep] = []
    /// Whether the signature is valid.
    public internal(set) var isValid = false

    init(_ procedure: String, _ clause: String) {
        self.procedure = procedure
        self.clause = clause
    }

    /// Appends what goes in.
    mutating func input(_ name: String, _ value: WorkedStep.Value, _ sentence: String) {
        steps.append(WorkedStep(label: "", name: name, formula: "", value: value, sentence: sentence))
    }

    /// Appends a step of the procedure.
    mutating func step(
        _ label: String, _ name: String, _ formula: String, _ value: WorkedStep.Value, _ sentence: String
    ) {
        steps.append(WorkedStep(label: label, name: name, formula: formula, value: value, sentence: sentence))
    }

    /// Appends a decision. Returns it.
    mutating func decide(_ label: String, _ formula: String, _ holds: Bool, _ sentence: String) -> Bool {
        steps.append(WorkedStep(label: label, name: "", formula: formula, value: .decision(holds), sentence: sentence))
        return holds
    }
}

/// One step of a computation: `m = s^e mod n`, its number and a sentence.
public struct WorkedStep: Hashable, Sendable {
    /// The step's number in the standard, such as `2`; empty for what goes in.
    public let label: String
    /// What the standard calls the result: `m`; empty for decisions.
    public let name: String
    /// How it is computed: `s^e mod n`; empty for what goes in.
    public let formula: String
    public let value: Value
    /// One plain sentence.
    public let sentence: String
    /// Whether the value is part of a private key.
    public let isSecret: Bool

    init(label: String, name: String, formula: String, value: Value, sentence: String, isSecret: Bool = false) {
        self.label = label
        self.name = name
        self.formula = formula
        self.value = value
        self.sentence = sentence
        self.isSecret = isSecret
    }

    /// What a step results in.
    public enum Value: Hashable, Sendable {
        case number(Natural)
        case octets([UInt8])
        /// Octets that fall into parts with names of their own.
        case parts([Part])
        case point(x: Natural, y: Natural)
        /// The neutral point of a curve.
        case neutralPoint
        case text(String)
        case decision(Bool)
    }

    /// A part of octets.
    public struct Part: Hashable, Sendable {
        public let name: String
        public let octets: [UInt8]

        init(_ name: String, _ octets: some Sequence<UInt8>) {
            self.name = name
            self.octets = Array(octets)
        }
    }
}
