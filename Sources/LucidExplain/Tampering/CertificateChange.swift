public import LucidModel

/// A certificate of which one thing was changed, as somebody would who has no private key: the signature stays what it was.
public struct CertificateChange: Sendable {
    /// Which thing.
    public let kind: Kind
    public let original: Certificate
    /// The certificate's octets, changed. They may be no certificate any more.
    public let octets: [UInt8]
    /// What was changed: `the DNS name “localhost” → “1ocalhost”`. Text from the certificate in it is safe to show.
    public let sentence: String

    /// What can be changed.
    public enum Kind: String, CaseIterable, Sendable {
        /// One bit, in the signature where no other place is asked for.
        case bit
        /// One bit of the public key.
        case key
        /// A letter of a name, or the whole name.
        case name
        /// The end of the validity.
        case date
        /// Whether the certificate may issue others: basicConstraints' cA, or keyUsage's keyCertSign.
        case flag
        /// The algorithm that stands outside of the signed part.
        case algorithm
        /// The algorithm, in both of its places.
        case algorithms
        /// ECDSA's other signature: (r, n − s), which is as valid as (r, s).
        case twin

        /// The changes that are made where none is asked for. `twin` is no change of what is signed, and needs ECDSA.
        public static let usual: [Kind] = [.bit, .key, .name, .date, .flag, .algorithm, .algorithms]
    }

    /// Why a change can not be made to this certificate.
    public struct Problem: Error, Hashable, Sendable {
        public let sentence: String

        init(_ sentence: String) { self.sentence = sentence }
    }

    init(_ kind: Kind, _ original: Certificate, _ octets: [UInt8], _ sentence: String) {
        self.kind = kind
        self.original = original
        self.octets = octets
        self.sentence = sentence
    }

    /// What happened to the lengths around the change.
    public var lengthSentence: String {
        let before = original.der.count
        return octets.count == before
            ? "No length changes: there are as many octets as before."
            : "The lengths around it are computed anew: the certificate has \(octets.count) octets, and had \(before)."
    }
}
