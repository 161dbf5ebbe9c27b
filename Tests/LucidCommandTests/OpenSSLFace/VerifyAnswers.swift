import Foundation
import LucidTestSupport

/// What `verify` leaves behind, by openssl and by `lucid openssl`.
struct VerifyAnswers {
    let openssl: Answer
    let lucid: Answer

    struct Answer: Equatable {
        let output: String
        /// The lines of standard error, but for the dumps of OpenSSL's error queue, which tell about its own sources, and the
        /// sentence that Lucid has in their place.
        let errors: [Substring]
        let exitCode: Int32?

        init(_ result: ProgramResult) {
            output = result.output
            errors = result.errors.split(separator: "\n").filter {
                $0.firstMatch(of: /^[0-9A-F]{12,16}:error:|^the certificate that begins on line|^found \[/) == nil
            }
            exitCode = result.exitCode
        }
    }

    /// Asks both in the same words.
    init(_ words: [String], stdin: [UInt8] = [], environment: [String: String] = [:]) throws {
        guard let program = Programs.openssl else { throw ProgramProblem("there is no openssl") }
        openssl = Answer(try Programs.run(program, ["verify"] + words, stdin: stdin, environment: environment))
        lucid = Answer(try runLucid(["openssl", "verify"] + words, stdin: stdin, environment: environment))
    }

    var areEqual: Bool { openssl == lucid }

    /// Whether all is to be compared (`Scripts/test --all`), or a sample.
    static let isExhaustive = ProcessInfo.processInfo.environment["LUCID_EXHAUSTIVE"] != nil

    /// All of a list, or about `count` of it, evenly spread.
    static func sample<Element>(_ all: [Element], _ count: Int) -> [Element] {
        guard !isExhaustive, all.count > count else { return all }
        return (0..<count).map { all[$0 * all.count / count] }
    }
}

/// Where `lucid openssl verify` says something else than openssl, and why that can not be mended.
struct VerifyDifference {
    /// What the case's name begins with.
    let cases: String
    let reason: String

    static let all = [
        VerifyDifference(
            cases: "webpki::forbidden-p192-root",
            reason: "the root's key is on the curve P-192, which Lucid has not, so its signatures can not be checked"),
        VerifyDifference(
            cases: "root-p256-explicit.pem",
            reason: "the key brings its own curve; Lucid takes named ones alone, so its signature can not be checked"),
    ]

    static func covers(_ name: String) -> Bool { all.contains { name.hasPrefix($0.cases) } }
}
