/// Which characters may stand in the labels of internationalised domain names (RFC 5892).
enum LabelCharacter {
    /// RFC 5892 §2, UNASSIGNED being disallowed too.
    enum Property {
        case valid
        /// Valid in some places only: `LabelContext` knows which.
        case contextual
        case disallowed
    }

    /// The derived property, in the order of RFC 5892 §3.
    static func property(of code: UInt32) -> Property {
        if let exception = exception(code) { return exception }  // Exceptions
        guard let kind = ScalarKind.of(code) else { return .disallowed }  // Unassigned
        if isLDH(code) { return .valid }  // LDH
        if isJoinControl(code) { return .contextual }  // JoinControl
        if isOldHangulJamo(code) || isUnstable(code) { return .disallowed }  // OldHangulJamo, Unstable
        if isIgnorable(code) { return .disallowed }  // IgnorableProperties, IgnorableBlocks
        return kind == .letter || kind == .mark ? .valid : .disallowed  // LetterDigits
    }

    /// RFC 5892 §2.6: Exceptions, characters whose property does not follow from what they are.
    private static func exception(_ code: UInt32) -> Property? {
        switch code {
        case 0xdf, 0x3c2, 0x6fd, 0x6fe, 0xf0b, 0x3007: .valid
        case 0xb7, 0x375, 0x5f3, 0x5f4, 0x30fb, 0x660...0x669, 0x6f0...0x6f9: .contextual
        case 0x640, 0x7fa, 0x302e, 0x302f, 0x3031...0x3035, 0x303b: .disallowed
        default: nil
        }
    }

    /// RFC 5892 §2: LDH, small letters, digits and the hyphen.
    static func isLDH(_ code: UInt32) -> Bool {
        switch code {
        case 0x2d, 0x30...0x39, 0x61...0x7a: true
        default: false
        }
    }

    /// RFC 5892 §2: JoinControl, ZERO WIDTH NON-JOINER and ZERO WIDTH JOINER.
    private static func isJoinControl(_ code: UInt32) -> Bool { code == 0x200c || code == 0x200d }

    /// RFC 5892 §2: OldHangulJamo, the letters of Korean syllables by themselves.
    private static func isOldHangulJamo(_ code: UInt32) -> Bool {
        switch code {
        case 0x1100...0x11ff, 0xa960...0xa97c, 0xd7b0...0xd7c6, 0xd7cb...0xd7fb: true
        default: false
        }
    }

    /// RFC 5892 §2.2: Unstable, characters that normalisation or folding would change.
    private static func isUnstable(_ code: UInt32) -> Bool {
        let folded = Normalization.nfkc([code]).flatMap { CaseFolding.of($0) ?? [$0] }
        return Normalization.nfkc(folded) != [code]
    }

    /// RFC 5892 §2.3 and §2.4: of the letters and marks, those that are not shown by themselves, and those of three
    /// blocks.
    private static func isIgnorable(_ code: UInt32) -> Bool {
        switch code {
        case 0x34f, 0x17b4...0x17b5, 0x180b...0x180f, 0xfe00...0xfe0f, 0xe0100...0xe01ef: true
        case 0x20d0...0x20ff, 0x1d100...0x1d24f: true
        default: false
        }
    }
}
