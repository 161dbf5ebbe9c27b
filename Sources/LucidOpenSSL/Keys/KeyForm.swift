/// PEM or DER, as `-inform` and `-outform` say.
enum KeyForm: Hashable, Sendable {
    case pem, der

    /// The form that an option of a command asks for; nil where it is not given.
    ///
    /// - Parameter others: forms that openssl has and Lucid has not here, with the nearest command that Lucid has.
    init?(
        _ option: String, in arguments: Arguments, others: [String: String] = [:]
    ) throws(Failure) {
        guard let text = arguments.value(option) else { return nil }
        switch text.lowercased() {
        case "pem", "p": self = .pem
        case "der", "d", "asn1", "a": self = .der
        case let name:
            let isOfKeys = option.lowercased().hasSuffix("keyform")
            if let nearest = others[name] ?? (isOfKeys ? Self.otherInputs[name] : nil) {
                throw Failure(
                    "\(arguments.command): -\(option) \(text) is a form that Lucid does not have here; the nearest is: \(nearest)"
                )
            }
            throw .usage(
                "Bad format \"\(text)\"\n\(arguments.command): Invalid format \"\(text)\" for option -\(option)",
                of: arguments.command)
        }
    }
}
