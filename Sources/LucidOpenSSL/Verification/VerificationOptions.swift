import LucidX509

/// What is asked of a verification: what `openssl verify`, `s_client` and others have options for.
struct VerificationOptions: Sendable {
    /// The moment that certificates and CRLs have to be valid at; nil where nobody looks at times.
    var time: CalendarTime?
    /// What the certificate is for; nil where any use will do.
    var purpose: CertificatePurpose?
    /// The most certificates between the one in question and a trusted one.
    var depth = 100
    /// How strong keys and digests have to be: 0 for any, up to 5.
    var level = 0
    /// The host that the certificate has to name.
    var host: String?
    /// The e-mail address that it has to name.
    var mailbox: String?
    /// The address that it has to name, in 4 or 16 octets.
    var address: [UInt8]?
    /// The policies of which one has to hold where one is required; empty for any.
    var policies: [ObjectIdentifier] = []
    var flags: Flags = []
    /// The errors that are noted and do not end the verification.
    var passedOver = VerifyError.passedOver

    /// What is on or off.
    struct Flags: OptionSet, Sendable {
        let rawValue: Int

        static let crlCheck = Flags(rawValue: 1 << 0)
        static let crlCheckAll = Flags(rawValue: 1 << 1)
        static let strict = Flags(rawValue: 1 << 2)
        static let partialChain = Flags(rawValue: 1 << 3)
        static let checkSelfSignature = Flags(rawValue: 1 << 4)
        static let ignoreCritical = Flags(rawValue: 1 << 5)
        static let policyCheck = Flags(rawValue: 1 << 6)
        static let explicitPolicy = Flags(rawValue: 1 << 7)
        static let inhibitAny = Flags(rawValue: 1 << 8)
        static let inhibitMap = Flags(rawValue: 1 << 9)
        static let policyPrint = Flags(rawValue: 1 << 10)
        static let allowProxies = Flags(rawValue: 1 << 11)
        static let extendedCRL = Flags(rawValue: 1 << 12)
        static let useDeltas = Flags(rawValue: 1 << 13)
    }

    func has(_ flag: Flags) -> Bool { flags.contains(flag) }
}
