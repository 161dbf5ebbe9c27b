import LucidCrypto
import LucidReport

/// A hash block by block, as text.
enum WorkedHashText {
    static func lines(_ worked: WorkedHash, _ style: TextStyle) -> [String] {
        let size = worked.blocks.reduce(0) { $0 + $1.messageByteCount }
        var lines = [
            style.strong("\(worked.hash.name) of the \(size) \(worked.subject)") + style.faint("  FIPS 180-4 §6"),
            "H0".padded(to: 8) + state(worked.initialState, worked),
        ]
        for (index, block) in worked.blocks.enumerated() {
            let padding = block.octets.count - block.messageByteCount
            let note =
                padding > 0
                ? style.faint("  the last \(padding) octets are padding: a 1, zeros, the length in bits") : ""
            lines.append("block \(index + 1)".padded(to: 10) + hexadecimal(block.octets) + note)
            lines.append("H\(index + 1)".padded(to: 8) + state(block.state, worked))
        }
        return lines + ["digest".padded(to: 8) + style.good(hexadecimal(worked.digest))]
    }

    private static func state(_ words: [UInt64], _ worked: WorkedHash) -> String {
        words.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: max(0, worked.wordBitCount / 4 - digits.count)) + digits
        }.joined(separator: " ")
    }
}
