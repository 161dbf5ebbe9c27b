// The octets as elements of the field GF(2^8) of FIPS 197 §4: polynomials over {0, 1} modulo x^8 + x^4 + x^3 + x + 1.

extension BitPlanes {
    /// The products with x (xTIMES of FIPS 197 §4.2): every power goes up by one, and x^8 comes back as
    /// x^4 + x^3 + x + 1.
    @inline(__always)
    var timesX: BitPlanes {
        BitPlanes(b0: b7, b1: b0 ^ b7, b2: b1, b3: b2 ^ b7, b4: b3 ^ b7, b5: b4, b6: b5, b7: b6)
    }

    /// The products, octet by octet (FIPS 197 §4.2): one polynomial times each coefficient of the other one, by
    /// Horner's rule from the highest power down.
    @inline(__always)
    static func * (a: BitPlanes, b: BitPlanes) -> BitPlanes {
        var product = a.mapped { $0 & b.b7 }
        product = product.timesX + a.mapped { $0 & b.b6 }
        product = product.timesX + a.mapped { $0 & b.b5 }
        product = product.timesX + a.mapped { $0 & b.b4 }
        product = product.timesX + a.mapped { $0 & b.b3 }
        product = product.timesX + a.mapped { $0 & b.b2 }
        product = product.timesX + a.mapped { $0 & b.b1 }
        return product.timesX + a.mapped { $0 & b.b0 }
    }

    /// The squares. Over {0, 1} the mixed terms cancel out, so the powers of x just double: b4 to b7 now stand before
    /// - x^8 = x^4 + x^3 + x + 1,
    /// - x^10 = x^6 + x^5 + x^3 + x^2,
    /// - x^12 = x^7 + x^5 + x^3 + x + 1 and
    /// - x^14 = x^7 + x^4 + x^3 + x.
    @inline(__always)
    var squared: BitPlanes {
        BitPlanes(
            b0: b0 ^ b4 ^ b6, b1: b4 ^ b6 ^ b7, b2: b1 ^ b5, b3: b4 ^ b5 ^ b6 ^ b7,
            b4: b2 ^ b4 ^ b7, b5: b5 ^ b6, b6: b3 ^ b5, b7: b6 ^ b7)
    }

    /// The inverses, and zero for zero: the power 254, because the power 255 of every other element is one.
    var inverted: BitPlanes {
        let power2 = squared
        let power3 = power2 * self
        let power12 = power3.squared.squared
        let power15 = power12 * power3
        let power240 = power15.squared.squared.squared.squared
        return power240 * power12 * power2
    }
}
