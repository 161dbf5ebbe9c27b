import LucidDER

// What it means when times differ.

extension NodeComparison {
    func timeWords(_ pair: NodePair, _ a: CalendarTime, _ b: CalendarTime) -> DifferenceWords {
        let isLater = b > a
        let span = Self.span(b.secondsSince1970 - a.secondsSince1970)
        let than = "\(span) \(isLater ? "later" : "earlier") than"
        let clause = pair.a.line.meaning.clause
        switch pair.field {
        case "notBefore":
            return DifferenceWords("B begins \(than) A.", clause)
        case "notAfter":
            return DifferenceWords("B ends \(than) A\(lifetimes).", clause)
        case "thisUpdate":
            return DifferenceWords("B was made \(than) A: \(isLater ? "B" : "A") tells the newer state.", clause)
        case "nextUpdate":
            return DifferenceWords("B runs out \(than) A: after that it tells nothing any more.", clause)
        case "revocationDate":
            return DifferenceWords("B has the certificate revoked \(than) A.", clause)
        default:
            return DifferenceWords(about: pair.a.line, "B's is \(than) A's.")
        }
    }

    /// `: 90 days in A, 120 days in B, 30 days longer`
    private var lifetimes: String {
        guard let validity = around.last, let a = Self.seconds(of: validity.a), let b = Self.seconds(of: validity.b)
        else { return "" }
        if a == b { return "; both are valid for \(Self.lifetime(validity.a))" }
        let change = "\(Self.span(b - a)) \(b > a ? "longer" : "shorter")"
        return ": A is valid for \(Self.lifetime(validity.a)), B for \(Self.lifetime(validity.b)), which is \(change)"
    }

    /// How long a Validity is, in words; that it is so to the second goes without saying.
    static func lifetime(_ validity: FieldNode) -> String {
        let (text, end) = (validity.line.value, ", to the second")
        return text.hasSuffix(end) ? String(text.dropLast(end.count)) : text
    }

    /// How long a Validity is.
    static func seconds(of validity: FieldNode) -> Int64? {
        guard let first = validity.child("notBefore")?.time, let last = validity.child("notAfter")?.time,
            last.time >= first.time
        else { return nil }
        return last.time.secondsSince1970 - first.time.secondsSince1970
    }

    /// `30 days`, `1 day and 3:00:00 hours`, `25 seconds`; without its sign.
    static func span(_ difference: Int64) -> String {
        let seconds = difference.magnitude
        func counted(_ number: UInt64, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
        func two(_ number: UInt64) -> String { (number < 10 ? "0" : "") + String(number) }
        if seconds < 60 { return counted(seconds, "second") }
        let (days, rest) = (seconds / 86400, seconds % 86400)
        let clock = "\(rest / 3600):\(two(rest / 60 % 60)):\(two(rest % 60)) hours"
        if days == 0 { return clock }
        return rest == 0 ? counted(days, "day") : "\(counted(days, "day")) and \(clock)"
    }
}
