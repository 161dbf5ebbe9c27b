import LucidCrypto

/// The group of a DSA key: `SEQUENCE { p, q, g }` (RFC 3279 §2.3.2).
struct DSAParameters {
    let prime: IntegerParts, order: IntegerParts, generator: IntegerParts

    init?(_ element: BERElement?) {
        guard let parts = element?.children(of: .sequence), parts.count == 3, let prime = IntegerParts(parts[0]),
            let order = IntegerParts(parts[1]), let generator = IntegerParts(parts[2])
        else { return nil }
        (self.prime, self.order, self.generator) = (prime, order, generator)
    }

    func write(to lines: inout KeyLines) {
        lines.number("P:   ", prime)
        lines.number("Q:   ", order)
        lines.number("G:   ", generator)
    }
}

/// The group of a Diffie-Hellman key: `SEQUENCE { p, g, length OPTIONAL }` (PKCS #3), or `SEQUENCE { p, g, q, … }` (RFC 3279
/// §2.3.3).
struct DHParameters {
    let prime: IntegerParts, generator: IntegerParts
    var order: IntegerParts?
    var length: IntegerParts?

    init?(_ element: BERElement?, isX942: Bool) {
        guard let parts = element?.children(of: .sequence), parts.count >= 2, let prime = IntegerParts(parts[0]),
            let generator = IntegerParts(parts[1])
        else { return nil }
        (self.prime, self.generator) = (prime, generator)
        guard parts.count > 2 else { return }
        guard let third = IntegerParts(parts[2]) else { return nil }
        if isX942 { order = third } else { length = third }
    }

    func write(to lines: inout KeyLines) {
        if let name = groupName { return lines.line("GROUP: " + name) }
        lines.number("P:   ", prime)
        if let order { lines.number("Q:   ", order) }
        lines.number("G:   ", generator)
        if let length { lines.line("recommended-private-length: \(length.text) bits") }
    }

    /// The groups of RFC 7919, RFC 3526 and RFC 5114, by the first octets of their primes' SHA-256.
    private var groupName: String? {
        let hash = HashAlgorithm.sha256.hash(prime.magnitude).prefix(8).map(\.lowerHex).joined()
        return [
            "9cd3b7f336872f46": "ffdhe2048", "0eaf67db3a839156": "ffdhe3072", "4648414224ac881b": "ffdhe4096",
            "227ac9066b3ddd9e": "ffdhe6144", "770b14efaf6f0499": "ffdhe8192", "64fcc83ec403930b": "modp_1536",
            "d66436f79bbd6b2e": "modp_2048", "48cf8b092fbce435": "modp_3072", "4ee95187682bcb23": "modp_4096",
            "d1bfe6d0925ce7e4": "modp_6144", "39ab4feab950a312": "modp_8192", "44c55cfee5c07592": "dh_1024_160",
            "bfe545862ca102ad": "dh_2048_224", "0b7835722cb61982": "dh_2048_256",
        ][hash]
    }
}
