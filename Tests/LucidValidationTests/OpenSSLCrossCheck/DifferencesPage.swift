import LucidValidation

/// `Documentation/openssl-differences.md`, made from the tables that the cross-check is held to.
enum DifferencesPage {
    static let file = "Documentation/openssl-differences.md"

    static var text: String { introduction + differences + agreements }

    private static let introduction = """
        # Lucid and `openssl verify`

        A test (`Tests/LucidValidationTests/OpenSSLCrossCheck`) makes random chains: one to four CAs between root and
        server, with roll-overs of keys, names in several string types, alternative names, name constraints, policies,
        path lengths, and a CRL by every CA. Then it breaks each in one of \(Breakage.allCases.count) ways. Lucid's profile
        `rfc5280`, with revocation required, and

            openssl verify -x509_strict -crl_check_all -policy_check -purpose sslserver -verify_hostname HOST

        of OpenSSL 3.0 are asked about the same octets. Both accept the chains in which nothing is wrong. The broken ones
        are in the two tables below. The test prints them, and fails where one of the two verifiers says something else;
        `LUCID_WRITE_DOCUMENTATION=1` lets it write this page anew.


        """

    private static var differences: String {
        var text = """
            ## Where they differ

            "Right" is who does what the clause says; "both" stands where it leaves the matter open, or says one thing to
            who issues and another to who relies on certificates.

            | what is wrong | Lucid | openssl | right | why | clause |
            | --- | --- | --- | --- | --- | --- |

            """
        for row in OpenSSLDifference.all {
            let isAccepted = Recipe.all[row.breakage]?.judgement == .accepted
            text += "| \(row.breakage.sentence) | \(word(isAccepted)) | \(word(!isAccepted)) | \(row.right.rawValue) | "
            text += "\(row.reason) | \(row.clause) |\n"
        }
        return text + "\n"
    }

    private static var agreements: String {
        var text = """
            ## Where they agree

            | what is wrong | both | Lucid's check |
            | --- | --- | --- |

            """
        for breakage in Breakage.allCases where !OpenSSLDifference.all.contains(where: { $0.breakage == breakage }) {
            let check =
                switch Recipe.all[breakage]?.judgement {
                case .refused(let check): "`\(check.id)`, \(check.clause)"
                case .unreadable: "the certificate can not be read"
                case .accepted, nil: ""
                }
            let isAccepted = Recipe.all[breakage]?.judgement == .accepted
            text += "| \(breakage.sentence) | \(word(isAccepted)) | \(check) |\n"
        }
        return text
    }

    private static func word(_ isAccepted: Bool) -> String { isAccepted ? "accepted" : "refused" }
}
