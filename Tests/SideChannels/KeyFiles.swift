import LucidCrypto
import LucidFiles
import LucidNumber
import LucidPEM
import LucidSignature

// Reading and writing key files. What frames the secret numbers (tags, lengths, identifiers, the public key) is public;
// the numbers' own octets are secret.

let keyFiles: [Operation] = [
    Operation(name: "key-file-rsa") { try readAndWriteKey("rsa-2048.pem") },
    Operation(name: "key-file-ec") { try readAndWriteKey("p256.pem") },
    Operation(name: "key-file-ed25519") { try readAndWriteKey("ed25519.pem") },
    Operation(name: "key-file-encrypt") { try encryptKey("ed25519.pem") },
    Operation(name: "pem-write") {
        let text = secret(octets(100)).withSpan { published(PEMBlock.encode(label: "PRIVATE KEY", bytes: $0)) }
        try expect(text == PEMBlock.encode(label: "PRIVATE KEY", bytes: octets(100).span), "the text is right")
    },
]

/// A private key's file, decoded.
func keyFile(_ name: String) throws -> PEMBlock {
    let file = try FileReader.read("Fixtures/openssl/keys/\(name)")
    guard case .success(let block)? = PEMReader.blocks(in: file.span).first else { throw Failure(expected: "PEM") }
    return block
}

/// A key file's octets, those of the key's secret numbers being secret.
private func secretKeyFile(_ name: String) throws -> SecretBytes {
    var block = try keyFile(name)
    let octets = block.bytes
    var file = SecretBytes(copying: octets.span)
    try SigningKey(pem: &block).revealSecrets { _, number in
        let number = number.withSpan { span in (0..<span.count).map { span[$0] } }
        for start in 0...(octets.count - number.count) {
            guard octets[start..<start + number.count].elementsEqual(number) else { continue }
            file.withMutableSpan { poison(&$0, in: start..<start + number.count) }
        }
    }
    return file
}

private func readAndWriteKey(_ name: String) throws {
    let key = try SigningKey(pkcs8: try secretKeyFile(name))
    let written = key.pkcs8().withSpan { published($0) }
    try expect(written == keyFile(name).bytes, "the key is written as it was read")
}

private func encryptKey(_ name: String) throws {
    let key = try SigningKey(pkcs8: try secretKeyFile(name))
    guard let encryption = PasswordEncryption(cipher: .aes256, hash: .sha256, iterationsUnchecked: 2) else {
        throw Failure(expected: "a way to encrypt")
    }
    let text = published(try key.encryptedPEM(passphrase: secret(octets(20)), encryption: encryption))
    guard case .success(var block)? = PEMReader.blocks(in: text.span).first else { throw Failure(expected: "PEM") }
    let again = try SigningKey(pem: &block) { () throws(PrivateKeyProblem) in SecretBytes(copying: octets(20).span) }
    try expect(again.publicKey == key.publicKey, "the key is decrypted again")
}
