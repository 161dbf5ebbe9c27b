import LucidModel
import LucidValidation

/// A part of a story as the page tells it: what a path's parts have in common stands together.
enum StoryChapter {
    /// Issuers that the search dropped, one after the other.
    case branches([Branch])
    case path(PathChapter)
    /// What the search itself found, such as that there is no path.
    case search([VerificationStory.MadeCheck])

    /// A branch of the search that was not taken: the subjects up to the issuer that it dropped, and why.
    struct Branch {
        let subjects: [String]
        let finding: Finding
    }
}

/// A path that was validated.
struct PathChapter {
    /// Its number among the paths that were tried.
    let number: Int
    /// From the certificate in question up to the trust anchor.
    let subjects: [String]
    /// The trust anchor by itself.
    var anchorChecks: [VerificationStory.MadeCheck] = []
    /// The state variables at the beginning.
    var initial: PathState?
    /// From the one that the trust anchor issued to the one in question.
    var certificates: [CertificateChapter] = []
    var useChecks: [VerificationStory.MadeCheck] = []
    var isAccepted = false

    /// One certificate, and the state variables before and after it.
    struct CertificateChapter {
        let step: VerificationStory.CertificateStep
        var change: (before: PathState, after: PathState, PathState.Moment)?
    }

    /// The checks of a certificate: 0 is the one in question, behind the last one comes the trust anchor.
    func checks(ofCertificate index: Int) -> [VerificationStory.MadeCheck] {
        certificates.first { $0.step.index == index }?.step.checks ?? (index == anchorIndex ? anchorChecks : [])
    }

    /// The index of the trust anchor, where it stands outside of the path.
    var anchorIndex: Int { certificates.count }

    var allChecks: [VerificationStory.MadeCheck] {
        anchorChecks + certificates.flatMap(\.step.checks) + useChecks
    }
}

extension VerificationStory {
    /// The story's parts, put together.
    var chapters: [StoryChapter] {
        var chapters: [StoryChapter] = []
        var path: PathChapter?
        for part in parts {
            if path != nil, path?.take(part) == true { continue }
            switch part {
            case .branch(let subjects, let finding):
                chapters.add(StoryChapter.Branch(subjects: subjects, finding: finding))
            case .path(let number, let subjects): path = PathChapter(number: number, subjects: subjects)
            case .checks(_, let checks): chapters.append(.search(checks))
            case .outcome(let isAccepted):
                guard var whole = path else { continue }
                whole.isAccepted = isAccepted
                chapters.append(.path(whole))
                path = nil
            case .state, .certificate: continue
            }
        }
        return chapters
    }
}

extension PathChapter {
    /// Takes a part that belongs to a path. False where it does not.
    fileprivate mutating func take(_ part: VerificationStory.Part) -> Bool {
        switch part {
        case .checks(.trustAnchor, let checks): anchorChecks += checks
        case .checks(_, let checks): useChecks += checks
        case .state(let state, nil, _): initial = state
        case .state(let state, .some(let before), let moment):
            guard !certificates.isEmpty else { return false }
            certificates[certificates.count - 1].change = (before, state, moment)
        case .certificate(let step): certificates.append(CertificateChapter(step: step))
        case .branch, .path, .outcome: return false
        }
        return true
    }
}

extension [StoryChapter] {
    /// Puts a branch to those before it.
    fileprivate mutating func add(_ branch: StoryChapter.Branch) {
        if case .branches(let others)? = last {
            self[count - 1] = .branches(others + [branch])
        } else {
            append(.branches([branch]))
        }
    }
}
