/// Where the characters may stand that RFC 5892 appendix A has rules for.
///
/// Scripts are told by their blocks. ZERO WIDTH NON-JOINER is taken behind a virama only, not between letters that join
/// (appendix A.1's second rule), which would take another table.
enum LabelContext {
    /// Whether the contextual character at `index` may stand there.
    static func allows(_ label: [UInt32], at index: Int) -> Bool {
        let before = index > 0 ? label[index - 1] : nil
        let after = index + 1 < label.count ? label[index + 1] : nil
        switch label[index] {
        case 0x200c, 0x200d: return before.map(CombiningClass.of) == CombiningClass.virama  // A.1, A.2
        case 0xb7: return before == 0x6c && after == 0x6c  // A.3: Catalan l·l
        case 0x375: return after.map(isGreek) ?? false  // A.4
        case 0x5f3, 0x5f4: return before.map(isHebrew) ?? false  // A.5, A.6
        case 0x30fb: return label.contains(where: isJapanese)  // A.7
        case 0x660...0x669: return !label.contains { (0x6f0...0x6f9).contains($0) }  // A.8
        case 0x6f0...0x6f9: return !label.contains { (0x660...0x669).contains($0) }  // A.9
        default: return false
        }
    }

    private static func isGreek(_ code: UInt32) -> Bool {
        (0x370...0x3ff).contains(code) || (0x1f00...0x1fff).contains(code)
    }

    private static func isHebrew(_ code: UInt32) -> Bool { (0x591...0x5f4).contains(code) }

    /// Hiragana, Katakana and Han.
    private static func isJapanese(_ code: UInt32) -> Bool {
        switch code {
        case 0x3005, 0x3007, 0x3021...0x3029, 0x3038...0x303b: true
        case 0x3041...0x3096, 0x309d...0x309f, 0x30a1...0x30fa, 0x30fd...0x30ff, 0x31f0...0x31ff: true
        case 0x3400...0x4dbf, 0x4e00...0x9fff, 0x20000...0x323af: true
        default: false
        }
    }
}
