public import LucidDER
public import LucidModel

/// A certificate that the CA issued, or that another program issued in its name and an import brought.
public struct CertificateRecord: Hashable, Sendable {
    /// Its number in the database; a later one has a larger number.
    public let id: Int64
    /// Which of the folder's CAs signed it.
    public let authority: Int64
    public let serialNumber: SerialNumber
    /// The certificate itself; nil where an import knew no more than its line in an index.
    public let der: [UInt8]?
    /// What people call it: the first name that was asked for.
    public let label: String
    /// The subject by RFC 4514; empty for an empty one.
    public let subject: String
    /// The alternative names as text, in the certificate's order.
    public let names: [String]
    /// Nil where only an index line is known.
    public let notBefore: CalendarTime?
    /// The last second of its life.
    public let notAfter: CalendarTime
    public let recordedAt: CalendarTime
    /// The profile's name; nil for imports.
    public let profile: String?
    public let origin: Origin
    /// SHA-256 of the request that asked for it.
    public let requestDigest: [UInt8]?
    /// Where its files were written.
    public let output: OutputPlace?
    public let revocation: Revocation?
    /// The number of the certificate that took its place.
    public let replacedBy: Int64?

    /// How it came to be.
    public enum Origin: String, Hashable, Sendable, CaseIterable {
        /// `ca init`: one of the folder's own CAs.
        case authority
        /// `ca issue`: the key was made with it.
        case issue
        /// `ca sign`: somebody's request.
        case request
        /// `ca renew`.
        case renewal
        /// `ca import`.
        case imported
    }

    /// Where the files of a certificate were written: `FOLDER/NAME.pem`, `FOLDER/NAME-fullchain.pem` and, where the key was made
    /// with it, `FOLDER/NAME-key.pem`.
    public struct OutputPlace: Hashable, Sendable {
        /// An absolute path.
        public let folder: String
        public let name: String

        public init(folder: String, name: String) {
            self.folder = folder
            self.name = name
        }
    }

    /// What a CRL says of it.
    public struct Revocation: Hashable, Sendable {
        public let time: CalendarTime
        public let reason: ReasonCode.Reason
        /// Since when the key is not to be trusted, where that was before (RFC 5280 §5.3.2).
        public let invalidSince: CalendarTime?

        public init(time: CalendarTime, reason: ReasonCode.Reason = .unspecified, invalidSince: CalendarTime? = nil) {
            self.time = time
            self.reason = reason
            self.invalidSince = invalidSince
        }
    }

    /// Whether it is an OCSP responder that the CA made for itself: its key and certificate are the CA's to replace.
    public var isResponder: Bool { profile == "ocsp" && origin == .issue && output == nil }

    /// Whether it can be used. This is not stored: it follows from the times.
    public enum State: String, Hashable, Sendable, CaseIterable {
        case valid, expired, revoked
    }

    /// The state at a time. A revoked certificate stays revoked when its life is over.
    public func state(at time: CalendarTime) -> State {
        if revocation != nil { return .revoked }
        return notAfter < time ? .expired : .valid
    }

    /// The certificate as a value; nil where only an index line is known.
    public func certificate() throws(DERError) -> Certificate? {
        guard let der else { return nil }
        return try Certificate(der: der)
    }
}
