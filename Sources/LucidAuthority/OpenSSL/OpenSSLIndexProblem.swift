/// What is wrong with a line of openssl's `index.txt`.
public struct OpenSSLIndexProblem: Error, Hashable, Sendable {
    /// Counted from 1.
    public let line: Int
    public let field: Field
    public let reason: Reason

    public init(line: Int, field: Field, reason: Reason) {
        self.line = line
        self.field = field
        self.reason = reason
    }

    /// The fields of a line, in their order.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        case flag, expiry = "expiry date", revocation = "revocation date", serial = "serial number", file, name
        /// The line as a whole.
        case line
    }

    public enum Reason: Error, Hashable, Sendable {
        /// There are more or fewer than six.
        case fieldCount(Int)
        /// Another flag than V, R or E.
        case unknownFlag(String)
        /// Neither `YYMMDDHHMMSSZ` nor `YYYYMMDDHHMMSSZ`, or no such second.
        case badTime(String)
        /// The certificate is revoked and the field is empty.
        case missing
        /// The certificate is not revoked and the field is not empty.
        case unexpected(String)
        case unknownReason(String)
        /// `holdInstruction`, `keyTime` and `CAkeyTime` are followed by a value.
        case reasonWithoutValue(String)
        /// No even number of hexadecimal digits, or more than 40.
        case badSerialNumber(String)
        /// An earlier line has the same serial number.
        case repeatedSerialNumber(SerialNumber, firstLine: Int)
    }
}
