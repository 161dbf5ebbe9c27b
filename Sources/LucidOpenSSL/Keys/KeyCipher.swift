import LucidX509

/// The ciphers that key files are encrypted with, by openssl's names. They are given as flags: `-aes256`.
enum KeyCipher {
    /// The cipher that a command line asks for, the last one where there are several; nil where it asks for none.
    ///
    /// - Parameter command: its `isOther` lets every flag pass that is no option of its own, because openssl takes it for a cipher.
    static func given(
        in arguments: Arguments, of command: any FaceCommand.Type
    ) throws(Failure) -> PasswordEncryption.Cipher? {
        guard let name = arguments.lastOther(of: command) else { return nil }
        return try named(name, of: arguments.command)
    }

    /// The cipher of that name.
    static func named(_ name: String, of command: String) throws(Failure) -> PasswordEncryption.Cipher {
        let name = name.lowercased()
        if let cipher = names[name] { return cipher }
        guard isName(name) else {
            throw Failure("\(command): Unknown cipher: \(name)\n\(command): Use -help for summary.")
        }
        throw .missingOption(name, of: command, nearest: "-aes256")
    }

    private static let names: [String: PasswordEncryption.Cipher] = [
        "aes128": .aes128, "aes-128-cbc": .aes128, "aes192": .aes192, "aes-192-cbc": .aes192, "aes256": .aes256,
        "aes-256-cbc": .aes256, "des3": .tripleDES, "des-ede3-cbc": .tripleDES,
    ]

    /// Whether openssl has a cipher of that name, by the families that its `list -cipher-commands` shows.
    static func isName(_ name: String) -> Bool {
        let families = [
            "aes-", "aes128", "aes192", "aes256", "aria", "camellia", "des", "rc2", "rc4", "bf", "blowfish", "cast",
            "seed",
            "sm4", "chacha20", "id-aes",
        ]
        return families.contains { name.hasPrefix($0) }
    }
}

extension Arguments {
    /// The last flag that is no option of the command itself: the name of a digest or cipher.
    func lastOther(of command: any FaceCommand.Type) -> String? {
        given.last { given in !command.options.contains { $0.name == given.name } }?.name
    }
}
