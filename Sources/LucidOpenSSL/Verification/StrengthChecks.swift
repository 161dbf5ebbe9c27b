import LucidX509

// `-auth_level`: how strong keys and digests have to be, in bits by NIST SP 800-57 part 1, table 2.

extension Verification {
    /// Levels 1 to 5.
    private static let bits = [80, 112, 128, 192, 256]

    private var neededBits: Int? { options.level > 0 ? Self.bits[min(options.level, 5) - 1] : nil }

    /// Whether a key is strong enough. A key that can not be used is not.
    func isStrongEnough(_ certificate: ExaminedCertificate) -> Bool {
        guard let neededBits else { return true }
        switch certificate.key {
        case .success(let key): return key.securityBits >= neededBits
        case .failure(let problem):
            return !problem.isBeyondUse && Self.securityBits(certificate.certificate.subjectPublicKeyInfo) >= neededBits
        }
    }

    /// The same for a key of a kind that Lucid has not: a curve, by the length of its points, or DSA, by its prime.
    private static func securityBits(_ info: SubjectPublicKeyInfo) -> Int {
        if info.algorithm.algorithm == OID.ecPublicKey {
            let octets = info.subjectPublicKey.bytes.count
            let isCompressed = info.subjectPublicKey.bytes.first != 4
            return PublicKey.securityBits(curve: 8 * (isCompressed ? octets - 1 : (octets - 1) / 2))
        }
        let prime = info.algorithm.parameters.flatMap { parameters in
            try? DERCursor.decode(parameters) { cursor throws(DERError) in
                try cursor.sequence("") { inner throws(DERError) in
                    let prime = try inner.natural("")
                    while !inner.isAtEnd { _ = try inner.anyElementBytes("") }
                    return prime
                }
            }
        }
        return prime.map { PublicKey.securityBits(modulus: 8 * $0.count) } ?? 0
    }

    /// The issuers' keys, and all digests below the last certificate, whose own signature proves nothing.
    mutating func checkStrength() throws(VerificationEnd) {
        guard let neededBits else { return }
        for depth in chain.indices {
            if depth > 0, !isStrongEnough(chain[depth]) { try fail(.authorityKeyTooWeak, depth) }
            guard depth < chain.count - 1 else { continue }
            let scheme = try? SignatureScheme(chain[depth].certificate.signatureAlgorithm)
            if (scheme?.securityBits ?? 0) < neededBits { try fail(.digestTooWeak, depth) }
        }
    }
}

extension PublicKey {
    /// How many bits of a symmetric key it is worth, as OpenSSL counts.
    fileprivate var securityBits: Int {
        switch self {
        case .rsa(let key), .rsaPSS(let key, _): Self.securityBits(modulus: key.modulus.bitWidth)
        case .ec(let key):
            switch key.curve {
            case .p256: 128
            case .p384: 192
            case .p521: 256
            }
        case .ed25519: 128
        }
    }

    /// Half a curve's bits, in steps.
    fileprivate static func securityBits(curve bits: Int) -> Int {
        [512, 384, 256, 224, 160].first { bits >= $0 }.map { $0 / 2 } ?? bits / 2
    }

    /// SP 800-57's table at its sizes, and below; what lies between is rounded down to the size before.
    fileprivate static func securityBits(modulus bits: Int) -> Int {
        switch bits {
        case 15360...: 256
        case 8192...: 200
        case 7680...: 192
        case 6144...: 176
        case 4096...: 152
        case 3072...: 128
        case 2048...: 112
        case 1024...: 80
        default: 0
        }
    }
}

extension SignatureScheme {
    /// How many bits its digest is worth: half its length against collisions; less where they have been found.
    fileprivate var securityBits: Int {
        switch self {
        case .rsaPKCS1(let hash), .ecdsa(let hash): hash.securityBits
        case .rsaPSS(let parameters): parameters.hash.securityBits
        case .ed25519: 128
        }
    }
}

extension HashAlgorithm {
    fileprivate var securityBits: Int {
        switch self {
        case .md5: 39
        case .sha1: 63
        case .sha224, .sha512_224: 112
        case .sha256, .sha512_256: 128
        case .sha384: 192
        case .sha512: 256
        }
    }
}
