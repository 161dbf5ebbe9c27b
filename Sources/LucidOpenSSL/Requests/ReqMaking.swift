import LucidOpenSSLConfiguration
import LucidX509

/// Makes a new request.
struct ReqMaking {
    let settings: ReqSettings

    /// A request, with who put its parts there.
    struct Made {
        let request: CertificateRequest
        let origins: CertificateOrigins
    }

    func request(_ key: borrowing ReqKey) throws(Failure) -> Made {
        let name = try DistinguishedName(settings)
        var contents = RequestContents(subject: name.name, key: key.info)
        contents.attributes = name.attributes
        contents.origins.subject = name.parts.map(\.origin)
        contents.origins.key = key.flag
        contents.origins.algorithm = settings.digestOrigin ?? ReqSettings.presetDigest
        try addExtensions(&contents)
        let signed = try contents.signed(with: key.key, by: try settings.scheme(of: key.key), of: "req")
        // Written and read again, because a SET of attributes is put into order when it is written.
        let request = (try? CertificateRequest(der: signed.der.array)) ?? signed
        return Made(request: request, origins: contents.finishedOrigins(request))
    }

    /// The extensions of the configuration's section, or those of `-addext`.
    private func addExtensions(_ contents: inout RequestContents) throws(Failure) {
        var context = ExtensionContext(subject: contents.subject, subjectKey: contents.key)
        context.replaces = false
        if let section = settings.requestSection {
            do throws(ConfigurationProblem) {
                try settings.maker.extensions(section: section.name, context: &context)
            } catch {
                throw Failure("Error adding request extensions from section \(section.name): \(error.description)")
            }
        }
        let added = settings.options.arguments.values("addext")
        if !added.isEmpty, !context.made.isEmpty, let section = settings.requestSection {
            throw Failure(
                "Error adding extensions defined via -addext: the request has those of the section \(section.name), and openssl 3.0 adds extensions once alone; write the line there"
            )
        }
        for text in added {
            do throws(ConfigurationProblem) {
                try settings.maker.add(argument: text, flag: "-addext", context: &context)
            } catch { throw Failure("Error adding extensions defined via -addext: \(error.description)") }
        }
        contents.extensions = context.made
        if let subject = context.subject { contents.subject = subject }
    }
}

extension ReqSettings {
    static let presetDigest = Origin.preset("SHA-256 where the key's kind takes a digest")

    /// How a key signs.
    func scheme(of key: borrowing SigningKey) throws(Failure) -> SignatureScheme {
        try SignatureOptions(options.arguments.values("sigopt")).scheme(of: key, digest ?? .sha256, in: "req")
    }
}

extension ReqKey {
    /// The public half, spelled as the file spells it.
    var info: SubjectPublicKeyInfo { key.publicKey.info(pointForm: spelling.pointForm) }

    /// The flag that chose the key.
    var flag: Origin {
        switch origin {
        case .file(let path): .flag("-key", value: path)
        case .made(let asked?): .flag("-newkey", value: asked)
        case .made(nil): .preset("a new RSA key, as there is neither -key nor -newkey")
        }
    }
}
