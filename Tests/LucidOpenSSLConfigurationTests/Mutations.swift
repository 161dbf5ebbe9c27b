/// Mutations that are the same in every run.
struct Mutations {
    var state: UInt64

    /// From 0 to `limit` - 1.
    mutating func next(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return limit == 0 ? 0 : Int((state >> 33) % UInt64(limit))
    }

    /// Parts that mean something, so that mutations go deeper than random octets would.
    private static let words = [
        "$", "${", "}", "$(", "::", "\\", "\\\n", "\"", "'", "`", "#", "[", "]", "=", ",", ":", ";", "@", ".", "+", "-",
        "critical,", "ASN1:", "DER:", "SEQ:e", "SET:e", "EXP:", "IMP:", "FORMAT:HEX,", "INT:", "0x",
        "99999999999999999999",
        "dirName:", "otherName:", "@e", "e::", ".include ", ".pragma ", "[e]\n", "\0", "\u{ff}", "\u{301}", "\r\n",
        "subjectAltName=", "certificatePolicies=", "IP:", "/", "keyid:always",
    ].map { Array($0.utf8) }

    /// The text, altered at one place, or at some more.
    mutating func mutated(_ text: [UInt8], atMost limit: Int = 4) -> [UInt8] {
        var octets = text
        for _ in 0...next(below: limit) {
            let place = next(below: octets.count)
            let end = min(octets.count, place + next(below: 12))
            switch next(below: 5) {
            case 0: octets.replaceSubrange(place..<end, with: [])
            case 1: octets.insert(contentsOf: octets[place..<end], at: next(below: octets.count))
            case 2: octets.insert(UInt8(truncatingIfNeeded: next(below: 256)), at: place)
            case 3 where !octets.isEmpty: octets[place] ^= 1 << UInt8(next(below: 8))
            default: octets.insert(contentsOf: Self.words[next(below: Self.words.count)], at: place)
            }
        }
        return octets
    }
}
