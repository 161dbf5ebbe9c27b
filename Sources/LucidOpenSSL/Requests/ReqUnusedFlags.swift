import LucidX509

/// The flags of `req` that were given and changed nothing, for `--explain`.
struct ReqUnusedFlags {
    let options: ReqOptions

    /// - Parameter usesDigest: whether the key signs with a digest that can be chosen.
    func all(usesDigest: Bool) -> [Explanation.UnusedFlag] {
        let arguments = options.arguments
        var unused: [Explanation.UnusedFlag] = []
        func add(_ name: String, _ reason: String) {
            guard arguments.has(name) else { return }
            let value = arguments.value(name).map { " " + $0.quotedForTheShell } ?? ""
            unused.append(.init(flag: "-\(name)\(value)", reason: reason))
        }
        if options.makesCertificate {
            add("reqexts", "it is for requests; a certificate's extensions are those of -extensions or x509_extensions")
            if options.input == nil { add("copy_extensions", "there is no request with -in") }
        } else {
            add("days", "a request has no dates; the CA chooses them")
            add("extensions", "it is for certificates; a request's extensions are those of -reqexts or req_extensions")
            add("set_serial", "a request has no serial number; the CA chooses it")
            add("copy_extensions", "no certificate is made of a request here")
            add("precert", "a request has no poison extension")
        }
        if arguments.has("key") {
            add("newkey", "-key gives the key")
            add("pkeyopt", "-key gives the key, so none is made")
            if !arguments.has("keyout") {
                add("nodes", "no key is written")
                add("noenc", "no key is written")
                add("passout", "no key is written")
            }
        } else if options.isNew, arguments.has("nodes") || arguments.has("noenc") {
            add("passout", "the key is not encrypted")
        }
        if options.authority == nil { add("CAkey", "there is no -CA") }
        if arguments.has("subj") || arguments.has("batch") && !options.isNew {
            add("batch", "nothing would be asked")
        }
        if let digest = arguments.lastOther(of: ReqCommand.self) {
            if !usesDigest {
                add(digest, "Ed25519 signs without a digest of its own")
            } else if (try? DigestName.named(digest, of: "req")) == .sha256 {
                add(digest, "SHA-256 is openssl's preset, unless default_md says otherwise")
            }
        }
        add("multivalue-rdn", "several attributes on a level are always understood")
        add("keyform", "the form of a key is recognised")
        return unused
    }
}
