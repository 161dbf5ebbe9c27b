import LucidOpenSSLConfiguration

/// The file of `-extfile` with the name of its section: that of `-extensions`, else what its value `extensions` says, else the
/// default section.
struct ExtensionFile {
    let configuration: Configuration
    let section: String

    /// Nil where there is no `-extfile`.
    init?(_ settings: AuthoritySettings) throws(Failure) {
        guard let path = settings.arguments.value("extfile") else { return nil }
        do throws(ConfigurationProblem) { configuration = try Configuration(reading: path) } catch {
            throw Failure("Can't open \"\(path)\" for reading: \(error.description)")
        }
        if settings.arguments.has("verbose") { Console.talk("Successfully loaded extensions file \(path)\n") }
        section =
            settings.arguments.value("extensions")
            ?? configuration.own("extensions", in: Configuration.defaultSection)?.text ?? Configuration.defaultSection
    }
}
