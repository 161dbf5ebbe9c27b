import ArgumentParser
import LucidX509

/// The forms that `lucid convert` writes. What is written may be secret, so it is in memory that is wiped.
struct ConvertWriter {
    let collected: ConvertInputs
    /// For questions and complaints.
    let out: String
    let passphraseFile: String?
    let isUnencrypted: Bool

    private var contents: PKCS12Contents { collected.contents }

    /// One block or structure to write.
    private struct Piece {
        let label: String
        let octets: [UInt8]
    }

    /// What is not secret.
    private var publicPieces: [Piece] {
        contents.certificates.map { Piece(label: "CERTIFICATE", octets: $0.certificate.der.array) }
            + contents.revocationLists.map { Piece(label: "X509 CRL", octets: $0.der.array) }
            + collected.requests.map { Piece(label: "CERTIFICATE REQUEST", octets: $0.der.array) }
            + collected.publicKeys.map { Piece(label: "PUBLIC KEY", octets: $0.derEncoded) }
    }

    /// PEM blocks of everything, the private keys last.
    func pem() throws -> SecretBytes {
        let texts = publicPieces.map { PEMBlock.encode(label: $0.label, bytes: $0.octets.span) }
        var whole = Array(texts.joined())
        let secret = try contents.keys.isEmpty || isUnencrypted ? nil : readPassphrase()
        for entry in contents.keys {
            whole = Self.joined(whole, try keyPEM(entry, secret))
        }
        try refuseNothing(whole.isEmpty, "certificates, revocation lists, requests and keys")
        return SecretBytes(taking: &whole)
    }

    private func keyPEM(_ entry: PKCS12Key, _ secret: borrowing SecretBytes?) throws -> SecretBytes {
        guard let passphrase = secret.copied() else { return entry.shared.key.pkcs8PEM() }
        guard let encryption = PasswordEncryption() else { throw ExitCode.unusable }
        var text = try entry.shared.key.encryptedPEM(passphrase: passphrase, encryption: encryption)
        return SecretBytes(taking: &text)
    }

    /// The one structure that there is.
    func der() throws -> SecretBytes {
        let pieces = publicPieces
        guard pieces.count + contents.keys.count == 1 else {
            try refuseNothing(
                pieces.isEmpty && contents.keys.isEmpty, "certificates, revocation lists, requests and keys")
            Terminal.complain(
                "lucid: a DER file holds one thing, and here are \(pieces.count + contents.keys.count); "
                    + (contents.keys.isEmpty ? "use --to pem or --to p7b" : "use --to pem or --to p12, or --no-keys"))
            throw ExitCode.unusable
        }
        guard let entry = contents.keys.first else { return Self.owned(pieces[0].octets) }
        if isUnencrypted { return entry.shared.key.pkcs8() }
        guard let encryption = PasswordEncryption() else { throw ExitCode.unusable }
        var octets = try entry.shared.key.encryptedPKCS8(passphrase: try readPassphrase(), encryption: encryption)
        return SecretBytes(taking: &octets)
    }

    /// A PKCS #7 bundle.
    func bundle(asDER: Bool) throws -> SecretBytes {
        let certificates = contents.certificates.map(\.certificate)
        try refuseNothing(certificates.isEmpty && contents.revocationLists.isEmpty, "certificates and revocation lists")
        remarkOnOthers("a PKCS#7 bundle")
        let bundle = SignedData(certificates: certificates, revocationLists: contents.revocationLists).fileEncoded
        return Self.owned(asDER ? bundle : PEMBlock.encode(label: "PKCS7", bytes: bundle.span))
    }

    /// A PKCS #12 file.
    func pkcs12(_ protection: PKCS12Protection, name: String?) throws -> SecretBytes {
        var contents = contents
        try refuseNothing(
            contents.keys.isEmpty && contents.certificates.isEmpty && contents.revocationLists.isEmpty,
            "private keys, certificates and revocation lists")
        guard contents.keys.isEmpty || !contents.certificates.isEmpty else {
            Terminal.complain("lucid: there is no certificate for the private key; name its file too")
            throw ExitCode.unusable
        }
        for entry in contents.keys
        where !contents.certificates.contains(where: { entry.shared.key.belongs(to: $0.certificate) }) {
            Terminal.complain(
                "lucid: a private key (\(entry.shared.key.publicKey.info.keyIdentifier.hexadecimal)) belongs to none of "
                    + "the \(contents.certificates.count) certificates")
            throw ExitCode.unusable
        }
        if name != nil, contents.keys.count > 1 || (contents.keys.isEmpty && contents.certificates.count > 1) {
            Terminal.complain("lucid: --name is for one key and its certificate, and there are several")
            throw ExitCode.unusable
        }
        remarkOnOthers("a PKCS#12 file")
        contents.giveNames(name)
        let octets = try contents.encoded(passphrase: try readPassphrase(), protection: protection)
        return Self.owned(octets)
    }

    private func readPassphrase() throws -> SecretBytes {
        try PassphraseOptions.readNew(for: InputFiles.shownOutput(out), file: passphraseFile)
    }

    private func refuseNothing(_ isNothing: Bool, _ what: String) throws {
        guard isNothing else { return }
        Terminal.complain("lucid: there is nothing to write: no \(what)")
        throw ExitCode.unusable
    }

    private func remarkOnOthers(_ form: String) {
        guard !collected.requests.isEmpty || !collected.publicKeys.isEmpty else { return }
        Terminal.complain("lucid: left out: requests and public keys, which \(form) can not hold")
    }

    /// Octets that are not secret, in the type of those that are.
    private static func owned(_ octets: [UInt8]) -> SecretBytes { SecretBytes(copying: octets.span) }

    /// Two texts behind each other; the first one's memory is wiped.
    private static func joined(_ first: consuming [UInt8], _ second: borrowing SecretBytes) -> [UInt8] {
        let head = SecretBytes(taking: &first)
        var whole: [UInt8] = []
        whole.reserveCapacity(head.count + second.count)
        head.withSpan { span in for index in 0..<span.count { whole.append(span[index]) } }
        second.withSpan { span in for index in 0..<span.count { whole.append(span[index]) } }
        return whole
    }
}

extension SecretBytes? {
    /// A second owner of the octets, where there are any.
    fileprivate borrowing func copied() -> SecretBytes? {
        switch self {
        case .some(let secret): secret.copy()
        case .none: nil
        }
    }
}

extension PKCS12Contents {
    /// Gives each key and its first certificate a name, the wanted one, the one they had, or the subject's. Where there
    /// is no key, each certificate gets one, and the mark without which Java passes over it.
    fileprivate mutating func giveNames(_ name: String?) {
        pairKeysWithCertificates()
        guard !keys.isEmpty else {
            for index in certificates.indices {
                let own = certificates[index].attributes.friendlyName
                certificates[index].attributes.friendlyName = name ?? own ?? certificates[index].certificate.shortName
                certificates[index].attributes.trustedKeyUsage = [OID.anyExtendedKeyUsage]
            }
            return
        }
        for index in keys.indices {
            let id = keys[index].attributes.localKeyID
            guard let place = certificates.firstIndex(where: { $0.attributes.localKeyID == id }) else { continue }
            let own = keys[index].attributes.friendlyName ?? certificates[place].attributes.friendlyName
            let chosen = name ?? own ?? certificates[place].certificate.shortName
            keys[index].attributes.friendlyName = chosen
            certificates[place].attributes.friendlyName = chosen
        }
    }
}

extension Certificate {
    /// The commonName, or the whole subject.
    fileprivate var shortName: String { subject.commonName ?? subject.description }
}

extension Sequence<UInt8> {
    /// Lower-case hexadecimal.
    fileprivate var hexadecimal: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
