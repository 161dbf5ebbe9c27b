import LucidDER
import LucidModel
import LucidNumber

/// The work of opening one PKCS #12 file.
struct PKCS12Opening {
    /// A part of the authenticated safe.
    private enum Part {
        case plain([SafeBag])
        case encrypted(DERBytes, FileEncryption)
    }

    private let parts: [Part]
    private let mac: PKCS12MAC?
    private let macDigest: DERBytes
    /// What the MAC is over.
    private let authenticated: DERBytes
    private let iterationLimit: Int
    private var iterationsLeft: Int

    /// Reads all that needs no passphrase: what can not be opened with any is found here.
    init(_ pfx: PFX, iterationLimit: Int) throws(PKCS12Problem) {
        self.iterationLimit = iterationLimit
        iterationsLeft = iterationLimit
        guard let octets = try asProblem({ () throws(DERError) in try pfx.authenticatedOctets() }) else {
            throw .signed
        }
        authenticated = octets
        if let data = pfx.macData { mac = try PKCS12MAC(data) } else { mac = nil }
        macDigest = pfx.macData?.digest ?? []
        var parts: [Part] = []
        for content in try asProblem({ () throws(DERError) in try PFX.authenticatedSafe(octets) }) {
            parts.append(try Self.part(content))
        }
        self.parts = parts
    }

    private static func part(_ content: ContentInfo) throws(PKCS12Problem) -> Part {
        switch content.contentType {
        case OID.pkcs7Data:
            return .plain(
                try asProblem { () throws(DERError) in
                    let octets = try content.octets("content")
                    return try SafeBag.safeContents(try BER.definiteForm(of: octets).map { DERBytes($0) } ?? octets)
                })
        case OID.pkcs7EncryptedData:
            let data = try asProblem { () throws(DERError) in
                try EncryptedData(der: content.content ?? [], "EncryptedData")
            }
            do throws(PrivateKeyProblem) {
                return .encrypted(data.encryptedContent, try FileEncryption(data.contentEncryptionAlgorithm))
            } catch {
                throw switch error {
                case .malformed(let error): PKCS12Problem.malformed(error)
                case .tooManyIterations(let count): .tooManyIterations(count, limit: PasswordEncryption.iterationLimit)
                case .unsupportedEncryption(let name): .unsupportedEncryption(name)
                default: .key(error)
                }
            }
        case let other: throw .unsupportedContent(other.nameOrNumbers)
        }
    }

    /// Before each derivation of a key: its iterations are taken off what is left.
    private mutating func spend(_ iterations: Int) throws(PKCS12Problem) {
        guard iterations <= iterationsLeft else {
            throw .tooManyIterations(iterationLimit - iterationsLeft + iterations, limit: iterationLimit)
        }
        iterationsLeft -= iterations
    }

    // MARK: Is it the passphrase?

    /// Whether the MAC holds; without a MAC, whether the passphrase makes sense of what is encrypted.
    mutating func accepts(_ passphrase: borrowing PassphraseForms) throws(PKCS12Problem) -> Bool {
        guard let mac else { return hasEncryptedParts ? try decrypts(passphrase) : true }
        try spend(mac.iterations)
        return mac.holds(macDigest, over: authenticated, passphrase: passphrase)
    }

    /// Whether anything is encrypted, so that a passphrase can be seen to be wrong.
    var hasEncryptedParts: Bool {
        parts.contains { part in
            switch part {
            case .encrypted: true
            case .plain(let bags):
                bags.flattened.contains { if case .pkcs8ShroudedKey = $0.value { true } else { false } }
            }
        }
    }

    /// Whether the passphrase makes sense of at least one thing that is encrypted.
    mutating func decrypts(_ passphrase: borrowing PassphraseForms) throws(PKCS12Problem) -> Bool {
        for part in parts {
            switch part {
            case .encrypted(let data, let encryption):
                try spend(encryption.iterations)
                guard let octets = try? encryption.decrypt(data, passphrase: passphrase) else { continue }
                if (try? withBags(in: octets) { _ throws(PKCS12Problem) in true }) == true { return true }
            case .plain(let bags):
                for case .pkcs8ShroudedKey(let info) in bags.flattened.map(\.value) {
                    guard let encryption = try? FileEncryption(info.encryptionAlgorithm) else { continue }
                    try spend(encryption.iterations)
                    guard let octets = try? encryption.decrypt(info.encryptedData, passphrase: passphrase) else {
                        continue
                    }
                    if octets.withArray({ (try? PrivateKeyInfo(der: DERBytes($0), "")) != nil }) { return true }
                }
            }
        }
        return false
    }

    // MARK: What is in it?

    /// Everything in the file.
    mutating func contents(_ passphrase: borrowing PassphraseForms) throws(PKCS12Problem) -> PKCS12Contents {
        var contents = PKCS12Contents()
        for part in parts {
            switch part {
            case .plain(let bags): try take(bags, passphrase, into: &contents)
            case .encrypted(let data, let encryption):
                try spend(encryption.iterations)
                guard let octets = try? encryption.decrypt(data, passphrase: passphrase) else {
                    throw .undecryptablePart
                }
                let limit = iterationsLeft
                iterationsLeft = try withBags(in: octets) { bags throws(PKCS12Problem) in
                    var inner = self
                    inner.iterationsLeft = limit
                    try inner.take(bags, passphrase, into: &contents)
                    return inner.iterationsLeft
                }
            }
        }
        return contents
    }

    private mutating func take(
        _ bags: [SafeBag], _ passphrase: borrowing PassphraseForms, into contents: inout PKCS12Contents
    ) throws(PKCS12Problem) {
        for bag in bags.flattened {
            switch bag.value {
            case .safeContents: break  // its bags come next
            case .other(let type): contents.add(.bag(type), bag)
            case .certificate(let octets):
                // A copy: the array around it is wiped.
                do throws(DERError) {
                    let certificate = try Certificate(der: octets.array)
                    contents.certificates.append(PKCS12Certificate(certificate, attributes: bag.attributes))
                } catch { contents.add(.certificate(error), bag) }
            case .revocationList(let octets):
                do throws(DERError) { contents.revocationLists.append(try RevocationList(der: octets.array)) } catch {
                    contents.add(.revocationList(error), bag)
                }
            case .key(let element):
                let octets = element.withSpan { SecretBytes(copying: $0) }
                do throws(PrivateKeyProblem) {
                    contents.keys.append(PKCS12Key(try SigningKey(pkcs8: octets), attributes: bag.attributes))
                } catch { contents.add(.privateKey(error), bag) }
            case .pkcs8ShroudedKey(let info): try take(info, bag, passphrase, into: &contents)
            }
        }
    }

    private mutating func take(
        _ info: EncryptedPrivateKeyInfo, _ bag: SafeBag, _ passphrase: borrowing PassphraseForms,
        into contents: inout PKCS12Contents
    ) throws(PKCS12Problem) {
        let encryption: FileEncryption
        do throws(PrivateKeyProblem) { encryption = try FileEncryption(info.encryptionAlgorithm) } catch {
            contents.add(.privateKey(error), bag)
            return
        }
        try spend(encryption.iterations)
        do throws(PrivateKeyProblem) {
            let octets = try encryption.decrypt(info.encryptedData, passphrase: passphrase)
            let key = try SigningKey(pkcs8: octets)
            contents.keys.append(PKCS12Key(key, attributes: bag.attributes, encryption: encryption.name))
        } catch { contents.add(.privateKey(error), bag) }
    }
}

extension PKCS12Opening {
    /// How the file is protected.
    var report: PKCS12ProtectionReport {
        var names: [String] = []
        for part in parts {
            switch part {
            case .encrypted(_, let encryption): names.append("\(encryption.name), \(encryption.iterations) iterations")
            case .plain(let bags):
                for case .pkcs8ShroudedKey(let info) in bags.flattened.map(\.value) {
                    let encryption = try? FileEncryption(info.encryptionAlgorithm)
                    names.append(
                        encryption.map { "\($0.name), \($0.iterations) iterations" }
                            ?? info.encryptionAlgorithm.algorithm.nameOrNumbers)
                }
            }
        }
        var seen: Set<String> = []
        return PKCS12ProtectionReport(
            mac: mac?.name, macIterations: mac?.iterations, encryption: names.filter { seen.insert($0).inserted })
    }
}

extension PKCS12Contents {
    fileprivate mutating func add(_ reason: PKCS12Unreadable.Reason, _ bag: SafeBag) {
        unreadable.append(PKCS12Unreadable(reason: reason, friendlyName: bag.attributes.friendlyName))
    }
}

extension [SafeBag] {
    /// The bags, those that are in other bags behind the one that they are in.
    fileprivate var flattened: [SafeBag] {
        flatMap { bag -> [SafeBag] in
            if case .safeContents(let inner) = bag.value { return [bag] + inner.flattened }
            return [bag]
        }
    }
}

/// Lends the bags in a part that was decrypted. They share its memory, which is wiped afterwards.
private func withBags<Value>(
    in octets: borrowing SecretBytes, _ body: ([SafeBag]) throws(PKCS12Problem) -> Value
) throws(PKCS12Problem) -> Value {
    var definite = try octets.withArray { array throws(PKCS12Problem) in
        try asProblem { () throws(DERError) in try BER.definiteForm(of: DERBytes(array)) }
    }
    guard var converted = definite.take() else {
        return try octets.withArray { array throws(PKCS12Problem) in try body(try bags(in: array)) }
    }
    let secret = SecretBytes(taking: &converted)
    return try secret.withArray { array throws(PKCS12Problem) in try body(try bags(in: array)) }
}

private func bags(in array: [UInt8]) throws(PKCS12Problem) -> [SafeBag] {
    try asProblem { () throws(DERError) in try SafeBag.safeContents(DERBytes(array)) }
}

private func asProblem<Value>(_ body: () throws(DERError) -> Value) throws(PKCS12Problem) -> Value {
    do throws(DERError) { return try body() } catch { throw .malformed(error) }
}
