import ArgumentParser
import LucidAuthority
import LucidX509

extension RenewalProblem {
    /// The problem as a sentence or more that say what to do.
    var sentence: String {
        switch self {
        case .ownAuthority: "is one of the CA's own certificates; a new CA is made with `lucid ca init`"
        case .ownResponder: "is the CA's own OCSP responder; `lucid ca ocsp --new-responder` makes the next one"
        case .indexLineOnly:
            "is known by a line of an index alone; what it says is not known, so it can not be said again"
        case .keyCompromised:
            "its key is known to others, so it is not certified again; --new-key makes a new one, or name another certificate"
        case .refused(let refusals):
            refusals.map(\.sentence).joined(separator: "; ") + "; policy.json says what is allowed"
        case .noPlace: "the CA does not know where its files are; name a folder with --out"
        case .changedFile(let path):
            "\(path.safeToShow) is not as Lucid wrote it; --force replaces it, and --out writes elsewhere"
        case .noKeyFile(let path):
            "\(path.safeToShow) is not there: its key was made elsewhere, so a new one has to be made there, with a new request"
        case .encryptedKeyFile(let path):
            "\(path.safeToShow) has a passphrase, and the new key would have none; --force replaces it all the same"
        case .keyOfAnother(let path):
            "\(path.safeToShow) is not the certificate's key; --out writes elsewhere, and --new-key --force puts a new key in its place"
        case .file(let problem) where problem.reason == .notFound:
            "\(problem.sentence); name another place with --out, or revoke the certificate where it is no longer used"
        case .file(let problem): problem.sentence
        case .authority(let problem): problem.sentence
        case .undelivered(let serial, let problem):
            "\(problem.sentence); the new certificate \(serial) is in the CA, and the next `lucid ca renew` writes it; if it never can, `lucid ca renew --out DIR \(serial)` goes elsewhere, and `lucid ca revoke \(serial)` gives it up"
        case .keyLost(let serial):
            "the new certificate \(serial) is in the CA, but its new key is gone; renew \(serial) with --new-key once more"
        }
    }

    /// 1 where a rule stands against it, 2 where something is not as it has to be.
    var exitCode: ExitCode {
        switch self {
        case .ownAuthority, .ownResponder, .keyCompromised, .refused, .authority(.authorityRevoked): .refused
        default: .unusable
        }
    }
}
