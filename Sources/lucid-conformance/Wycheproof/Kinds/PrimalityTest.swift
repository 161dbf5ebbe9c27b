import LucidJSON
import LucidNumber

/// Is a number prime? The numbers are in two's complement, as Java's BigInteger writes them.
struct PrimalityTest: VectorRunner {
    func run(_ test: JSON) throws(Skip) -> Finding {
        let octets = try test.octets("value")
        // Lucid's numbers have no sign: where it reads an INTEGER, a negative one is refused.
        if let first = octets.first, first >= 0x80 { return .refused("a negative number") }
        return isProbablyPrime(Natural(bigEndian: octets)) ? .accepted : .refused("composite, zero or one")
    }
}
