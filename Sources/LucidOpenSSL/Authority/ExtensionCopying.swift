import LucidOpenSSLConfiguration
import LucidX509

/// What becomes of the extensions that a request asks for: `copy_extensions`.
struct ExtensionCopying {
    enum Mode: String {
        /// They are left out.
        case none
        /// Those are added that the configuration does not set.
        case copy
        /// All are added, also in place of what the configuration sets.
        case copyall
    }

    let mode: Mode
    /// The line that says so; nil where none does.
    let line: ConfigurationValue?

    /// What became of one extension of the request.
    struct Outcome {
        let identifier: ObjectIdentifier
        let fate: Fate

        enum Fate { case leftOut, kept, replaced, refusedForTheConfiguration }
    }

    init(_ settings: AuthoritySettings) throws(Failure) {
        line = settings.optional("copy_extensions")
        guard let text = line?.text else {
            mode = .none
            return
        }
        guard let mode = Mode(rawValue: text) else { throw Failure("Invalid extension copy option: \"\(text)\"") }
        self.mode = mode
    }

    /// Adds a request's extensions to those that were made.
    func apply(_ requested: [Extension], file: String, to made: inout [MadeExtension]) -> [Outcome] {
        var outcomes: [Outcome] = []
        for item in requested {
            let isThere = made.contains { $0.value.extnID == item.extnID }
            let fate: Outcome.Fate =
                switch mode {
                case .none: .leftOut
                case .copy: isThere ? .refusedForTheConfiguration : .kept
                case .copyall: isThere ? .replaced : .kept
                }
            outcomes.append(Outcome(identifier: item.extnID, fate: fate))
            guard fate == .kept || fate == .replaced else { continue }
            made.removeAll { $0.value.extnID == item.extnID }
            made.append(MadeExtension(item, origin: .request(file)))
        }
        return outcomes
    }
}
