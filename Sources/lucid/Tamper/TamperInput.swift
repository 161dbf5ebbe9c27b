import ArgumentParser
import LucidExplain
import LucidX509

/// The chain whose one certificate is changed, and how it is verified.
struct TamperInput {
    let scene: TamperingScene
    private let file: String
    private let number: Int

    /// Reads the file; ends with exit code 2 where it can not be used.
    init(_ file: String, _ changes: TamperOptions, _ options: VerifyOptions) throws {
        let chain = try Self.chain(file)
        guard let target = chain.first, chain.indices.contains(changes.certificate - 1) else {
            Terminal.complain(
                "lucid: \(InputFiles.shown(file)): has no certificate \(changes.certificate), but \(chain.count)")
            throw ExitCode.unusable
        }
        var request = options.request(leaves: [file], trace: false, json: false, ndjson: false)
        if target.extensions.basicConstraints?.cA == true, request.purpose == .server, request.host.isEmpty {
            // A CA's certificate is no server's, so it is not asked whether it would do for one.
            request.purpose = .any
        }
        var verifier = try Self.verifier(request, chain, file)
        if target.hasWildcard { verifier = verifier.knowingPublicSuffixes() }
        let base = BaseQuestion(
            intermediates: try request.between(), identities: try request.identities(),
            evidence: try request.evidence(),
            time: request.at ?? .now)
        scene = TamperingScene(
            verifier, base.question(about: target, chain.dropFirst()), changing: chain[changes.certificate - 1],
            changesAnchors: changes.inStore)
        self.file = file
        number = changes.certificate
        guard !changes.inStore || scene.isAnchor else {
            Terminal.complain(
                "lucid: --in-store: certificate \(number) of \(InputFiles.shown(file)) is not one of the trust anchors; --certificate names another"
            )
            throw ExitCode.unusable
        }
    }

    /// The file's certificates. A PKCS#12 file is not opened: what it also holds, a private key, has no part in this.
    private static func chain(_ path: String) throws -> [Certificate] {
        let bytes: [UInt8]
        do throws(FileProblem) { bytes = try FileReader.read(path) } catch {
            Terminal.complain("lucid: \(error.sentence)")
            throw ExitCode.unusable
        }
        let isPKCS12 = PKIFile(bytes).entries.contains { if case .pfx = $0.content { true } else { false } }
        guard !isPKCS12 else {
            Terminal.complain(
                "lucid: \(InputFiles.shown(path)): is a PKCS#12 file; “lucid convert --to pem --no-keys” takes the certificates out of it"
            )
            throw ExitCode.unusable
        }
        return try InputFiles.certificates(of: CertificateFile(bytes), path, role: "the certificate to change")
    }

    /// The verifier. Without --trust the self-signed certificates of the file are trusted, which is told.
    private static func verifier(_ request: VerifyRequest, _ chain: [Certificate], _ file: String) throws -> Verifier {
        let own = request.trust.isEmpty ? chain.filter(\.isSelfSigned) : []
        guard let first = own.first else { return try request.verifier() }
        let name = first.subject.isEmpty ? "(empty subject)" : first.subject.description
        let which =
            own.count == 1
            ? "\(name.safeToShow), which is self-signed, is the trust anchor"
            : "the \(own.count) self-signed certificates are the trust anchors"
        Terminal.complain("lucid: \(InputFiles.shown(file)): \(which); --trust names others")
        return request.verifier(trusting: own, profile: .private)
    }

    /// Ends with exit code 2 where the original is refused already, as then nothing can be learned from a change.
    func requireAccepted(anyway: Bool, _ changes: TamperOptions) throws {
        guard !scene.before.isAccepted, !anyway else { return }
        let faults = scene.before.findings.filter { $0.severity == .error }
        let index = scene.before.path.firstIndex(of: scene.victim)
        if changes.kinds == [.date], faults.allSatisfy({ $0.check == .notAfter && $0.certificateIndex == index }) {
            Terminal.complain(
                "lucid: the original has expired: the new date makes it valid again, but for the signature")
            return
        }
        let subject = "\(InputFiles.name(file)), as of \(scene.question.time)"
        Terminal.complain(VerdictReport.text(scene.before, subject: subject))
        Terminal.complain(
            "lucid: the original is refused before anything is changed; --trust, --intermediates, --at and --profile say how it is verified, --anyway goes on"
        )
        throw ExitCode.unusable
    }

    /// The file, the scene, and what came of it.
    func json(_ members: [JSONValue.Member]) -> JSONValue {
        guard case .object(let scene) = scene.json else { return .object(members) }
        return .object(
            [.init("file", .string(InputFiles.name(file))), .init("certificate", .number(number))] + scene + members)
    }
}

extension Certificate {
    /// Whether its own key made its signature.
    fileprivate var isSelfSigned: Bool {
        isSelfIssued && (try? checkSignature(signer: subjectPublicKeyInfo)) != nil
    }
}
