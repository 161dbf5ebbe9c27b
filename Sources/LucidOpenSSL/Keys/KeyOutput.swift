import LucidX509

/// Writes keys in the forms that openssl writes.
struct KeyOutput {
    var form = KeyForm.pem
    /// PKCS#1 and SEC 1 in place of PKCS#8.
    var isTraditional = false
    /// Nil where the key is not to be encrypted.
    var cipher: PasswordEncryption.Cipher?
    /// What the key of the cipher is made with (RFC 8018 §5.2), in PKCS#8: the hash and how often it is repeated.
    var derivation = (hash: HashAlgorithm.sha256, iterations: 2048)
    /// How a curve's key is spelled.
    var spelling = ECKeySpelling.usual
    /// What a prompt asks where a passphrase is needed and none is given.
    var question = PassphrasePrompt.newKeyQuestion
    /// The fewest characters that a prompt takes.
    var leastPassphraseCount = PassphrasePrompt.leastCount

    /// Writes a private key for its owner alone.
    ///
    /// - Parameters:
    ///   - path: nil or `-` is standard output.
    ///   - passphrase: where it is missing and the key is to be encrypted, a prompt asks for it twice.
    func write(
        _ key: borrowing SigningKey, to path: String?, passphrase: Passphrase? = nil, of command: String
    ) throws(Failure) {
        let octets = try octets(of: key, passphrase: passphrase)
        try octets.withSpan { octets throws(Failure) in
            try FaceFile.write(octets, to: path, access: .owner, of: command)
        }
    }

    /// A private key as a file has it.
    func octets(of key: borrowing SigningKey, passphrase: Passphrase? = nil) throws(Failure) -> SecretBytes {
        guard let cipher else { return try plainOctets(of: key) }
        let passphrase =
            if let passphrase { passphrase } else { try PassphrasePrompt.askNew(question, least: leastPassphraseCount) }
        do throws(PrivateKeyProblem) {
            if isTraditional, form == .pem {
                if let text = try key.traditionalPEM(
                    spelling: spelling, cipher: cipher, passphrase: passphrase.octets)
                {
                    return text
                }
            } else {
                // openssl has no encrypted DER of the traditional forms; it takes PKCS#8.
                var info = try key.encryptedPKCS8(
                    spelling: spelling, encryption: encryption(cipher), passphrase: passphrase.octets
                )
                if form == .pem { info = PEMBlock.encode(label: "ENCRYPTED PRIVATE KEY", bytes: info.span) }
                return SecretBytes(taking: &info)
            }
        } catch { throw Failure("the key can not be encrypted: \(error.sentence)") }
        throw Self.noTraditionalForm
    }

    private func encryption(_ cipher: PasswordEncryption.Cipher) -> PasswordEncryption {
        PasswordEncryption(asOpenSSL: cipher, hash: derivation.hash, iterations: derivation.iterations)
    }

    private func plainOctets(of key: borrowing SigningKey) throws(Failure) -> SecretBytes {
        switch (form, isTraditional) {
        case (.pem, false):
            var text = key.pkcs8(spelling: spelling).withSpan { PEMBlock.encode(label: "PRIVATE KEY", bytes: $0) }
            return SecretBytes(taking: &text)
        case (.der, false): return key.pkcs8(spelling: spelling)
        case (.pem, true): if let text = key.traditionalPEM(spelling: spelling) { return text }
        case (.der, true): if let octets = key.traditional(spelling: spelling) { return octets }
        }
        throw Self.noTraditionalForm
    }

    private static var noTraditionalForm: Failure {
        Failure("an Ed25519 key has no traditional form; leave -traditional out")
    }

    /// Writes a public key: `PUBLIC KEY`, or its DER.
    func write(_ key: PublicKey, to path: String?, of command: String) throws(Failure) {
        let info = key.info(pointForm: spelling.pointForm).derEncoded
        try write(info, label: "PUBLIC KEY", to: path, of: command)
    }

    /// Writes what is no secret: DER, or a PEM block with this label.
    func write(_ der: [UInt8], label: String, to path: String?, of command: String) throws(Failure) {
        try FaceFile.write(octets(of: der, label: label), to: path, of: command)
    }

    /// What is no secret, as a file has it: DER, or a PEM block with this label.
    func octets(of der: [UInt8], label: String) -> [UInt8] {
        form == .der ? der : PEMBlock.encode(label: label, bytes: der.span)
    }
}
