import LucidOpenSSLText
import LucidX509

/// Keys as `-text` prints them.
enum KeyText {
    /// Adds a private key's numbers, the secret ones too: who asks for `-text` wants to see them.
    static func append(
        _ key: borrowing SigningKey, spelling: ECKeySpelling = .usual, to results: inout SecretText, of command: String
    ) throws(Failure) {
        // The public key is shown where the file does not state it, too.
        let spelling = ECKeySpelling(pointForm: spelling.pointForm, statesPublicKey: true)
        var text = key.pkcs8(spelling: spelling).withArray { octets in
            var output = TextOutput()
            let info = try? PrivateKeyInfo(der: DERBytes(octets), "PrivateKeyInfo")
            _ = info.map { PrivateKeyText($0).write(to: &output) }
            return output.octets
        }
        defer { wipe(&text) }
        guard !text.isEmpty else { throw Failure("\(command): the key can not be printed") }
        results.append(text.span)
    }

    /// Adds a public key's numbers.
    static func append(
        _ key: PublicKey, pointForm: ECPublicKey.PointForm, to results: inout SecretText, of command: String
    ) throws(Failure) {
        var output = TextOutput()
        guard let text = PublicKeyText(key.info(pointForm: pointForm)), text.write(to: &output) else {
            throw Failure("\(command): the key can not be printed")
        }
        results.append(output.octets)
    }
}
