import LucidX509

/// The key of `req`: read with `-key`, or made as `-newkey`, `-pkeyopt` and the configuration say, and then written.
struct ReqKey: ~Copyable {
    let key: SigningKey
    let spelling: ECKeySpelling
    let origin: KeyOrigin

    /// Where the key comes from.
    enum KeyOrigin: Hashable {
        case file(String)
        /// What `-newkey` asks for; nil where it is not given.
        case made(String?)
    }

    /// Reads or makes the key; nil where nothing needs one.
    static func obtain(_ settings: ReqSettings) throws(Failure) -> ReqKey? {
        let arguments = settings.options.arguments
        let input = arguments.value("passin") ?? settings.value("input_password").map { "pass:\($0.text)" }
        let output = arguments.value("passout") ?? settings.value("output_password").map { "pass:\($0.text)" }
        let passphrases = try PassphraseSource.read(input, output)
        var found: ReqKey?
        if let path = arguments.value("key") {
            let form = try KeyForm("keyform", in: arguments)
            let file = try KeyInput.privateKey(path, what: "private key", form: form, passphrase: passphrases.input)
            let spelling = file.spelling
            found = ReqKey(key: consume file.key, spelling: spelling, origin: .file(path))
        } else if settings.options.isNew {
            found = try make(settings)
        }
        guard let key = found.take() else { return nil }
        try key.write(settings, passphrases.output)
        return key
    }

    private static func make(_ settings: ReqSettings) throws(Failure) -> ReqKey {
        let arguments = settings.options.arguments
        let given = arguments.value("newkey")
        let bits = settings.value("default_bits").flatMap { Int($0.text) } ?? 2048
        let request = try KeyRequest(
            newkey: given, options: arguments.values("pkeyopt"), bits: bits, of: "req")
        if arguments.has("verbose") {
            Console.talk("Generating \(request.typedName) key" + " with \(request.bits) bits\n")
        }
        let key = try KeyMaking.make(try request.kind(), showsProgress: request.isRSA, of: "req")
        return ReqKey(
            key: key, spelling: .usual, origin: .made(given))
    }

    /// The file for the key: that of `-keyout` or, for a new key, of the configuration; nil is standard output.
    static func output(_ settings: ReqSettings) -> String? {
        let arguments = settings.options.arguments
        if let path = arguments.value("keyout") { return path }
        return arguments.has("key") ? nil : settings.value("default_keyfile")?.text
    }

    /// Writes the key where it is new or `-keyout` asks for it.
    private borrowing func write(_ settings: ReqSettings, _ passphrase: Passphrase?) throws(Failure) {
        let arguments = settings.options.arguments
        let path = Self.output(settings)
        let isRead = if case .file = origin { true } else { false }
        guard path != nil || !isRead else { return }
        if arguments.has("verbose") {
            Console.talk("Writing private key to " + (path.map { "'\($0)'" } ?? "stdout") + "\n")
        }
        var output = KeyOutput()
        output.spelling = spelling
        output.cipher = Self.isEncrypted(settings) ? .tripleDES : nil
        try output.write(key, to: path, passphrase: passphrase, of: "req")
        Console.talk("-----\n")
    }

    private static func isEncrypted(_ settings: ReqSettings) -> Bool {
        let arguments = settings.options.arguments
        if arguments.has("nodes") || arguments.has("noenc") { return false }
        let said = settings.value("encrypt_rsa_key") ?? settings.value("encrypt_key")
        return said?.text != "no"
    }
}
