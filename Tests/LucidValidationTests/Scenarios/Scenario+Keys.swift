import LucidDER
import LucidModel
import LucidPEM
import LucidSignature
import LucidTestSupport
import LucidValidation

extension Scenario {
    /// Keys and algorithms, by the profiles that judge them.
    static let keys: [Scenario] = [
        .refused("a key that Lucid does not know", [Failure(.keyUsable, 0)]) { w, q in
            try q.leaf(w) { $0.subjectPublicKeyInfo = ed448 }
        },
        .accepted("a key that Lucid does not know", by: .rfc5280) { w, q in
            try q.leaf(w) { $0.subjectPublicKeyInfo = ed448 }
        },
        .refused("Ed25519", by: .webPKI, [Failure(.keyAlgorithm, 0)]) { w, q in
            let info = try SigningKey.generate(.ed25519).publicKey.info
            try q.site(w) { $0.subjectPublicKeyInfo = info }
        },
        .refused("a key for PSS alone", by: .webPKI, [Failure(.keyAlgorithm, 0)]) { w, q in
            let info = rsa(bits: 2048, OID.rsassaPSS)
            try q.site(w) { $0.subjectPublicKeyInfo = info }
        },
        .accepted("Ed25519") { w, q in
            let info = try SigningKey.generate(.ed25519).publicKey.info
            try q.leaf(w) { $0.subjectPublicKeyInfo = info }
        },
        .accepted("a key for PSS alone") { w, q in
            let info = rsa(bits: 2048, OID.rsassaPSS)
            try q.leaf(w) { $0.subjectPublicKeyInfo = info }
        },
        .refused("RSA with 1024 bits", [Failure(.rsaKeySize, 0)]) { w, q in
            try q.leaf(w) { $0.subjectPublicKeyInfo = rsa(bits: 1024) }
        },
        .refused("RSA with 2047 bits", [Failure(.rsaKeySize, 0)]) { w, q in
            try q.leaf(w) { $0.subjectPublicKeyInfo = rsa(bits: 2047) }
        },
        .refused("RSA with 2047 bits for PSS alone", [Failure(.rsaKeySize, 0)]) { w, q in
            try q.leaf(w) { $0.subjectPublicKeyInfo = rsa(bits: 2047, OID.rsassaPSS) }
        },
        .accepted("RSA with 1024 bits", by: .rfc5280) { w, q in
            try q.leaf(w) { $0.subjectPublicKeyInfo = rsa(bits: 1024) }
        },
        .refused("RSA with 2050 bits", by: .webPKI, [Failure(.rsaKeySize, 0)]) { w, q in
            try q.site(w) { $0.subjectPublicKeyInfo = rsa(bits: 2050) }
        },
        .accepted("RSA with 2050 bits") { w, q in try q.leaf(w) { $0.subjectPublicKeyInfo = rsa(bits: 2050) } },
        .accepted("RSA with 2048 bits", by: .webPKI) { w, q in
            try q.site(w) { $0.subjectPublicKeyInfo = rsa(bits: 2048) }
        },
        .refused("a signature over SHA-1", [Failure(.signatureAlgorithm, 0), Failure(.validityPeriod, 0)]) { w, q in
            try q.trustRootOverSHA1()
        },
        .refused("a signature over SHA-1", by: .rfc5280, [Failure(.signatureAlgorithm, 0)]) { _, q in
            try q.trustRootOverSHA1()
        },
        .accepted("a signature over SHA-1", by: .pathValidation) { _, q in try q.trustRootOverSHA1() },
        .accepted("a root's own signature over SHA-1") { w, q in
            // Nobody checks it, so nobody can be deceived by it.
            let sha1 = AlgorithmIdentifier(OID.ecdsaWithSHA1)
            var tbs = w.rootCertificate.tbsCertificate
            tbs.signature = sha1
            q.anchors = [Certificate(tbsCertificate: tbs, signatureAlgorithm: sha1, signature: [0])]
        },
    ]

    private static let ed448 = SubjectPublicKeyInfo(
        algorithm: AlgorithmIdentifier(OID.ed448),
        subjectPublicKey: DERBitString(DERBytes([UInt8](repeating: 1, count: 57))))

    /// A public key of which nobody has the private one: the modulus is 2^(bits − 1) + 1.
    private static func rsa(bits: Int, _ algorithm: ObjectIdentifier = OID.rsaEncryption) -> SubjectPublicKeyInfo {
        var modulus = [UInt8](repeating: 0, count: (bits + 7) / 8)
        modulus[0] = 1 << ((bits - 1) % 8)
        modulus[modulus.count - 1] |= 1
        let key = DERWriter.encode {
            $0.sequence {
                $0.integer(DERInteger(magnitude: modulus))
                $0.integer(DERInteger(65537))
            }
        }
        let parameters = algorithm == OID.rsaEncryption ? AlgorithmIdentifier.nullParameters : nil
        return SubjectPublicKeyInfo(
            algorithm: AlgorithmIdentifier(algorithm, parameters: parameters),
            subjectPublicKey: DERBitString(DERBytes(key)))
    }
}

extension Trial {
    /// A self-signed root over SHA-1 that is trusted and asked about. Lucid itself makes no such signatures.
    fileprivate mutating func trustRootOverSHA1() throws {
        let file = try Checkout.fixture("openssl/certs/root-rsa-2048-sha1.pem")
        let blocks = try PEMReader.blocks(in: file.span).map { try $0.get() }
        target = try Certificate(der: blocks.first?.bytes ?? [])
        anchors = [target]
        intermediates = []
        identities = []
        purpose = .any
    }
}
