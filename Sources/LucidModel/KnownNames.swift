public import LucidDER

extension ObjectIdentifier {
    /// The identifier's name in its standard, such as `commonName` or `sha256WithRSAEncryption`; nil where Lucid knows none.
    public var knownName: String? { Self.names[self] }

    /// The name, or the dotted numbers where there is none.
    public var nameOrNumbers: String { knownName ?? description }

    private static let names: [ObjectIdentifier: String] = [
        OID.commonName: "commonName", OID.surname: "surname", OID.serialNumber: "serialNumber",
        OID.countryName: "countryName", OID.localityName: "localityName",
        OID.stateOrProvinceName: "stateOrProvinceName", OID.streetAddress: "streetAddress",
        OID.organizationName: "organizationName", OID.organizationalUnitName: "organizationalUnitName",
        OID.title: "title", OID.businessCategory: "businessCategory", OID.postalCode: "postalCode", OID.name: "name",
        OID.givenName: "givenName", OID.initials: "initials", OID.generationQualifier: "generationQualifier",
        OID.distinguishedNameQualifier: "dnQualifier", OID.pseudonym: "pseudonym",
        OID.organizationIdentifier: "organizationIdentifier", OID.domainComponent: "domainComponent",
        OID.userID: "userId", OID.emailAddress: "emailAddress",
        OID.jurisdictionCountry: "jurisdictionCountryName",
        OID.jurisdictionState: "jurisdictionStateOrProvinceName",
        OID.jurisdictionLocality: "jurisdictionLocalityName",

        OID.subjectDirectoryAttributes: "subjectDirectoryAttributes",
        OID.subjectKeyIdentifier: "subjectKeyIdentifier", OID.keyUsage: "keyUsage",
        OID.subjectAltName: "subjectAltName", OID.issuerAltName: "issuerAltName",
        OID.basicConstraints: "basicConstraints", OID.nameConstraints: "nameConstraints",
        OID.cRLDistributionPoints: "cRLDistributionPoints", OID.certificatePolicies: "certificatePolicies",
        OID.anyPolicy: "anyPolicy", OID.policyMappings: "policyMappings",
        OID.authorityKeyIdentifier: "authorityKeyIdentifier", OID.policyConstraints: "policyConstraints",
        OID.extKeyUsage: "extKeyUsage", OID.anyExtendedKeyUsage: "anyExtendedKeyUsage",
        OID.freshestCRL: "freshestCRL", OID.inhibitAnyPolicy: "inhibitAnyPolicy",
        OID.authorityInfoAccess: "authorityInfoAccess", OID.subjectInfoAccess: "subjectInfoAccess",
        OID.tlsFeature: "tlsFeature", OID.signedCertificateTimestampList: "signedCertificateTimestampList",
        OID.netscapeCertType: "netscapeCertType", OID.netscapeComment: "netscapeComment",

        OID.cps: "cps", OID.userNotice: "userNotice", OID.ocsp: "ocsp", OID.caIssuers: "caIssuers",
        OID.timeStamping: "timeStamping", OID.caRepository: "caRepository",
        OID.smtpUTF8Mailbox: "SmtpUTF8Mailbox",
        OID.serverAuth: "serverAuth", OID.clientAuth: "clientAuth", OID.codeSigning: "codeSigning",
        OID.emailProtection: "emailProtection", OID.timeStampingUsage: "timeStamping", OID.ocspSigning: "OCSPSigning",

        OID.rsaEncryption: "rsaEncryption", OID.sha1WithRSAEncryption: "sha1WithRSAEncryption",
        OID.rsassaPSS: "id-RSASSA-PSS", OID.sha256WithRSAEncryption: "sha256WithRSAEncryption",
        OID.sha384WithRSAEncryption: "sha384WithRSAEncryption", OID.sha512WithRSAEncryption: "sha512WithRSAEncryption",
        OID.sha224WithRSAEncryption: "sha224WithRSAEncryption", OID.md5WithRSAEncryption: "md5WithRSAEncryption",
        OID.ecPublicKey: "id-ecPublicKey", OID.ecdsaWithSHA1: "ecdsa-with-SHA1",
        OID.ecdsaWithSHA224: "ecdsa-with-SHA224", OID.ecdsaWithSHA256: "ecdsa-with-SHA256",
        OID.ecdsaWithSHA384: "ecdsa-with-SHA384", OID.ecdsaWithSHA512: "ecdsa-with-SHA512",
        OID.prime256v1: "secp256r1", OID.secp384r1: "secp384r1", OID.secp521r1: "secp521r1",
        OID.ed25519: "id-Ed25519", OID.ed448: "id-Ed448", OID.sha1: "id-sha1", OID.sha256: "id-sha256",
        OID.sha384: "id-sha384", OID.sha512: "id-sha512", OID.sha224: "id-sha224", OID.mgf1: "id-mgf1",
        OID.sha512_224: "id-sha512-224", OID.sha512_256: "id-sha512-256",
        OID.sha512_224WithRSAEncryption: "sha512-224WithRSAEncryption",
        OID.sha512_256WithRSAEncryption: "sha512-256WithRSAEncryption",

        OID.pbes2: "id-PBES2", OID.pbkdf2: "id-PBKDF2", OID.scrypt: "id-scrypt", OID.hmacWithSHA1: "hmacWithSHA1",
        OID.hmacWithSHA224: "hmacWithSHA224", OID.hmacWithSHA256: "hmacWithSHA256",
        OID.hmacWithSHA384: "hmacWithSHA384", OID.hmacWithSHA512: "hmacWithSHA512",
        OID.hmacWithSHA512_224: "hmacWithSHA512-224", OID.hmacWithSHA512_256: "hmacWithSHA512-256",
        OID.aes128CBC: "aes128-CBC", OID.aes192CBC: "aes192-CBC", OID.aes256CBC: "aes256-CBC",
        OID.desEDE3CBC: "des-EDE3-CBC",
        OID.pbeWithMD5AndDES: "pbeWithMD5AndDES-CBC", OID.pbeWithSHA1AndDES: "pbeWithSHA1AndDES-CBC",
        OID.pbeWithSHAAnd128BitRC4: "pbeWithSHAAnd128BitRC4", OID.pbeWithSHAAnd40BitRC4: "pbeWithSHAAnd40BitRC4",
        OID.pbeWithSHAAnd3KeyTripleDES: "pbeWithSHAAnd3-KeyTripleDES-CBC",
        OID.pbeWithSHAAnd2KeyTripleDES: "pbeWithSHAAnd2-KeyTripleDES-CBC",
        OID.pbeWithSHAAnd128BitRC2: "pbeWithSHAAnd128BitRC2-CBC",
        OID.pbeWithSHAAnd40BitRC2: "pbewithSHAAnd40BitRC2-CBC",

        OID.challengePassword: "challengePassword", OID.extensionRequest: "extensionRequest",
        OID.unstructuredName: "unstructuredName",

        OID.pkcs7Data: "id-data", OID.pkcs7SignedData: "id-signedData", OID.pkcs7EnvelopedData: "id-envelopedData",
        OID.pkcs7EncryptedData: "id-encryptedData", OID.keyBag: "keyBag",
        OID.pkcs8ShroudedKeyBag: "pkcs-8ShroudedKeyBag", OID.certBag: "certBag", OID.crlBag: "crlBag",
        OID.secretBag: "secretBag", OID.safeContentsBag: "safeContentsBag", OID.pbmac1: "id-PBMAC1",

        OID.cRLNumber: "cRLNumber", OID.reasonCode: "reasonCode", OID.invalidityDate: "invalidityDate",
        OID.deltaCRLIndicator: "deltaCRLIndicator", OID.issuingDistributionPoint: "issuingDistributionPoint",
        OID.certificateIssuer: "certificateIssuer",
    ]
}
