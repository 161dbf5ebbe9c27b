public import LucidNumber

/// How an RSA key was found, with its numbers, which are secret.
public struct WorkedRSAKeySearch: Hashable, Sendable {
    /// Every random number that was looked at, in its order.
    public internal(set) var candidates: [Candidate] = []

    /// A search that has not begun.
    public init() {}

    /// A random odd number, and what became of it.
    public struct Candidate: Hashable, Sendable {
        public let number: Natural
        public internal(set) var fate: Fate
        /// The bases of Miller-Rabin, in their order; all but the last were survived, and the last too where it is a prime.
        public internal(set) var witnesses: [Natural] = []
    }

    /// What became of a candidate (FIPS 186-5 A.1.3).
    public enum Fate: Hashable, Sendable {
        /// Below √2 · 2^(bits-1): the modulus could be a bit short (step 4.4).
        case tooSmall
        /// 1 modulo e: e would have no inverse (step 4.5).
        case oneModuloExponent
        /// This small prime divides it.
        case smallFactor(UInt32)
        /// The last witness shows that it is composite.
        case composite
        /// It survived all witnesses.
        case prime
    }
}

extension RSAPrivateKey {
    /// A new key as `generate` makes it, and how it was found.
    ///
    /// - Parameters:
    ///   - random: the system's, or a teaching seed's.
    ///   - search: becomes how it was found.
    package static func generate(
        bitCount: Int, random: RandomSource, progress: (RSAKeyGenerationStep) -> Void = { _ in },
        search: inout WorkedRSAKeySearch
    ) -> RSAPrivateKey? {
        let record = KeySearchRecord()
        let listener = RSAKeySearchListener(
            dropped: { number, reason in record.drop(number.revealed(), reason) },
            testing: { number in record.test(number.revealed()) },
            witness: { base, isSurvived in record.witness(base.revealed(), isSurvived) })
        defer { search = record.search }
        return generate(bitCount: bitCount, random: random, progress: progress, listener: listener)
    }
}

/// Collects what the listener is told.
private final class KeySearchRecord {
    var search = WorkedRSAKeySearch()

    func drop(_ number: Natural, _ reason: RSAKeySearchListener.Reason) {
        let fate: WorkedRSAKeySearch.Fate =
            switch reason {
            case .tooSmall: .tooSmall
            case .oneModuloExponent: .oneModuloExponent
            case .smallFactor: .smallFactor(Self.smallFactor(of: number))
            }
        search.candidates.append(.init(number: number, fate: fate))
    }

    func test(_ number: Natural) { search.candidates.append(.init(number: number, fate: .prime)) }

    func witness(_ base: Natural, _ isSurvived: Bool) {
        guard let last = search.candidates.indices.last else { return }
        search.candidates[last].witnesses.append(base)
        if !isSurvived { search.candidates[last].fate = .composite }
    }

    /// The smallest odd prime that divides the number, of those that the sieve has.
    private static func smallFactor(of number: Natural) -> UInt32 {
        let secret = SecretNatural(number, limbCount: max(1, (number.bitWidth + Limb.bitWidth - 1) / Limb.bitWidth))
        return smallOddPrimes.first { secret.remainder(dividingBy: $0) == 0 } ?? 1
    }
}
