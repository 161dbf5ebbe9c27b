import LucidNumber

// The numbers of private keys, with how they follow from each other. All but the public ones are secret.

extension RSAPrivateKey {
    /// The key's numbers, from the primes on (RFC 8017 §3.2).
    public var workedNumbers: [WorkedStep] {
        withNumbers { numbers in
            let p = numbers.prime1.revealed(), q = numbers.prime2.revealed()
            let (pLess, qLess) = (p.subtracting(.one) ?? .zero, q.subtracting(.one) ?? .zero)
            return [
                .secret("p", "", p, "The first prime."), .secret("q", "", q, "The second prime."),
                .number(
                    "n", "p·q", numbers.modulus,
                    "The modulus, which everybody may know: nobody can take it apart again."),
                .number("e", "", numbers.publicExponent, "The public exponent, the same in nearly all keys."),
                .secret(
                    "λ", "lcm(p-1, q-1)", leastCommonMultiple(pLess, qLess),
                    "To the power of it, any number is 1 modulo n (but multiples of p and q)."),
                .secret(
                    "d", "e⁻¹ mod λ", numbers.privateExponent.revealed(),
                    "The private exponent: it undoes e. Who knows it can sign."),
                .secret(
                    "dP", "d mod (p-1)", numbers.exponent1.revealed(),
                    "The same for p alone: signing modulo p and q is four times as fast."),
                .secret("dQ", "d mod (q-1)", numbers.exponent2.revealed(), "The same for q."),
                .secret(
                    "qInv", "q⁻¹ mod p", numbers.coefficient.revealed(),
                    "Puts both halves together again (the Chinese remainder theorem)."),
            ]
        }
    }

    private func leastCommonMultiple(_ a: Natural, _ b: Natural) -> Natural {
        func secret(_ number: Natural) -> SecretNatural {
            SecretNatural(number, limbCount: max(1, (number.bitWidth + Limb.bitWidth - 1) / Limb.bitWidth))
        }
        let gcd = secret(a).greatestCommonDivisor(secret(b))
        return secret(a).multiplied(by: secret(b)).quotientAndRemainder(dividingBy: gcd).quotient.revealed()
    }
}

extension ECPrivateKey {
    /// The private scalar and the public point (FIPS 186-5 appendix A.2).
    public var workedNumbers: [WorkedStep] {
        let curve = publicKey.curve.parameters
        let d = scalarBytes().withSpan { Natural(bigEndian: $0) }
        return [
            .number("n", "", curve.order.value, "How often G can be added until it begins anew."),
            .secret(
                "d", "random, 1 ≤ d < n", d,
                "The private key: a number that nobody can guess. Numbers from n on are drawn again."),
            WorkedStep(
                label: "", name: "Q", formula: "d·G", value: .point(x: publicKey.x, y: publicKey.y),
                sentence: "The public key: the base point, d times. From Q and G nobody finds d."),
        ]
    }
}

extension Ed25519PrivateKey {
    /// The seed, and what follows from it (RFC 8032 §5.1.5).
    public var workedNumbers: [WorkedStep] {
        withSeed { seed in
            let octets = (0..<seed.count).map { seed[$0] }
            let digest = HashAlgorithm.sha512.hash(octets)
            var half = Array(digest.prefix(32))
            half[0] &= 0xf8
            half[31] = half[31] & 0x7f | 0x40
            return [
                .secretOctets("seed", "32 random octets", octets, "The private key."),
                .secretOctets(
                    "h", "SHA-512(seed)", digest, "Its hash: the first half makes a number, the second half the nonces."
                ),
                .secret(
                    "s", "the first half, least significant octet first, with five bits fixed",
                    Natural(bigEndian: half.reversed()), "The secret number."),
                WorkedStep(
                    label: "", name: "A", formula: "s·B", value: .octets(publicKey.bytes),
                    sentence: "The public key: the base point, s times; its y, and one bit for its x."),
            ]
        }
    }
}

extension WorkedStep {
    fileprivate static func number(_ name: String, _ formula: String, _ number: Natural, _ sentence: String)
        -> WorkedStep
    {
        WorkedStep(label: "", name: name, formula: formula, value: .number(number), sentence: sentence)
    }

    fileprivate static func secret(_ name: String, _ formula: String, _ number: Natural, _ sentence: String)
        -> WorkedStep
    {
        WorkedStep(label: "", name: name, formula: formula, value: .number(number), sentence: sentence, isSecret: true)
    }

    fileprivate static func secretOctets(
        _ name: String, _ formula: String, _ octets: [UInt8], _ sentence: String
    ) -> WorkedStep {
        WorkedStep(label: "", name: name, formula: formula, value: .octets(octets), sentence: sentence, isSecret: true)
    }
}
