import Synchronization

/// The powers of R that lead into Montgomery form. They cost two divisions, which is more than all else that reading a
/// public key takes, and most keys that are read are never computed with.
final class MontgomeryConstants: Sendable {
    /// `R mod m`: one, in Montgomery form.
    let one: [Limb]
    /// `R^2 mod m`.
    let rSquared: [Limb]

    init(_ modulus: OddModulus) {
        let n = modulus.limbCount
        let r = Natural.powerOfTwo(n * Limb.bitWidth).quotientAndRemainder(dividingBy: modulus.divisor).remainder
        one = r.padded(to: n)
        rSquared = (r * r).quotientAndRemainder(dividingBy: modulus.divisor).remainder.padded(to: n)
    }
}

/// Computes the constants of one modulus when they are first asked for, and keeps them. Copies of the modulus share them.
///
/// Threads that ask at the same time may both compute; one of the results is kept, and all get that one.
final class LazyMontgomeryConstants: Sendable {
    private let kept = AtomicLazyReference<MontgomeryConstants>()

    /// The constants of the modulus that this object belongs to.
    func constants(of modulus: OddModulus) -> MontgomeryConstants {
        kept.load() ?? kept.storeIfNil(MontgomeryConstants(modulus))
    }
}
