public import LucidDER

/// One extension of a certificate, CRL or request (RFC 5280 §4.1).
///
///     Extension  ::=  SEQUENCE  {
///          extnID      OBJECT IDENTIFIER,
///          critical    BOOLEAN DEFAULT FALSE,
///          extnValue   OCTET STRING  }
public struct Extension: Sendable {
    public let extnID: ObjectIdentifier
    /// Whether who does not know the extension must refuse the certificate.
    public let critical: Bool
    /// The content of `extnValue`, as it came.
    public let extnValue: DERBytes
    /// Why `extnValue` can not be decoded, where Lucid knows the extension and its value breaks a rule.
    public let problem: DERError?

    /// An extension that Lucid knows.
    public init(_ value: some CertificateExtension, critical: Bool) {
        self.init(extnID: type(of: value).extnID, critical: critical, extnValue: DERBytes(value.derEncoded))
    }

    /// Any extension, from its encoded value.
    public init(extnID: ObjectIdentifier, critical: Bool, extnValue: DERBytes) {
        var cursor = DERCursor(extnValue)
        let problem = KnownExtension(extnID)?.problem(of: extnValue.range, &cursor)
        self.init(extnID: extnID, critical: critical, extnValue: extnValue, problem: problem)
    }

    /// One whose value has been checked.
    init(extnID: ObjectIdentifier, critical: Bool, extnValue: DERBytes, problem: DERError?) {
        self.extnID = extnID
        self.critical = critical
        self.extnValue = extnValue
        self.problem = problem
    }

    /// What `extnValue` says, where Lucid knows the extension. It is decoded anew each time.
    public var content: ExtensionContent {
        if let problem { return .malformed(problem) }
        do throws(DERError) { return try KnownExtension(extnID)?.decode(extnValue) ?? .unknown } catch {
            return .malformed(error)
        }
    }
}

extension Extension: Hashable {
    /// Equal when the identifiers, the flags and the values' octets are.
    public static func == (a: Extension, b: Extension) -> Bool {
        a.extnID == b.extnID && a.critical == b.critical && a.extnValue == b.extnValue
    }
    public func hash(into hasher: inout Hasher) {
        hasher.combine(extnID)
        hasher.combine(extnValue)
    }
}

extension Extension: DEREncodable {
    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.objectIdentifier(extnID)
            $0.booleanDefaultFalse(critical)
            $0.octetString(extnValue)
        }
    }
}

/// The structure inside an extension's `extnValue`.
public protocol CertificateExtension: DERDecodable, DEREncodable, Hashable, Sendable {
    /// The identifier that announces the structure.
    static var extnID: ObjectIdentifier { get }
}
