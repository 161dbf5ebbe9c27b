extension PEMReader {
    /// As much of a block that can not be decoded as comes before the first character that is not Base64: for people to look at,
    /// who want to know what a broken file was. It is not for secrets, as the time that it takes tells of what it reads.
    ///
    /// - Parameters:
    ///   - error: why the block can not be decoded, of `blocks(in:)`.
    ///   - bytes: the same file.
    /// - Returns: the block with the octets that are there; nil where there is none.
    public static func beginning(of error: PEMError, in bytes: Span<UInt8>) -> PEMBlock? {
        var headers: [PEMBlock.Header] = []
        var octets: [UInt8] = []
        var bits = 0, bitCount = 0, hasSeenData = false
        Lines.forEach(in: bytes) { line, number in
            guard number > error.blockLine else { return true }
            if !hasSeenData, let header = OpenBlock.header(bytes, line) {
                headers.append(header)
                return true
            }
            for index in line where bytes[index] != UInt8(ascii: " ") && bytes[index] != UInt8(ascii: "\t") {
                // Neither padding nor the hyphen of another BEGIN or END line has a value.
                let value = Base64.value(of: bytes[index])
                guard value >= 0 else { return false }
                hasSeenData = true
                bits = (bits << 6 | value) & 0xfff
                bitCount += 6
                if bitCount >= 8 {
                    bitCount -= 8
                    octets.append(UInt8(truncatingIfNeeded: bits >> bitCount))
                }
            }
            return true
        }
        return octets.isEmpty
            ? nil : PEMBlock(label: error.label, headers: headers, bytes: octets, line: error.blockLine)
    }
}
