/// One option of one of openssl's commands.
struct OptionDefinition: Sendable {
    /// Without its dash: `days`.
    let name: String
    /// What stands for the value in the help; nil where the option is a flag.
    let value: String?
    /// A few words for the help.
    let help: String
    /// Where the option exists in openssl and not here: the nearest thing that Lucid has, such as `lucid convert --to p12`.
    let nearest: String?

    private init(_ name: String, value: String?, help: String, nearest: String?) {
        self.name = name
        self.value = value
        self.help = help
        self.nearest = nearest
    }

    /// `-name`.
    static func flag(_ name: String, _ help: String) -> Self { Self(name, value: nil, help: help, nearest: nil) }

    /// `-name VALUE`.
    static func value(_ name: String, _ value: String, _ help: String) -> Self {
        Self(name, value: value, help: help, nearest: nil)
    }

    /// An option that openssl has and Lucid has not. It is never ignored: the command ends and names it.
    static func missing(_ name: String, takesValue: Bool = false, nearest: String) -> Self {
        Self(name, value: takesValue ? "val" : nil, help: "not in Lucid", nearest: nearest)
    }
}
