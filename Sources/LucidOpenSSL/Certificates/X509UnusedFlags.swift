import LucidX509

/// The flags of `x509` that were given and changed nothing, for `--explain`.
struct X509UnusedFlags {
    let options: X509Options

    func all(_ made: SignedDraft) -> [Explanation.UnusedFlag] {
        let arguments = options.arguments
        var unused: [Explanation.UnusedFlag] = []
        func add(_ name: String, _ reason: String) {
            guard arguments.has(name) else { return }
            let value = arguments.value(name).map { " " + $0.quotedForTheShell } ?? ""
            unused.append(.init(flag: "-\(name)\(value)", reason: reason))
        }
        if !arguments.has("extfile") { add("extensions", "it names a section of -extfile, which is not given") }
        if !options.signs { add("days", "nothing is signed anew, so the dates stay") }
        if let digest = options.digest {
            let name = arguments.lastOther(of: X509Command.self) ?? ""
            let isEd25519 = made.certificate.signatureAlgorithm.algorithm == OID.ed25519
            if isEd25519 {
                add(name, "Ed25519 signs without a digest of its own")
            } else if digest == .sha256, options.signs {
                add(name, "SHA-256 is openssl's preset")
            }
        }
        if arguments.has("set_serial") {
            add("CAserial", "-set_serial gives the number")
            add("CAcreateserial", "-set_serial gives the number")
        } else if case .counter(let file) = made.origins.serialNumber {
            add("CAcreateserial", "\(file) was there already")
        }
        if options.authority == nil {
            for name in ["CAkey", "CAserial", "CAcreateserial"] { add(name, "there is no -CA") }
        }
        if options.isRequest { add("preserve_dates", "a request has no dates") }
        if !options.isRequest { add("copy_extensions", "the certificate's extensions stay in any case") }
        add("keyform", "the form of a key is recognised")
        add("CAkeyform", "the form of a key is recognised")
        return unused
    }
}
