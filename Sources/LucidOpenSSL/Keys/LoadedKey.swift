import LucidX509

/// A key that `rsa`, `ec` or `pkey` works on: a private one, or a public one with `-pubin`.
struct LoadedKey: ~Copyable {
    /// Nil where the file is a public key's.
    let privateKey: SigningKey?
    let publicKey: PublicKey
    /// How the file spells a curve's key.
    var spelling: ECKeySpelling

    /// Reads what `-in` names.
    ///
    /// - Parameters:
    ///   - isPublic: whether it is a public key's file.
    ///   - privateName: how openssl's messages call a private key.
    ///   - publicName: how they call a public one.
    init(
        _ arguments: Arguments, form: KeyForm?, isPublic: Bool, privateName: String = "private key",
        publicName: String = "public key", passphrase: Passphrase?
    ) throws(Failure) {
        let path = arguments.value("in")
        if isPublic {
            let file = try KeyInput.publicKey(path, what: publicName, form: form)
            privateKey = nil
            publicKey = file.key
            let first = if case .ec = file.key { file.info.subjectPublicKey.bytes.first } else { nil as UInt8? }
            spelling = ECKeySpelling(pointForm: .init(firstOctet: first), statesPublicKey: true)
        } else {
            let file = try KeyInput.privateKey(path, what: privateName, form: form, passphrase: passphrase)
            publicKey = file.key.publicKey
            spelling = file.spelling
            privateKey = consume file.key
        }
    }

    /// Adds the private key's text, or the public one's where there is no other.
    func appendText(to results: inout SecretText, of command: String) throws(Failure) {
        guard try appendPrivateText(to: &results, of: command) else {
            return try KeyText.append(publicKey, pointForm: spelling.pointForm, to: &results, of: command)
        }
    }

    /// Adds the private key's text. Returns false where there is none.
    private func appendPrivateText(to results: inout SecretText, of command: String) throws(Failure) -> Bool {
        switch privateKey {
        case .some(let key):
            try KeyText.append(key, spelling: spelling, to: &results, of: command)
            return true
        case .none: return false
        }
    }

    /// Adds the private key as a file has it. Returns false where there is none.
    func appendPrivateKey(
        _ output: KeyOutput, passphrase: Passphrase?, to results: inout SecretText
    ) throws(Failure) -> Bool {
        switch privateKey {
        case .some(let key):
            try output.octets(of: key, passphrase: passphrase).withSpan { results.append($0) }
            return true
        case .none: return false
        }
    }

    /// Adds the public key as a file has it.
    func appendPublicKey(_ output: KeyOutput, to results: inout SecretText) {
        results.append(output.octets(of: publicKey.info(pointForm: spelling.pointForm).derEncoded, label: "PUBLIC KEY"))
    }
}
