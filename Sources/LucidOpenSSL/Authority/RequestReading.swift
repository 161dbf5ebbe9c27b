import LucidOpenSSLConfiguration
import LucidOpenSSLText
import LucidX509

/// Reads a request, or a self-signed certificate in its place, and checks that its own key signed it.
struct RequestReading {
    let settings: AuthoritySettings
    let terms: CertificationTerms

    /// What a request asks for.
    struct Request {
        var subject: Name
        /// Who gave each attribute of the subject.
        var subjectOrigins: [Origin]
        let key: SubjectPublicKeyInfo
        let extensions: [Extension]
    }

    /// Nil where the request is passed over: what was wrong has been said.
    func read(
        _ source: AuthorityWishes.Source, signer: borrowing AuthoritySigner
    ) throws(Failure) -> Request? {
        var request =
            switch source {
            case .request(let file): try fromRequest(file, signer)
            case .certificate(let file): try fromCertificate(file)
            }
        guard request != nil, let subject = settings.arguments.value("subj") else { return request }
        let name: NameMaker.SubjectLine
        do throws(ConfigurationProblem) { name = try nameMaker.subject(line: subject) } catch {
            throw Failure("ca: \(error.what)")
        }
        for remark in name.remarks { Console.talk("ca warning: \(remark)\n") }
        request?.subject = name.name
        request?.subjectOrigins = name.parts.map(\.origin)
        return request
    }

    private var nameMaker: NameMaker {
        let isUTF8 = settings.arguments.has("utf8") || settings.optional("utf8")?.text == "yes"
        return NameMaker(
            names: terms.names, stringMask: terms.stringMask, input: isUTF8 ? .utf8 : .latin1)
    }

    private func fromRequest(_ file: String, _ signer: borrowing AuthoritySigner) throws(Failure) -> Request? {
        let request = try CertificateInput.request(
            file, form: try KeyForm("inform", in: settings.arguments), failing: "Unable to load certificate request")
        let info = request.certificationRequestInfo
        if settings.arguments.has("verbose") {
            var text = TextOutput()
            RequestText(request, names: terms.names)?.write(to: &text, format: terms.style.names)
            Console.talk(text.octets)
        }
        Console.talk("Check that the request matches the signature\n")
        if signer.isSelfSigning, (try? PublicKey(info.subjectPKInfo)) != signer.key.publicKey {
            Console.talk("Certificate request and CA private key do not match\n")
            return nil
        }
        do throws(PublicKey.Problem) { _ = try PublicKey(info.subjectPKInfo) } catch {
            throw Failure("error unpacking public key: \(PrivateKeyProblem.publicKey(error).sentence)")
        }
        guard isSigned(what: "certificate request", { () throws(SignatureProblem) in try request.checkSignature() })
        else { return nil }
        var extensions: [Extension] = []
        switch info.requestedExtensions {
        case .success(let asked): extensions = asked.all
        case .failure(let error):
            if terms.copying.mode != .none {
                throw Failure("ERROR: adding extensions from request: \(error.sentence)")
            }
        case nil: break
        }
        return Request(
            subject: info.subject, subjectOrigins: origins(of: info.subject, file), key: info.subjectPKInfo,
            extensions: extensions)
    }

    private func fromCertificate(_ file: String) throws(Failure) -> Request? {
        let certificate = try CertificateInput.certificate(file, what: "template certificate")
        if settings.arguments.has("verbose") {
            var text = TextOutput()
            CertificateText(certificate, names: terms.names)?.write(to: &text, format: terms.style.names)
            Console.talk(text.octets)
        }
        Console.talk("Check that the request matches the signature\n")
        let key = certificate.subjectPublicKeyInfo
        guard
            isSigned(
                what: "certificate",
                { () throws(SignatureProblem) in try certificate.checkSignature(signer: key) })
        else { return nil }
        // openssl takes the name and the key; the extensions of a template are not asked for.
        return Request(
            subject: certificate.subject, subjectOrigins: origins(of: certificate.subject, file), key: key,
            extensions: [])
    }

    private func origins(of name: Name, _ file: String) -> [Origin] {
        name.relativeDistinguishedNames.flatMap(\.attributes).map { _ in .request(file) }
    }

    /// Checks a signature, and says what came of it.
    private func isSigned(what: String, _ check: () throws(SignatureProblem) -> Void) -> Bool {
        do throws(SignatureProblem) {
            try check()
            Console.talk("Signature ok\n")
            return true
        } catch {
            let isWrong = error == .doesNotVerify
            Console.talk(
                isWrong
                    ? "Signature did not match the \(what)\n"
                    : "Signature verification problems....\n\(error.statement)\n")
            return false
        }
    }
}
