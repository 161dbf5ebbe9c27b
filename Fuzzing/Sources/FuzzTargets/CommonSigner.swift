import LucidX509

/// One key for everybody: certificates, revocation lists and OCSP responses get its public key and its signature in place of
/// their own, so that altered ones are still signed.
struct CommonSigner: ~Copyable {
    private let key: Ed25519PrivateKey
    private let algorithm = AlgorithmIdentifier(OID.ed25519)
    private let publicKey: SubjectPublicKeyInfo

    init?() {
        let seed = [UInt8](repeating: 1, count: 32)
        guard let key = Ed25519PrivateKey(seed: seed.span) else { return nil }
        publicKey = PublicKey.ed25519(key.publicKey).info
        self.key = key
    }

    func signed(_ certificate: Certificate) -> Certificate {
        var tbs = certificate.tbsCertificate
        tbs.signature = algorithm
        tbs.subjectPublicKeyInfo = publicKey
        return Certificate(
            tbsCertificate: tbs, signatureAlgorithm: algorithm, signature: key.sign(tbs.derEncoded.span))
    }

    func signed(_ list: RevocationList) -> RevocationList {
        let old = list.tbsCertList
        let tbs = TBSCertList(
            signature: algorithm, issuer: old.issuer, thisUpdate: old.thisUpdate, nextUpdate: old.nextUpdate,
            revokedCertificates: old.revokedCertificates ?? [], crlExtensions: old.crlExtensions)
        return RevocationList(
            tbsCertList: tbs, signatureAlgorithm: algorithm, signature: key.sign(tbs.derEncoded.span))
    }

    func signed(_ response: OCSPResponse) -> OCSPResponse {
        guard let basic = response.basic else { return response }
        let old = basic.tbsResponseData
        let tbs = OCSPResponseData(
            responderID: responderID(old.responderID), producedAt: old.producedAt,
            responses: old.responses.map { answer($0) }, responseExtensions: old.responseExtensions)
        let certificates = basic.certs?.map { signed($0) }
        let anew = BasicOCSPResponse(
            tbsResponseData: tbs, signatureAlgorithm: algorithm, signature: key.sign(tbs.derEncoded.span),
            certs: certificates)
        return OCSPResponse(responseStatus: response.responseStatus, responseBytes: .basic(anew))
    }

    private func responderID(_ old: ResponderID) -> ResponderID {
        switch old {
        case .byName: old
        case .byKey: .key(of: publicKey)
        }
    }

    /// An answer about a certificate whose issuer has the common key.
    private func answer(_ old: SingleResponse) -> SingleResponse {
        let id = old.certID
        let hash = HashAlgorithm.allCases.first { $0.digestByteCount == id.issuerKeyHash.count }
        let keyHash = hash.map { DERBytes($0.hash(publicKey.subjectPublicKey.bytes.array)) }
        return SingleResponse(
            certID: CertID(
                hashAlgorithm: id.hashAlgorithm, issuerNameHash: id.issuerNameHash,
                issuerKeyHash: keyHash ?? id.issuerKeyHash, serialNumber: id.serialNumber),
            certStatus: old.certStatus, thisUpdate: old.thisUpdate, nextUpdate: old.nextUpdate,
            singleExtensions: old.singleExtensions)
    }
}
