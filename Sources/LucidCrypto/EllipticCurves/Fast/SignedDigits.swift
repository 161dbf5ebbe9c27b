// How numbers are taken apart into signed digits: secret ones in a regular way, public ones with as many zeros as possible.

/// The width-w non-adjacent form of a public number (Handbook of Elliptic and Hyperelliptic Curve Cryptography, §9.1.4):
/// digits whose sum, each times its power of two, is the number. Each digit is zero or odd and between -2^(w-1) and
/// 2^(w-1), and of w digits in a row at most one is not zero. Time depends on the number.
func signedDigits(_ number: Limbs, bitWidth: Int, width: Int) -> [Int16] {
    // One digit more than bits: the last one can carry.
    var digits = [Int16](repeating: 0, count: bitWidth + 1)
    var carry: UInt64 = 0
    var position = 0
    while position <= bitWidth {
        if number.bits(at: position, count: 1) == carry {
            position += 1
            continue
        }
        let word = Int16(number.bits(at: position, count: width) + carry)
        // From half of 2^w on, the digit is negative, and the next window pays for it.
        carry = UInt64(word >> Int16(width - 1)) & 1
        digits[position] = word - Int16(carry) << Int16(width)
        position += width
    }
    return digits
}

/// One of the digits of an odd secret number k, for windows of w bits.
///
/// An odd k below 2^(wm) is the sum of m odd digits times powers of 2^w, each digit between -(2^w - 1) and 2^w - 1
/// (M. Joye and M. Tunstall, "Exponent recoding and regular exponentiation algorithms", 2009): with b_i the w bits of k
/// from bit w·i + 1 on, `d_i = 2·b_i + 1 - 2^w`, and for the uppermost window `2·b_i + 1`. The sum of the `1 - 2^w` and the
/// last 1 is 1, the bit that no b_i has.
struct OddDigit {
    /// j, where the digit is 2j+1 or -(2j+1).
    let index: UInt64
    /// All ones for a negative digit, else zero.
    let isNegative: UInt64

    /// The window is public, its digit is not.
    @inline(__always)
    init(of k: Limbs, window: Int, width: Int, isTop: Bool) {
        let bits = k.bits(at: width &* window &+ 1, count: width)
        let half = UInt64(width &- 1)
        isNegative = isTop ? 0 : zeroMask(bits &>> half)
        // j is the bits below the uppermost for a positive digit, their complement for a negative one.
        index = (bits ^ isNegative) & ((1 as UInt64) &<< half &- 1)
    }
}
