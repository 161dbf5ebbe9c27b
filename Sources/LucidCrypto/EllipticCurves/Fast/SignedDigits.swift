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
