import LucidAuthority
import LucidOpenSSLConfiguration
import LucidOpenSSLText
import LucidX509

/// Makes one certificate of one request: what openssl does between "Check that the request matches the signature" and the
/// signature.
struct Certification {
    let settings: AuthoritySettings
    let terms: CertificationTerms
    let source: AuthorityWishes.Source
    let serial: SerialNumber

    /// A new certificate, not yet in the database.
    struct Result {
        let certificate: Certificate
        let row: OpenSSLIndexRow
        let origins: CertificateOrigins
        let issuer: Certificate?
        let file: String
        let admitted: [SubjectPolicy.Admitted]
        let copied: [ExtensionCopying.Outcome]
    }

    /// Certifies. Nil where the request is passed over and the next one's turn comes; what is an error ends the run.
    func result(
        signer: borrowing AuthoritySigner, index: AuthorityIndex
    ) throws(Failure) -> Result? {
        let reader = RequestReading(settings: settings, terms: terms)
        guard let request = try reader.read(source, signer: signer) else { return nil }
        let admitted = try policyResult(request, signer.certificate?.subject)
        let asked =
            terms.preservesSubject ? request.subject : Name(admitted.map { RelativeDistinguishedName([$0.attribute]) })
        if settings.arguments.has("verbose") {
            Console.talk("Everything appears to be ok, creating and signing the certificate\n")
        }
        let (validity, days) = try terms.validity.validity(now: .now)
        let issuer = signer.isSelfSigning ? asked : signer.certificate?.subject ?? asked
        var context = ExtensionContext(
            subject: asked, subjectKey: request.key,
            issuer: signer.isSelfSigning
                ? .itself(serialNumber: serial.number, issuer: issuer) : signer.certificate.map { .certificate($0) },
            issuerKey: signer.isSelfSigning ? request.key : nil)
        try addExtensions(&context)
        let copied = terms.copying.apply(request.extensions, file: source.file, to: &context.made)
        let subject = finalSubject(asked, context)
        var draft = TBSCertificate(
            version: .v1, serialNumber: serial.number, signature: AlgorithmIdentifier(OID.ed25519), issuer: issuer,
            validity: validity, subject: subject, subjectPublicKeyInfo: request.key,
            extensions: Extensions(context.made.map(\.value)))
        let row = OpenSSLIndexRow(
            validUntil: OpenSSLTime.text(validity.notAfter.time), serialNumber: serial,
            name: OpenSSLName.text(subject, names: terms.names))
        if settings.arguments.has("verbose") {
            Console.talk("The subject name appears to be ok, checking database for clashes\n")
        }
        try ClashReport.check(row, in: index)
        show(draft, days: days)
        guard askWhetherToSign() else { return nil }
        do throws(ConfigurationProblem) {
            try ExtensionMaker(
                configuration: settings.configuration, names: terms.names, stringMask: terms.stringMask
            ).completeKeyIdentifiers(
                signingKey: signer.isSelfSigning
                    ? request.key : signer.certificate?.subjectPublicKeyInfo ?? request.key,
                context: &context)
        } catch { throw Failure(error.description) }
        draft.extensions = Extensions(context.made.map(\.value))
        draft.version = context.made.isEmpty ? .v1 : .v3
        let certificate = try sign(draft, with: signer.key)
        let origins = OriginsOfCertification(terms: terms, request: request, source: source).origins(
            of: certificate, extensions: context.made, issuerFile: signer.isSelfSigning ? nil : signer.certificateFile,
            signatureOrigin: settings.setting("md", "default_md")?.origin)
        return Result(
            certificate: certificate, row: row, origins: origins, issuer: signer.certificate, file: source.file,
            admitted: admitted, copied: copied)
    }

    private func policyResult(
        _ request: RequestReading.Request, _ authority: Name?
    ) throws(Failure) -> [SubjectPolicy.Admitted] {
        let attributes = request.subject.relativeDistinguishedNames.flatMap(\.attributes)
        // RFC 2985 §5.2.1: an emailAddress is an IA5String.
        for attribute in attributes where attribute.type == OID.emailAddress && terms.keepsMailAddresses {
            guard case .string(let string) = attribute.value, string.kind == .ia5 else {
                throw Failure("\nemailAddress type needs to be of type IA5STRING")
            }
        }
        if terms.style.isPreset {
            let shown = attributes.filter { $0.type != OID.emailAddress || terms.keepsMailAddresses }
            Console.talk(SubjectListing.text(shown, names: terms.names))
        }
        return try terms.policy.admit(request.subject, authority: authority ?? request.subject)
    }

    private func addExtensions(_ context: inout ExtensionContext) throws(Failure) {
        guard let section = terms.extensions else { return }
        let isVerbose = settings.arguments.has("verbose")
        if isVerbose, section.isFromFile { Console.talk("Extra configuration file found\n") }
        try section.make(&context)
        if isVerbose {
            Console.talk("Successfully added extensions from \(section.isFromFile ? "file." : "config")\n")
        }
    }

    /// `email:move` may have taken addresses out of the subject, `email_in_dn = no` takes them all.
    private func finalSubject(_ asked: Name, _ context: ExtensionContext) -> Name {
        if terms.keepsMailAddresses { return context.subject ?? asked }
        return Name(
            asked.relativeDistinguishedNames.compactMap { part in
                let rest = part.attributes.filter { $0.type != OID.emailAddress }
                return rest.isEmpty ? nil : RelativeDistinguishedName(rest)
            })
    }

    private func show(_ draft: TBSCertificate, days: Int) {
        var output = TextOutput()
        if !terms.style.isPreset {
            output.put("Certificate Details:\n")
            // There is no signature to show yet; what stands for it is left out.
            let unsigned = Certificate(
                tbsCertificate: draft, signatureAlgorithm: draft.signature, signature: [])
            CertificateText(unsigned, names: terms.names)?.write(
                to: &output, format: terms.style.names,
                options: terms.style.options.union([.noSignature, .noSignatureName]))
        }
        let end = TimeText.text(draft.validity.notAfter.time, terms.style.dates)
        output.put("Certificate is to be certified until \(end)" + (days != 0 ? " (\(days) days)" : "") + "\n")
        Console.talk(output.octets)
    }

    private func askWhetherToSign() -> Bool {
        if settings.arguments.has("batch") { return true }
        Console.talk("Sign the certificate? [y/n]:")
        switch Console.readLine()?.first {
        case UInt8(ascii: "y"), UInt8(ascii: "Y"): return true
        case nil:
            Console.talk("CERTIFICATE WILL NOT BE CERTIFIED: I/O error\n")
            return false
        default:
            Console.talk("CERTIFICATE WILL NOT BE CERTIFIED\n")
            return false
        }
    }

    private func sign(_ draft: TBSCertificate, with key: borrowing SigningKey) throws(Failure) -> Certificate {
        var draft = draft
        do throws(SigningKey.Problem) {
            draft.signature = try key.identifier(of: terms.scheme)
            let message = draft.derEncoded
            let signature = try key.sign(message.span, by: terms.scheme)
            return Certificate(tbsCertificate: draft, signatureAlgorithm: draft.signature, signature: signature)
        } catch { throw Failure("ca: the certificate can not be signed: \(IssuingProblem.signing(error).sentence)") }
    }
}
