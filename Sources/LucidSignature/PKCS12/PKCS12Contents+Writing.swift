import LucidCrypto
import LucidDER
import LucidModel
public import LucidNumber

/// How a PKCS #12 file is written.
public struct PKCS12Protection: Hashable, Sendable {
    fileprivate let isLegacy: Bool
    fileprivate let iterations: Int

    /// PBES2 with AES-256-CBC and PBKDF2 over HMAC-SHA-256, and a MAC of HMAC-SHA-256: what OpenSSL 3 and Java 17 write
    /// by themselves.
    public static let modern = PKCS12Protection(
        isLegacy: false, iterationsUnchecked: PasswordEncryption.leastIterations)

    /// Triple DES for keys and certificates, and a MAC of HMAC-SHA-1, for programs that know nothing else. The
    /// passphrase is guessed faster, so it should be long.
    public static let legacy = PKCS12Protection(isLegacy: true, iterationsUnchecked: 100_000)

    /// No file is written with fewer iterations: what OpenSSL takes by itself.
    public static let leastIterations = 2048

    /// With another number of iterations, for readers that are slow; nil where it is below `leastIterations` or above
    /// `PasswordEncryption.iterationLimit`.
    public init?(isLegacy: Bool, iterations: Int) {
        guard (Self.leastIterations...PasswordEncryption.iterationLimit).contains(iterations) else { return nil }
        self.init(isLegacy: isLegacy, iterationsUnchecked: iterations)
    }

    /// The same without the bounds, so that tests need not wait.
    package init(isLegacy: Bool, iterationsUnchecked iterations: Int) {
        self.isLegacy = isLegacy
        self.iterations = iterations
    }

    /// A way to encrypt one part, with a salt of its own; nil where `iterations` is out of range.
    fileprivate var encryption: FileEncryption? {
        if isLegacy { return .pkcs12(PKCS12Encryption(iterations: iterations)) }
        return PasswordEncryption(cipher: .aes256, hash: .sha256, iterationsUnchecked: iterations).map { .pbes2($0) }
    }
}

extension PKCS12Contents {
    /// Gives each key and its certificates a common `localKeyID`, by which readers find them: the SHA-1 of the first
    /// certificate, as other programs do. One that nobody owns a key for loses its own.
    public mutating func pairKeysWithCertificates() {
        for index in certificates.indices { certificates[index].attributes.localKeyID = nil }
        for index in keys.indices {
            let own = certificates.indices.filter { keys[index].shared.key.belongs(to: certificates[$0].certificate) }
            guard let first = own.first else { continue }
            let id = certificates[first].certificate.der.withSpan { SHA1.hash($0) }
            keys[index].attributes.localKeyID = id
            for place in own { certificates[place].attributes.localKeyID = id }
        }
    }

    /// The octets of a PKCS #12 file: certificates and revocation lists in one encrypted part, each key encrypted in
    /// another one, and a MAC over both.
    ///
    /// - Parameter passphrase: UTF-8.
    public func encoded(
        passphrase: borrowing SecretBytes, protection: PKCS12Protection = .modern
    ) throws(PKCS12Problem) -> [UInt8] {
        let forms = PassphraseForms(passphrase)
        var parts: [ContentInfo] = []
        if !certificates.isEmpty || !revocationLists.isEmpty { parts.append(try publicPart(forms, protection)) }
        if !keys.isEmpty { parts.append(try keyPart(forms, protection)) }
        let safe = DERWriter.encode { $0.sequence { for part in parts { part.encode(to: &$0) } } }
        let mac = PKCS12MAC(hash: protection.isLegacy ? .sha1 : .sha256, iterations: protection.iterations)
        let data = mac.data(over: DERBytes(safe), passphrase: forms)
        return PFX(authSafe: .data(safe), macData: data).derEncoded
    }

    private func publicPart(
        _ passphrase: borrowing PassphraseForms, _ protection: PKCS12Protection
    ) throws(PKCS12Problem) -> ContentInfo {
        let bags =
            certificates.map { SafeBag(.certificate($0.certificate.der), attributes: $0.attributes) }
            + revocationLists.map { SafeBag(.revocationList($0.der), attributes: BagAttributes()) }
        let octets = DERWriter.encode { $0.sequence { for bag in bags { bag.encode(to: &$0) } } }
        let encryption = try Self.encryption(protection)
        let encrypted: [UInt8]
        do throws(PrivateKeyProblem) { encrypted = try encryption.encrypt(octets.span, passphrase: passphrase) } catch {
            throw .key(error)
        }
        let data = EncryptedData(
            OID.pkcs7Data, contentEncryptionAlgorithm: encryption.identifier, encryptedContent: DERBytes(encrypted))
        return ContentInfo(OID.pkcs7EncryptedData, content: DERBytes(data.derEncoded))
    }

    private func keyPart(
        _ passphrase: borrowing PassphraseForms, _ protection: PKCS12Protection
    ) throws(PKCS12Problem) -> ContentInfo {
        var bags: [SafeBag] = []
        for entry in keys {
            do throws(PrivateKeyProblem) {
                guard let encryption = protection.encryption else { throw .unsupportedEncryption("PBKDF2") }
                let info = try entry.shared.key.encryptedInfo(encryption, passphrase)
                bags.append(SafeBag(.pkcs8ShroudedKey(info), attributes: entry.attributes))
            } catch { throw .key(error) }
        }
        return .data(DERWriter.encode { $0.sequence { for bag in bags { bag.encode(to: &$0) } } })
    }

    private static func encryption(_ protection: PKCS12Protection) throws(PKCS12Problem) -> FileEncryption {
        guard let encryption = protection.encryption else { throw .unsupportedEncryption("PBKDF2") }
        return encryption
    }
}

extension ContentInfo {
    /// Octets as a content of type data.
    fileprivate static func data(_ octets: [UInt8]) -> ContentInfo {
        ContentInfo(OID.pkcs7Data, content: DERBytes(DERWriter.encode { $0.octetString(octets) }))
    }
}
