import LucidX509

extension KeyInput {
    /// Reads the first public key of a file: `PUBLIC KEY` or PKCS#1's `RSA PUBLIC KEY`, in PEM or DER.
    ///
    /// - Parameters:
    ///   - path: nil or `-` is standard input.
    ///   - what: how openssl's messages call it: `public key`, `key of Public Key`.
    ///   - form: what the file must be; nil where both are welcome.
    static func publicKey(
        _ path: String?, what: String = "public key", form: KeyForm? = nil
    ) throws(Failure) -> PublicKeyFile {
        let octets = try FaceFile.read(
            path, cannotOpen: "Could not open file or uri for loading \(what) from \(FaceFile.shown(path))")
        let unreadable = "Could not read \(what) from \(FaceFile.shown(path))"
        let found: SubjectPublicKeyInfo?
        do throws(DERError) { found = try publicKeyInfo(octets, form: form) } catch {
            throw Failure("\(unreadable): \(error.sentence)")
        }
        guard let info = found else {
            throw Failure("\(unreadable): the file has no public key\(form.map { " in \($0.name)" } ?? "")")
        }
        do throws(PublicKey.Problem) { return PublicKeyFile(key: try PublicKey(info), info: info) } catch {
            throw Failure("\(unreadable): \(PrivateKeyProblem.publicKey(error).sentence)")
        }
    }

    /// The first public key of a file; nil where the file has none.
    private static func publicKeyInfo(_ octets: [UInt8], form: KeyForm?) throws(DERError) -> SubjectPublicKeyInfo? {
        guard form != .der, PEMReader.looksLikePEM(octets.span) else {
            guard form != .pem, !octets.isEmpty else { return nil }
            let bytes = DERBytes(octets)
            if let info = try? SubjectPublicKeyInfo(der: bytes, "SubjectPublicKeyInfo") { return info }
            return isPKCS1(bytes) ? SubjectPublicKeyInfo(pkcs1: bytes) : nil
        }
        for case .success(let block) in PEMReader.blocks(in: octets.span) {
            let bytes = DERBytes(block.bytes)
            switch block.label {
            case "PUBLIC KEY": return try SubjectPublicKeyInfo(der: bytes, "SubjectPublicKeyInfo")
            case "RSA PUBLIC KEY": return SubjectPublicKeyInfo(pkcs1: bytes)
            default: continue
            }
        }
        return nil
    }

    private static func isPKCS1(_ bytes: DERBytes) -> Bool {
        (try? PublicKey(SubjectPublicKeyInfo(pkcs1: bytes))) != nil
    }
}

extension SubjectPublicKeyInfo {
    /// An RSAPublicKey of PKCS#1 (RFC 8017 appendix A.1.1) with what stands around it in a SubjectPublicKeyInfo.
    init(pkcs1 bytes: DERBytes) {
        self.init(
            algorithm: AlgorithmIdentifier(OID.rsaEncryption, parameters: AlgorithmIdentifier.nullParameters),
            subjectPublicKey: DERBitString(bytes))
    }
}
