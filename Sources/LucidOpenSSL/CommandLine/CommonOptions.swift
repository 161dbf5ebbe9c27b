/// Options that many of openssl's commands share.
enum CommonOptions {
    /// Modules that openssl loads at run time. Lucid has none.
    static let modules: [OptionDefinition] = [
        .missing("engine", takesValue: true, nearest: "the same command without it; Lucid has no engines"),
        .missing("provider-path", takesValue: true, nearest: providersNote),
        .missing("provider", takesValue: true, nearest: providersNote),
        .missing("propquery", takesValue: true, nearest: providersNote),
    ]

    private static let providersNote = "the same command without it; Lucid has no providers"

    /// Files that openssl mixes into its random numbers.
    static let randomness: [OptionDefinition] = [
        .missing("rand", takesValue: true, nearest: randomnessNote),
        .missing("writerand", takesValue: true, nearest: randomnessNote),
    ]

    private static let randomnessNote = "the same command without it; Lucid's random numbers are the system's"
}
