import LucidObjectNames
import LucidOpenSSLConfiguration
import LucidX509

/// What `--explain` says of a certificate that `ca` made: its octets, then what the policy and `copy_extensions` did.
struct CertificationExplanation {
    let settings: AuthoritySettings
    let terms: CertificationTerms

    func text(_ result: Certification.Result) -> String {
        let isSelfSigned = result.issuer == nil
        let explanation = Explanation(
            result.certificate, origins: result.origins, issuer: isSelfSigned ? nil : result.issuer,
            file: settings.arguments.value("out") ?? "-",
            fixes: .authority(section: terms.extensions.map(\.name)), unusedFlags: unusedFlags)
        let lines = policyLines(result) + copyingLines(result) + ignoredLines
        return explanation.text(octets: result.certificate.der.array) + lines.joined(separator: "\n") + "\n"
    }

    /// Flags that were given and changed nothing.
    private var unusedFlags: [Explanation.UnusedFlag] {
        let arguments = settings.arguments
        let reasons = [
            ("keyform", "PEM and DER are told apart by themselves"),
            ("certform", "PEM and DER are told apart by themselves"),
            ("multivalue-rdn", "several attributes on a level are always understood"),
        ]
        var unused = reasons.filter { arguments.has($0.0) }.map { name, reason in
            Explanation.UnusedFlag(flag: typed(name), reason: reason)
        }
        if arguments.has("days"), let end = terms.validity.end {
            unused.append(.init(flag: typed("days"), reason: "the end is given: \(origin(end.origin))"))
        }
        if arguments.has("create_serial"), terms.randomSerialOrigin != nil {
            unused.append(.init(flag: typed("create_serial"), reason: "serial numbers are random"))
        }
        return unused
    }

    private func typed(_ name: String) -> String {
        "-\(name)" + (settings.arguments.value(name).map { " \($0)" } ?? "")
    }

    private func origin(_ origin: Origin) -> String { origin.text(line: ConfigurationLines().line) }

    /// Which line of the policy let which attribute in, and which attributes no line names.
    private func policyLines(_ result: Certification.Result) -> [String] {
        if terms.preservesSubject { return ["", "The subject is the request's as it is (-preserveDN, or preserve)."] }
        var lines = ["", "The policy [\(terms.policyName)] let these attributes in, in its own order:"]
        for admitted in result.admitted {
            let name = terms.names.long(admitted.attribute.type)
            let value = (admitted.attribute.value.text ?? "octets").safeToShow
            lines.append("  \(name) = \(value)   \(origin(.configuration(admitted.line.place)))")
        }
        if !terms.keepsMailAddresses { lines.append("  e-mail addresses are taken out of the subject (email_in_dn)") }
        return lines
    }

    private func copyingLines(_ result: Certification.Result) -> [String] {
        guard !result.copied.isEmpty else { return [] }
        let who =
            terms.copying.line.map { origin(.configuration($0.place)) } ?? "openssl's preset, copy_extensions = none"
        return ["", "The request asked for extensions; what became of them, by \(who):"]
            + result.copied.map { outcome in
                let fate =
                    switch outcome.fate {
                    case .leftOut: "left out"
                    case .kept: "taken over"
                    case .replaced: "taken over, in place of the configuration's"
                    case .refusedForTheConfiguration: "left out, for the configuration sets it"
                    }
                return "  \(terms.names.short(outcome.identifier)): \(fate)"
            }
    }

    /// Lines of the configuration that say something to openssl, or once did, and change nothing here.
    private var ignoredLines: [String] {
        let line = settings.optional("RANDFILE") ?? settings.configuration.value("RANDFILE", in: "ca")
        guard let line else { return [] }
        return ["", "Without effect: \(origin(.configuration(line.place))): random numbers come from the system"]
    }
}
