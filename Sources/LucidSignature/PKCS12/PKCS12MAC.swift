import LucidCrypto
import LucidDER
import LucidModel
import LucidNumber

/// How a PKCS #12 file's MAC is computed: HMAC under a key from PKCS #12's own derivation (RFC 7292 appendix A), or by
/// PBMAC1 under one from PBKDF2 (RFC 9579).
struct PKCS12MAC: Hashable, Sendable {
    private enum Derivation: Hashable {
        case pkcs12
        case pbkdf2(HashAlgorithm, keyByteCount: Int)
    }

    private let hash: HashAlgorithm
    private let derivation: Derivation
    private let salt: [UInt8]
    let iterations: Int

    /// For writing a new file: HMAC under a key from PKCS #12's own derivation, which every program reads.
    init(hash: HashAlgorithm, iterations: Int) {
        self.hash = hash
        derivation = .pkcs12
        salt = RandomSource.system.bytes(count: 16)
        self.iterations = iterations
    }

    /// Reads the parameters.
    init(_ data: MacData) throws(PKCS12Problem) {
        if data.digestAlgorithm.algorithm == OID.pbmac1 {
            self = try Self.pbmac1(data)
            return
        }
        guard let hash = HashAlgorithm(data.digestAlgorithm) else {
            throw .unsupportedMAC(data.digestAlgorithm.algorithm.nameOrNumbers)
        }
        self.hash = hash
        derivation = .pkcs12
        salt = data.macSalt.array
        iterations = try Self.checked(data.iterations ?? 1)
    }

    private init(hash: HashAlgorithm, derivation: Derivation, salt: [UInt8], iterations: Int) {
        self.hash = hash
        self.derivation = derivation
        self.salt = salt
        self.iterations = iterations
    }

    private static func pbmac1(_ data: MacData) throws(PKCS12Problem) -> PKCS12MAC {
        let parameters: PBMAC1Parameters, pbkdf2: PBKDF2Parameters
        do throws(DERError) {
            parameters = try PBMAC1Parameters(der: data.digestAlgorithm.parameters ?? [], "PBMAC1-params")
            guard parameters.keyDerivationFunc.algorithm == OID.pbkdf2 else {
                throw DERError(.emptyList, at: 0)
            }
            pbkdf2 = try PBKDF2Parameters(der: parameters.keyDerivationFunc.parameters ?? [], "PBKDF2-params")
        } catch { throw .unsupportedMAC("PBMAC1 with unusable parameters") }
        guard let hash = HashAlgorithm(hmacIdentifier: parameters.messageAuthScheme),
            let prf = pbkdf2.prf.map(HashAlgorithm.init(hmacIdentifier:)) ?? .sha1,
            // RFC 9579 §4: the key's length is stated, and at least 20.
            let keyLength = pbkdf2.keyLength, (20...1024).contains(keyLength)
        else { throw .unsupportedMAC("PBMAC1 with unusable parameters") }
        return PKCS12MAC(
            hash: hash, derivation: .pbkdf2(prf, keyByteCount: keyLength), salt: pbkdf2.salt.array,
            iterations: try checked(pbkdf2.iterationCount))
    }

    private static func checked(_ iterations: Int) throws(PKCS12Problem) -> Int {
        guard iterations <= PasswordEncryption.iterationLimit else {
            throw .tooManyIterations(iterations, limit: PasswordEncryption.iterationLimit)
        }
        guard iterations > 0 else { throw .unsupportedMAC("a MAC with \(iterations) iterations") }
        return iterations
    }

    /// What it is, for people: `HMAC-SHA-256`.
    var name: String {
        switch derivation {
        case .pkcs12: "HMAC-\(hash.name)"
        case .pbkdf2: "PBMAC1 with HMAC-\(hash.name)"
        }
    }

    /// Whether the MAC is the one over those octets under that passphrase.
    func holds(_ digest: DERBytes, over octets: DERBytes, passphrase: borrowing PassphraseForms) -> Bool {
        let stated = digest.withSpan { SecretBytes(copying: $0) }
        return compute(over: octets, passphrase: passphrase).equals(stated)
    }

    private func compute(over octets: DERBytes, passphrase: borrowing PassphraseForms) -> SecretBytes {
        let key: SecretBytes?
        switch derivation {
        case .pkcs12:
            key = passphrase.bmp.withSpan { passphrase in
                hash.pkcs12Bytes(
                    passphrase: passphrase, salt: salt.span, iterations: iterations, purpose: .macKey,
                    byteCount: hash.digestByteCount)
            }
        case .pbkdf2(let prf, let keyByteCount):
            key = passphrase.utf8.withSpan { passphrase in
                prf.pbkdf2(passphrase: passphrase, salt: salt.span, iterations: iterations, byteCount: keyByteCount)
            }
        }
        // Iterations and lengths are in range, so there always is a key.
        guard let key else { return SecretBytes(count: 0) }
        return key.withSpan { key in octets.withSpan { octets in hash.hmac(octets, key: key) } }
    }

    /// The structure for a file that is written.
    func data(over octets: DERBytes, passphrase: borrowing PassphraseForms) -> MacData {
        let digest = compute(over: octets, passphrase: passphrase).withSpan { span in (0..<span.count).map { span[$0] }
        }
        let algorithm = AlgorithmIdentifier(
            hash.objectIdentifier ?? OID.sha256, parameters: AlgorithmIdentifier.nullParameters)
        return MacData(
            digestAlgorithm: algorithm, digest: DERBytes(digest), macSalt: DERBytes(salt), iterations: iterations)
    }
}
