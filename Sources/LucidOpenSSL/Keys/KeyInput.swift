import LucidX509

/// Reads private keys in every form that openssl reads: PKCS#8, PKCS#1 and SEC 1, in PEM or DER, encrypted or not.
enum KeyInput {
    /// Reads the first private key of a file.
    ///
    /// - Parameters:
    ///   - path: nil or `-` is standard input.
    ///   - what: how openssl's messages call it: `private key`, `CA private key`, `key`.
    ///   - form: what the file must be; nil where both are welcome.
    ///   - passphrase: for an encrypted key; where it is missing, a prompt asks.
    ///   - question: what the prompt asks; nil for what openssl asks for most files.
    ///   - labels: the PEM labels that are welcome.
    static func privateKey(
        _ path: String?, what: String = "private key", form: KeyForm? = nil, passphrase: Passphrase? = nil,
        question: String? = nil, labels: Set<String> = privateLabels
    ) throws(Failure) -> PrivateKeyFile {
        var octets = try FaceFile.read(
            path, cannotOpen: "Could not open file or uri for loading \(what) from \(FaceFile.shown(path))")
        defer { wipe(&octets) }
        if TeachingMark.isPresent(in: octets.span) {
            Console.talk(
                "lucid: UNSAFE: \(FaceFile.shown(path)): says that it was made with a teaching seed: everybody who knows the words has this private key\n"
            )
        }
        let unreadable = "Could not read \(what) from \(FaceFile.shown(path))"
        guard var block = try privateKeyBlock(octets, form: form, labels: labels, unreadable: unreadable) else {
            let wanted = labels == privateLabels ? "private key" : "\(labels.sorted().joined(separator: " or "))"
            throw Failure("\(unreadable): the file has no \(wanted)\(form.map { " in \($0.name)" } ?? "")")
        }
        var promptFailure: Failure?
        do throws(PrivateKeyProblem) {
            let opened = try OpenedKeyFile(pem: &block) { () throws(PrivateKeyProblem) in
                if let passphrase { return passphrase.octets.copy() }
                do throws(Failure) {
                    let question = question ?? PassphrasePrompt.question(for: FaceFile.shown(path))
                    return try PassphrasePrompt.ask(question).octets.copy()
                } catch {
                    promptFailure = error
                    throw .passphraseNeeded
                }
            }
            return PrivateKeyFile(key: try opened.key(), spelling: opened.spelling)
        } catch {
            throw Failure("\(unreadable): \(promptFailure?.message ?? error.sentence)")
        }
    }

    /// The first private key of a file, not yet opened; nil where the file has none.
    private static func privateKeyBlock(
        _ octets: [UInt8], form: KeyForm?, labels: Set<String>, unreadable: String
    ) throws(Failure) -> PEMBlock? {
        guard form != .der, PEMReader.looksLikePEM(octets.span) else {
            return form == .pem || PEMReader.looksLikePEM(octets.span) ? nil : derBlock(octets, labels)
        }
        var problem: PEMError?
        for block in PEMReader.blocks(in: octets.span) {
            switch block {
            case .success(let block): if labels.contains(block.label) { return block }
            case .failure(let error): if labels.contains(error.label) { problem = problem ?? error }
            }
        }
        if let problem { throw Failure("\(unreadable): \(problem.sentence)") }
        return nil
    }

    /// RFC 7468 §10 and §11, and the labels from before PKCS#8.
    static let privateLabels: Set<String> = [
        "PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY",
    ]

    private static func derBlock(_ octets: [UInt8], _ labels: Set<String>) -> PEMBlock? {
        for entry in PKIFile(octets).entries {
            if case .privateKey(let block) = entry.content, labels.contains(block.label) { return block }
        }
        return nil
    }
}

extension KeyForm {
    /// The form's name.
    var name: String { self == .pem ? "PEM" : "DER" }
}
