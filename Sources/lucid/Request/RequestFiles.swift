import ArgumentParser
import LucidX509

/// Requests from files that the user named.
enum RequestFiles {
    /// All requests of a file, at least one. Throws after a complaint.
    static func read(_ path: String) throws -> [CertificateRequest] {
        let file = try InputFiles.readAny(path, ofLesson: "everybody who knows the words has its private key")
        let requests = try file.entries.compactMap { entry -> CertificateRequest? in
            switch entry.content {
            case .request(let request): return request
            case .unusable(let problem):
                Terminal.complain("lucid: \(InputFiles.shown(path)): \(problem.sentence(line: entry.line))")
                throw ExitCode.unusable
            default: return nil
            }
        }
        guard !requests.isEmpty else {
            Terminal.complain("lucid: \(InputFiles.shown(path)): has no request")
            throw ExitCode.unusable
        }
        return requests
    }
}
