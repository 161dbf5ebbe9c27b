import ArgumentParser
import LucidAuthority
import LucidX509

/// A certificate of the CA as an argument: its serial number, one of its names, or a file with it.
struct CertificateArgument {
    let text: String

    /// What a certificate is looked for to have done with it; names may stand for other ones.
    enum Use { case revoking, renewing }

    /// The one certificate that is meant; ends with exit code 2 where there is none, or more than one.
    func find(in store: borrowing AuthorityStore, for use: Use, at time: CalendarTime) throws -> CertificateRecord {
        var found: [CertificateRecord]
        do throws(AuthorityProblem) {
            found =
                switch use {
                case .revoking: try store.certificates(toRevoke: text, at: time)
                case .renewing: try store.certificates(toRenew: text, at: time)
                }
        } catch { throw error.told() }
        if found.isEmpty, Folder.kind(text) == .file { found = [try record(inFileFor: store)] }
        guard let first = found.first else {
            Terminal.complain(
                "lucid: \(AuthorityProblem.noSuchCertificate(text).sentence), and there is no file with this name")
            throw ExitCode.unusable
        }
        guard found.count == 1 else {
            Terminal.complain(
                "lucid: \(text.safeToShow) stands for \(found.count) certificates; say which by serial number:")
            for record in found.prefix(Self.mostShown) {
                Terminal.complain("  \(record.line(at: time))\(record.replacedBy == nil ? "" : "  (renewed since)")")
            }
            if found.count > Self.mostShown { Terminal.complain("  … and \(found.count - Self.mostShown) more") }
            throw ExitCode.unusable
        }
        return first
    }

    private static let mostShown = 20

    /// The first certificate of the file, which in a chain is the one that it is about.
    private func record(inFileFor store: borrowing AuthorityStore) throws -> CertificateRecord {
        let certificates = try InputFiles.certificates(text, role: "one that this CA issued")
        let known: CertificateRecord?
        let roots: [Certificate]
        do throws(AuthorityProblem) {
            known = try store.record(of: certificates[0])
            roots = try store.allAuthorities().filter { $0.role == .root }.map(\.certificate)
        } catch { throw error.told() }
        if let known { return known }
        let isRoot = roots.contains { $0.der == certificates[0].der }
        Terminal.complain(
            "lucid: \(text.safeToShow): "
                + (isRoot
                    ? "is the root's own certificate: no list can revoke it; take it off the lists of trusted roots"
                    : "the certificate in it was not issued here"))
        throw ExitCode.unusable
    }
}

extension CertificateRecord {
    /// What people call it, and its number.
    var title: String {
        let name = label.isEmpty ? subject : label
        return "\(name.safeToShow), serial number \(serialNumber)"
    }
}

/// Goes through arguments one after the other: what can not be done with one does not stop the others.
struct ArgumentLoop {
    /// The gravest of the exit codes; nil where everything was done.
    private(set) var worst: ExitCode?

    /// Does something. Failures have been told by then, or are told here.
    mutating func attempt(_ body: () throws -> Void) {
        do { try body() } catch let code as ExitCode { note(code) } catch {
            Terminal.complain("lucid: \(error)")
            note(.unusable)
        }
    }

    mutating func note(_ code: ExitCode) {
        if code.rawValue > worst?.rawValue ?? 0 { worst = code }
    }

    /// Ends with the gravest exit code.
    func finish() throws {
        if let worst { throw worst }
    }
}
