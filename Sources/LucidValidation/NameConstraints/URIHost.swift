extension HostName {
    /// The host of a URI, `scheme "://" [userinfo "@"] host [":" port]` and whatever follows (RFC 3986 §3.2).
    ///
    /// nil where the URI "does not include an authority component with a host name specified as a fully qualified domain name"
    /// (RFC 5280 §4.2.1.10), as `mailto:a@b` and `https://192.0.2.1/`, and where two programs could see two hosts in it: with
    /// a backslash, a second `@`, or percent signs in the host.
    init?(ofURI text: Span<UInt8>) {
        guard let start = Self.authorityStart(text) else { return nil }
        var end = start
        var hostStart = start
        var sawUserinfo = false
        while end < text.count, ![ASCII.slash, ASCII.question, ASCII.hash].contains(text[end]) {
            if text[end] == ASCII.at {
                guard !sawUserinfo else { return nil }
                sawUserinfo = true
                hostStart = end + 1
            }
            end += 1
        }
        let hostEnd = (hostStart..<end).first { text[$0] == ASCII.colon } ?? end
        guard hostEnd == end || (hostEnd + 1..<end).allSatisfy({ ASCII.isDigit(text[$0]) }) else { return nil }
        self.init(text.extracting(hostStart..<hostEnd))
        if isLikeIPv4Address { return nil }
    }

    /// Where the authority begins: behind `scheme "://"`, with `scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )`.
    private static func authorityStart(_ text: Span<UInt8>) -> Int? {
        guard let colon = text.indices.first(where: { text[$0] == ASCII.colon }), colon > 0, ASCII.isLetter(text[0]),
            (0..<colon).allSatisfy({ isSchemeOctet(text[$0]) }),
            colon + 2 < text.count, text[colon + 1] == ASCII.slash, text[colon + 2] == ASCII.slash
        else { return nil }
        return colon + 3
    }

    private static func isSchemeOctet(_ octet: UInt8) -> Bool {
        ASCII.isLetter(octet) || ASCII.isDigit(octet) || [ASCII.plus, ASCII.hyphen, ASCII.dot].contains(octet)
    }
}
