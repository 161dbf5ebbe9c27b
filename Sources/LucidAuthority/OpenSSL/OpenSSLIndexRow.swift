/// One line of openssl's `index.txt` as it stands there: six fields, octet for octet.
///
/// `OpenSSLIndex.Entry` says what a line means; who only changes a line and writes the others back as they were, as `openssl ca`
/// does, needs the fields themselves.
public struct OpenSSLIndexRow: Hashable, Sendable {
    /// The fields, in their order.
    public enum Column: Int, Hashable, Sendable, CaseIterable {
        /// `V`, `R` or `E`.
        case flag
        /// When the certificate ends.
        case expiry
        /// When and why it was revoked: see `OpenSSLRevocation`.
        case revocation
        /// In hexadecimal.
        case serial
        /// Always `unknown`.
        case file
        /// The subject on one line: see `OpenSSLName`.
        case name
    }

    private var fields: [[UInt8]]

    /// A new line.
    public init(
        flag: String, expiry: String, revocation: String = "", serial: String, file: String = "unknown", name: String
    ) {
        fields = [flag, expiry, revocation, serial, file, name].map { Array($0.utf8) }
    }

    /// The line of a certificate that is valid as far as the index goes.
    ///
    /// - Parameter name: the subject; where it is empty the serial number stands for it.
    public init(validUntil expiry: String, serialNumber: SerialNumber, name: String) {
        let serial = OpenSSLIndex.serialText(serialNumber)
        self.init(flag: "V", expiry: expiry, serial: serial, name: name.isEmpty ? serial : name)
    }

    /// Takes a line apart that has no line feed; nil where it has not six fields.
    public init?(line: ArraySlice<UInt8>) {
        let fields = Self.fields(line)
        guard fields.count == Column.allCases.count else { return nil }
        self.fields = fields
    }

    /// A field as text.
    public subscript(column: Column) -> String {
        get { String(decoding: fields[column.rawValue], as: UTF8.self) }
        set { fields[column.rawValue] = Array(newValue.utf8) }
    }

    /// The line with its line feed.
    public var octets: [UInt8] {
        let escaped = fields.map { field in field.flatMap { $0 == Self.tab ? [Self.backslash, $0] : [$0] } }
        return Array(escaped.joined(separator: [Self.tab])) + [0x0a]
    }

    /// A line's fields. A backslash before a tab makes the tab a part of the field; any other backslash is itself.
    static func fields(_ line: ArraySlice<UInt8>) -> [[UInt8]] {
        var fields: [[UInt8]] = [[]]
        for octet in line {
            let last = fields.count - 1
            if octet == tab, fields[last].last == backslash {
                fields[last][fields[last].count - 1] = tab
            } else if octet == tab {
                fields.append([])
            } else {
                fields[last].append(octet)
            }
        }
        return fields
    }

    private static let tab: UInt8 = 0x09
    private static let backslash = UInt8(ascii: "\\")
}
