import LucidDER
import LucidReport
public import LucidValidation

/// Every bit of a certificate turned over, one at a time, and who catches that.
public struct EveryBit: Sendable {
    /// For each bit who catches it, from the first octet's least significant bit on; nil where nothing does.
    public let catchers: [Catcher?]
    /// The catchers, with the number of bits that each catches; the busiest first.
    public let tally: [(catcher: Catcher, count: Int)]
    /// What the certificate says.
    public let explanation: Explanation

    /// Who catches a bit.
    public enum Catcher: Hashable, Sendable {
        case reader
        case check(Check)

        init(_ catcher: TamperingOutcome.Catcher) {
            self =
                switch catcher {
                case .reader: .reader
                case .check(let finding): .check(finding.check)
                }
        }

        /// `der.reader`, or the check's id.
        public var id: String {
            switch self {
            case .reader: "der.reader"
            case .check(let check): check.id
            }
        }

        /// Where the rule stands. The reader has many, most of them in these standards.
        public var clause: String {
            switch self {
            case .reader: "X.690, RFC 5280 §4.1"
            case .check(let check): check.clause
            }
        }

        /// What to call it, for people.
        public var title: String {
            switch self {
            case .reader: "the DER reader"
            case .check(let check): check.stepTitle
            }
        }
    }

    /// How many bits a scene's certificate has.
    public static func bitCount(_ scene: TamperingScene) -> Int { scene.victim.der.count * 8 }

    /// Who catches one bit; it may be asked on any thread.
    ///
    /// - Parameter index: 8 times the octet's offset and the bit's number in it, of which 0 is the least significant.
    public static func catcher(ofBit index: Int, in scene: TamperingScene) -> Catcher? {
        var octets = scene.victim.der.array
        guard octets.indices.contains(index / 8) else { return nil }
        octets[index / 8] ^= 1 << UInt8(index % 8)
        return scene.outcome(octets).catcher.map(Catcher.init)
    }

    /// From the catchers of all bits.
    public init(_ scene: TamperingScene, catchers: [Catcher?]) {
        self.catchers = catchers
        var counts: [Catcher: Int] = [:]
        for catcher in catchers { if let catcher { counts[catcher, default: 0] += 1 } }
        tally = counts.map { (catcher: $0.key, count: $0.value) }.sorted {
            ($1.count, $0.catcher.id) < ($0.count, $1.catcher.id)
        }
        explanation = Explanation(DERBytes(scene.victim.der.array), as: .certificate)
    }

    /// The bits that nothing catches.
    public var uncaught: [Int] { catchers.indices.filter { catchers[$0] == nil } }

    /// A field of the certificate, and how many of its bits each catches.
    public struct Field: Sendable {
        /// `tbsCertificate.serialNumber`; extensions with their names.
        public let path: String
        public let octets: Range<Int>
        public let counts: [Catcher: Int]
        public let uncaught: Int
    }

    /// The fields, in the certificate's order. What frames others, a tag and a length, is a field of its own.
    public var fields: [Field] {
        var ranges: [(path: String, octets: Range<Int>)] = []
        for line in explanation.lines {
            let path = Self.fieldPath(line)
            if let last = ranges.last, last.path == path {
                ranges[ranges.count - 1].octets = last.octets.lowerBound..<line.range.upperBound
            } else {
                ranges.append((path, line.range))
            }
        }
        return ranges.map { path, octets in
            let bits = catchers[(octets.lowerBound * 8)..<min(octets.upperBound * 8, catchers.count)]
            var counts: [Catcher: Int] = [:]
            for catcher in bits { if let catcher { counts[catcher, default: 0] += 1 } }
            return Field(path: path, octets: octets, counts: counts, uncaught: bits.count { $0 == nil })
        }
    }

    /// The field of the certificate that a line belongs to.
    private static func fieldPath(_ line: ExplainedLine) -> String {
        let parts = line.path.split(separator: ".", omittingEmptySubsequences: true)
        guard let first = parts.first else { return "Certificate" }
        guard first == "tbsCertificate", parts.count > 1 else { return String(first) }
        // `extensions[2](keyUsage)` stays, of `subject[0][0]` only the field.
        let field = parts[1].hasPrefix("extensions") ? parts[1] : parts[1].prefix { $0 != "[" }
        return "tbsCertificate.\(field)"
    }
}
