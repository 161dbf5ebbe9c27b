/// Where random numbers come from: the system's generator, or a recorded one in tests.
///
/// Only code inside this package can name another source than the system's; the public entry points all use that one.
public struct RandomSource {
    package var fillBytes: (inout MutableSpan<UInt8>) -> Void

    package init(fillBytes: @escaping (inout MutableSpan<UInt8>) -> Void) { self.fillBytes = fillBytes }

    /// The operating system's generator, by way of Swift's `SystemRandomNumberGenerator` (getrandom on Linux).
    public static var system: RandomSource {
        RandomSource { bytes in
            var generator = SystemRandomNumberGenerator()
            var index = 0
            while index < bytes.count {
                let word = generator.next()
                for shift in 0..<min(8, bytes.count - index) {
                    bytes[index + shift] = UInt8(truncatingIfNeeded: word >> (shift * 8))
                }
                index += 8
            }
        }
    }

    /// `count` random octets that may become public, such as a serial number.
    public func bytes(count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var span = bytes.mutableSpan
        fillBytes(&span)
        return bytes
    }

    /// `count` random octets that stay secret.
    public func secretBytes(count: Int) -> SecretBytes {
        var bytes = SecretBytes(count: count)
        bytes.withMutableSpan { fillBytes(&$0) }
        return bytes
    }

    /// A number of `bits` random bits (the top ones may be zero), in as many limbs as those bits need.
    package func secretNatural(bits: Int) -> SecretNatural {
        var bytes = secretBytes(count: (bits + 7) / 8)
        if bits % 8 != 0 { bytes.withMutableSpan { $0[0] &= 0xff >> (8 - bits % 8) } }
        return bytes.withSpan { SecretNatural(bigEndian: $0, limbCount: (bits + Limb.bitWidth - 1) / Limb.bitWidth) }
    }

    /// A number between 1 and `bound - 1`, each with the same chance, by drawing again until one fits
    /// (FIPS 186-5 A.4.2, rejection sampling). How often it was drawn tells nothing about the number kept.
    package func secretNatural(below bound: Divisor) -> SecretNatural {
        let bits = bound.value.bitWidth
        while true {
            let candidate = secretNatural(bits: bits)
            // For the bound 1 there is no such number; zero is the only residue then.
            if bits == 1 { return SecretNatural(limbCount: 1) }
            if candidate.isBelow(bound.value) == 1 && candidate.isZero == 0 { return candidate }
        }
    }
}
