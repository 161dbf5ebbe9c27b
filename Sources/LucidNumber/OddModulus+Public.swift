// Modular arithmetic on public numbers. Time depends on the values.

extension OddModulus {
    /// `a mod m`.
    public func reduce(_ a: Natural) -> Natural {
        guard a >= value else { return a }
        return a.quotientAndRemainder(dividingBy: divisor).remainder
    }

    /// `a + b mod m`.
    public func add(_ a: Natural, _ b: Natural) -> Natural { reduce(a + b) }

    /// `a - b mod m`.
    public func subtract(_ a: Natural, _ b: Natural) -> Natural {
        let a = reduce(a), b = reduce(b)
        return a.subtracting(b) ?? (a + value).subtracting(b) ?? .zero
    }

    /// `a · b mod m`.
    public func multiply(_ a: Natural, _ b: Natural) -> Natural { reduce(a * b) }

    /// The number x with `a·x mod m = 1`, or nil where a and m have a common factor.
    public func inverse(of a: Natural) -> Natural? {
        GMP.inverse(of: reduce(a).limbs, modulo: value.limbs).map(Natural.init(limbs:))
    }

    /// `base^exponent mod m` for public values, such as an RSA signature and the public exponent.
    ///
    /// Left-to-right square and multiply (Handbook of Applied Cryptography, algorithm 14.79) in Montgomery form: the
    /// public exponent 65537 has only two bits set, so this is 16 squarings and one product. The values on the way are
    /// kept below R instead of m, which is enough for Montgomery's reduction and saves a comparison each time.
    public func power(_ base: Natural, _ exponent: Natural) -> Natural {
        guard !exponent.isZero else { return .one }
        // All steps work in the same two arrays.
        var product = [Limb](repeating: 0, count: 2 * limbCount)
        var result = [Limb](repeating: 0, count: limbCount)
        let base = reduce(base)
        enterMontgomeryForm(base, &product, into: &result)
        let montgomeryBase = result
        for index in stride(from: exponent.bitWidth - 2, through: 1, by: -1) {
            square(&result, &product)
            if exponent.bit(index) { multiply(result, montgomeryBase, &product, into: &result) }
        }
        // The last factor leaves Montgomery form: for an odd exponent, the base as it came, else one.
        if exponent.bitWidth > 1 { square(&result, &product) }
        let last = exponent.isOdd && exponent.bitWidth > 1 ? base : .one
        multiply(result, last.padded(to: limbCount), &product, into: &result)
        // The factor was below m, so the product is below R·m, and after its reduction below 2m.
        return subtractModulus(from: result)
    }

    /// `result = a · R mod m` by a plain division, which GMP does faster than a product and a reduction; `product` is
    /// scratch.
    private func enterMontgomeryForm(_ a: Natural, _ product: inout [Limb], into result: inout [Limb]) {
        for index in 0..<limbCount {
            product[index] = 0
            product[limbCount + index] = index < a.limbs.count ? a.limbs[index] : 0
        }
        var quotient = [Limb](repeating: 0, count: limbCount + 1)
        var quotientSpan = quotient.mutableSpan, resultSpan = result.mutableSpan
        GMP.divide(product.span, by: value.limbs.span, quotient: &quotientSpan, remainder: &resultSpan)
    }

    /// `a mod m` for a value below 2m.
    private func subtractModulus(from a: [Limb]) -> Natural {
        let a = Natural(limbs: a)
        return a < value ? a : a.subtracting(value) ?? .zero
    }

    /// `result = a · b / R mod m`, below R; `product` is scratch.
    private func multiply(_ a: [Limb], _ b: [Limb], _ product: inout [Limb], into result: inout [Limb]) {
        var span = product.mutableSpan
        GMP.multiply(a.span, b.span, into: &span)
        reduce(&product, into: &result)
    }

    /// `a = a² / R mod m`, below R; `product` is scratch.
    private func square(_ a: inout [Limb], _ product: inout [Limb]) {
        var span = product.mutableSpan
        GMP.square(a.span, into: &span)
        reduce(&product, into: &a)
    }

    /// `result = product / R mod m`, below R.
    private func reduce(_ product: inout [Limb], into result: inout [Limb]) {
        var productSpan = product.mutableSpan, resultSpan = result.mutableSpan
        GMP.publicMontgomeryReduce(
            &productSpan, modulo: value.limbs.span, negativeInverse: negativeInverse, into: &resultSpan)
    }
}
