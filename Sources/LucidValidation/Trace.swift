public import LucidModel

/// One step of a verification, as it is told to who asks.
public enum TraceStep: Hashable, Sendable {
    /// The search dropped an issuer, before any trust anchor was reached: the subjects from the target to that issuer, and
    /// what does not fit.
    case candidateDropped(subjects: [String], finding: Finding)
    /// The search found a path and begins to validate it: the subjects from the target to the trust anchor.
    case pathFound(subjects: [String])
    /// The state variables have these values now.
    case state(PathState, PathState.Moment)
    /// A certificate comes up, and the one whose key it is checked with.
    case certificateBegun(Certificate, index: Int, signer: Certificate)
    /// A check was made. `finding` says what is wrong where it failed; `parameters` are the facts it looked at.
    case checked(Check, certificateIndex: Int?, parameters: [Finding.Parameter], finding: Finding?)
    /// The path's outcome.
    case pathFinished(isAccepted: Bool)
}

/// Somebody who listens to the steps of a verification.
///
/// The steps are only put together when somebody listens: the verifier is compiled twice, once for `Trace` and once for
/// `SilentTrace`, whose `record` does nothing and does not look at its argument.
protocol TraceSink {
    /// Whether anybody listens.
    static var isListening: Bool { get }
    mutating func record(_ step: @autoclosure () -> TraceStep)
}

/// Keeps all steps.
public struct Trace: Hashable, Sendable, TraceSink {
    /// The steps in their order.
    public private(set) var steps: [TraceStep] = []

    static var isListening: Bool { true }

    public init() {}

    mutating func record(_ step: @autoclosure () -> TraceStep) { steps.append(step()) }
}

/// Keeps nothing.
struct SilentTrace: TraceSink {
    static var isListening: Bool { false }

    @inline(__always)
    mutating func record(_ step: @autoclosure () -> TraceStep) {}
}
