import LucidCrypto

/// A hash block by block (FIPS 180-4 §6).
struct WorkedHashHTML {
    let worked: WorkedHash

    var html: String {
        let size = worked.blocks.reduce(0) { $0 + $1.messageByteCount }
        let blocks = worked.blocks.count == 1 ? "1 block" : "\(worked.blocks.count) blocks"
        return
            "<details class=\"hash\"><summary>\(worked.hash.name) of the \(size) \(HTMLText.escaped(worked.subject)), \(blocks) "
            + "<span class=\"c\">FIPS 180-4 §6</span></summary><p class=\"lesson\">The octets are cut into blocks. "
            + "Each block stirs the "
            + "state, and the last state is the hash: a change in any block changes everything after it. Behind the "
            + "octets stand a one "
            + "bit, zeros, and the length in bits; they are marked.</p><ol class=\"work\">"
            + item("H0", "The state that everybody begins with.", "h", state(worked.initialState))
            + worked.blocks.enumerated().map(block).joined()
            + item("digest", "The hash: the last state, or its beginning.", "digest", hexadecimal(worked.digest))
            + "</ol></details>"
    }

    private func block(_ index: Int, _ block: WorkedHash.Block) -> String {
        let message = hexadecimal(block.octets.prefix(block.messageByteCount))
        let padding = hexadecimal(block.octets.dropFirst(block.messageByteCount))
        let octets = message + (padding.isEmpty ? "" : "<span class=\"pad\">\(padding)</span>")
        return item("block \(index + 1)", "", "block", octets) + item("H\(index + 1)", "", "h", state(block.state))
    }

    private func item(_ name: String, _ sentence: String, _ kind: String, _ value: String) -> String {
        "<li class=\"w\" data-hash=\"\(kind)\"><p class=\"eq\"><b>\(name)</b></p>"
            + HTMLText.element("p", class: "s", sentence)
            + "<div class=\"value\"><code class=\"num \(kind == "h" ? "block" : "digits")\">\(value)</code></div></li>"
    }

    private func state(_ words: [UInt64]) -> String {
        words.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: max(0, worked.wordBitCount / 4 - digits.count)) + digits
        }.joined(separator: " ")
    }
}
