import LucidX509

/// Certificates from PEM texts. Roots stand in hundreds of cases, so each text is read once.
struct CertificateTexts {
    /// What became of a text: its certificates, and why others are none.
    struct Contents {
        var certificates: [Certificate] = []
        var problems: [String] = []
    }

    private var known: [String: Contents] = [:]

    mutating func read(_ text: String) -> Contents {
        if let contents = known[text] { return contents }
        var contents = Contents()
        for entry in CertificateFile(Array(text.utf8)).entries {
            switch entry.certificate {
            case .success(let certificate): contents.certificates.append(certificate)
            case .failure(let problem): contents.problems.append(problem.sentence(line: entry.line))
            }
        }
        if contents.certificates.isEmpty, contents.problems.isEmpty {
            contents.problems.append("there is no certificate in the text")
        }
        known[text] = contents
        return contents
    }
}
