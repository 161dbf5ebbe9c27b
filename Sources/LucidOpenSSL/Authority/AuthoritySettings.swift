import LucidObjectNames
import LucidOpenSSLConfiguration
import LucidX509

/// The configuration of a CA and the command line over it.
struct AuthoritySettings {
    let arguments: Arguments
    let configuration: Configuration
    /// The CA's section.
    let section: String
    /// openssl's names of objects, and those that the configuration adds.
    let names: ObjectNames

    /// Reads the configuration: that of `-config`, else the system's.
    init(_ arguments: Arguments) throws(Failure) {
        self.arguments = arguments
        guard let path = arguments.value("config") ?? DefaultConfiguration.path() else {
            throw Failure("ca: there is no configuration; name one with -config")
        }
        Console.talk("Using configuration from \(path)\n")
        do throws(ConfigurationProblem) { configuration = try Configuration(reading: path) } catch {
            guard !error.isFileUnreadable else {
                throw Failure("Can't open \"\(path)\" for reading, \(Self.reason(path))")
            }
            throw Failure(error.description)
        }
        let chosen = arguments.given.last { ["name", "section"].contains($0.name) }?.value
        section = if let chosen { chosen } else { try Self.required("default_ca", in: "ca", configuration).text }
        names = try ConfiguredNames.read(configuration)
    }

    private static func reason(_ path: String) -> String {
        do throws(FileProblem) { _ = try FileReader.read(path) } catch { return error.reason.systemText }
        return "it can not be read"
    }

    private static func required(
        _ name: String, in section: String, _ configuration: Configuration
    ) throws(Failure) -> ConfigurationValue {
        guard let value = configuration.value(name, in: section) else {
            throw Failure("variable lookup failed for \(section)::\(name) (in \(configuration.file))")
        }
        return value
    }

    /// A value of the CA's section that must be there.
    func required(_ name: String) throws(Failure) -> ConfigurationValue {
        try Self.required(name, in: section, configuration)
    }

    /// A value of the CA's section or of the default section.
    func optional(_ name: String) -> ConfigurationValue? { configuration.value(name, in: section) }

    /// What the command line says or, where it says nothing, the CA's section.
    func setting(_ flag: String, _ name: String) -> Setting? {
        if let value = arguments.value(flag) { return Setting(text: value, origin: .flag("-\(flag)", value: value)) }
        return optional(name).map { Setting(text: $0.text, origin: .configuration($0.place)) }
    }

    /// The same, where there must be one.
    func requiredSetting(_ flag: String, _ name: String) throws(Failure) -> Setting {
        if let setting = setting(flag, name) { return setting }
        return Setting(text: try required(name).text, origin: .preset(""))
    }

    /// A value and who gave it.
    struct Setting {
        let text: String
        let origin: Origin
    }

    /// Where certificates are put as `SERIAL.pem`.
    func newCertificatesFolder() throws(Failure) -> String {
        guard let folder = setting("outdir", "new_certs_dir")?.text else {
            throw Failure("there needs to be defined a directory for new certificate to be placed in (new_certs_dir)")
        }
        switch Folder.kind(folder) {
        case .directory: return folder
        case nil: throw Failure("ca: \(folder) is not a directory\n\(folder): No such file or directory")
        default: throw Failure("ca: \(folder) is not a directory\n\(folder): Not a directory")
        }
    }

    /// The database, read and not yet looked through.
    func index() throws(Failure) -> AuthorityIndex {
        let isUnique = optional("unique_subject").map { $0.text } ?? ""
        return try AuthorityIndex(try required("database").text, uniqueSubjects: isUnique.yesOrNo ?? true)
    }

    /// The string types of names.
    func stringMask() throws(Failure) -> StringMask {
        guard let text = optional("string_mask")?.text else { return .preset }
        guard let mask = StringMask(text) else { throw Failure("Invalid global string mask setting \(text)") }
        return mask
    }
}
