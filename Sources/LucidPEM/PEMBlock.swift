/// One block of a PEM file (RFC 7468): what stands between `-----BEGIN LABEL-----` and `-----END LABEL-----`.
public struct PEMBlock: Hashable, Sendable {
    /// `CERTIFICATE`, `PRIVATE KEY`, …
    public let label: String
    /// Header lines before the Base64 text, such as `Proc-Type: 4,ENCRYPTED` in old key files (RFC 1421 §4.6).
    public let headers: [Header]
    /// The decoded octets.
    public var bytes: [UInt8]
    /// The line of the file, counted from 1, that the block begins on.
    public let line: Int

    /// One header: `name: value`.
    public struct Header: Hashable, Sendable {
        public let name: String
        public let value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A block to be written.
    public init(label: String, bytes: [UInt8], headers: [Header] = []) {
        self.init(label: label, headers: headers, bytes: bytes, line: 1)
    }

    init(label: String, headers: [Header], bytes: [UInt8], line: Int) {
        self.label = label
        self.headers = headers
        self.bytes = bytes
        self.line = line
    }

    /// The block as text: Base64 in lines of 64 characters (RFC 7468 §2), each ended by a line feed.
    public var text: String {
        String(decoding: Self.encode(label: label, bytes: bytes.span, headers: headers), as: UTF8.self)
    }

    /// A block's text as octets. They are written into one buffer that has room for all of them, so that who encodes a
    /// secret can wipe it and knows that nothing was left behind.
    public static func encode(label: String, bytes: Span<UInt8>, headers: [Header] = []) -> [UInt8] {
        let head =
            "-----BEGIN \(label)-----\n" + headers.map { "\($0.name): \($0.value)\n" }.joined()
            + (headers.isEmpty ? "" : "\n")
        let foot = "-----END \(label)-----\n"
        var text: [UInt8] = []
        text.reserveCapacity(head.utf8.count + foot.utf8.count + (bytes.count + 2) / 3 * 4 + bytes.count / 48 + 1)
        text += head.utf8
        for start in stride(from: 0, to: bytes.count, by: 48) {
            Base64.append(bytes.extracting(start..<min(start + 48, bytes.count)), to: &text)
            text.append(UInt8(ascii: "\n"))
        }
        text += foot.utf8
        return text
    }
}

// The octets may be a private key's, so neither `print` nor `dump` shows them.

extension PEMBlock: CustomStringConvertible, CustomReflectable {
    /// The label and how many octets; never the octets themselves.
    public var description: String { "\(label), \(bytes.count) octets" }
    public var customMirror: Mirror { Mirror(self, children: ["label": label, "count": bytes.count]) }
}

/// Why a block can not be used, and on which line of the file.
public struct PEMError: Error, Hashable, Sendable {
    /// What is wrong.
    public let reason: Reason
    /// The line, counted from 1, that shows it.
    public let line: Int
    /// The line that the block begins on.
    public let blockLine: Int
    /// The block's label.
    public let label: String

    /// What can be wrong with a block.
    public enum Reason: Hashable, Sendable {
        /// The file ends, or another block begins, before the block's END line.
        case noEndLine
        /// The END line names another label than the BEGIN line.
        case endLabelDiffers(found: String)
        case characterNotBase64(UInt8)
        /// Something follows the padding.
        case dataAfterPadding
        /// The number of Base64 characters is no multiple of four: some are missing.
        case base64Truncated
        /// Bits that the last character should leave zero are not (RFC 4648 §3.5).
        case base64BitsLeftOver
        case empty
    }
}
