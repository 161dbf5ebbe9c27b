import LucidX509

/// Makes keys, with openssl's talk about it.
enum KeyMaking {
    /// Makes a key.
    ///
    /// - Parameter showsProgress: whether standard error gets a dot for each number that is tested, and pluses for each prime.
    static func make(
        _ kind: SigningKey.Kind, showsProgress: Bool, of command: String
    ) throws(Failure) -> SigningKey {
        do throws(SigningKey.UnsupportedKind) {
            return try SigningKey.generate(kind) { step in
                guard showsProgress else { return }
                Console.talk(step == .foundPrime ? "+++++\n" : ".")
            }
        } catch {
            let asked = if case .rsa(let bits) = kind { "\(bits)" } else { "" }
            throw Failure(
                "\(command): Lucid makes RSA keys of an even number of bits from 2048 to 8192, not of \(asked); say 2048 or more"
            )
        }
    }
}
