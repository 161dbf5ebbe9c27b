import LucidDER
import LucidReport

/// OpenSSH's own form of private keys: no DER, but strings behind their lengths (OpenSSH's PROTOCOL.key).
enum OpenSSHKeyFile {
    /// `openssh-key-v1` and a zero: what such a file begins with.
    static let magic = Array("openssh-key-v1\0".utf8)
}

extension Annotator {
    /// A key file of OpenSSH: in the clear its public keys, and behind them the private ones, encrypted or not.
    mutating func opensshPrivateKey() throws(DERError) {
        hidesRaw = true
        guard rest.starts(with: OpenSSHKeyFile.magic) else { return try undescribedPrivateKey() }
        try part(
            Meaning("magic", "byte[] AUTH_MAGIC", "What every key file of OpenSSH begins with.", Self.opensshClause),
            count: OpenSSHKeyFile.magic.count
        ) { _ in "openssh-key-v1" }
        try opensshString(
            "ciphername", "The cipher that the private keys are encrypted with; “none” says that they are not.")
        try opensshString("kdfname", "How the passphrase becomes a key; “none” where there is no passphrase.")
        try opensshString("kdfoptions", "The salt of that, and how often it is repeated.", isText: false)
        let count = try opensshCount()
        for _ in 0..<count {
            try opensshString("publickey", "A public key: what kind it is, and its numbers.", isText: false)
        }
        let line = nextLine
        try opensshString(
            "privatekeys",
            "The private keys with their comments. Whoever can read this file owns them, unless it is encrypted.",
            isText: false)
        hide(fromLine: line)
    }

    /// Octets that are a private key by their label, and have no form that Lucid knows: one line, and all of it secret.
    mutating func undescribedPrivateKey() throws(DERError) {
        if isAtEnd { throw DERError(.missingElement(expected: []), at: rest.startIndex) }
        let line = nextLine
        try remainder(
            Meaning(
                "", "octets",
                "A private key, as the label says, in a form that Lucid has no description of: any of it may be secret.",
                "RFC 7468 §10"))
        hide(fromLine: line)
    }

    private static let opensshClause = "OpenSSH PROTOCOL.key §1"

    /// The number of keys, in four octets.
    private mutating func opensshCount() throws(DERError) -> Int {
        let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        try part(Meaning("N", "uint32 number of keys N", "How many keys there are: one.", Self.opensshClause), count: 4)
        {
            _ in String(count)
        }
        return count
    }

    /// Octets behind their number, which has four octets itself.
    private mutating func opensshString(_ field: String, _ sentence: String, isText: Bool = true) throws(DERError) {
        let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        try part(Meaning(field, "string \(field)", sentence, Self.opensshClause), count: 4 + count) { bytes in
            let content = Array(bytes.dropFirst(4))
            return isText ? String(decoding: content, as: UTF8.self).safeToShow : hexadecimal(content)
        }
    }
}
