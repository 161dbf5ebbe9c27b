/// Reads every block of a PEM file. Text before, between and after the blocks is passed over, lines may end with LF or CRLF,
/// and a bad block does not spoil the others.
public enum PEMReader {
    /// Whether the bytes look like PEM: some line begins with `-----BEGIN `.
    public static func looksLikePEM(_ bytes: Span<UInt8>) -> Bool {
        var isFound = false
        Lines.forEach(in: bytes) { line, _ in
            isFound = Lines.hasPrefix(begin, bytes, line)
            return !isFound
        }
        return isFound
    }

    /// The blocks of a file in its order, each one decoded or with the reason why not.
    public static func blocks(in bytes: Span<UInt8>) -> [Result<PEMBlock, PEMError>] {
        var blocks: [Result<PEMBlock, PEMError>] = []
        var open: OpenBlock?
        Lines.forEach(in: bytes) { line, number in
            if let label = Lines.label(begin, bytes, line) {
                // A new BEGIN line inside a block: the open one lacks its end.
                if let block = open { blocks.append(.failure(block.error(.noEndLine, at: number))) }
                // Room for the whole block at once, so that a key is not left behind in outgrown buffers.
                let characters = Lines.byteCountToNextDash(bytes, from: line.upperBound)
                open = OpenBlock(label: label, line: number, expectedByteCount: characters / 4 * 3 + 3)
            } else if let label = Lines.label(end, bytes, line) {
                if let block = open.take() { blocks.append(block.close(endLabel: label, at: number)) }
            } else {
                open?.take(bytes, line, number)
            }
            return true
        }
        if let block = open { blocks.append(.failure(block.error(.noEndLine, at: Lines.count(bytes)))) }
        return blocks
    }

    static let begin: StaticString = "-----BEGIN "
    static let end: StaticString = "-----END "
}

/// A block whose BEGIN line has been seen.
struct OpenBlock {
    let label: String
    let line: Int
    var headers: [PEMBlock.Header] = []
    var decoder: Base64Decoder
    var hasSeenData = false
    var problem: PEMError?

    init(label: String, line: Int, expectedByteCount: Int) {
        self.label = label
        self.line = line
        decoder = Base64Decoder(expectedByteCount: expectedByteCount)
    }

    func error(_ reason: PEMError.Reason, at errorLine: Int) -> PEMError {
        problem ?? PEMError(reason: reason, line: errorLine, blockLine: line, label: label)
    }

    /// Takes one line between BEGIN and END. After the first problem the rest is passed over.
    mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>, _ number: Int) {
        guard problem == nil else { return }
        if !hasSeenData, let header = Self.header(bytes, range) {
            headers.append(header)
            return
        }
        let start = decoder.takeGroups(bytes, range)
        if start > range.lowerBound { hasSeenData = true }
        for index in start..<range.upperBound
        where bytes[index] != UInt8(ascii: " ") && bytes[index] != UInt8(ascii: "\t") {
            hasSeenData = true
            if let reason = decoder.take(bytes[index]) {
                problem = PEMError(reason: reason, line: number, blockLine: line, label: label)
                return
            }
        }
    }

    consuming func close(endLabel: String, at number: Int) -> Result<PEMBlock, PEMError> {
        if let problem { return .failure(problem) }
        guard endLabel == label else { return .failure(error(.endLabelDiffers(found: endLabel), at: number)) }
        if let reason = decoder.finish() { return .failure(error(reason, at: number)) }
        return .success(PEMBlock(label: label, headers: headers, bytes: decoder.takeBytes(), line: line))
    }

    /// `Name: value` before the Base64 text.
    static func header(_ bytes: Span<UInt8>, _ range: Range<Int>) -> PEMBlock.Header? {
        guard let colon = range.first(where: { bytes[$0] == UInt8(ascii: ":") }) else { return nil }
        let name = Lines.text(bytes, range.lowerBound..<colon)
        let value = Lines.text(bytes, colon + 1..<range.upperBound)
        return PEMBlock.Header(name: name, value: String(value.drop { $0 == " " }))
    }
}
