/// What OpenSSL has against a chain: its numbers (`X509_V_ERR_…`), which scripts look for.
enum VerifyError: Int, Error, Hashable, Sendable, CaseIterable {
    case unspecified = 1
    case unableToGetIssuer = 2
    case unableToGetCRL = 3
    case unableToDecodeIssuerKey = 6
    case certificateSignature = 7
    case crlSignature = 8
    case notYetValid = 9
    case expired = 10
    case crlNotYetValid = 11
    case crlExpired = 12
    case selfSigned = 18
    case selfSignedInChain = 19
    case unableToGetLocalIssuer = 20
    case unableToVerifyLeafSignature = 21
    case chainTooLong = 22
    case revoked = 23
    case pathLengthExceeded = 25
    case invalidPurpose = 26
    case rejected = 28
    case akidMismatch = 30
    case keyUsageNoCertSign = 32
    case unableToGetCRLIssuer = 33
    case unhandledCriticalExtension = 34
    case keyUsageNoCRLSign = 35
    case unhandledCriticalCRLExtension = 36
    case invalidNonCA = 37
    case proxyPathLengthExceeded = 38
    case keyUsageNoDigitalSignature = 39
    case proxyNotAllowed = 40
    case invalidExtension = 41
    case invalidPolicyExtension = 42
    case noExplicitPolicy = 43
    case differentCRLScope = 44
    case permittedViolation = 47
    case excludedViolation = 48
    case subtreeMinMax = 49
    case unsupportedConstraintType = 51
    case unsupportedConstraintSyntax = 52
    case unsupportedNameSyntax = 53
    case crlPath = 54
    case hostMismatch = 62
    case mailboxMismatch = 63
    case addressMismatch = 64
    case leafKeyTooWeak = 66
    case authorityKeyTooWeak = 67
    case digestTooWeak = 68
    case proxySubject = 72
    case unsupportedSignatureAlgorithm = 76
    case signatureAlgorithmMismatch = 77
    case signatureAlgorithmInconsistency = 78
    case invalidCA = 79
    case pathLengthOfNonCA = 80
    case pathLengthWithoutCertSign = 81
    case certSignOfNonCA = 82
    case issuerNameEmpty = 83
    case subjectNameEmpty = 84
    case missingAuthorityKeyIdentifier = 85
    case missingSubjectKeyIdentifier = 86
    case emptySubjectAltName = 87
    case emptySubjectAltNameNotCritical = 88
    case basicConstraintsNotCritical = 89
    case authorityKeyIdentifierCritical = 90
    case subjectKeyIdentifierCritical = 91
    case authorityWithoutKeyUsage = 92
    case extensionsOfVersion1 = 93
    case explicitCurve = 94

    /// OpenSSL's words for it.
    var text: String {
        switch self {
        case .unspecified: "unspecified certificate verification error"
        case .unableToGetIssuer: "unable to get issuer certificate"
        case .unableToGetCRL: "unable to get certificate CRL"
        case .unableToDecodeIssuerKey: "unable to decode issuer public key"
        case .certificateSignature: "certificate signature failure"
        case .crlSignature: "CRL signature failure"
        case .notYetValid: "certificate is not yet valid"
        case .expired: "certificate has expired"
        case .crlNotYetValid: "CRL is not yet valid"
        case .crlExpired: "CRL has expired"
        case .selfSigned: "self-signed certificate"
        case .selfSignedInChain: "self-signed certificate in certificate chain"
        case .unableToGetLocalIssuer: "unable to get local issuer certificate"
        case .unableToVerifyLeafSignature: "unable to verify the first certificate"
        case .chainTooLong: "certificate chain too long"
        case .revoked: "certificate revoked"
        case .pathLengthExceeded: "path length constraint exceeded"
        case .invalidPurpose: "unsuitable certificate purpose"
        case .rejected: "certificate rejected"
        case .akidMismatch: "authority and subject key identifier mismatch"
        case .keyUsageNoCertSign: "key usage does not include certificate signing"
        case .unableToGetCRLIssuer: "unable to get CRL issuer certificate"
        case .unhandledCriticalExtension: "unhandled critical extension"
        case .keyUsageNoCRLSign: "key usage does not include CRL signing"
        case .unhandledCriticalCRLExtension: "unhandled critical CRL extension"
        case .invalidNonCA: "invalid non-CA certificate (has CA markings)"
        case .proxyPathLengthExceeded: "proxy path length constraint exceeded"
        case .keyUsageNoDigitalSignature: "key usage does not include digital signature"
        case .proxyNotAllowed: "proxy certificates not allowed, please set the appropriate flag"
        case .invalidExtension: "invalid or inconsistent certificate extension"
        case .invalidPolicyExtension: "invalid or inconsistent certificate policy extension"
        case .noExplicitPolicy: "no explicit policy"
        case .differentCRLScope: "different CRL scope"
        case .permittedViolation: "permitted subtree violation"
        case .excludedViolation: "excluded subtree violation"
        case .subtreeMinMax: "name constraints minimum and maximum not supported"
        case .unsupportedConstraintType: "unsupported name constraint type"
        case .unsupportedConstraintSyntax: "unsupported or invalid name constraint syntax"
        case .unsupportedNameSyntax: "unsupported or invalid name syntax"
        case .crlPath: "CRL path validation error"
        case .hostMismatch: "hostname mismatch"
        case .mailboxMismatch: "email address mismatch"
        case .addressMismatch: "IP address mismatch"
        case .leafKeyTooWeak: "EE certificate key too weak"
        case .authorityKeyTooWeak: "CA certificate key too weak"
        case .digestTooWeak: "CA signature digest algorithm too weak"
        case .proxySubject: "proxy subject name violation"
        case .unsupportedSignatureAlgorithm: "Cannot find certificate signature algorithm"
        case .signatureAlgorithmMismatch: "subject signature algorithm and issuer public key algorithm mismatch"
        case .signatureAlgorithmInconsistency: "cert info signature and signature algorithm mismatch"
        case .invalidCA: "invalid CA certificate"
        case .pathLengthOfNonCA: "Path length invalid for non-CA cert"
        case .pathLengthWithoutCertSign: "Path length given without key usage keyCertSign"
        case .certSignOfNonCA: "Key usage keyCertSign invalid for non-CA cert"
        case .issuerNameEmpty: "Issuer name empty"
        case .subjectNameEmpty: "Subject name empty"
        case .missingAuthorityKeyIdentifier: "Missing Authority Key Identifier"
        case .missingSubjectKeyIdentifier: "Missing Subject Key Identifier"
        case .emptySubjectAltName: "Empty Subject Alternative Name extension"
        case .emptySubjectAltNameNotCritical: "Subject empty and Subject Alt Name extension not critical"
        case .basicConstraintsNotCritical: "Basic Constraints of CA cert not marked critical"
        case .authorityKeyIdentifierCritical: "Authority Key Identifier marked critical"
        case .subjectKeyIdentifierCritical: "Subject Key Identifier marked critical"
        case .authorityWithoutKeyUsage: "CA cert does not include key usage extension"
        case .extensionsOfVersion1: "Using cert extension requires at least X509v3"
        case .explicitCurve: "Certificate public key has explicit ECC parameters"
        }
    }

    /// The errors that `openssl verify` prints and goes on after, so that those that follow are seen as well.
    static let passedOver: Set<VerifyError> = [
        .noExplicitPolicy, .expired, .selfSigned, .invalidCA, .invalidNonCA, .pathLengthExceeded, .crlExpired,
        .crlNotYetValid, .unhandledCriticalExtension, .invalidPurpose, .pathLengthOfNonCA, .pathLengthWithoutCertSign,
        .basicConstraintsNotCritical, .authorityWithoutKeyUsage, .certSignOfNonCA, .issuerNameEmpty, .subjectNameEmpty,
        .emptySubjectAltNameNotCritical, .emptySubjectAltName, .signatureAlgorithmInconsistency,
        .authorityKeyIdentifierCritical, .subjectKeyIdentifierCritical, .missingAuthorityKeyIdentifier,
        .missingSubjectKeyIdentifier, .extensionsOfVersion1,
    ]
}
