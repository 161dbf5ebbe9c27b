import CLucidGMP

// Every call into GMP is in this file, so that an auditor can see at once what the C library is asked to do.
//
// GMP's `mpn_` functions work on runs of 64-bit limbs, least significant limb first. They check nothing: a wrong length
// reads foreign memory, a zero divisor or an even modulus in a `_sec_` function aborts the process. So each wrapper below
// takes `Span`s (which know their length), states what it needs as a precondition on lengths only, and is called by types
// that make the remaining bad states unrepresentable: `Divisor` is never zero, `OddModulus` is odd and bounded.
//
// Preconditions here can not be reached by input; they guard against mistakes inside LucidNumber.

/// One word of a big number: 64 bits on every platform that Lucid supports.
public typealias Limb = UInt

enum GMP {
    // MARK: Public numbers (time may depend on the values)

    /// `result = a + b`, returns the carry. Needs `a.count >= b.count > 0` and `result.count == a.count`.
    static func add(_ a: Span<Limb>, _ b: Span<Limb>, into result: inout MutableSpan<Limb>) -> Limb {
        precondition(a.count >= b.count && b.count > 0 && result.count == a.count)
        return unsafe result.withUnsafeMutableBufferPointer { r in
            unsafe a.withUnsafeBufferPointer { a in
                unsafe b.withUnsafeBufferPointer { b in
                    unsafe __gmpn_add(r.start, a.start, a.count, b.start, b.count)
                }
            }
        }
    }

    /// `result = a - b`, returns the borrow. Needs `a.count >= b.count > 0` and `result.count == a.count`.
    static func subtract(_ a: Span<Limb>, _ b: Span<Limb>, into result: inout MutableSpan<Limb>) -> Limb {
        precondition(a.count >= b.count && b.count > 0 && result.count == a.count)
        return unsafe result.withUnsafeMutableBufferPointer { r in
            unsafe a.withUnsafeBufferPointer { a in
                unsafe b.withUnsafeBufferPointer { b in
                    unsafe __gmpn_sub(r.start, a.start, a.count, b.start, b.count)
                }
            }
        }
    }

    /// `result = a * b`. Needs `a.count >= b.count > 0` and `result.count == a.count + b.count`.
    static func multiply(_ a: Span<Limb>, _ b: Span<Limb>, into result: inout MutableSpan<Limb>) {
        precondition(a.count >= b.count && b.count > 0 && result.count == a.count + b.count)
        unsafe result.withUnsafeMutableBufferPointer { r in
            unsafe a.withUnsafeBufferPointer { a in
                unsafe b.withUnsafeBufferPointer { b in
                    _ = unsafe __gmpn_mul(r.start, a.start, a.count, b.start, b.count)
                }
            }
        }
    }

    /// `result = a * a`. Needs `a.count > 0` and `result.count == 2 * a.count`.
    static func square(_ a: Span<Limb>, into result: inout MutableSpan<Limb>) {
        precondition(a.count > 0 && result.count == 2 * a.count)
        unsafe result.withUnsafeMutableBufferPointer { r in
            unsafe a.withUnsafeBufferPointer { a in
                unsafe __gmpn_sqr(r.start, a.start, a.count)
            }
        }
    }

    /// Quotient and remainder of `a / d`. Needs `a.count >= d.count > 0` and a top limb of `d` that is not zero
    /// (a `Divisor` has one); `quotient.count == a.count - d.count + 1`, `remainder.count == d.count`.
    static func divide(
        _ a: Span<Limb>, by d: Span<Limb>, quotient: inout MutableSpan<Limb>, remainder: inout MutableSpan<Limb>
    ) {
        precondition(a.count >= d.count && d.count > 0 && d[d.count - 1] != 0)
        precondition(quotient.count == a.count - d.count + 1 && remainder.count == d.count)
        unsafe quotient.withUnsafeMutableBufferPointer { q in
            unsafe remainder.withUnsafeMutableBufferPointer { r in
                unsafe a.withUnsafeBufferPointer { a in
                    unsafe d.withUnsafeBufferPointer { d in
                        unsafe __gmpn_tdiv_qr(q.start, r.start, 0, a.start, a.count, d.start, d.count)
                    }
                }
            }
        }
    }

    /// The digits of `a`, most significant first, as values 0 to 9. Needs `a.count > 0` and a top limb that is not zero.
    static func decimalDigits(_ a: [Limb]) -> [UInt8] {
        precondition(a.last.map { $0 != 0 } ?? false)
        var working = a  // mpn_get_str clobbers its operand
        // A limb has at most 20 decimal digits, and the function may write one leading zero more.
        let digits = unsafe [UInt8](unsafeUninitializedCapacity: a.count * 20 + 1) { out, count in
            unsafe working.withUnsafeMutableBufferPointer { w in
                unsafe count = __gmpn_get_str(out.start, 10, w.start, w.count)
            }
        }
        return digits
    }

    /// The inverse of `a` modulo `modulus`, or nil where there is none. Time depends on the values.
    static func inverse(of a: [Limb], modulo modulus: [Limb]) -> [Limb]? {
        precondition(!modulus.isEmpty)
        return unsafe a.withUnsafeBufferPointer { a in
            unsafe modulus.withUnsafeBufferPointer { m in
                var aView = unsafe __mpz_struct(), modulusView = unsafe __mpz_struct(), result = unsafe __mpz_struct()
                // mpz_roinit_n makes a read-only view of limbs that someone else owns; it is not to be cleared.
                unsafe __gmpz_roinit_n(&aView, a.startOrDangling, a.count)
                unsafe __gmpz_roinit_n(&modulusView, m.start, m.count)
                unsafe __gmpz_init(&result)
                defer { unsafe __gmpz_clear(&result) }
                guard unsafe __gmpz_invert(&result, &aView, &modulusView) != 0 else { return nil }
                let count = Int(unsafe result._mp_size)
                return (0..<count).map { unsafe result._mp_d[$0] }
            }
        }
    }

    // MARK: Montgomery reduction

    /// Montgomery's reduction of `product` modulo an odd `modulus` of n limbs: `result = product / 2^(64n) mod modulus`,
    /// below the modulus where `product` is below `2^(64n) · modulus`. Time depends on the lengths alone.
    ///
    /// `negativeInverse` is `-modulus^-1 mod 2^64`. Needs `product.count == 2n` and `result.count == n`. Spoils `product`.
    static func montgomeryReduce(
        _ product: inout MutableSpan<Limb>, modulo modulus: Span<Limb>, negativeInverse: Limb,
        into result: inout MutableSpan<Limb>
    ) {
        let n = modulus.count
        precondition(n > 0 && product.count == 2 * n && result.count == n)
        unsafe product.withUnsafeMutableBufferPointer { t in
            unsafe result.withUnsafeMutableBufferPointer { r in
                unsafe modulus.withUnsafeBufferPointer { m in
                    let t = unsafe t.start, r = unsafe r.start, m = unsafe m.start
                    let carry = unsafe divideByR(t, m, n, negativeInverse, into: r)
                    // Subtract the modulus when the sum overflowed or is not below it; t is free to hold the trial.
                    let borrow = unsafe __gmpn_sub_n(t, r, m, n)
                    _ = unsafe __gmpn_cnd_sub_n(carry | (1 &- borrow), r, r, m, n)
                }
            }
        }
    }

    /// The same for a public `product` of any size: the result is below 2^(64n), but maybe not below the modulus. Such
    /// results may be multiplied and reduced again. Time depends on the values.
    static func publicMontgomeryReduce(
        _ product: inout MutableSpan<Limb>, modulo modulus: Span<Limb>, negativeInverse: Limb,
        into result: inout MutableSpan<Limb>
    ) {
        let n = modulus.count
        precondition(n > 0 && product.count == 2 * n && result.count == n)
        unsafe product.withUnsafeMutableBufferPointer { t in
            unsafe result.withUnsafeMutableBufferPointer { r in
                unsafe modulus.withUnsafeBufferPointer { m in
                    let carry = unsafe divideByR(t.start, m.start, n, negativeInverse, into: r.start)
                    // The sum is below 2^(64n) + modulus: where it overflowed, one modulus less brings it back.
                    if carry != 0 { _ = unsafe __gmpn_sub_n(r.start, r.start, m.start, n) }
                }
            }
        }
    }

    /// `r = t / 2^(64n)` modulo m, not reduced; returns its carry. For each limb i of t, a multiple of the modulus is
    /// added that makes limb i zero; after n limbs the value is divisible by 2^(64n), and its upper half is the result.
    /// The multiples are found and added without a branch.
    private static func divideByR(
        _ t: UnsafeMutablePointer<Limb>, _ m: UnsafePointer<Limb>, _ n: Int, _ negativeInverse: Limb,
        into r: UnsafeMutablePointer<Limb>
    ) -> Limb {
        for i in 0..<n {
            let multiple = unsafe t[i] &* negativeInverse
            // Limb i becomes zero, so its place can hold the carry that belongs n limbs higher.
            unsafe t[i] = __gmpn_addmul_1(t + i, m, n, multiple)
        }
        return unsafe __gmpn_add_n(r, t + n, t, n)
    }

    // MARK: Secret numbers (time depends on the lengths alone: GMP's own promise for `mpn_sec_` and `mpn_cnd_`)

    /// `result = a * b` for equal lengths; `scratch` needs `secretMultiplyScratch(limbs)` limbs.
    static func secretMultiply(
        _ a: Span<Limb>, _ b: Span<Limb>, into result: inout MutableSpan<Limb>, scratch: inout MutableSpan<Limb>
    ) {
        precondition(a.count >= b.count && b.count > 0 && result.count == a.count + b.count)
        precondition(scratch.count >= secretMultiplyScratch(a.count, b.count))
        unsafe result.withUnsafeMutableBufferPointer { r in
            unsafe scratch.withUnsafeMutableBufferPointer { s in
                unsafe a.withUnsafeBufferPointer { a in
                    unsafe b.withUnsafeBufferPointer { b in
                        unsafe __gmpn_sec_mul(r.start, a.start, a.count, b.start, b.count, s.start)
                    }
                }
            }
        }
    }

    /// The scratch limbs that `secretMultiply` needs.
    static func secretMultiplyScratch(_ a: Int, _ b: Int) -> Int { Int(__gmpn_sec_mul_itch(a, b)) }

    /// `a += b` where `condition` is 1, unchanged where it is 0; returns the carry. Equal lengths.
    static func addIf(_ condition: Limb, _ b: Span<Limb>, to a: inout MutableSpan<Limb>) -> Limb {
        precondition(a.count == b.count && b.count > 0)
        return unsafe a.withUnsafeMutableBufferPointer { a in
            unsafe b.withUnsafeBufferPointer { b in
                unsafe __gmpn_cnd_add_n(condition, a.start, a.start, b.start, b.count)
            }
        }
    }

    /// `a -= b` where `condition` is 1, unchanged where it is 0; returns the borrow. Equal lengths.
    static func subtractIf(_ condition: Limb, _ b: Span<Limb>, from a: inout MutableSpan<Limb>) -> Limb {
        precondition(a.count == b.count && b.count > 0)
        return unsafe a.withUnsafeMutableBufferPointer { a in
            unsafe b.withUnsafeBufferPointer { b in
                unsafe __gmpn_cnd_sub_n(condition, a.start, a.start, b.start, b.count)
            }
        }
    }

    /// Exchanges `a` and `b` where `condition` is 1. Equal lengths.
    static func swapIf(_ condition: Limb, _ a: inout MutableSpan<Limb>, _ b: inout MutableSpan<Limb>) {
        precondition(a.count == b.count && b.count > 0)
        unsafe a.withUnsafeMutableBufferPointer { a in
            unsafe b.withUnsafeMutableBufferPointer { b in
                unsafe __gmpn_cnd_swap(condition, a.start, b.start, b.count)
            }
        }
    }

    /// `a = a mod m`, left in the low `m.count` limbs of `a`. The top limb of `m` is not zero; `a.count >= m.count`.
    static func secretReduce(_ a: inout MutableSpan<Limb>, modulo m: Span<Limb>) {
        precondition(a.count >= m.count && m.count > 0 && m[m.count - 1] != 0)
        unsafe withWipedScratch(limbs: Int(__gmpn_sec_div_r_itch(a.count, m.count))) { scratch in
            unsafe a.withUnsafeMutableBufferPointer { a in
                unsafe m.withUnsafeBufferPointer { m in
                    unsafe __gmpn_sec_div_r(a.start, a.count, m.start, m.count, scratch)
                }
            }
        }
    }

    /// Divides `a` by `d`: the remainder is left in the low `d.count` limbs of `a`, the quotient goes to `quotient`
    /// (`a.count - d.count` limbs, its top limb is returned). The top limb of `d` is not zero.
    static func secretDivide(
        _ a: inout MutableSpan<Limb>, by d: Span<Limb>, quotient: inout MutableSpan<Limb>
    ) -> Limb {
        precondition(a.count > d.count && d.count > 0 && d[d.count - 1] != 0 && quotient.count == a.count - d.count)
        var top: Limb = 0
        unsafe withWipedScratch(limbs: Int(__gmpn_sec_div_qr_itch(a.count, d.count))) { scratch in
            unsafe a.withUnsafeMutableBufferPointer { a in
                unsafe quotient.withUnsafeMutableBufferPointer { q in
                    unsafe d.withUnsafeBufferPointer { d in
                        unsafe top = __gmpn_sec_div_qr(q.start, a.start, a.count, d.start, d.count, scratch)
                    }
                }
            }
        }
        return top
    }

    /// `result = base^exponent mod modulus`. The modulus is odd, its top limb not zero; `exponentBits` bits of the
    /// exponent are used, whatever their values. `base` may be longer or shorter than the modulus, but not empty.
    static func secretPower(
        _ base: Span<Limb>, _ exponent: Span<Limb>, exponentBits: Int, modulo modulus: Span<Limb>,
        into result: inout MutableSpan<Limb>
    ) {
        precondition(base.count > 0 && exponentBits > 0 && exponentBits <= exponent.count * Limb.bitWidth)
        precondition(modulus.count > 0 && modulus[0] & 1 == 1 && modulus[modulus.count - 1] != 0)
        precondition(result.count == modulus.count)
        let bits = mp_bitcnt_t(exponentBits)
        unsafe withWipedScratch(limbs: Int(__gmpn_sec_powm_itch(base.count, bits, modulus.count))) { scratch in
            unsafe result.withUnsafeMutableBufferPointer { r in
                unsafe base.withUnsafeBufferPointer { b in
                    unsafe exponent.withUnsafeBufferPointer { e in
                        unsafe modulus.withUnsafeBufferPointer { m in
                            unsafe __gmpn_sec_powm(
                                r.start, b.start, b.count, e.start, bits, m.start, m.count, scratch)
                        }
                    }
                }
            }
        }
    }

    /// `result = a^-1 mod modulus`; false where there is no inverse. The modulus is odd; equal lengths; `a` is clobbered.
    static func secretInverse(
        _ a: inout MutableSpan<Limb>, modulo modulus: Span<Limb>, into result: inout MutableSpan<Limb>
    ) -> Bool {
        let n = modulus.count
        precondition(n > 0 && modulus[0] & 1 == 1 && a.count == n && result.count == n)
        var found = false
        unsafe withWipedScratch(limbs: Int(__gmpn_sec_invert_itch(n))) { scratch in
            unsafe result.withUnsafeMutableBufferPointer { r in
                unsafe a.withUnsafeMutableBufferPointer { a in
                    unsafe modulus.withUnsafeBufferPointer { m in
                        // The bit count 2n·64 is enough for any a and modulus of n limbs (GMP manual, mpn_sec_invert).
                        unsafe found =
                            __gmpn_sec_invert(
                                r.start, a.start, m.start, n, mp_bitcnt_t(2 * n * Limb.bitWidth), scratch) != 0
                    }
                }
            }
        }
        return found
    }
}
