/// What users type, made into what labels are written with (RFC 5895 §2): small letters of the usual width, in NFC.
enum LabelMapping {
    static func map(_ label: [UInt32]) -> [UInt32] {
        if label.allSatisfy({ $0 < 0x80 }) { return label.map { (0x41...0x5a).contains($0) ? $0 + 0x20 : $0 } }
        return Normalization.nfc(Normalization.nfc(label).flatMap { small(usualWidth($0)) })
    }

    /// RFC 5895 §2 step 2: full-width and half-width characters.
    private static func usualWidth(_ code: UInt32) -> UInt32 {
        guard (0xff00...0xffef).contains(code) else { return code }
        let usual = Normalization.nfkc([code])
        return usual.count == 1 ? usual[0] : code
    }

    /// RFC 5895 §2 step 1: capitals. What labels may hold stays: `ß` and `ς` are letters of their own in RFC 5892,
    /// though folding would change them. So does what NFKC would change: that is not a capital, but another form of a
    /// letter.
    private static func small(_ code: UInt32) -> [UInt32] {
        if code == capitalSharpS { return [0xdf] }
        guard LabelCharacter.property(of: code) == .disallowed, Normalization.nfkc([code]) == [code] else {
            return [code]
        }
        return CaseFolding.of(code) ?? [code]
    }

    /// `ẞ` is folded to `ss`, but its small letter is `ß`.
    private static let capitalSharpS: UInt32 = 0x1e9e
}
