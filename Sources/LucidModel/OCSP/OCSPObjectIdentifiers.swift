public import LucidDER

// RFC 6960 appendix B.2, below id-pkix-ocsp, which is the access method id-ad-ocsp.
extension OID {
    public static let ocspBasic = ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 48, 1, 1)
    public static let ocspNonce = ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 48, 1, 2)
    public static let ocspCRLReferences = ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 48, 1, 3)
    public static let ocspAcceptableResponses = ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 48, 1, 4)
    public static let ocspNoCheck = ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 48, 1, 5)
    public static let ocspArchiveCutoff = ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 48, 1, 6)
    public static let ocspServiceLocator = ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 48, 1, 7)
    public static let ocspPreferredSignatureAlgorithms = ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 48, 1, 8)
    public static let ocspExtendedRevoke = ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 48, 1, 9)
}
