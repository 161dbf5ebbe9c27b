import LucidModel

/// IP addresses as openssl reads them: zeros may stand in front of the numbers, and there are no brackets.
enum AddressText {
    /// 4 or 16 octets; nil where the text is no address.
    static func octets(_ text: some StringProtocol) -> [UInt8]? {
        guard !text.utf8.contains(UInt8(ascii: "[")) else { return nil }
        if text.utf8.contains(UInt8(ascii: ":")) { return IPAddress(text)?.octets }
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let octets = parts.compactMap { part -> UInt8? in
            part.allSatisfy(\.isDigit) ? UInt8(String(decoding: part, as: UTF8.self)) : nil
        }
        return parts.count == 4 && octets.count == 4 ? octets : nil
    }
}
