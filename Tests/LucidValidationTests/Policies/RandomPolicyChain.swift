/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// True once in so many times.
    mutating func once(in times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }
}

extension PolicyChain {
    /// A chain of up to five certificates over four policies, in which everything happens now and then.
    init(_ generator: inout SeededGenerator) {
        links = []
        for _ in 0..<Int.random(in: 1...5, using: &generator) { links.append(PolicyLink(&generator)) }
        if generator.once(in: 2) {
            accepted = Set((1...4).filter { _ in generator.once(in: 2) })
            if generator.once(in: 10) { accepted?.insert(0) }
        }
        inhibitMapping = generator.once(in: 8)
        explicit = generator.once(in: 2)
        inhibitAny = generator.once(in: 8)
    }
}

extension PolicyLink {
    init(_ generator: inout SeededGenerator) {
        self.init(nil)
        if !generator.once(in: 20) {
            policies = (1...4).filter { _ in generator.once(in: 2) } + (generator.once(in: 2) ? [0] : [])
            policies?.shuffle(using: &generator)
            if generator.once(in: 20), let first = policies?.first { policies?.append(first) }
        }
        if generator.once(in: 2) {
            let lowest = generator.once(in: 20) ? 0 : 1
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                maps.append(
                    (Int.random(in: lowest...4, using: &generator), Int.random(in: lowest...4, using: &generator)))
            }
        }
        func skips() -> Int? { generator.once(in: 5) ? Int.random(in: 0...3, using: &generator) : nil }
        requireExplicitPolicy = skips()
        inhibitPolicyMapping = skips()
        inhibitAnyPolicy = skips()
        isSelfIssued = generator.once(in: 4)
    }
}
