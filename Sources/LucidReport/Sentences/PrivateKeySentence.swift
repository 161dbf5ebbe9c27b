public import LucidSignature

extension PrivateKeyProblem {
    /// The problem as one sentence.
    public var sentence: String {
        switch self {
        case .malformed(let error): "the private key is malformed: \(error.sentence)"
        case .unsupportedAlgorithm(let oid):
            "a private key of the algorithm \(oid.nameOrNumbers), which Lucid does not have"
        case .publicKey(let problem): "the private key can not be used: \(problem.statement)"
        case .rsa(.publicKey(let problem)): "the RSA key can not be used: \(PublicKey.Problem.rsa(problem).statement)"
        case .rsa(.factorUnusable): "the RSA key can not be used: a factor is missing, even or too short"
        case .rsa(.factorsDiffer): "the RSA key can not be used: its factors do not make its modulus"
        case .rsa(.exponentsDisagree): "the RSA key can not be used: its exponents do not belong together"
        case .rsa(.coefficientWrong): "the RSA key can not be used: its coefficient is missing or wrong"
        case .scalarOutOfRange: "the private key's number is out of range"
        case .publicKeyDiffers: "the file's public key is not the private key's"
        case .notAPrivateKey(let label): "a \(label.safeToShow) block is no private key"
        case .noBlock: "holds no private key in PEM"
        case .passphraseNeeded: "the private key is encrypted: a passphrase is needed"
        case .cannotDecrypt: "the private key can not be decrypted: the passphrase is wrong, or the file is damaged"
        case .unsupportedEncryption(let name):
            "the private key is encrypted in a way that Lucid does not have: \(name.safeToShow)"
        case .tooManyIterations(let count):
            "the private key asks for \(count) rounds of PBKDF2; more than \(PasswordEncryption.iterationLimit) are refused"
        }
    }
}
