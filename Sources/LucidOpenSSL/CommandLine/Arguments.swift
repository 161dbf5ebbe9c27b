/// A command line taken apart as openssl does it.
///
/// Options begin with one dash or two; a value is the next argument, or stands behind `=`. The first argument without a dash, or what
/// follows `--`, begins the rest. Of an option that is given more than once the last one counts, but where the command wants them all.
struct Arguments {
    /// An option as it was given.
    struct Given: Equatable {
        let name: String
        let value: String?
    }

    let command: String
    /// In the order of the command line.
    let given: [Given]
    /// What follows the options.
    let rest: [String]

    /// Takes `arguments` apart by the options that `command` has.
    ///
    /// - Parameter isOther: whether a name that no option has means something still, as `-sha256` does for digests. It is then kept
    ///   as a flag.
    init(
        _ arguments: some Sequence<String>, of command: String, options: [OptionDefinition],
        isOther: (String) -> Bool = { _ in false }
    ) throws(Failure) {
        let known = Dictionary(options.map { ($0.name, $0) }) { first, _ in first }
        var given: [Given] = []
        var rest: [String] = []
        var remaining = Array(arguments)[...]
        while let argument = remaining.popFirst() {
            if argument == "--" {
                rest += remaining
                break
            }
            guard argument.hasPrefix("-"), argument != "-" else {
                rest = [argument] + remaining
                break
            }
            let text = argument.drop { $0 == "-" }
            let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let name = halves.first, argument.count - text.count <= 2 else {
                throw .unknownOption(argument, of: command)
            }
            let attached = halves.count > 1 ? halves[1] : nil
            guard let option = known[name] else {
                guard attached == nil, isOther(name) else { throw .unknownOption(name, of: command) }
                given.append(Given(name: name, value: nil))
                continue
            }
            if let nearest = option.nearest { throw .missingOption(name, of: command, nearest: nearest) }
            guard option.value != nil else {
                guard attached == nil else { throw .usage("Option -\(name) does not take a value", of: command) }
                given.append(Given(name: name, value: nil))
                continue
            }
            guard let value = attached ?? remaining.popFirst() else {
                throw .usage("Option -\(name) needs a value", of: command)
            }
            given.append(Given(name: name, value: value))
        }
        self.command = command
        self.given = given
        self.rest = rest
    }

    private init(_ given: [Given], _ rest: [String], of command: String) {
        self.given = given
        self.rest = rest
        self.command = command
    }

    /// The same without an option.
    func without(_ name: String) -> Arguments { Arguments(given.filter { $0.name != name }, rest, of: command) }

    /// Whether an option was given.
    func has(_ name: String) -> Bool { given.contains { $0.name == name } }

    /// The value of an option, the last one where there are several; nil where it was not given.
    func value(_ name: String) -> String? { given.last { $0.name == name }?.value }

    /// All values of an option.
    func values(_ name: String) -> [String] { given.filter { $0.name == name }.compactMap(\.value) }

    /// The value of an option as a number.
    func number(_ name: String) throws(Failure) -> Int? {
        guard let text = value(name) else { return nil }
        guard let number = Int(text) else { throw .usage("Can't parse \"\(text)\" as a number", of: command) }
        return number
    }
}
