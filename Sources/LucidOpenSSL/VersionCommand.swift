/// `version`: whose commands these are.
enum VersionCommand: FaceCommand {
    static let name = "version"
    static let abstract = "Says which openssl this stands for"
    static let options: [OptionDefinition] = [
        .missing("a", nearest: "lucid --version"),
        .missing("b", nearest: "lucid --version"),
        .missing("c", nearest: "lucid --version"),
        .missing("d", nearest: "lucid --version"),
        .missing("e", nearest: "lucid --version"),
        .missing("f", nearest: "lucid --version"),
        .missing("m", nearest: "lucid --version"),
        .missing("o", nearest: "lucid --version"),
        .missing("p", nearest: "lucid --version"),
        .missing("r", nearest: "lucid --version"),
        .flag("v", "Show the version"),
    ]

    static func run(_ arguments: Arguments) throws(Failure) -> Int32 {
        Console.write("Lucid 0.1.0 (the commands of OpenSSL 3.0)\n")
        return 0
    }
}
