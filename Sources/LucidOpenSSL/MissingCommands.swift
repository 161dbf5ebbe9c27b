import LucidX509

/// The commands that openssl 3.0 has and the face has not, with the nearest thing that Lucid has.
enum MissingCommands {
    /// One line about a command that is not there.
    static func answer(to name: String) -> String {
        let name = name.lowercased()
        guard let nearest = nearest[name] ?? digest(name) ?? cipher(name) else {
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
        "enc": base64,
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
        "pkeyutl": "Lucid signs certificates, requests and CRLs alone; the nearest is: lucid openssl req or x509",
        "prime": nothing,
        "rand": "the nearest is: head -c COUNT /dev/urandom, which is no part of Lucid",
        "rehash": "the nearest is: one file with all certificates, for lucid openssl verify -CAfile",
        "req": "the nearest is: lucid request",
        "rsautl": "Lucid signs certificates, requests and CRLs alone; the nearest is: lucid openssl req or x509",
        "s_client": "the nearest is: lucid fetch",
        "s_server": "Lucid has no TLS sessions; the nearest is: lucid demo, whose files a server can use",
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

    /// openssl takes the names of digests for commands too, such as `sha256`. People compare keys with them:
    /// `openssl rsa -modulus -noout | openssl md5`.
    private static func digest(_ name: String) -> String? {
        guard DigestName.isName(name) else { return nil }
        let program = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"].contains(name) ? name : "sha256"
        return "the nearest is: lucid key match to compare keys, and \(program)sum for files, which is no part of Lucid"
    }

    /// The names of ciphers are commands too.
    private static func cipher(_ name: String) -> String? {
        name == "base64" ? base64 : KeyCipher.isName(name) ? nothing : nil
    }

    private static let base64 =
        "Lucid encrypts keys alone; the nearest for Base64 is: base64, which is no part of Lucid"
}
