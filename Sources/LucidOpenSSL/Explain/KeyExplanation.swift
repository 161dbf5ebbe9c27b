import LucidX509

/// What `-explain` says of a new key: its kind, form and cipher, each with the flag or the preset that decided it.
struct KeyExplanation {
    private let arguments: Arguments
    private let output: KeyOutput
    private let key: String
    private let origin: String
    private let command: any FaceCommand.Type

    /// - Parameters:
    ///   - key: what it is.
    ///   - origin: who asked for this kind, as it was typed, or "preset".
    ///   - output: how it is written.
    init(
        of key: borrowing SigningKey, origin: String, _ output: KeyOutput, _ arguments: Arguments,
        _ command: any FaceCommand.Type
    ) {
        self.key = Self.kind(key)
        self.origin = origin
        self.output = output
        self.arguments = arguments
        self.command = command
    }

    /// Lines for standard error; empty where nobody asked.
    var text: String {
        guard arguments.has("explain") else { return "" }
        let place = arguments.value("out")
        return """

            \(place.map(\.safeToShow) ?? "The result"), and who decided it:
              key     \(key) (\(origin.safeToShow))
              form    \(form)
              cipher  \(cipher)
            `lucid explain FILE` explains its octets.

            """
    }

    private var form: String {
        let structure = output.isTraditional ? "the traditional form" : "PKCS#8"
        let decider =
            if arguments.has("traditional") {
                "-traditional"
            } else if command.name == ECParamCommand.name {
                "as ecparam always writes keys"
            } else {
                output.isTraditional ? "as openssl writes DER" : "preset"
            }
        let encoding = output.form.name
        let asked = arguments.value("outform").map { "-outform \($0)" } ?? "preset"
        return "\(structure) (\(decider)), \(encoding) (\(asked))"
    }

    private var cipher: String {
        if command.name == ECParamCommand.name { return "none: ecparam encrypts no keys" }
        guard output.cipher != nil, let name = arguments.lastOther(of: command) else {
            return "none: the key is not encrypted (preset; -aes256 encrypts it)"
        }
        return "\(name.safeToShow) (-\(name.safeToShow))"
    }

    private static func kind(_ key: borrowing SigningKey) -> String {
        switch key.publicKey {
        case .rsa(let key), .rsaPSS(let key, _): "RSA, \(key.modulus.bitWidth) bits"
        case .ec(let key): "EC, \(key.curve.openSSLName)"
        case .ed25519: "Ed25519"
        }
    }
}

extension Arguments {
    /// Those of some options that were given, as they were typed; "preset" where none was.
    func typed(_ names: String...) -> String {
        let options = given.filter { names.contains($0.name) }.map { option in
            "-\(option.name)" + (option.value.map { " \($0.quotedForTheShell)" } ?? "")
        }
        return options.isEmpty ? "preset" : options.joined(separator: " ")
    }
}
