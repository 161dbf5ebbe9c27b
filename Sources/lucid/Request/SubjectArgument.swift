import ArgumentParser
import LucidX509

/// A distinguished name as an argument: RFC 4514's form or OpenSSL's. Use it with `transform: SubjectArgument.parse`, so that
/// a wrong one is refused with its place.
struct SubjectArgument {
    let name: Name

    static func parse(_ argument: String) throws -> SubjectArgument {
        do throws(NameTextProblem) { return SubjectArgument(name: try Name(argument)) } catch {
            throw ValidationError(error.sentence)
        }
    }
}
