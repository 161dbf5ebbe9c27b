import LucidX509

/// How an RSA key signs, by `-sigopt`: `rsa_padding_mode:pss`, `rsa_pss_saltlen:32`, `rsa_mgf1_md:sha256`.
struct SignatureOptions {
    private var isPSS = false
    private var saltLength: SaltLength = .longest
    private var maskHash: String?

    private enum SaltLength {
        case octets(Int), digest, longest
    }

    init(_ options: [String]) throws(Failure) {
        for option in options {
            let parts = option.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let value = parts.count > 1 ? parts[1] : ""
            switch (parts[0], value) {
            case ("rsa_padding_mode", "pss"): isPSS = true
            case ("rsa_padding_mode", "pkcs1"): isPSS = false
            case ("rsa_pss_saltlen", "digest"), ("rsa_pss_saltlen", "-1"): saltLength = .digest
            case ("rsa_pss_saltlen", "max"), ("rsa_pss_saltlen", "auto"): saltLength = .longest
            case ("rsa_pss_saltlen", "-2"), ("rsa_pss_saltlen", "-3"): saltLength = .longest
            case ("rsa_pss_saltlen", let text):
                guard let count = Int(text), count >= 0 else { throw Self.unknown(option) }
                saltLength = .octets(count)
            case ("rsa_mgf1_md", let name): maskHash = name
            default: throw Self.unknown(option)
            }
        }
    }

    private static func unknown(_ option: String) -> Failure {
        Failure(
            "parameter error \"\(option)\" (-sigopt knows rsa_padding_mode:pss, rsa_pss_saltlen and rsa_mgf1_md)")
    }

    /// The scheme that a key signs by.
    func scheme(
        of key: borrowing SigningKey, _ hash: HashAlgorithm, in command: String
    ) throws(Failure) -> SignatureScheme {
        let usual = try DigestName.scheme(of: key, hash, in: command)
        guard isPSS else { return usual }
        guard case .rsa(let publicKey) = key.publicKey else {
            if case .rsaPSS = key.publicKey { return usual }
            throw Failure("\(command): -sigopt rsa_padding_mode:pss is for RSA keys")
        }
        let mask = try maskHash.map { name throws(Failure) in try DigestName.named(name, of: command) } ?? hash
        // RFC 8017 §9.1.1: the salt, the hash and two octets fit into the modulus less its top bit.
        let longest = (publicKey.modulus.bitWidth - 1 + 7) / 8 - hash.digestByteCount - 2
        let count =
            switch saltLength {
            case .octets(let count): count
            case .digest: hash.digestByteCount
            case .longest: longest
            }
        guard count <= longest else { throw Failure("\(command): a salt of \(count) octets does not fit into the key") }
        return .rsaPSS(RSAPSSParameters(hash: hash, maskHash: mask, saltByteCount: count))
    }
}
