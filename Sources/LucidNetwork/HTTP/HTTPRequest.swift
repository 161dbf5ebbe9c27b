/// A request of HTTP/1.1 or 1.0, whole.
public struct HTTPRequest: Hashable, Sendable {
    /// `GET`, `POST`, …; upper and lower case matter.
    public let method: String
    /// The path and the query as they were sent, in printable ASCII: `/ocsp/MFQ%3D?x`. It begins with `/`, or is `*`.
    public let target: String
    public let fields: [Field]
    public let body: [UInt8]

    /// A header field; its name in small letters, its value without spaces around it.
    public struct Field: Hashable, Sendable {
        public let name: String
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The value of a field that occurs once; nil where it is missing or occurs twice.
    ///
    /// - Parameter name: in small letters.
    public func value(of name: String) -> String? {
        let found = fields.filter { $0.name == name }
        return found.count == 1 ? found[0].value : nil
    }

    /// The path without the query, percent-decoded (RFC 3986 §2.1); nil where a `%` is not followed by two hexadecimal digits.
    /// The octets are not promised to be text.
    public var decodedPath: [UInt8]? {
        var decoded: [UInt8] = []
        var rest = target.utf8.prefix { $0 != UInt8(ascii: "?") }
        while let octet = rest.popFirst() {
            guard octet == UInt8(ascii: "%") else {
                decoded.append(octet)
                continue
            }
            guard let high = rest.popFirst().flatMap(Self.digit), let low = rest.popFirst().flatMap(Self.digit) else {
                return nil
            }
            decoded.append(high << 4 | low)
        }
        return decoded
    }

    private static func digit(_ octet: UInt8) -> UInt8? {
        Character(Unicode.Scalar(octet)).hexDigitValue.map { UInt8($0) }
    }
}

/// Why a request is not taken: what the client is told.
public struct HTTPRefusal: Error, Hashable, Sendable {
    public let status: HTTPStatus
    /// One line for people.
    public let reason: String

    init(_ status: HTTPStatus, _ reason: String) {
        self.status = status
        self.reason = reason
    }
}
