import ArgumentParser
import LucidX509

/// Certificates from files that the user named. What can not be used is told on standard error.
enum InputFiles {
    /// Reads a file, or says why not and ends with exit code 2.
    static func read(_ path: String) throws -> CertificateFile {
        do throws(FileProblem) {
            return CertificateFile(try FileReader.read(path))
        } catch {
            Terminal.complain("lucid: \(error.sentence)")
            throw ExitCode.unusable
        }
    }

    /// The same for a file that may hold anything.
    ///
    /// - Parameter consequence: what to say of a file that was made with a teaching seed; nil for nothing.
    static func readAny(_ path: String, ofLesson consequence: String? = nil) throws -> PKIFile {
        do throws(FileProblem) {
            let bytes = try FileReader.read(path)
            if let consequence { TeachingMark.warn(of: bytes, path, consequence) }
            return PKIFile(bytes)
        } catch {
            Terminal.complain("lucid: \(error.sentence)")
            throw ExitCode.unusable
        }
    }

    /// All certificates of a file that must have at least one, and no bad one.
    static func certificates(_ path: String, role: String) throws -> [Certificate] {
        try certificates(of: try read(path), path, role: role)
    }

    /// The same of a file that has been read.
    static func certificates(of file: CertificateFile, _ path: String, role: String) throws -> [Certificate] {
        let problems = complain(file, path)
        guard problems == 0 else { throw ExitCode.unusable }
        guard !file.certificates.isEmpty else {
            Terminal.complain("lucid: \(shown(path)): has no certificate\(otherBlocks(file)); \(role) is wanted")
            throw ExitCode.unusable
        }
        return file.certificates
    }

    /// All revocation lists of a file that must have at least one.
    static func revocationLists(_ path: String) throws -> [RevocationList] {
        let lists = try readAny(path).entries.compactMap { entry -> RevocationList? in
            switch entry.content {
            case .revocationList(let list): return list
            case .unusable(let problem):
                Terminal.complain("lucid: \(shown(path)): \(problem.sentence(line: entry.line))")
                throw ExitCode.unusable
            default: return nil
            }
        }
        guard !lists.isEmpty else {
            Terminal.complain("lucid: \(shown(path)): has no revocation list")
            throw ExitCode.unusable
        }
        return lists
    }

    /// An OCSP response in DER.
    static func ocspResponse(_ path: String) throws -> OCSPResponse {
        do throws(FileProblem) {
            let bytes = try FileReader.read(path)
            do throws(DERError) { return try OCSPResponse(der: bytes) } catch {
                Terminal.complain("lucid: \(shown(path)): no OCSP response: \(error.sentence)")
            }
        } catch { Terminal.complain("lucid: \(error.sentence)") }
        throw ExitCode.unusable
    }

    /// Tells what is wrong with a file; returns how many entries are.
    static func complain(_ file: CertificateFile, _ path: String) -> Int {
        var count = 0
        for entry in file.entries {
            if case .failure(let problem) = entry.certificate {
                Terminal.complain("lucid: \(shown(path)): \(problem.sentence(line: entry.line))")
                count += 1
            }
        }
        return count
    }

    /// What a file holds instead of certificates.
    static func otherBlocks(_ file: CertificateFile) -> String {
        guard !file.otherBlocks.isEmpty else { return "" }
        return ", but " + file.otherBlocks.map { "\($0.label.safeToShow) on line \($0.line)" }.joined(separator: ", ")
    }

    /// A path for people: a file's name may hold anything, also what a terminal would obey.
    static func shown(_ path: String) -> String { name(path).safeToShow }

    /// The same for a file that is written.
    static func shownOutput(_ path: String) -> String { path == "-" ? "standard output" : path.safeToShow }

    /// A path for programs.
    static func name(_ path: String) -> String { path == "-" ? "standard input" : path }
}
