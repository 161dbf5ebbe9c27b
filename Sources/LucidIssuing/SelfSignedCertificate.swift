public import LucidDER
public import LucidModel
public import LucidSignature

extension CertificateAuthority {
    /// A certificate for a TLS server that is signed with its own key and issues nothing: what a server shows where there is no CA.
    ///
    /// Who is to accept it has to be given this very certificate, as if it were a root.
    /// - Parameters:
    ///   - names: Its DNS names and IP addresses. The first one that fits is its subject, which is its issuer as well.
    ///   - key: The key that it is for, and that signs it.
    ///   - profile: What else it says; a CA's would make a root, which `root` makes better.
    ///   - time: When it begins.
    public static func selfSigned(
        names: [String], key: borrowing SigningKey, profile: CertificateProfile = .server, from time: CalendarTime
    ) throws(IssuingProblem) -> Certificate {
        try selfSigned(names: names, key: key, profile: profile, from: time, serialNumbers: .random)
    }

    /// The same, with a source of its serial number.
    package static func selfSigned(
        names: [String], key: borrowing SigningKey, profile: CertificateProfile, from time: CalendarTime,
        serialNumbers: SerialNumberSource
    ) throws(IssuingProblem) -> Certificate {
        let parsed = try parse(names)
        // RFC 5280 §4.1.2.4: an issuer is not empty, and here it is the subject.
        guard let commonName = parsed.lazy.compactMap(\.asCommonName).first else { throw .badSubject(names[0]) }
        let subject = Name(commonName: commonName)
        let info = key.publicKey.info
        try profile.checkUse(of: key.publicKey, info)
        let tbs = TBSCertificate(
            serialNumber: .toBeDrawn, signature: try identifier(key), issuer: subject,
            validity: profile.validity(from: time), subject: subject, subjectPublicKeyInfo: info,
            // RFC 5280 §4.2.1.1 lets a CA alone leave out the authorityKeyIdentifier; pyca/cryptography asks for it.
            extensions: profile.extensions(
                for: info, names: parsed, hasSubject: true, issuerKeyIdentifier: info.keyIdentifier))
        return try sign(tbs, numberedBy: serialNumbers, with: key)
    }
}
