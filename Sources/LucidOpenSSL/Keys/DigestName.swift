import LucidX509

/// Message digests by openssl's names. They are given as flags, `-sha256`, or as values, `default_md = sha256`.
enum DigestName {
    /// Whether openssl has a digest of that name; letters in any case.
    static func isName(_ text: String) -> Bool {
        names[text.lowercased()] != nil || missing.contains(text.lowercased())
    }

    /// The digest that a command line asks for, the last one where there are several; nil where it asks for none.
    static func given(in arguments: Arguments, of command: any FaceCommand.Type) throws(Failure) -> HashAlgorithm? {
        guard let name = arguments.lastOther(of: command) else { return nil }
        return try named(name, of: arguments.command)
    }

    /// The digest of that name.
    static func named(_ name: String, of command: String) throws(Failure) -> HashAlgorithm {
        if let hash = names[name.lowercased()] { return hash }
        guard missing.contains(name.lowercased()) else {
            throw Failure("\(command): Unknown message digest: \(name)\n\(command): Use -help for summary.")
        }
        throw Failure("\(command): Lucid does not have the message digest \(name); the nearest is: -sha256")
    }

    /// How a key signs with a digest; its own way where none is asked for: openssl's preset is SHA-256.
    static func scheme(
        of key: borrowing SigningKey, _ hash: HashAlgorithm?, in command: String
    ) throws(Failure) -> SignatureScheme {
        let chosen = hash ?? .sha256
        guard chosen.isFitForSigning else {
            throw Failure(
                "\(command): signatures with \(chosen.name) can be forged, so Lucid makes none; use -sha256")
        }
        switch key.publicKey {
        case .rsa: return .rsaPKCS1(chosen)
        case .ec: return .ecdsa(chosen)
        case .rsaPSS(_, let restriction): return .rsaPSS(restriction ?? RSAPSSParameters(chosen))
        // Ed25519 hashes by itself; openssl takes no digest with it, its own preset apart.
        case .ed25519: return .ed25519
        }
    }

    private static let names: [String: HashAlgorithm] = [
        "md5": .md5, "ssl3-md5": .md5, "sha1": .sha1, "sha-1": .sha1, "ssl3-sha1": .sha1,
        "sha224": .sha224, "sha2-224": .sha224, "sha-224": .sha224, "sha256": .sha256, "sha2-256": .sha256,
        "sha-256": .sha256, "sha384": .sha384, "sha2-384": .sha384, "sha-384": .sha384, "sha512": .sha512,
        "sha2-512": .sha512, "sha-512": .sha512, "sha512-224": .sha512_224, "sha-512/224": .sha512_224,
        "sha512-256": .sha512_256, "sha-512/256": .sha512_256, "rsa-md5": .md5, "rsa-sha1": .sha1,
        "rsa-sha224": .sha224, "rsa-sha256": .sha256, "rsa-sha384": .sha384, "rsa-sha512": .sha512,
    ]

    /// Digests that openssl has and Lucid has not.
    private static let missing: Set<String> = [
        "blake2b512", "blake2s256", "md4", "mdc2", "rmd160", "ripemd", "ripemd160", "sha3-224", "sha3-256", "sha3-384",
        "sha3-512", "shake128", "shake256", "sm3", "whirlpool", "md5-sha1",
    ]
}
