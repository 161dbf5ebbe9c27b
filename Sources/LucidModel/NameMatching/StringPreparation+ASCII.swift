extension StringPreparation {
    /// Appends ASCII text, prepared by the same rules as in `prepare`, which come down to little: nothing decomposes,
    /// nothing is prohibited, and folding is adding 32. Nearly every name is ASCII, and path search prepares many
    /// names.
    ///
    /// - Returns: false where an octet is not ASCII; `result` is then as it was.
    static func appendASCII(_ text: Span<UInt8>, to result: inout [UInt8]) -> Bool {
        let start = result.count
        var isASCII = true
        // At most two spaces for each octet, and one at each end.
        result.append(addingCapacity: 2 * text.count + 2) { (output: inout OutputSpan<UInt8>) in
            isASCII = prepareASCII(text, into: &output)
        }
        if !isASCII { result.removeLast(result.count - start) }
        return isASCII
    }

    private static func prepareASCII(_ text: Span<UInt8>, into output: inout OutputSpan<UInt8>) -> Bool {
        let space = UInt8(ascii: " ")
        output.append(space)
        var isBehindSpace = false
        var isEmpty = true
        for index in text.indices {
            var octet = text[index]
            switch octet {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): break
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): octet |= 0x20
            case 0x20, 0x09...0x0d:
                isBehindSpace = true
                continue
            case 0x00...0x1f, 0x7f: continue
            case 0x80...0xff: return false
            default: break
            }
            // The first run is the space before the text, which is there already.
            if isBehindSpace, !isEmpty {
                output.append(space)
                output.append(space)
            }
            isBehindSpace = false
            isEmpty = false
            output.append(octet)
        }
        output.append(space)
        return true
    }
}
