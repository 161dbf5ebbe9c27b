public import LucidDER
import LucidFiles
public import LucidIssuing
public import LucidModel
public import LucidNumber
import LucidPEM
public import LucidSignature

// The delegated responder: a key of its own, and a short-lived certificate for it. A process that answers the network holds this
// key, and not the CA's.

extension AuthorityLayout {
    /// The file of the responder that answers for a CA: its certificate and its key in one, so that both are replaced in one step.
    public func ocspResponder(for authority: AuthorityRecord) -> String {
        path(
            authority.role == .root && authority.keyFile == Self.offlineRootKeyName
                ? "keys/ocsp-root.pem" : "keys/ocsp.pem")
    }
}

extension AuthorityStore {
    /// Issues a certificate for a new OCSP responder, with a key of its own, and keeps both in the folder in place of those before.
    ///
    /// The key is not encrypted, so that a responder can start without anybody there to ask: who steals it can vouch for revoked
    /// certificates until its certificate ends, and do nothing else.
    ///
    /// - Parameters:
    ///   - opened: the CA itself, with its key.
    ///   - life: how long the certificate is valid, where the CA is valid for as long.
    @discardableResult
    public func makeOCSPResponder(
        by opened: borrowing CertificateAuthority, of authority: AuthorityRecord, life: Lifetime? = nil,
        at time: CalendarTime
    ) throws(AuthorityProblem) -> Certificate {
        let key: SigningKey
        do throws(SigningKey.UnsupportedKind) { key = try SigningKey.generate(.p256) } catch {
            throw .unsupportedKey(error.kind)
        }
        var profile = CertificateProfile.ocspResponder
        let secondsLeft = opened.certificate.validity.notAfter.time.secondsSince1970 - time.secondsSince1970 + 1
        profile.life = min(life ?? profile.life, Lifetime(seconds: secondsLeft))
        let subject = Name(commonName: Self.responderName(authority))
        let certificate = try issue(of: authority, at: time) { () throws(AuthorityProblem) in
            do throws(IssuingProblem) {
                let certificate = try opened.issue(profile, subject: subject, key: key.publicKey, from: time)
                var issuance = Issuance(
                    certificate, label: Self.responderName(authority), profile: profile.name, origin: .issue)
                issuance.isResponder = true
                return issuance
            } catch { throw .issuing(error) }
        }.certificate
        try Self.write(certificate, key, to: layout.ocspResponder(for: authority))
        return certificate
    }

    /// The responder that was made for a CA; nil where there is none.
    ///
    /// - Throws: where its file can not be used: others can read it, or it is not what `makeOCSPResponder` writes.
    public func ocspResponder(of authority: AuthorityRecord) throws(AuthorityProblem) -> OCSPSigningIdentity? {
        let path = layout.ocspResponder(for: authority)
        guard Folder.kind(path) != nil else { return nil }
        try AuthorityFolderChecks.checkKey(path)
        let bytes: [UInt8]
        do throws(FileProblem) { bytes = try FileReader.readRegular(path) } catch { throw .file(error) }
        var certificate: Certificate?
        var keyBlock: PEMBlock?
        for block in PEMReader.blocks(in: bytes.span).compactMap({ try? $0.get() }) {
            if block.label == "CERTIFICATE" {
                certificate = try? Certificate(der: block.bytes)
            } else {
                keyBlock = block
            }
        }
        guard let certificate, var keyBlock else { throw .damaged(path, detail: "it has no certificate and key") }
        let key: SigningKey
        do throws(PrivateKeyProblem) { key = try SigningKey(pem: &keyBlock) } catch { throw .keyUnusable(path, error) }
        guard let pair = CertificateAuthority(certificate: certificate, key: key) else { throw .keyOfAnother(path) }
        // A responder of a CA that was replaced since answers for nobody.
        guard (try? certificate.checkSignature(signer: authority.certificate.subjectPublicKeyInfo)) != nil else {
            return nil
        }
        return OCSPSigningIdentity(delegated: pair, of: authority)
    }

    /// X.520 gives a commonName 64 characters.
    private static func responderName(_ authority: AuthorityRecord) -> String {
        let suffix = " OCSP responder"
        let name = authority.certificate.subject.commonName ?? "CA"
        return String(String.UnicodeScalarView(name.unicodeScalars.prefix(64 - suffix.unicodeScalars.count))) + suffix
    }

    private static func write(
        _ certificate: Certificate, _ key: borrowing SigningKey, to path: String
    ) throws(AuthorityProblem) {
        let head = PEMBlock.encode(label: "CERTIFICATE", bytes: certificate.der.array.span)
        let text = key.pkcs8PEM()
        // One buffer of its final size, which is wiped: no copy of the key is left behind.
        var file = SecretBytes(count: head.count + text.count)
        text.withSpan { key in
            file.withMutableSpan { file in
                for index in head.indices { file[index] = head[index] }
                for index in 0..<key.count { file[head.count + index] = key[index] }
            }
        }
        do throws(FileProblem) {
            try file.withSpan { span throws(FileProblem) in
                try FileWriter.write(span, to: path, access: .owner, replaces: true)
            }
        } catch { throw .file(error) }
    }
}
