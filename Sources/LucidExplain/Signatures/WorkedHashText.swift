import LucidCrypto
import LucidReport

/// A hash block by block, as text.
enum WorkedHashText {
    /// A paragraph a block.
    ///
    /// - Parameter width: how many columns there are.
    static func lines(_ worked: WorkedHash, _ style: TextStyle, width: Int = 120) -> [String] {
        let size = worked.blocks.reduce(0) { $0 + $1.messageByteCount }
        var heading = FoldedText()
        heading.add("\(worked.hash.name) of the \(size) \(worked.subject)", .strong)
        heading.add("FIPS 180-4 §6", .faint, gap: 2, isWhole: true)
        var lines = heading.lines(width: width, indent: 0, style)
        lines += state("H0", worked.initialState, worked, width)
        for (index, block) in worked.blocks.enumerated() {
            let label = "block \(index + 1)".padded(to: 10)
            // Rows of 32 octets: a block has two or four of them.
            lines += WorkedVerificationText.rows(
                hexadecimal(block.octets), after: label, room: min(width, label.count + 64))
            lines += note(padding: block.octets.count - block.messageByteCount, style, width)
            lines += state("H\(index + 1)", block.state, worked, width)
        }
        let digest = WorkedVerificationText.rows(hexadecimal(worked.digest), room: width - 8)
        return lines + digest.enumerated().map { ($0 == 0 ? "digest" : "").padded(to: 8) + style.good($1) }
    }

    private static func note(padding: Int, _ style: TextStyle, _ width: Int) -> [String] {
        guard padding > 0 else { return [] }
        var text = FoldedText()
        text.add("the last \(padding) octets are padding: a 1, zeros, the length in bits", .faint)
        return text.lines(width: width, indent: 10, style)
    }

    private static func state(_ name: String, _ words: [UInt64], _ worked: WorkedHash, _ width: Int) -> [String] {
        var text = FoldedText()
        for word in words {
            let digits = String(word, radix: 16)
            text.add(String(repeating: "0", count: max(0, worked.wordBitCount / 4 - digits.count)) + digits)
        }
        return text.lines(width: width, first: name.padded(to: 8), indent: 8, .plain)
    }
}
