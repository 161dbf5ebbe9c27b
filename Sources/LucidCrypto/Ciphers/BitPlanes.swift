/// 64 octets, sorted by bits: plane i holds bit i of every octet. One instruction on a plane works on all octets at
/// once.
///
/// AES is usually written with tables. Which places of a table are read can be seen from outside, by the time that
/// memory takes, and depends on the key (D. J. Bernstein, "Cache-timing attacks on AES", 2005). Here is no table:
/// every octet is calculated with, the same way whatever its value.
///
/// The planes have names instead of numbers so that they can stay in the processor's registers.
struct BitPlanes: BitwiseCopyable, Sendable {
    /// Plane i is coefficient i of the octets, as polynomials over {0, 1} (FIPS 197 §4).
    var b0: UInt64 = 0, b1: UInt64 = 0, b2: UInt64 = 0, b3: UInt64 = 0
    var b4: UInt64 = 0, b5: UInt64 = 0, b6: UInt64 = 0, b7: UInt64 = 0

    /// How many octets fit.
    static var byteCount: Int { 64 }

    /// Does the same to every plane.
    @inline(__always)
    func mapped(_ change: (UInt64) -> UInt64) -> BitPlanes {
        BitPlanes(
            b0: change(b0), b1: change(b1), b2: change(b2), b3: change(b3),
            b4: change(b4), b5: change(b5), b6: change(b6), b7: change(b7))
    }

    /// Sums, octet by octet; over {0, 1} that is exclusive or. AddRoundKey (FIPS 197 §5.1.4) is this.
    @inline(__always)
    static func + (a: BitPlanes, b: BitPlanes) -> BitPlanes {
        BitPlanes(
            b0: a.b0 ^ b.b0, b1: a.b1 ^ b.b1, b2: a.b2 ^ b.b2, b3: a.b3 ^ b.b3,
            b4: a.b4 ^ b.b4, b5: a.b5 ^ b.b5, b6: a.b6 ^ b.b6, b7: a.b7 ^ b.b7)
    }
}
