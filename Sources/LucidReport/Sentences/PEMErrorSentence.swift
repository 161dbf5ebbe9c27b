public import LucidPEM

extension PEMError {
    /// The error as one sentence: what, in which block, on which line.
    public var sentence: String {
        "line \(line): \(statement) (in the \(label.safeToShow) block that begins on line \(blockLine))"
    }

    private var statement: String {
        switch reason {
        case .noEndLine: "the END line is missing"
        case .endLabelDiffers(let found): "the END line is for “\(found.safeToShow)”"
        case .characterNotBase64(let octet): "a character that is not Base64, \(Self.character(octet))"
        case .dataAfterPadding: "something follows the padding “=”"
        case .base64Truncated: "the Base64 text is cut off"
        case .base64BitsLeftOver: "the last Base64 character has bits that do not belong to any octet"
        case .empty: "the block is empty"
        }
    }

    private static func character(_ octet: UInt8) -> String {
        (0x21...0x7e).contains(octet)
            ? "“\(Character(Unicode.Scalar(octet)))”" : "octet \(hexadecimal([octet]).uppercased())"
    }
}
