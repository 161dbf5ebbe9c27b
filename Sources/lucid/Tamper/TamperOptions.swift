import ArgumentParser
import LucidExplain
import LucidX509

/// What `lucid tamper` changes, and in which certificate.
struct TamperOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "bit, key, name, date, flag, algorithm, algorithms or twin; several with commas or by repeating it.",
            valueName: "change"),
        transform: Self.kinds)
    var change: [[CertificateChange.Kind]] = []

    @Option(
        help: ArgumentHelp(
            "The bit that is turned over: an offset (420 or 0x1a4) and, behind a dot, the bit from 0, the least significant, to 7.",
            valueName: "offset[.bit]"),
        transform: Self.bit)
    var atByte: CertificateChange.Bit?

    @Option(help: ArgumentHelp("The new name, whole.", valueName: "name"))
    var to: String?

    @Option(help: ArgumentHelp("The new notAfter.", valueName: "time"))
    var until: CalendarTime?

    @Option(help: ArgumentHelp("Which certificate of the file is changed, from 1.", valueName: "number"))
    var certificate = 1

    @Flag(help: "Change a trust anchor where it is trusted too, and not only the copy that is sent along.")
    var inStore = false

    /// Whether a change is asked for.
    var isGiven: Bool { !change.isEmpty || atByte != nil || to != nil || until != nil }

    /// The changes that are made. An option for one of them asks for that one.
    var kinds: [CertificateChange.Kind] {
        var kinds = change.flatMap { $0 }
        for (kind, isThere) in [(CertificateChange.Kind.bit, atByte != nil), (.name, to != nil), (.date, until != nil)]
        where isThere && !kinds.contains(kind) { kinds.append(kind) }
        return kinds.isEmpty ? CertificateChange.Kind.usual : kinds
    }

    func validate() throws {
        if certificate < 1 { throw ValidationError("--certificate \(certificate): certificates are counted from 1") }
    }

    private static func kinds(_ argument: String) throws -> [CertificateChange.Kind] {
        try argument.split(separator: ",", omittingEmptySubsequences: false).map { word in
            guard let kind = CertificateChange.Kind(rawValue: String(word)) else {
                let all = CertificateChange.Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("“\(String(word).safeToShow)” is no change; there are \(all)")
            }
            return kind
        }
    }

    /// An offset in decimal or, behind 0x, in hexadecimal digits, and perhaps a bit.
    private static func bit(_ argument: String) throws -> CertificateChange.Bit {
        let parts = argument.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let isHexadecimal = argument.hasPrefix("0x")
        guard let offset = Int(isHexadecimal ? parts[0].dropFirst(2) : parts[0], radix: isHexadecimal ? 16 : 10),
            let number = parts.count == 1 ? 0 : Int(parts[1]),
            let bit = CertificateChange.Bit(offset: offset, number: number)
        else { throw ValidationError("a bit is an offset and a number from 0 to 7, such as 420.7 or 0x1a4.7") }
        return bit
    }
}
