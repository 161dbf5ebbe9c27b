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

    @Option(
        help: ArgumentHelp("The new notAfter: 2026-11-21T20:44:51Z, 2026-11-21 or @seconds.", valueName: "time"),
        transform: Self.time)
    var until: CalendarTime?

    @Option(help: ArgumentHelp("Which certificate of the file is changed, from 1.", valueName: "number"))
    var certificate = 1

    @Flag(help: "Change a trust anchor where it is trusted too, and not only the copy that is sent along.")
    var inStore = false

    /// Whether a change is asked for.
    var isGiven: Bool { !change.isEmpty || atByte != nil || to != nil || until != nil }

    /// The changes that are made. An option for one of them asks for that one.
    var kinds: [CertificateChange.Kind] {
        let kinds = change.isEmpty ? ofOptions.map(\.kind) : change.flatMap { $0 }
        return kinds.isEmpty ? CertificateChange.Kind.usual : kinds
    }

    /// The options that are there and say how a change is made, each with the change.
    private var ofOptions: [(name: String, kind: CertificateChange.Kind)] {
        [("--at-byte", .bit, atByte != nil), ("--to", .name, to != nil), ("--until", .date, until != nil)].compactMap {
            name, kind, isThere in isThere ? (name, kind) : nil
        }
    }

    func validate() throws {
        let named = change.flatMap { $0 }
        if let twice = named.enumerated().first(where: { named.prefix($0).contains($1) })?.element {
            throw ValidationError("--change \(twice.rawValue): is asked for twice")
        }
        if !named.isEmpty, let option = ofOptions.first(where: { !named.contains($0.kind) }) {
            throw ValidationError(
                "\(option.name) is for --change \(option.kind.rawValue), which --change does not name")
        }
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

    /// A time that a certificate can say. `CalendarTime` takes seconds beyond the year 9999 for its last second.
    private static func time(_ argument: String) throws -> CalendarTime {
        guard let time = CalendarTime(argument) else {
            throw ValidationError("a time is 2026-11-21T20:44:51Z, 2026-11-21 or @seconds since 1970")
        }
        if argument.hasPrefix("@"), Int64(argument.dropFirst()) != time.secondsSince1970 {
            throw ValidationError("a certificate has no times but those of the years 0 to 9999")
        }
        return time
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
