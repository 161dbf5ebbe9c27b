/// What a file of PEM blocks, or one structure in DER, holds: certificates, requests, revocation lists and keys, and
/// the bundles of these that are PKCS #7 and PKCS #12 files.
public struct PKIFile {
    /// The contents, in the file's order.
    public let entries: [Entry]

    /// One block of a file. A private key stays in its block until it is opened, because that may need a passphrase.
    public struct Entry {
        /// The line that its PEM block begins on; nil in a DER file.
        public let line: Int?
        public let content: Content
    }

    /// What a block holds.
    public enum Content {
        case certificate(Certificate)
        case request(CertificateRequest)
        case revocationList(RevocationList)
        case publicKey(SubjectPublicKeyInfo)
        /// To be opened with `SigningKey(pem:passphrase:)`.
        case privateKey(PEMBlock)
        /// A PKCS #7 bundle of certificates and revocation lists.
        case signedData(SignedData)
        /// A PKCS #12 file, to be opened with `PFX.open(passphrase:)`.
        case pfx(PFX)
        /// Parameters of a curve in front of its private key, and the like: nothing to show.
        case other(label: String)
        case unusable(CertificateFile.Problem)
    }

    /// Reads a file's octets. Without a PEM block they are one structure in DER.
    public init(_ bytes: [UInt8]) {
        guard PEMReader.looksLikePEM(bytes.span) else {
            entries = [Entry(line: nil, content: Self.derContent(bytes))]
            return
        }
        entries = PEMReader.blocks(in: bytes.span).map { block in
            switch block {
            case .failure(let error): Entry(line: error.blockLine, content: .unusable(.pem(error)))
            case .success(let block): Entry(line: block.line, content: Self.content(block))
            }
        }
    }

    /// RFC 7468 §5 to §13, and the labels that OpenSSL uses beside them.
    static func content(_ block: PEMBlock) -> Content {
        if let isTrusted = CertificateFile.labels[block.label] {
            switch CertificateFile.decode(block.bytes, isTrusted: isTrusted) {
            case .success(let certificate): return .certificate(certificate)
            case .failure(let problem): return .unusable(problem)
            }
        }
        do throws(DERError) {
            switch block.label {
            case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST":
                return .request(try CertificateRequest(der: block.bytes))
            case "X509 CRL": return .revocationList(try RevocationList(der: block.bytes))
            case "PUBLIC KEY":
                return .publicKey(try SubjectPublicKeyInfo(der: DERBytes(block.bytes), "subjectPublicKeyInfo"))
            case "PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY": return .privateKey(block)
            case "PKCS7", "CMS", "PKCS #7 SIGNED DATA": return try contentInfo(block.bytes)
            case "PKCS12": return .pfx(try PFX(file: block.bytes))
            default: return .other(label: block.label)
            }
        } catch { return .unusable(.der(error)) }
    }

    /// RFC 7468 §8 and §9: a ContentInfo. Of its types Lucid shows signed data only.
    private static func contentInfo(_ bytes: [UInt8]) throws(DERError) -> Content {
        let info = try ContentInfo(file: bytes)
        guard info.contentType == OID.pkcs7SignedData, let content = info.content else {
            return .other(label: info.contentType.nameOrNumbers)
        }
        return .signedData(try SignedData(der: content, "SignedData"))
    }

    /// PKCS #7 and PKCS #12 are told by their first octets, because they may be BER, which no other structure is.
    static func container(_ bytes: [UInt8]) -> Content? {
        do throws(DERError) {
            if ContentInfo.looksLikeOne(bytes.span) { return try contentInfo(bytes) }
            return PFX.looksLikeOne(bytes.span) ? .pfx(try PFX(file: bytes)) : nil
        } catch { return .unusable(.der(error)) }
    }

    /// Tries the structures one after the other. Where none fits, the error of the one that was read furthest is told.
    private static func derContent(_ bytes: [UInt8]) -> Content {
        if let container = container(bytes) { return container }
        var furthest: DERError?
        func attempt(_ read: () throws(DERError) -> Content) -> Content? {
            do throws(DERError) { return try read() } catch {
                if furthest.map({ error.offset > $0.offset }) ?? true { furthest = error }
                return nil
            }
        }
        let content =
            attempt { () throws(DERError) in .certificate(try Certificate(der: bytes)) }
            ?? attempt { () throws(DERError) in .request(try CertificateRequest(der: bytes)) }
            ?? attempt { () throws(DERError) in .revocationList(try RevocationList(der: bytes)) }
            ?? attempt { () throws(DERError) in
                .publicKey(try SubjectPublicKeyInfo(der: DERBytes(bytes), "subjectPublicKeyInfo"))
            }
            ?? privateKeyLabel(bytes).map { .privateKey(PEMBlock(label: $0, bytes: bytes)) }
        if let content { return content }
        return furthest.map { .unusable(.der($0)) } ?? .other(label: "unknown structure")
    }

    /// Which kind of private key DER octets are, as a PEM label.
    private static func privateKeyLabel(_ bytes: [UInt8]) -> String? {
        let der = DERBytes(bytes)
        if (try? PrivateKeyInfo(der: der, "")) != nil { return "PRIVATE KEY" }
        if (try? EncryptedPrivateKeyInfo(der: der, "")) != nil { return "ENCRYPTED PRIVATE KEY" }
        if (try? RSAPrivateKeyStructure(der: der, "")) != nil { return "RSA PRIVATE KEY" }
        if (try? ECPrivateKeyStructure(der: der, "")) != nil { return "EC PRIVATE KEY" }
        return nil
    }
}
