/// The extensions whose values have a syntax in words: openssl's short names.
enum ExtensionKind: String, CaseIterable {
    case basicConstraints, keyUsage, extendedKeyUsage, subjectKeyIdentifier, authorityKeyIdentifier
    case subjectAltName, issuerAltName, nameConstraints
    case authorityInfoAccess, subjectInfoAccess
    case crlDistributionPoints, freshestCRL, issuingDistributionPoint
    case certificatePolicies, policyConstraints, policyMappings, inhibitAnyPolicy
    case noCheck, tlsfeature, proxyCertInfo, acceptableResponses, SXNetID, subjectSignTool, issuerSignTool
    case nsCertType, nsComment, nsBaseUrl, nsRevocationUrl, nsCaRevocationUrl, nsRenewalUrl, nsCaPolicyUrl
    case nsSslServerName
    case poison = "ct_precert_poison"
}
