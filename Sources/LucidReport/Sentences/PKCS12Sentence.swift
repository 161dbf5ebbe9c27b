public import LucidSignature

extension PKCS12Problem {
    /// The problem as one sentence.
    public var sentence: String {
        switch self {
        case .malformed(let error): "the PKCS#12 file is malformed: \(error.sentence)"
        case .signed: "the PKCS#12 file is signed with a key in place of a MAC, which Lucid does not read"
        case .unsupportedContent(let type):
            "a part of the PKCS#12 file is \(type.safeToShow), neither plain nor encrypted with a passphrase"
        case .unsupportedEncryption(let name):
            "the PKCS#12 file is encrypted in a way that Lucid does not have: \(name.safeToShow)"
        case .unsupportedMAC(let name): "the PKCS#12 file has a MAC that Lucid does not have: \(name.safeToShow)"
        case .tooManyIterations(let count, let limit):
            "the PKCS#12 file asks for \(count) rounds of key derivation; more than \(limit) are refused"
        case .wrongPassphrase(isCertain: true): "the passphrase is wrong: it opens nothing in the PKCS#12 file"
        case .wrongPassphrase(isCertain: false):
            "the passphrase is wrong or the PKCS#12 file was altered; nothing in it is encrypted that would tell which"
        case .macMismatch:
            "the MAC does not match: the passphrase is right, but the PKCS#12 file was altered or damaged"
        case .undecryptablePart:
            "the MAC matches, but a part of the PKCS#12 file can not be decrypted: it has another passphrase"
        case .key(let problem): problem.sentence
        }
    }
}

extension PKCS12Unreadable {
    /// Why it could not be read, as one sentence.
    public var sentence: String {
        let name = friendlyName.map { "“\($0.safeToShow)”: " } ?? ""
        return switch reason {
        case .privateKey(let problem): name + problem.sentence
        case .certificate(let error): name + "the certificate is malformed: \(error.sentence)"
        case .revocationList(let error): name + "the revocation list is malformed: \(error.sentence)"
        case .bag(let type): name + "a bag of the type \(type.nameOrNumbers), which Lucid does not read"
        }
    }
}
