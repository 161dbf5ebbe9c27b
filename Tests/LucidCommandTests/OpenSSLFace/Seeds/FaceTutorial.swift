import LucidTestSupport

/// A tutorial's commands, as they stand there, with the files that its reader has.
struct FaceTutorial: Sendable, CustomTestStringConvertible {
    let name: String
    let files: [String: String]
    let steps: [Step]
    /// What the reader trusts, and what for: each is judged by both programs and by Python.
    let chains: [Chain]

    var testDescription: String { name }

    /// A line that is typed in a folder, and the answers that are typed at its questions.
    struct Step: Sendable {
        let folder: String
        let line: String
        let answers: [(question: String, answer: String)]

        init(in folder: String = ".", _ line: String, _ answers: [(question: String, answer: String)] = []) {
            (self.folder, self.line, self.answers) = (folder, line, answers)
        }
    }

    struct Chain: Sendable {
        let roots, certificates, key, host: String
        var passphrase: String?
    }

    /// The questions of `genrsa -aes256`.
    static func newPassphrase(_ text: String) -> [(question: String, answer: String)] {
        [("Enter PEM pass phrase:", text), ("Verifying - Enter PEM pass phrase:", text)]
    }

    /// The question that every use of an encrypted key asks.
    static func passphrase(_ text: String, for file: String) -> [(question: String, answer: String)] {
        [("Enter pass phrase for \(file):", text)]
    }

    /// The questions of `ca` without `-batch`.
    static let yes: [(question: String, answer: String)] = [
        ("Sign the certificate? [y/n]:", "y"), ("certificate requests certified, commit? [y/n]", "y"),
    ]

    /// The questions of `req` with the names that the tutorials' configurations ask for.
    static func subject(
        country: String, organization: String, commonName: String
    ) -> [(question: String, answer: String)] {
        [
            ("Country Name (2 letter code) [GB]:", country), ("State or Province Name [England]:", ""),
            ("Locality Name []:", "."), ("Organization Name [Alice Ltd]:", organization),
            ("Organizational Unit Name []:", ""), ("Common Name []:", commonName), ("Email Address []:", ""),
        ]
    }
}

import Testing
