import LucidX509

/// What certificates are for, as OpenSSL's `-purpose` names it.
enum CertificatePurpose: String, Sendable, CaseIterable {
    case sslclient, sslserver, nssslserver, smimesign, smimeencrypt, crlsign, any, ocsphelper, timestampsign

    /// As the list of `-help` and `x509 -purpose` call it.
    var title: String {
        switch self {
        case .sslclient: "SSL client"
        case .sslserver: "SSL server"
        case .nssslserver: "Netscape SSL server"
        case .smimesign: "S/MIME signing"
        case .smimeencrypt: "S/MIME encryption"
        case .crlsign: "CRL signing"
        case .any: "Any Purpose"
        case .ocsphelper: "OCSP helper"
        case .timestampsign: "Time Stamp signing"
        }
    }

    /// OpenSSL's answer to `X509_check_purpose`: -1 where the certificate's extensions are broken, 0 for no, 1 for yes; greater
    /// numbers are a yes that `-x509_strict` does not take.
    ///
    /// - Parameter asAuthority: whether it has to be a CA whose certificates are for the purpose.
    func answer(_ certificate: ExaminedCertificate, asAuthority: Bool) -> Int {
        if certificate.isInvalid { return -1 }
        switch self {
        case .any: return 1
        case .sslclient:
            guard certificate.extends(to: [OID.clientAuth]) else { return 0 }
            if asAuthority { return certificate.authorityAnswer(.sslCA, yes: 1) }
            return certificate.allows([.digitalSignature, .keyAgreement]) && certificate.netscapeAllows(.sslClient)
                ? 1 : 0
        case .sslserver, .nssslserver:
            guard certificate.extends(to: [OID.serverAuth, Self.microsoftSGC, Self.netscapeSGC]) else { return 0 }
            if asAuthority { return certificate.authorityAnswer(.sslCA, yes: 1) }
            let usages: KeyUsage =
                self == .nssslserver ? .keyEncipherment : [.digitalSignature, .keyEncipherment, .keyAgreement]
            return certificate.allows(usages) && certificate.netscapeAllows(.sslServer) ? 1 : 0
        case .smimesign: return mailAnswer(certificate, asAuthority, [.digitalSignature, .nonRepudiation])
        case .smimeencrypt: return mailAnswer(certificate, asAuthority, .keyEncipherment)
        case .crlsign: return asAuthority ? certificate.authority.answer : certificate.allows(.cRLSign) ? 1 : 0
        case .ocsphelper: return asAuthority ? certificate.authority.answer : 1
        case .timestampsign: return asAuthority ? certificate.authority.answer : Self.timeStampAnswer(certificate)
        }
    }

    private static let microsoftSGC = ObjectIdentifier(1, 3, 6, 1, 4, 1, 311, 10, 3, 3)
    private static let netscapeSGC = ObjectIdentifier(2, 16, 840, 1, 113730, 4, 1)

    private func mailAnswer(_ certificate: ExaminedCertificate, _ asAuthority: Bool, _ usages: KeyUsage) -> Int {
        guard certificate.extends(to: [OID.emailProtection]) else { return 0 }
        if asAuthority { return certificate.authorityAnswer(.smimeCA) }
        guard certificate.allows(usages) else { return 0 }
        guard let type = certificate.netscapeType, !type.contains(.smime) else { return 1 }
        // Some certificates for e-mail say that they are for TLS clients.
        return type.contains(.sslClient) ? 2 : 0
    }

    /// RFC 3161 §2.3: time stamps alone, and that critical; its keyUsage is for signatures and nothing else.
    private static func timeStampAnswer(_ certificate: ExaminedCertificate) -> Int {
        let signing: KeyUsage = [.digitalSignature, .nonRepudiation]
        if let usage = certificate.keyUsage, !usage.isSubset(of: signing) || usage.isDisjoint(with: signing) {
            return 0
        }
        guard let usages = certificate.extendedKeyUsage.map(Set.init)?.intersection(knownUsages),
            usages == [OID.timeStampingUsage]
        else { return 0 }
        return certificate.certificate.extensions[OID.extKeyUsage]?.critical == true ? 1 : 0
    }

    /// The usages that OpenSSL keeps; it forgets all others.
    private static let knownUsages: Set<ObjectIdentifier> = [
        OID.serverAuth, OID.clientAuth, OID.emailProtection, OID.codeSigning, microsoftSGC, netscapeSGC,
        OID.ocspSigning, OID.timeStampingUsage, OID.anyExtendedKeyUsage, ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 3, 10),
    ]
}

extension ExaminedCertificate {
    /// Whether there is no extKeyUsage, or one of these in it. anyExtendedKeyUsage counts for nothing here.
    fileprivate func extends(to usages: Set<ObjectIdentifier>) -> Bool {
        extendedKeyUsage.map { !usages.isDisjoint(with: $0) } ?? true
    }

    fileprivate func netscapeAllows(_ type: NetscapeCertType) -> Bool {
        netscapeType.map { !$0.isDisjoint(with: type) } ?? true
    }

    fileprivate func authorityAnswer(_ type: NetscapeCertType, yes: Int? = nil) -> Int {
        switch authority {
        case .none: 0
        case .byNetscapeType: netscapeType?.contains(type) == true ? yes ?? authority.answer : 0
        default: yes ?? authority.answer
        }
    }
}

extension ExaminedCertificate.AuthorityKind {
    /// The number that OpenSSL has for it.
    var answer: Int {
        switch self {
        case .none: 0
        case .byBasicConstraints: 1
        case .oldRoot: 3
        case .byKeyUsage: 4
        case .byNetscapeType: 5
        }
    }
}
