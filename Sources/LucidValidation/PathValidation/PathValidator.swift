import LucidDER
import LucidModel
import LucidSignature

/// Validates one path by RFC 5280 §6.1. The variables have the names of §6.1.2; the procedures are in the files beside this
/// one, one for each of §6.1.2 to §6.1.5.
///
/// All certificates are checked to the end, so that every reason against the path is told, not only the first.
struct PathValidator<Sink: TraceSink> {
    // Inputs (§6.1.1)
    /// (a) The path, from the target upwards, without the trust anchor. RFC 5280 counts the other way: its certificate i is
    /// `certificates[n - i]`.
    let certificates: [Certificate]
    /// (b) The current time.
    let time: CalendarTime
    /// (d) The trust anchor: its name and its key count.
    let trustAnchor: Certificate
    let purpose: Verifier.Purpose
    let identity: ReferenceIdentity?

    // State variables (§6.1.2); those of the policy tree and of name constraints are not processed yet.
    /// (g) to (i) working_public_key and its algorithm and parameters: nil where the key can not be used.
    var workingPublicKey: Result<PublicKey, PublicKey.Problem>
    /// (j) working_issuer_name.
    var workingIssuerName: Name
    /// (k) max_path_length.
    var maxPathLength: Int

    var findings: [Finding] = []
    var sink: Sink

    init(
        certificates: [Certificate], trustAnchor: Certificate, purpose: Verifier.Purpose, identity: ReferenceIdentity?,
        time: CalendarTime, sink: Sink
    ) {
        self.certificates = certificates
        self.time = time
        self.trustAnchor = trustAnchor
        self.purpose = purpose
        self.identity = identity
        self.sink = sink
        // §6.1.2 Initialization
        workingPublicKey = Self.publicKey(of: trustAnchor)  // (g), (h), (i)
        workingIssuerName = trustAnchor.subject  // (j)
        maxPathLength = certificates.count  // (k)
    }

    static func publicKey(of certificate: Certificate) -> Result<PublicKey, PublicKey.Problem> {
        do throws(PublicKey.Problem) {
            return .success(try PublicKey(certificate.subjectPublicKeyInfo))
        } catch { return .failure(error) }
    }

    /// The whole path; returns what speaks against it.
    mutating func run() -> [Finding] {
        checkAnchorValidity()
        for index in certificates.indices.reversed() {
            checkByItself(index)
            processBasics(index)
            if index > 0 { prepareForNextCertificate(index) } else { wrapUp(index) }
            checkExtendedKeyUsage(index)
        }
        checkKeyUsage()
        checkIdentity()
        return findings
    }

    /// What can be said of the target where no trust anchor was found.
    mutating func runWithoutAnchor() -> [Finding] {
        checkByItself(0)
        checkValidity(0)
        wrapUp(0)
        checkExtendedKeyUsage(0)
        checkKeyUsage()
        checkIdentity()
        return findings
    }

    /// Notes one check: tells the trace, and keeps a finding where it failed.
    mutating func note(
        _ check: Check, _ index: Int?, isGood: Bool, _ parameters: @autoclosure () -> [Finding.Parameter]
    ) {
        if isGood {
            sink.record(.checked(check, certificateIndex: index, parameters: parameters(), finding: nil))
        } else {
            let finding = Finding(check: check, severity: .error, certificateIndex: index, parameters: parameters())
            findings.append(finding)
            sink.record(.checked(check, certificateIndex: index, parameters: finding.parameters, finding: finding))
        }
    }

    /// RFC 5280 does not look at a trust anchor's own validity; every client does, so an expired root is refused here too.
    private mutating func checkAnchorValidity() {
        // An anchor that is the target itself is checked with the path.
        guard trustAnchor != certificates.last else { return }
        let validity = trustAnchor.validity
        let time = time
        note(
            .anchorValidity, certificates.count,
            isGood: validity.notBefore.time <= time && time <= validity.notAfter.time,
            [
                .init("notBefore", .time(validity.notBefore.time)), .init("notAfter", .time(validity.notAfter.time)),
                .init("time", .time(time)),
            ])
    }
}
