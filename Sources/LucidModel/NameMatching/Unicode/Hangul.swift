/// Korean syllables: 19 leading consonants, 21 vowels and 28 endings (the first of them none) make 11172 characters in
/// their order, so that they are computed, not listed (The Unicode Standard §3.12, whose names these are).
enum Hangul {
    private static let sBase: UInt32 = 0xac00, lBase: UInt32 = 0x1100, vBase: UInt32 = 0x1161, tBase: UInt32 = 0x11a7
    private static let lCount: UInt32 = 19, vCount: UInt32 = 21, tCount: UInt32 = 28

    /// The two or three letters of a syllable; nil for anything else.
    static func parts(of code: UInt32) -> [UInt32]? {
        guard code >= sBase, code < sBase + lCount * vCount * tCount else { return nil }
        let index = code - sBase
        let two = [lBase + index / (vCount * tCount), vBase + index / tCount % vCount]
        return index % tCount == 0 ? two : two + [tBase + index % tCount]
    }

    /// The syllable of a consonant and a vowel, or of a syllable and an ending; nil for anything else.
    static func composition(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if first >= lBase, first < lBase + lCount, second >= vBase, second < vBase + vCount {
            return sBase + ((first - lBase) * vCount + second - vBase) * tCount
        }
        let isOpenSyllable =
            first >= sBase && first < sBase + lCount * vCount * tCount && (first - sBase).isMultiple(of: tCount)
        guard isOpenSyllable, second > tBase, second < tBase + tCount else { return nil }
        return first + second - tBase
    }
}
