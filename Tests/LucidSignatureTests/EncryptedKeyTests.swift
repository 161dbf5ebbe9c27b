import LucidCrypto
import LucidDER
import LucidModel
import LucidNumber
import LucidPEM
import LucidTestSupport
import Testing

@testable import LucidSignature

@Suite("Encrypted private keys")
struct EncryptedKeyTests {
    private static let encryption = PasswordEncryption(cipher: .aes128, hash: .sha256, iterationsUnchecked: 1)

    /// A new key, encrypted with the passphrase "right" and one iteration.
    private func encryptedKey() throws -> (block: PEMBlock, publicKey: PublicKey) {
        let key = try SigningKey.generate(.p256)
        let pem = try key.encryptedPEM(passphrase: secret("right"), encryption: try #require(Self.encryption))
        guard let block = try PEMReader.blocks(in: pem.span).first?.get() else { throw Missing() }
        return (block, key.publicKey)
    }

    /// What comes of opening a block: its public key, or why not.
    private func open(
        _ label: String, _ bytes: [UInt8], headers: [PEMBlock.Header] = [], _ passphrase: String
    ) -> Result<PublicKey, PrivateKeyProblem> {
        var block = PEMBlock(label: label, bytes: bytes, headers: headers)
        do throws(PrivateKeyProblem) {
            let key = try SigningKey(pem: &block) { () throws(PrivateKeyProblem) in secret(passphrase) }
            return .success(key.publicKey)
        } catch { return .failure(error) }
    }

    @Test("wrong passphrases all get the same answer, also where the padding looks right by chance")
    func wrongPassphrases() throws {
        let (block, publicKey) = try encryptedKey()
        #expect(open(block.label, block.bytes, "right") == .success(publicKey))
        for index in 0..<300 {
            #expect(open(block.label, block.bytes, "wrong \(index)") == .failure(.cannotDecrypt))
        }
        for passphrase in ["", "Right", "right ", "right\n", "righ"] {
            #expect(open(block.label, block.bytes, passphrase) == .failure(.cannotDecrypt))
        }
    }

    /// What a wrong passphrase gives one time in 256, made on purpose: valid padding around anything.
    @Test("garbage with valid padding gets that answer too")
    func garbage() throws {
        let encryption = try #require(Self.encryption)
        let key = try SigningKey.generate(.p256)
        let good = key.pkcs8().withArray { Array($0) }
        let garbage: [[UInt8]] = [
            [], [0], [0x30], [0x30, 0x80], [0x30, 0x00], Array(good.dropLast()), good + [0], Array(good.dropFirst()),
            [UInt8](repeating: 0xff, count: 200), [0x02, 0x01, 0x00], RandomSource.system.bytes(count: 150),
        ]
        for plaintext in garbage {
            let encrypted = try encryption.encrypt(plaintext.span, passphrase: secret("right"))
            let info = EncryptedPrivateKeyInfo(
                encryptionAlgorithm: encryption.identifier, encryptedData: DERBytes(encrypted))
            #expect(open("ENCRYPTED PRIVATE KEY", info.derEncoded, "right") == .failure(.cannotDecrypt))
        }
    }

    @Test("the traditional form gives that answer too", arguments: ["genrsa-aes256", "p256-aes256", "rsa-2048-des3"])
    func traditional(name: String) throws {
        let block = try keyBlock("enc-\(name)-traditional")
        #expect(block.headers.contains { $0.name == "DEK-Info" })
        for index in 0..<(name == "p256-aes256" ? 300 : 3) {
            let outcome = open(block.label, block.bytes, headers: block.headers, "wrong \(index)")
            #expect(outcome == .failure(.cannotDecrypt))
        }
    }

    @Test("encrypted files that are cut off or damaged are refused, and give no other key")
    func damaged() throws {
        let (block, publicKey) = try encryptedKey()
        for count in 0..<block.bytes.count {
            guard case .failure(.malformed) = open(block.label, Array(block.bytes.prefix(count)), "right") else {
                Issue.record("\(count) octets")
                continue
            }
        }
        for index in block.bytes.indices {
            for mask in [0x01, 0x80] as [UInt8] {
                var bytes = block.bytes
                bytes[index] ^= mask
                // The iteration count is the one small number; a large one would only take its time.
                let outcome = open(block.label, bytes, "right")
                if case .success(let other) = outcome { #expect(other == publicKey, "\(index) ^ \(mask)") }
            }
        }
        // The ciphertext without its last block, and with half of one.
        let info = try EncryptedPrivateKeyInfo(der: DERBytes(block.bytes), "info")
        for count in [0, 1, 15, 16, 17, info.encryptedData.count - 16, info.encryptedData.count - 1] {
            let cut = EncryptedPrivateKeyInfo(
                encryptionAlgorithm: info.encryptionAlgorithm,
                encryptedData: DERBytes(Array(info.encryptedData.prefix(count))))
            #expect(open(block.label, cut.derEncoded, "right") == .failure(.cannotDecrypt), "\(count) octets")
        }
    }

    /// An encrypted key that says what it is told to say about its encryption.
    private func file(
        iterations: Int = 1, keyLength: Int? = nil, scheme: ObjectIdentifier = OID.aes128CBC, vector: [UInt8]? = nil,
        prf: AlgorithmIdentifier? = nil, derivation: ObjectIdentifier = OID.pbkdf2
    ) -> [UInt8] {
        let parameters = PBKDF2Parameters(
            salt: [1, 2, 3, 4, 5, 6, 7, 8], iterationCount: iterations, keyLength: keyLength, prf: prf)
        let vector = vector ?? [UInt8](repeating: 0, count: scheme == OID.desEDE3CBC ? 8 : 16)
        let pbes2 = PBES2Parameters(
            keyDerivationFunc: AlgorithmIdentifier(derivation, parameters: DERBytes(parameters.derEncoded)),
            encryptionScheme: AlgorithmIdentifier(
                scheme, parameters: DERBytes(DERWriter.encode { $0.octetString(vector) })))
        return EncryptedPrivateKeyInfo(
            encryptionAlgorithm: AlgorithmIdentifier(OID.pbes2, parameters: DERBytes(pbes2.derEncoded)),
            encryptedData: DERBytes([UInt8](repeating: 0, count: 32))
        ).derEncoded
    }

    @Test("more than ten million iterations are not even begun", arguments: [10_000_001, 100_000_000, 2_147_483_647])
    func tooManyIterations(iterations: Int) {
        let outcome = open("ENCRYPTED PRIVATE KEY", file(iterations: iterations), "right")
        #expect(outcome == .failure(.tooManyIterations(iterations)))
    }

    @Test("parameters that no key file has are told, before a passphrase is asked for")
    func parameters() {
        func problem(_ bytes: [UInt8]) -> PrivateKeyProblem? {
            var block = PEMBlock(label: "ENCRYPTED PRIVATE KEY", bytes: bytes)
            do throws(PrivateKeyProblem) {
                _ = try SigningKey(pem: &block)
                return nil
            } catch { return error }
        }
        #expect(problem(file()) == .passphraseNeeded)
        #expect(problem(file(keyLength: 16)) == .passphraseNeeded)
        #expect(problem(file(scheme: OID.desEDE3CBC)) == .passphraseNeeded)
        let sha256 = AlgorithmIdentifier(OID.hmacWithSHA256, parameters: AlgorithmIdentifier.nullParameters)
        #expect(problem(file(prf: sha256)) == .passphraseNeeded)
        #expect(problem(file(prf: AlgorithmIdentifier(OID.hmacWithSHA256))) == .passphraseNeeded)
        for unusable in [
            file(iterations: 0), file(keyLength: 32), file(keyLength: 0), file(vector: []),
            file(vector: [UInt8](repeating: 0, count: 8)), file(scheme: OID.desEDE3CBC, vector: [1, 2, 3]),
        ] {
            guard case .unsupportedEncryption(let text)? = problem(unusable) else { Issue.record("taken"); continue }
            #expect(text.hasSuffix("with unusable parameters"))
        }
        #expect(problem(file(scheme: OID.sha256)) == .unsupportedEncryption("id-sha256"))
        #expect(problem(file(prf: AlgorithmIdentifier(OID.sha256))) == .unsupportedEncryption("id-sha256"))
        #expect(problem(file(derivation: OID.scrypt)) == .unsupportedEncryption("id-scrypt"))
        // A count that does not fit into 31 bits is malformed before it is compared.
        guard case .malformed? = problem(file(iterations: 1 << 40)) else { Issue.record("taken"); return }
    }

    @Test("new files have at least 600,000 iterations, and never Triple DES or MD5")
    func writing() {
        #expect(PasswordEncryption()?.iterations == 600_000)
        #expect(PasswordEncryption(iterations: 599_999) == nil)
        #expect(PasswordEncryption(iterations: 10_000_000) != nil)
        #expect(PasswordEncryption(iterations: 10_000_001) == nil)
        #expect(PasswordEncryption(iterations: -1) == nil)
        #expect(PasswordEncryption(cipher: .tripleDES) == nil)
        #expect(PasswordEncryption(hash: .md5) == nil)
        // Salt and vector are new for each file.
        #expect(PasswordEncryption() != PasswordEncryption())
    }

    @Test(
        "traditional headers that say nothing usable are named",
        arguments: [
            ("AES-128-GCM,00", "AES-128-GCM"), ("DES-CBC,0011223344556677", "DES-CBC"), ("", "without a cipher"),
            ("AES-128-CBC,0011", "AES-128-CBC with an unusable initialization vector"),
            ("AES-128-CBC,zz112233445566778899aabbccddeeff", "AES-128-CBC with an unusable initialization vector"),
        ])
    func headers(info: String, name: String) {
        let headers = [
            PEMBlock.Header(name: "Proc-Type", value: "4,ENCRYPTED"), PEMBlock.Header(name: "DEK-Info", value: info),
        ]
        let outcome = open("RSA PRIVATE KEY", [UInt8](repeating: 0, count: 32), headers: headers, "right")
        #expect(outcome == .failure(.unsupportedEncryption(name)))
    }
}
