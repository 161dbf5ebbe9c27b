import LucidDER
import LucidModel
import LucidSignature

/// Validates one path by RFC 5280 §6.1. The variables have the names of §6.1.2; the procedures are in the files beside this
/// one, one for each of §6.1.2 to §6.1.5. What the profile asks of each certificate by itself is in `CertificateRules/`.
///
/// All certificates are checked to the end, so that every reason against the path is told, not only the first.
struct PathValidator<Sink: TraceSink> {
    // Inputs (§6.1.1)
    /// (a) The path, from the target upwards, without the trust anchor. RFC 5280 counts the other way: its certificate i is
    /// `nodes[n - i]`.
    let nodes: [PathNode]
    /// (d) The trust anchor.
    let anchor: PathNode
    /// Has the verifier and the question: (b) the current time, and all else that is asked for.
    let work: Workbook<Sink>
    /// The checks that the profile asks for.
    let checks: CheckSet
    /// Whether the path's last certificate is the trust anchor itself.
    let isAnchoredInItself: Bool

    // State variables (§6.1.2)
    /// (a) valid_policy_tree, (d) explicit_policy, (e) inhibit_anyPolicy, (f) policy_mapping.
    var policyState: PolicyState
    /// (b) permitted_subtrees, (c) excluded_subtrees.
    var nameConstraints: NameConstraintsState
    /// (g) to (i) working_public_key, its algorithm and its parameters: the certificate that has it, whose subject is (j).
    var workingKey: PathNode
    /// (j) working_issuer_name, in the form that RFC 5280 §7.1 compares.
    var workingIssuerName: PreparedName { workingKey.subject }
    /// (k) max_path_length.
    var maxPathLength: Int

    var findings: [Finding] = []

    var profile: Profile { work.verifier.profile }
    var time: CalendarTime { work.question.time }
    /// How many certificates the path has: RFC 5280's n. The trust anchor has this index.
    var count: Int { nodes.count }

    /// What the certificate with this index says: 0 is the target, `count` the trust anchor.
    func facts(_ index: Int) -> CertificateFacts { index < nodes.count ? nodes[index].facts : anchor.facts }

    /// The whole path; returns what speaks against it.
    mutating func run() -> [Finding] {
        if profile.judgesTrustAnchor, !isAnchoredInItself { judgeTrustAnchor() }
        tellState(.initialized)
        for index in nodes.indices.reversed() {
            let (node, signer) = (nodes[index], workingKey)
            work.sink.record(.certificateBegun(node.certificate, index: index, signer: signer.certificate))
            checkByItself(index)
            processBasics(index)
            if index > 0 { prepareForNextCertificate(index) } else { wrapUp(index) }
            checkExtendedKeyUsage(index)
            tellState(index > 0 ? .prepared(certificateIndex: index) : .wrappedUp)
        }
        checkKeyUsage()
        checkIdentities()
        return findings
    }

    /// What can be said of the target where no trust anchor was found.
    mutating func runWithoutAnchor() -> [Finding] {
        checkByItself(0)
        checkValidity(0)
        wrapUp(0)
        checkExtendedKeyUsage(0)
        checkKeyUsage()
        checkIdentities()
        return findings
    }

    /// Notes one check: tells the trace, and keeps a finding where it failed.
    mutating func note(
        _ check: Check, _ index: Int?, isGood: Bool, _ parameters: @autoclosure () -> [Finding.Parameter]
    ) {
        if isGood {
            work.sink.record(.checked(check, certificateIndex: index, parameters: parameters(), finding: nil))
        } else {
            fail(check, index, parameters())
        }
    }

    /// Notes a check that failed.
    mutating func fail(_ check: Check, _ index: Int?, _ parameters: [Finding.Parameter]) {
        let isKnownFault = index == count && profile.anchorWarnings.contains(check)
        let severity: Finding.Severity = isKnownFault || profile.warnings.contains(check) ? .warning : .error
        fail(check, index, severity, parameters)
    }

    /// Notes a check that failed, and how much that weighs.
    mutating func fail(
        _ check: Check, _ index: Int?, _ severity: Finding.Severity, _ parameters: [Finding.Parameter]
    ) {
        let finding = Finding(check: check, severity: severity, certificateIndex: index, parameters: parameters)
        findings.append(finding)
        work.sink.record(.checked(check, certificateIndex: index, parameters: parameters, finding: finding))
    }
}
