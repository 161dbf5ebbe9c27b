import CLucidBarrier

// Words of 64 bits, and the few operations on them of which the fast engine is made.
//
// Everything here takes the same time for all values: there is no branch, and the operators wrap (`&+`), because Swift's
// plain ones branch to a trap on overflow.

/// A number of up to 576 bits, least significant limb first: how scalars and coordinates of all curves are handed over.
typealias Limbs = InlineArray<9, UInt64>

/// `a·b + c + carry`, which always fits into 128 bits: (2^64-1)² + 2·(2^64-1) = 2^128 - 1. The upper half becomes `carry`.
@inline(__always)
func multiplyAdd(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ carry: inout UInt64) -> UInt64 {
    let sum = UInt128(a) &* UInt128(b) &+ UInt128(c) &+ UInt128(carry)
    carry = UInt64(truncatingIfNeeded: sum &>> 64)
    return UInt64(truncatingIfNeeded: sum)
}

/// `a + b + carry`; `carry` becomes what does not fit.
@inline(__always)
func add(_ a: UInt64, _ b: UInt64, _ carry: inout UInt64) -> UInt64 {
    let sum = UInt128(a) &+ UInt128(b) &+ UInt128(carry)
    carry = UInt64(truncatingIfNeeded: sum &>> 64)
    return UInt64(truncatingIfNeeded: sum)
}

/// `a - b - borrow`; `borrow` becomes 1 where that is negative, else 0.
@inline(__always)
func subtract(_ a: UInt64, _ b: UInt64, _ borrow: inout UInt64) -> UInt64 {
    // a - b - borrow = a + (2^64 - 1 - b) + (1 - borrow) - 2^64. The compiler makes a chain of additions out of this. With
    // `subtractingReportingOverflow` it made branches.
    var carry = borrow ^ 1
    let difference = add(a, ~b, &carry)
    borrow = carry ^ 1
    return difference
}

/// The limb of a doubled number that was `a`, with the limb `b` below it.
///
/// Hiding the bit from below keeps the optimizer from one shift over two words (SHLD), which is slow on many processors.
@inline(__always)
func twice(_ a: UInt64, below b: UInt64) -> UInt64 { a &+ a &+ lucid_hidden(b &>> 63) }

/// The limb of a halved number that was `a`, with the limb `b` above it. See `twice`.
@inline(__always)
func half(_ a: UInt64, below b: UInt64) -> UInt64 { a &>> 1 &+ lucid_hidden(b &<< 63) }

/// `a` where the mask is all ones, `b` where it is zero.
@inline(__always)
func select(_ mask: UInt64, _ a: UInt64, _ b: UInt64) -> UInt64 { b ^ (mask & (a ^ b)) }

/// All ones for zero, else zero.
///
/// The optimizer knows this formula. In a loop over a table it made "where the index is j, read the entry" of it, which
/// tells j to who watches the cache. So the mask's origin is hidden from it.
@inline(__always)
func zeroMask(_ x: UInt64) -> UInt64 { lucid_hidden(((x | (0 &- x)) &>> 63) &- 1) }

/// Zero, in a way that the compiler can not see: the upper bits of the number of elements of an array.
///
/// The compiler knows a mask that is either zero or all ones when it sees one, and may turn "load, then mask" into "branch,
/// then load": it did so with the scan of a table. A mask that is xor-ed with a number it does not know is safe from that.
@inline(__always)
func hiddenZero(_ elementCount: Int) -> UInt64 { UInt64(truncatingIfNeeded: elementCount) &>> 48 }

extension InlineArray where Element == UInt64 {
    /// `count` bits (1 to 32) from bit `position` on; bits beyond the end are zero. The position is public.
    @inline(__always)
    func bits(at position: Int, count bitCount: Int) -> UInt64 {
        let index = position &>> 6, shift = position & 63
        var word = index < count ? self[index] &>> UInt64(shift) : 0
        if shift &+ bitCount > 64 && index &+ 1 < count { word |= self[index &+ 1] &<< UInt64(64 &- shift) }
        return word & ((1 &<< UInt64(bitCount)) &- 1)
    }

    /// From as many limbs as there are; the others are zero.
    @inline(__always)
    init(_ limbs: Span<UInt>) {
        self.init(repeating: 0)
        for index in 0..<Swift.min(limbs.count, count) { self[index] = UInt64(limbs[index]) }
    }
}
