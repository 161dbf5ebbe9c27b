public import LucidCrypto
import LucidNumber
public import LucidReport

/// How a key was found, as text.
public struct WorkedKeyText {
    let search: WorkedRSAKeySearch
    let numbers: [WorkedStep]
    /// Whether secret numbers are shown.
    let showsSecrets: Bool
    let style: TextStyle

    public init(_ search: WorkedRSAKeySearch, _ numbers: [WorkedStep], showsSecrets: Bool, style: TextStyle = .plain) {
        self.search = search
        self.numbers = numbers
        self.showsSecrets = showsSecrets
        self.style = style
    }

    /// The search for primes, where there was one, and the key's numbers.
    public var text: String { (searchLines + numberLines).joined(separator: "\n") }

    // MARK: The search

    private var searchLines: [String] {
        guard !search.candidates.isEmpty else { return [] }
        var lines = [
            style.strong("The search for two primes") + style.faint("  FIPS 186-5 A.1.3"),
            "Random odd numbers are drawn until one is a prime, twice. \(search.candidates.count) were drawn.", "",
        ]
        var drawn = 0
        for candidate in search.candidates {
            drawn += 1
            // Nearly all are dropped at once; they are told in one line before the next that was tested.
            guard candidate.fate == .composite || candidate.fate == .prime else { continue }
            lines += droppedLines(before: drawn) + testedLines(candidate, number: drawn)
        }
        return lines + [""]
    }

    /// What happened to the candidates since the last one that was tested.
    private func droppedLines(before index: Int) -> [String] {
        let before = search.candidates.prefix(index - 1)
        let dropped = before.reversed().prefix { $0.fate != .composite && $0.fate != .prime }
        guard !dropped.isEmpty else { return [] }
        let tooSmall = dropped.count { $0.fate == .tooSmall }
        let oneModE = dropped.count { $0.fate == .oneModuloExponent }
        let factors = dropped.compactMap { candidate -> UInt32? in
            if case .smallFactor(let factor) = candidate.fate { factor } else { nil }
        }
        var reasons: [String] = []
        if tooSmall > 0 { reasons.append("\(tooSmall) below √2·2^(bits-1)") }
        if oneModE > 0 { reasons.append("\(oneModE) were 1 modulo e") }
        if !factors.isEmpty { reasons.append("\(factors.count) divisible by \(Self.list(factors))") }
        return [style.faint("      dropped at once: " + reasons.joined(separator: ", "))]
    }

    private static func list(_ factors: [UInt32]) -> String {
        let different = Set(factors).sorted()
        return different.prefix(8).map(String.init).joined(separator: ", ") + (different.count > 8 ? ", …" : "")
    }

    private func testedLines(_ candidate: WorkedRSAKeySearch.Candidate, number: Int) -> [String] {
        let isPrime = candidate.fate == .prime
        let name = "\(number)".padded(to: 6) + shown(candidate.number)
        let rounds = candidate.witnesses.count
        let sentence =
            isPrime
            ? style.good("probably prime: it survived \(rounds) random bases of Miller and Rabin's test")
            : "composite: base \(showsSecrets ? shown(candidate.witnesses.last ?? .zero) : "number \(rounds)") is a witness"
        return ["\(name)  \(sentence)"]
    }

    /// The ends of a long secret number, or dots.
    private func shown(_ number: Natural) -> String {
        guard showsSecrets else { return "(secret)" }
        let digits = number.hexadecimal
        return digits.count <= 40 ? digits : "\(digits.prefix(18))…\(digits.suffix(18))"
    }

    // MARK: The numbers

    private var numberLines: [String] {
        [style.strong("The key's numbers")]
            + numbers.flatMap { step in
                showsSecrets || !step.isSecret
                    ? WorkedVerificationText.lines(step, style)
                    : WorkedVerificationText.hiddenLines(step, style)
            }
    }
}
