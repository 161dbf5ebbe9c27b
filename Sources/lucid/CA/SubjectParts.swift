import ArgumentParser
import LucidX509

/// The parts of a subject beside its commonName, as `--subject` gives them.
enum SubjectParts {
    /// The further parts, and behind them the commonName, which RFC 4514 writes first.
    static func name(_ parts: String?, commonName: Name) throws -> Name {
        guard let parts else { return commonName }
        do throws(NameTextProblem) {
            return Name(try Name(parts).relativeDistinguishedNames + commonName.relativeDistinguishedNames)
        } catch {
            Terminal.complain("lucid: --subject: \(error.sentence)")
            throw ExitCode.unusable
        }
    }
}
