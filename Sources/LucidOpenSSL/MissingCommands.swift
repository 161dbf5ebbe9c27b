import LucidX509

/// The commands that openssl 3.0 has and the face has not, with the nearest thing that Lucid has.
enum MissingCommands {
    /// One line about a command that is not there.
    static func answer(to name: String) -> String {
        guard let nearest = nearest[name.lowercased()] ?? (isDigestOrCipher(name) ? nothing : nil) else {
            return "Invalid command '\(name.safeToShow)'; lucid openssl -help lists the commands"
        }
        return "\(name.safeToShow) is a command of openssl that Lucid does not have; \(nearest)"
    }

    private static let nothing = "Lucid has nothing like it"

    /// Every command of `openssl list -commands` that may be missing. Those that the face has are found before this is asked.
    private static let nearest: [String: String] = [
        "ca": "the nearest is: lucid ca",
        "ciphers": nothing,
        "cmp": nothing,
        "cms": nothing,
        "crl2pkcs7": "the nearest is: lucid convert --to p7b",
        "dgst": "the nearest is: sha256sum, which is no part of Lucid",
        "dhparam": nothing,
        "dsa": "Lucid has no DSA keys; the nearest is: lucid openssl pkey",
        "dsaparam": "Lucid has no DSA keys; the nearest is: lucid openssl genpkey",
        "enc": nothing,
        "engine": "Lucid has no engines",
        "errstr": "Lucid's messages say in words what is wrong",
        "fipsinstall": "Lucid has no providers",
        "gendsa": "Lucid has no DSA keys; the nearest is: lucid openssl genpkey",
        "info": "the nearest is: lucid openssl version -a",
        "kdf": nothing,
        "list": "the nearest is: lucid openssl help",
        "mac": nothing,
        "nseq": "the nearest is: lucid convert --to pem",
        "ocsp": "the nearest is: lucid ca ocsp",
        "passwd": nothing,
        "pkcs12": "the nearest is: lucid convert --to p12",
        "pkcs7": "the nearest is: lucid convert --to pem",
        "pkcs8": "the nearest is: lucid openssl pkey",
        "pkeyparam": "the nearest is: lucid openssl ecparam",
        "pkeyutl": nothing,
        "prime": nothing,
        "rand": nothing,
        "rehash": nothing,
        "req": "the nearest is: lucid request",
        "rsautl": nothing,
        "s_client": "the nearest is: lucid fetch",
        "s_server": nothing,
        "s_time": nothing,
        "sess_id": nothing,
        "smime": nothing,
        "speed": nothing,
        "spkac": nothing,
        "srp": nothing,
        "storeutl": "the nearest is: lucid show",
        "ts": nothing,
        "verify": "the nearest is: lucid verify",
        "x509": "the nearest is: lucid show",
    ]

    /// openssl takes the names of digests and ciphers for commands too, such as `sha256`.
    private static func isDigestOrCipher(_ name: String) -> Bool {
        DigestName.isName(name) || KeyCipher.isName(name) || name == "base64"
    }
}
