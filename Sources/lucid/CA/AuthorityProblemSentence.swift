import LucidAuthority
import LucidX509

extension AuthorityProblem {
    /// The problem as one sentence that says what to do.
    var sentence: String {
        switch self {
        case .noAuthority(let folder):
            "\(folder.safeToShow): there is no CA; make one with `lucid ca init --ca \(ShellWord.quoted(folder))`, or name its folder with --ca"
        case .folderInUse(let folder):
            "\(folder.safeToShow): is not empty; a CA is made in a new or empty folder, which --ca names"
        case .foreignOwner(let path, let owner):
            "\(path.safeToShow): belongs to user \(owner); run this as that user, so that no file changes hands: sudo -u '#\(owner)' lucid …"
        case .readOnly(let path):
            "\(path.safeToShow): can not be written; the CA can be read here (list, status), but nothing can be issued or revoked"
        case .openToOthers(let path, let permissions, let wanted):
            "\(path.safeToShow): others can use it (mode \(octal(permissions))); close it with `chmod \(octal(wanted)) \(ShellWord.quoted(path))`"
        case .file(let problem): problem.sentence
        case .notACADatabase(let path):
            "\(path.safeToShow): is not the database of a CA made by Lucid; it was left as it is"
        case .newerVersion(let path, let found, let known):
            "\(path.safeToShow): was made by a later Lucid (version \(found) of the database; this one knows \(known)); install that one; it was left as it is"
        case .damaged(let path, let detail):
            "\(path.safeToShow): is damaged (\(detail.safeToShow)); put back a copy of it; it was left as it is"
        case .busy(let path):
            "\(path.safeToShow): other processes have been using it for a minute; try again later"
        case .diskFull(let path): "\(path.safeToShow): no space left on the disk; nothing was changed"
        case .database(let path, let error):
            "\(path.safeToShow): \(error.message.safeToShow) (SQLite's error \(error.code))"
        case .keyMissing(let path):
            "\(path.safeToShow): the key is not there; a key that was carried away must be brought back for this"
        case .keyUnusable(let path, let problem): "\(path.safeToShow): \(problem.sentence)"
        case .keyOfAnother(let path): "\(path.safeToShow): is not the key that the CA's certificate is for"
        case .unsupportedKey(.rsa): "RSA keys have an even number of bits from 2048 to 8192"
        case .unsupportedKey(let kind): "no key of the kind \(kind) can be made"
        case .issuing(let problem): problem.sentence
        case .noSuchRole(let role): "the CA has no \(role.rawValue) authority"
        case .noSuchCertificate(let text):
            "\(text.safeToShow): no certificate with this serial number or name was issued here"
        case .serialNumberTaken(let serial): "there is a certificate with the serial number \(serial) already"
        case .alreadyRevoked(let serial): "the certificate \(serial) is revoked already"
        case .notRevoked(let serial): "the certificate \(serial) is not revoked"
        case .notOnHold(let serial): "the certificate \(serial) is revoked for good; only one on hold can be released"
        case .reasonStays(let serial, let revocation):
            "the certificate \(serial) is revoked since \(revocation.time) (\(revocation.reason)), and that reason stays; only certificateHold ends (RFC 5280 §5.3.1)"
        case .alreadyReplaced(let serial): "the certificate \(serial) was replaced by another one already"
        case .authorityRevoked(let role):
            "the \(role.rawValue) CA's own certificate is revoked: nobody would accept what it issues"
        case .listSigningNotAllowed(let role):
            "the \(role.rawValue) CA's certificate does not let its key sign CRLs: its key usage has no cRLSign (RFC 5280 §4.2.1.3)"
        case .noCompleteList(let role):
            "a delta CRL says what has changed since a complete one, and the \(role.rawValue) CA has none; make one with `lucid ca crl`"
        case .listFromTheFuture(let number, let time):
            "CRL \(number) was issued at \(time), which is still to come: set the clock right, or wait"
        }
    }

    private func octal(_ permissions: UInt32) -> String {
        let digits = String(permissions, radix: 8)
        return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}

/// Words of a shell command.
enum ShellWord {
    /// A text as a shell takes it for one word.
    static func quoted(_ text: String) -> String {
        let isPlain =
            !text.isEmpty && text.allSatisfy { ($0.isASCII && ($0.isLetter || $0.isNumber)) || "/._-".contains($0) }
        if isPlain && text.first != "-" { return text }
        return "'" + text.safeToShow.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
            + "'"
    }
}
