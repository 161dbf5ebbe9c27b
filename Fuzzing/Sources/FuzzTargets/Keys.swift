import LucidX509

/// Private keys: the first octet chooses the form, the rest is the key. The passphrase is that of the fixtures, so that what
/// is encrypted is reached.
///
/// Key derivation is slow on purpose, so inputs with many rounds are left out.
func fuzzKey(_ input: [UInt8]) throws(BrokenPromise) {
    guard let choice = input.first, var block = block(choice, Array(input.dropFirst())) else { return }
    if block.label == "ENCRYPTED PRIVATE KEY", !isQuick(block.bytes) { return }
    let key: SigningKey
    do throws(PrivateKeyProblem) {
        key = try SigningKey(pem: &block, passphrase: { () throws(PrivateKeyProblem) in fixturePassphrase() })
    } catch {
        try expectSafe(error.sentence)
        return
    }
    try check(key)
}

/// The key in a PEM block: DER under one of four labels, or a PEM text, which may have headers.
private func block(_ choice: UInt8, _ bytes: [UInt8]) -> PEMBlock? {
    switch choice % 5 {
    case 0: PEMBlock(label: "PRIVATE KEY", bytes: bytes)
    case 1: PEMBlock(label: "RSA PRIVATE KEY", bytes: bytes)
    case 2: PEMBlock(label: "EC PRIVATE KEY", bytes: bytes)
    case 3: PEMBlock(label: "ENCRYPTED PRIVATE KEY", bytes: bytes)
    default: PEMReader.blocks(in: bytes.span).lazy.compactMap { try? $0.get() }.first
    }
}

/// A key that was read signs, its public key agrees, and it is written as a key with the same public key.
private func check(_ key: borrowing SigningKey) throws(BrokenPromise) {
    try expectSafe(KeyReport.text(key, showsSecrets: true))
    let message = Array("fuzz".utf8)
    // A short RSA key has no room for the hash.
    if let signature = try? key.sign(message.span, by: key.usualScheme) {
        let holds: Void? = try? SignatureChecker.check(
            DERBytes(signature), over: DERBytes(message), by: key.usualScheme, signer: key.publicKey)
        try expect(holds != nil, "a key's public key agrees with its signature")
    }
    let again = try? SigningKey(pkcs8: key.pkcs8())
    try expect(again?.publicKey == key.publicKey, "a key is read from PKCS#8 as it was written")
}

private func fixturePassphrase() -> SecretBytes {
    var text = Array("lucid-fixture".utf8)
    return SecretBytes(taking: &text)
}

/// Whether an encrypted key names so few rounds of PBKDF2 that deriving the key takes no time: an INTEGER of one or two
/// octets after the salt. Wrong guesses cost only speed.
private func isQuick(_ bytes: [UInt8]) -> Bool {
    bytes.count < 4096 && bytes.indices.dropLast(2).contains { bytes[$0] == 2 && (1...2).contains(bytes[$0 + 1]) }
}
