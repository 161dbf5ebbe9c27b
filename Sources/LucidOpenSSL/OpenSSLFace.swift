/// openssl's commands, by their own words, over Lucid's libraries.
public enum OpenSSLFace {
    /// In the order of the list that `lucid openssl` prints.
    static let commands: [any FaceCommand.Type] = [
        ASN1ParseCommand.self,
        CACommand.self,
        CRLCommand.self,
        ClientCommand.self,
        ECCommand.self,
        ECParamCommand.self,
        GenPKeyCommand.self,
        GenRSACommand.self,
        PKCS8Command.self,
        PKeyCommand.self,
        RSACommand.self,
        ReqCommand.self,
        VerifyCommand.self,
        VersionCommand.self,
        X509Command.self,
    ]

    /// Runs `openssl` with these arguments: the command's name, then its own. Returns the exit code.
    ///
    /// Results go to standard output and talk to standard error, in openssl's words where it has some.
    public static func run(_ arguments: some Sequence<String>) -> Int32 {
        var arguments = Array(arguments)[...]
        guard let name = arguments.popFirst(), !["help", "-help", "--help", "-h"].contains(name) else {
            Console.talk(list)
            return 0
        }
        guard let command = commands.first(where: { $0.name == name }) else {
            if name.hasPrefix("no-") { return absence(of: String(name.dropFirst(3))) }
            Console.talk(MissingCommands.answer(to: name) + "\n")
            return 1
        }
        if arguments.contains("-help") || arguments.contains("--help") {
            Console.talk(command.help + "\n")
            return 0
        }
        do throws(Failure) {
            let arguments = try Arguments(
                arguments, of: name, options: command.allOptions, isOther: { command.isOther($0) })
            if command.explains { return try command.run(arguments) }
            // The command itself does not know the option, and might take it for a digest or cipher.
            let exitCode = try command.run(arguments.without(UnexplainedResult.option.name))
            if arguments.has(UnexplainedResult.option.name) { Console.talk(UnexplainedResult.line(of: name)) }
            return exitCode
        } catch {
            if !error.message.isEmpty { Console.talk(error.message + "\n") }
            return error.exitCode
        }
    }

    /// `no-NAME`: whether there is no command of that name. It prints `no-NAME` and ends with 0 where there is none, or else `NAME` and
    /// 1, so that scripts can ask.
    private static func absence(of name: String) -> Int32 {
        let isThere = name == "help" || commands.contains { $0.name == name }
        Console.write(isThere ? "\(name)\n" : "no-\(name)\n")
        return isThere ? 1 : 0
    }

    private static var list: String {
        """
        lucid openssl COMMAND [options]: openssl's own command lines, by Lucid. -help behind a command lists its options.

        """ + commands.map { "  \($0.name.padded(to: 12))\($0.abstract)\n" }.joined()
    }
}

extension String {
    /// The text, with spaces up to a width.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
