import ArgumentParser
import LucidAuthority
import LucidX509

/// A request that the CA was given, what is granted of it, and what was issued.
struct SigningWish {
    let path: String
    let request: CertificateRequest
    let judgement: Result<RequestJudgement, RequestProblem>
    private(set) var issued: CertificateRecord?
    private(set) var files: IssuedFiles?
    /// Why it was not issued although it was granted, or why its files were not written.
    private(set) var problem: String?

    init(
        _ path: String, _ request: CertificateRequest, _ profile: CertificateProfile, _ life: Lifetime?,
        _ policy: IssuancePolicy, _ issuer: AuthorityRecord
    ) {
        self.path = path
        self.request = request
        judgement = Result { () throws(RequestProblem) in
            try RequestJudgement(
                request, profile: profile, policy: policy, authority: issuer.certificate.subject, life: life)
        }
    }

    /// Whether nothing stands against it.
    var isGranted: Bool { (try? judgement.get())?.refusals.isEmpty ?? false }

    /// What people will call the certificate: its first name, or its commonName, or its subject.
    private func label(_ judgement: RequestJudgement) -> String {
        judgement.names.first?.valueText ?? judgement.subject.values(of: OID.commonName).first
            ?? judgement.subject.description
    }

    /// Issues the certificate and writes its files.
    mutating func issue(
        from issuer: AuthorityRecord, _ signer: borrowing CertificateAuthority, _ store: borrowing AuthorityStore,
        _ place: (String) -> IssuedFiles, at time: CalendarTime
    ) throws {
        guard isGranted, let judgement = try? judgement.get() else { return }
        let label = label(judgement)
        let files = place(label)
        if let problem = files.problem(withKey: false) { throw failed(problem) }
        let output = try files.place()
        let id: Int64
        let certificate: Certificate
        do throws(AuthorityProblem) {
            (id, certificate) = try store.issue(of: issuer, at: time) { () throws(AuthorityProblem) in
                var issuance = Issuance(
                    try Self.certificate(judgement, signer, time), label: label, profile: judgement.profile.name,
                    origin: .request)
                issuance.request = request.der.array
                issuance.output = output
                return issuance
            }
            issued = try store.certificate(id)
        } catch { throw failed(error.sentence) }
        do throws(FileProblem) {
            try files.write(certificate, intermediates: issuer.role == .root ? [] : [issuer.certificate])
        } catch {
            let serial = SerialNumber(certificate.serialNumber)
            throw failed(
                "\(error.sentence); the certificate \(serial) is in the CA, and `lucid ca export \(serial)` writes it")
        }
        self.files = files
    }

    /// Says what is wrong, keeps it for programs, and is the exit code for it.
    private mutating func failed(_ sentence: String) -> ExitCode {
        Terminal.complain("lucid: \(sentence)")
        problem = sentence
        return .unusable
    }

    private static func certificate(
        _ judgement: RequestJudgement, _ signer: borrowing CertificateAuthority, _ time: CalendarTime
    ) throws(AuthorityProblem) -> Certificate {
        do throws(IssuingProblem) {
            return try signer.issue(
                judgement.profile, subject: judgement.subject, names: judgement.names, key: judgement.key, from: time)
        } catch { throw .issuing(error) }
    }
}

extension SigningWish {
    /// Tells what was asked for, what came of it, and what was issued.
    func tell(isDryRun: Bool, _ policyPath: String) {
        let info = request.certificationRequestInfo
        let subject = info.subject.isEmpty ? "(empty subject)" : info.subject.description
        let style = Terminal.style
        Terminal.write("\(InputFiles.shown(path)): \(subject)")
        switch judgement {
        case .failure(let problem): Terminal.write("✗ Refused: \(problem.sentence)")
        case .success(let judgement):
            let findings = RequestJudgementReport.text(judgement, style: style)
            if !findings.isEmpty { Terminal.write(findings) }
            if !judgement.refusals.isEmpty {
                Terminal.write("✗ Refused: \(policyPath.safeToShow) says what is allowed, and can be changed there")
            } else if isDryRun {
                Terminal.write(
                    "✓ Would be issued: \(label(judgement).safeToShow), profile \(judgement.profile.name.safeToShow), for \(judgement.profile.life)"
                )
            } else if let issued {
                Terminal.write("✓ Issued: \(issued.title), until \(issued.notAfter)")
                for file in files.map({ [$0.certificate, $0.fullChain] }) ?? [] {
                    Terminal.write("  \(file.safeToShow)")
                }
            } else {
                Terminal.write("✗ Not issued")
            }
        }
    }

    func json(at time: CalendarTime) -> JSONValue {
        var members: [JSONValue.Member] = [.init("file", .string(InputFiles.name(path)))]
        switch judgement {
        case .failure(let problem):
            members.append(.init("outcome", .string("refused")))
            members.append(.init("problem", .string(problem.sentence)))
        case .success(let judgement):
            let outcome = isGranted ? (issued == nil ? "granted" : "issued") : "refused"
            members.append(.init("outcome", .string(outcome)))
            if let problem { members.append(.init("problem", .string(problem))) }
            members.append(.init("judgement", RequestJudgementReport.json(judgement)))
            if let issued { members.append(.init("certificate", issued.json(at: time))) }
        }
        return .object(members)
    }
}
