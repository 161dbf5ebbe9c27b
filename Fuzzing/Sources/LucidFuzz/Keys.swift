import LucidX509

/// Private keys: the first octet chooses the form, the rest is the key. The passphrase is that of the fixtures, so that what
/// is encrypted is reached.
///
/// Key derivation is slow on purpose, so inputs with many rounds are left out.
func fuzzKey(_ input: [UInt8]) {
    let labels = ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"]
    guard let choice = input.first else { return }
    let bytes = Array(input.dropFirst())
    let label = labels[Int(choice) % labels.count]
    if label == "ENCRYPTED PRIVATE KEY", !isQuick(bytes) { return }
    var block = PEMBlock(label: label, bytes: bytes)
    guard let key = try? SigningKey(pem: &block, passphrase: { () throws(PrivateKeyProblem) in fixturePassphrase() })
    else { return }
    let message = Array("fuzz".utf8)
    guard let signature = try? key.sign(message.span, by: key.usualScheme) else { return }
    try? SignatureChecker.check(
        DERBytes(signature), over: DERBytes(message), by: key.usualScheme, signer: key.publicKey)
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
