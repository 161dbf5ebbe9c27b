/// What `x509 -text` leaves out, and how it shows extensions: openssl's `-certopt`, and `-reqopt` for requests.
public struct CertificateTextOptions: OptionSet, Hashable, Sendable {
    public var rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    public static let noHeader = Self(rawValue: 1)
    public static let noVersion = Self(rawValue: 1 << 1)
    public static let noSerial = Self(rawValue: 1 << 2)
    public static let noSignatureName = Self(rawValue: 1 << 3)
    public static let noIssuer = Self(rawValue: 1 << 4)
    public static let noValidity = Self(rawValue: 1 << 5)
    public static let noSubject = Self(rawValue: 1 << 6)
    public static let noPublicKey = Self(rawValue: 1 << 7)
    public static let noExtensions = Self(rawValue: 1 << 8)
    public static let noSignature = Self(rawValue: 1 << 9)
    public static let noAuxiliary = Self(rawValue: 1 << 10)
    public static let noAttributes = Self(rawValue: 1 << 11)
    public static let noIdentifiers = Self(rawValue: 1 << 12)

    /// Extensions that are unknown or malformed: `<Not Supported>`, `<Parse Error>`.
    public static let extensionsAsErrors = Self(rawValue: 1 << 16)
    /// … or as `asn1parse` would list them.
    public static let extensionsParsed = Self(rawValue: 2 << 16)
    /// … or in hexadecimal. Without any of the three their octets are printed as text.
    public static let extensionsDumped = Self(rawValue: 3 << 16)
    static let extensionsMask = Self(rawValue: 0xf << 16)

    /// What `ca_default` leaves out. (`openssl ca` leaves the signature out of its list in any case: there is none yet.)
    public static let authorityDefault: Self = [.noIssuer, .noPublicKey, .noHeader, .noVersion]

    /// Applies the value of `-certopt`: words with commas between them, each perhaps with `-` before it, which takes it back.
    /// Returns the word that is none, or nil where all are.
    public mutating func apply(_ text: some StringProtocol) -> String? {
        for word in text.split(separator: ",") {
            let trimmed = String(word).trimmingSpaces
            if !Self.words.apply(trimmed, to: &rawValue) { return trimmed }
        }
        return nil
    }

    private static let everything = Self(rawValue: .max)

    private static let words = FlagWords([
        ("compatible", Self(), everything),
        ("ca_default", authorityDefault, everything),
        ("no_header", noHeader, []),
        ("no_version", noVersion, []),
        ("no_serial", noSerial, []),
        ("no_signame", noSignatureName, []),
        ("no_validity", noValidity, []),
        ("no_subject", noSubject, []),
        ("no_issuer", noIssuer, []),
        ("no_pubkey", noPublicKey, []),
        ("no_extensions", noExtensions, []),
        ("no_sigdump", noSignature, []),
        ("no_aux", noAuxiliary, []),
        ("no_attributes", noAttributes, []),
        ("ext_default", Self(), extensionsMask),
        ("ext_error", extensionsAsErrors, extensionsMask),
        ("ext_parse", extensionsParsed, extensionsMask),
        ("ext_dump", extensionsDumped, extensionsMask),
    ])
}
