import LucidObjectNames
import LucidOpenSSLConfiguration
import LucidX509

/// The extensions of `-extfile`, in the section that `-extensions` names.
struct X509Extensions {
    let maker: ExtensionMaker
    let section: String

    /// Reads the file and looks through its section; nil where there is none.
    init?(_ arguments: Arguments) throws(Failure) {
        guard let path = arguments.value("extfile") else { return nil }
        let configuration = try ConfigurationInput.read(path)
        maker = ExtensionMaker(configuration: configuration, names: ObjectNames())
        section =
            arguments.value("extensions")
            ?? configuration.own("extensions", in: Configuration.defaultSection)?.text ?? Configuration.defaultSection
        var context = ExtensionContext.rehearsal
        do throws(ConfigurationProblem) { try maker.extensions(section: section, context: &context) } catch {
            throw Failure("Error checking extension section \(section): \(error.description)")
        }
    }

    /// Adds them to a certificate.
    func add(
        to draft: inout CertificateDraft, issuer: Certificate?, issuerKey: PublicKey?
    ) throws(Failure) {
        var context = draft.context(issuer: issuer, issuerKey: issuerKey?.info)
        try make(&context)
        draft.take(context)
    }

    /// Makes them.
    func make(_ context: inout ExtensionContext) throws(Failure) {
        do throws(ConfigurationProblem) { try maker.extensions(section: section, context: &context) } catch {
            throw Failure("Error adding extensions from section \(section): \(error.description)")
        }
    }
}

/// Reads configuration files that the command line names.
enum ConfigurationInput {
    static func read(_ path: String) throws(Failure) -> Configuration {
        do throws(ConfigurationProblem) { return try Configuration(reading: path) } catch {
            guard error.isFileUnreadable else { throw Failure(error.description) }
            throw Failure("Can't open \"\(path)\" for reading: \(error.what)")
        }
    }
}
