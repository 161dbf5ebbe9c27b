import LucidDER
import LucidModel
import LucidTestSupport
import Testing

@testable import LucidValidation

@Suite("iPAddress constraints, RFC 5280 §4.2.1.10")
struct IPAddressConstraintTests {
    static let zeros = String(repeating: "0", count: 32), ones = String(repeating: "f", count: 32)
    static let documentation = "20010db8" + String(repeating: "0", count: 24)
    static let mask32 = "ffffffff" + String(repeating: "0", count: 24)

    static let rows: [(String, String, Relation)] = [
        // 192.0.2.0/24
        ("c0000200", "c0000200ffffff00", .within), ("c00002ff", "c0000200ffffff00", .within),
        ("c0000301", "c0000200ffffff00", .outside), ("c00001ff", "c0000200ffffff00", .outside),
        ("c00002ff", "c0000201ffffff00", .within), ("00000000", "0000000000000000", .within),
        ("ffffffff", "0000000000000000", .within), ("7f000001", "7f000001ffffffff", .within),
        ("7f000000", "7f000001ffffffff", .outside), ("80000000", "8000000080000000", .within),
        ("7fffffff", "8000000080000000", .outside), ("0a7fffff", "0a000000ff800000", .within),
        ("0a800000", "0a000000ff800000", .outside),
        // 2001:db8::/32
        ("20010db8" + String(repeating: "f", count: 24), documentation + mask32, .within),
        ("20010db9" + String(repeating: "0", count: 24), documentation + mask32, .outside),
        (ones, zeros + zeros, .within), (zeros, zeros + ones, .within), (ones, zeros + ones, .outside),
        // The families share one form: the other's addresses are never within.
        (zeros, "0000000000000000", .outside), ("00000000", zeros + zeros, .outside),
        (String(repeating: "0", count: 20) + "ffffc0000201", "c0000200ffffff00", .outside),
        // No addresses and no prefixes
        ("c0000200ffffff00", "c0000200ffffff00", .badName), ("", "c0000200ffffff00", .badName),
        ("c00002", "c0000200ffffff00", .badName), (zeros + "00", zeros + zeros, .badName),
        ("c0000201", "c0000201", .badBase), ("c0000201", "", .badBase), ("c0000201", "c0000200ffffff0000", .badBase),
        ("c0000201", zeros, .badBase), ("c0000201", "c0000200ff00ff00", .badBase),
        ("c0000201", "c0000200000000ff", .badBase), ("c0000201", "c0000200fffffffd", .badBase),
        (zeros, zeros + "ff00ff" + String(repeating: "0", count: 26), .badBase),
        (zeros, zeros + zeros + "00", .badBase),
    ]

    @Test("An address and a base", arguments: rows)
    func relation(name: String, base: String, expected: Relation) throws {
        #expect(try Relation(.iPAddress(DERBytes(hex(name))), to: .ip(base)) == expected)
    }
}
