import LucidCrypto
public import LucidNumber

extension SigningKey {
    /// Hands out the key's secret numbers, for showing them to who asks for it explicitly. Each comes as octets, most
    /// significant first, in memory that is wiped, with its name in the standard.
    public func revealSecrets(_ body: (_ name: String, _ number: borrowing SecretBytes) -> Void) {
        switch algorithm {
        case .rsa(let rsa):
            rsa.key.withNumbers { numbers in
                Self.reveal("privateExponent", numbers.privateExponent, body)
                Self.reveal("prime1", numbers.prime1, body)
                Self.reveal("prime2", numbers.prime2, body)
                Self.reveal("exponent1", numbers.exponent1, body)
                Self.reveal("exponent2", numbers.exponent2, body)
                Self.reveal("coefficient", numbers.coefficient, body)
            }
        case .ec(let key): body("privateKey", key.scalarBytes())
        case .ed25519(let key): key.withSeed { body("privateKey", SecretBytes(copying: $0)) }
        }
    }

    private static func reveal(
        _ name: String, _ number: borrowing SecretNatural, _ body: (String, borrowing SecretBytes) -> Void
    ) {
        body(name, number.bigEndianBytes(count: (number.revealedBitWidth + 7) / 8))
    }
}
