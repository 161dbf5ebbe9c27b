/// `version`: whose commands these are. Each line has openssl's shape and says what is true of Lucid.
enum VersionCommand: FaceCommand {
    static let name = "version"
    static let abstract = "Says which openssl this stands for"
    static let options: [OptionDefinition] = [
        .flag("a", "all of these"),
        .flag("b", "when it was built"),
        .flag("d", "folder of the system's configuration file"),
        .flag("e", "where engines would be"),
        .flag("m", "where modules would be"),
        .flag("f", "which compiler built it"),
        .flag("o", "how wide its big numbers' words are"),
        .flag("p", "system and processor"),
        .flag("r", "where random numbers come from"),
        .flag("v", "name and number; so too without any option"),
        .flag("c", "what the processor can do"),
    ]

    static func run(_ arguments: Arguments) throws(Failure) -> Int32 {
        guard arguments.rest.isEmpty else { throw .usage("Extra parameters given.", of: name) }
        let asked = arguments.given.map(\.name)
        let shown = asked.isEmpty ? ["v"] : asked
        for line in lines where shown.contains("a") || shown.contains(line.flag) { Console.write("\(line.text)\n") }
        return 0
    }

    /// In openssl's order.
    private static let lines: [(flag: String, text: String)] = [
        ("v", "Lucid 0.1.0 (the commands of OpenSSL 3.0)"),
        ("b", "built on: reproducible build, date unspecified"),
        ("p", "platform: \(system)-\(processor)"),
        // The numbers of GMP are of 64-bit limbs.
        ("o", "options:  bn(64,64)"),
        ("f", "compiler: swift"),
        ("d", "OPENSSLDIR: \"/usr/lib/ssl\""),
        ("e", "ENGINESDIR: N/A"),
        ("m", "MODULESDIR: N/A"),
        ("r", "Seeding source: os-specific"),
        ("c", "CPUINFO: N/A"),
    ]

    private static var system: String {
        #if os(macOS)
            "darwin"
        #else
            "linux"
        #endif
    }

    private static var processor: String {
        #if arch(arm64)
            "aarch64"
        #else
            "x86_64"
        #endif
    }
}
