import LucidDER
import LucidModel

extension Explanation.Kind {
    /// What Lucid's own strict reader has against octets of this kind; nil where it takes them, or has no reader for them.
    func refusal(of octets: DERBytes) -> DERError? {
        do throws(DERError) {
            switch self {
            case .certificate: return Self.firstProblem(try Certificate(der: octets, "certificate").extensions)
            case .certificateRequest:
                let request = try CertificateRequest(der: octets, "certificationRequest")
                guard let extensions = request.certificationRequestInfo.requestedExtensions else { return nil }
                return Self.firstProblem(try extensions.get())
            case .revocationList:
                return Self.firstProblem(try RevocationList(der: octets, "certificateList"))
            case .ocspRequest:
                let signature = try OCSPRequest(der: octets, "OCSPRequest").optionalSignature
                return signature?.certs?.lazy.compactMap { Self.firstProblem($0.extensions) }.first
            case .ocspResponse:
                let response = try OCSPResponse(der: octets, "OCSPResponse")
                return response.basic?.certs?.lazy.compactMap { Self.firstProblem($0.extensions) }.first
            case .publicKey: _ = try SubjectPublicKeyInfo(der: octets, "subjectPublicKeyInfo")
            case .privateKey: return try Self.refusalOfPrivateKey(PrivateKeyInfo(der: octets, "privateKeyInfo"))
            case .encryptedPrivateKey: _ = try EncryptedPrivateKeyInfo(der: octets, "encryptedPrivateKeyInfo")
            case .rsaPrivateKey: _ = try RSAPrivateKeyStructure(der: octets, "RSAPrivateKey")
            case .ecPrivateKey: _ = try ECPrivateKeyStructure(der: octets, "ECPrivateKey")
            case .contentInfo:
                let info = try ContentInfo(der: octets, "ContentInfo")
                guard info.contentType == OID.pkcs7SignedData, let content = info.content else { return nil }
                return Self.firstProblem(in: try SignedData(der: content, "SignedData"))
            case .pfx: _ = try PFX(der: octets, "PFX")
            case .trustedCertificate, .rsaPublicKey, .dsaPrivateKey, .opensshPrivateKey, .undescribedPrivateKey,
                .ecParameters, .diffieHellmanParameters, .dsaParameters, .encryptedOctets, .unknown:
                break
            }
            return nil
        } catch { return error }
    }

    private static func firstProblem(_ extensions: Extensions) -> DERError? {
        extensions.lazy.compactMap(\.problem).first
    }

    private static func firstProblem(_ list: RevocationList) -> DERError? {
        let entries = (list.tbsCertList.revokedCertificates ?? []).lazy.compactMap {
            firstProblem($0.crlEntryExtensions)
        }
        return entries.first ?? firstProblem(list.tbsCertList.crlExtensions)
    }

    private static func firstProblem(in data: SignedData) -> DERError? {
        for certificate in data.certificates {
            switch certificate {
            case .failure(let error): return error
            case .success(let certificate):
                if let problem = firstProblem(certificate.extensions) { return problem }
            }
        }
        for list in data.revocationLists {
            switch list {
            case .failure(let error): return error
            case .success(let list):
                if let problem = firstProblem(list) { return problem }
            }
        }
        return nil
    }

    private static func refusalOfPrivateKey(_ info: PrivateKeyInfo) throws(DERError) -> DERError? {
        switch info.privateKeyAlgorithm.algorithm {
        case OID.rsaEncryption, OID.rsassaPSS: _ = try RSAPrivateKeyStructure(der: info.privateKey, "privateKey")
        case OID.ecPublicKey: _ = try ECPrivateKeyStructure(der: info.privateKey, "privateKey")
        default: break
        }
        return nil
    }
}
