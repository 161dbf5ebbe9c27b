import LucidCrypto
public import LucidDER
public import LucidModel

/// What ends when: certificates with their notAfter, revocation lists with their nextUpdate. Each is in the list once, wherever
/// it was found.
public struct ExpiryList: Sendable {
    /// What ends.
    public enum Kind: String, Hashable, Sendable {
        case certificate
        case revocationList = "certificateList"
    }

    /// Where it was found.
    public enum Place: Hashable, Sendable {
        /// A file, and the line that its PEM block begins on; no line in DER.
        case file(String, line: Int?)
        /// A server, and the place in what it sent, from 1.
        case server(String, number: Int)
    }

    /// How near the end is.
    public enum State: String, Hashable, Sendable { case ended, soon, later }

    /// One thing that ends.
    public struct Item: Hashable, Sendable {
        public let kind: Kind
        /// A certificate's subject, or a revocation list's issuer: RFC 4514.
        public let name: String
        /// A certificate's issuer.
        public let issuer: String?
        /// A certificate's, octets in hexadecimal digits.
        public let serialNumber: String?
        /// The fingerprint.
        public let sha256: String
        /// The last second at which it is valid.
        public let end: CalendarTime
        /// At least one, in the order in which they were found.
        public fileprivate(set) var places: [Place]
    }

    private var all: [Item] = []
    private var indices: [DERBytes: Int] = [:]
    /// What "now" is.
    public let time: CalendarTime
    /// How near the end is soon, in seconds.
    public let within: Int64

    public init(at time: CalendarTime, within: Int64) {
        self.time = time
        self.within = within
    }

    /// The earliest end first, then by name.
    public var items: [Item] { all.sorted { ($0.end, $0.name) < ($1.end, $1.name) } }

    public mutating func add(_ certificate: Certificate, from place: Place) {
        add(certificate.der, place) {
            Item(
                kind: .certificate, name: certificate.subject.shown, issuer: certificate.issuer.shown,
                serialNumber: hexadecimal(certificate.serialNumber.content),
                sha256: CertificateReport.fingerprint(certificate), end: certificate.validity.notAfter.time,
                places: [place])
        }
    }

    /// A list that does not say when the next one comes does not end, and is left out.
    public mutating func add(_ list: RevocationList, from place: Place) {
        guard let end = list.tbsCertList.nextUpdate?.time else { return }
        add(list.der, place) {
            Item(
                kind: .revocationList, name: list.tbsCertList.issuer.shown, issuer: nil, serialNumber: nil,
                sha256: hexadecimal(list.der.withSpan { SHA256.hash($0) }), end: end, places: [place])
        }
    }

    private mutating func add(_ der: DERBytes, _ place: Place, _ item: () -> Item) {
        if let index = indices[der] {
            all[index].places.append(place)
        } else {
            indices[der] = all.count
            all.append(item())
        }
    }

    /// How near an item's end is.
    public func state(_ item: Item) -> State {
        let left = item.end.secondsSince1970 - time.secondsSince1970
        return left < 0 ? .ended : left <= within ? .soon : .later
    }
}
