import Foundation
import LucidNumber

@testable import LucidCrypto

/// How many random cases a test runs: few in every run, many where `LUCID_EXHAUSTIVE` is set (`Scripts/test --all`).
func rounds(_ few: Int, exhaustive many: Int) -> Int {
    ProcessInfo.processInfo.environment["LUCID_EXHAUSTIVE"] == nil ? few : many
}

/// Random numbers that are the same in every run.
struct RepeatableRandom: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    /// Marsaglia's xorshift64*.
    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_f491_4f6c_dd1d
    }

    /// A number below a bound: random limbs, or limbs of zeros and ones alone, where carries go furthest.
    mutating func number(below bound: OddModulus) -> Natural {
        let limbs = (0..<bound.limbCount).map { _ -> UInt in
            switch next() % 6 {
            case 0: 0
            case 1: .max
            case 2: UInt.max << UInt(next() % 64)
            default: UInt(next())
            }
        }
        return bound.reduce(Natural(limbs: limbs))
    }
}

/// The numbers at which arithmetic modulo m is most likely to go wrong, all below m.
func edgeNumbers(below m: OddModulus) -> [Natural] {
    var numbers: [Natural] = (0..<4).map { Natural($0) }
    for distance in 1...4 { numbers.append(m.value.subtracting(Natural(UInt(distance)))!) }
    for bit in stride(from: 31, through: m.bitWidth, by: 1) where bit % 32 == 0 || bit % 58 == 0 || bit % 51 == 0 {
        let power = Natural.powerOfTwo(bit)
        numbers += [power, power.subtracting(.one)!, power + .one, m.subtract(.zero, power)]
    }
    numbers.append((m.value + .one) >> 1)
    return numbers.map { m.reduce($0) }
}

extension Natural {
    /// In the form in which the fast engine takes numbers.
    var limbs9: Limbs { Limbs(self) }
    var secret9: SecretNatural { SecretNatural(self, limbCount: 9) }
}
