import LucidDER

/// What the parameters of an RSASSA-PSS key allow.
enum PSSRestrictionText {
    /// Returns false where the parameters are none.
    static func write(_ element: BERElement?, to lines: inout KeyLines) -> Bool {
        guard let element else {
            lines.line("No PSS parameter restrictions")
            return true
        }
        guard let parameters = PSSParameters(element), let hash = name(parameters.hash),
            let maskHash = parameters.maskGenerator == nil ? hashNames[0].name : name(parameters.maskHash),
            let salt = parameters.saltLength == nil ? 20 : parameters.saltLength?.small,
            let trailer = parameters.trailer == nil ? 1 : parameters.trailer?.small
        else { return false }
        func marked(_ text: String, _ isDefault: Bool) -> String { text + (isDefault ? " (default)" : "") }
        lines.line("PSS parameter restrictions:")
        lines.line("  Hash Algorithm: " + marked(hash, hash == "SHA1"))
        lines.line("  Mask Algorithm: " + marked("MGF1 with \(maskHash)", maskHash == "SHA1"))
        lines.line("  Minimum Salt Length: " + marked("\(salt)", salt == 20))
        lines.line("  Trailer Field: " + marked("0x\(String(trailer, radix: 16))", trailer == 1))
        return true
    }

    /// OpenSSL's names of hash functions; without an identifier it is SHA-1.
    private static func name(_ identifier: ObjectIdentifier?) -> String? {
        guard let identifier else { return hashNames[0].name }
        return hashNames.first { $0.identifier == identifier }?.name
    }

    private static let hashNames: [(identifier: ObjectIdentifier, name: String)] = [
        (ObjectIdentifier(1, 3, 14, 3, 2, 26), "SHA1"),
        (ObjectIdentifier(2, 16, 840, 1, 101, 3, 4, 2, 4), "SHA2-224"),
        (ObjectIdentifier(2, 16, 840, 1, 101, 3, 4, 2, 1), "SHA2-256"),
        (ObjectIdentifier(2, 16, 840, 1, 101, 3, 4, 2, 2), "SHA2-384"),
        (ObjectIdentifier(2, 16, 840, 1, 101, 3, 4, 2, 3), "SHA2-512"),
        (ObjectIdentifier(2, 16, 840, 1, 101, 3, 4, 2, 5), "SHA2-512/224"),
        (ObjectIdentifier(2, 16, 840, 1, 101, 3, 4, 2, 6), "SHA2-512/256"),
    ]
}
