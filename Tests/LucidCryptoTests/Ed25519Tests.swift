import LucidCrypto
import LucidNumber
import LucidTestSupport
import Testing

@Suite("Ed25519")
struct Ed25519Tests {
    struct Example: Sendable { let seed: String, publicKey: String, message: String, signature: String }

    /// RFC 8032 §7.1: tests 1, 2, 3 and SHA(abc).
    static let examples = [
        Example(
            seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            publicKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            message: "",
            signature: "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
        Example(
            seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            publicKey: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            message: "72",
            signature: "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
        Example(
            seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            publicKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            message: "af82",
            signature: "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
        Example(
            seed: "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
            publicKey: "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
            message: "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
            signature: "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
                + "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"),
    ]

    @Test("makes the keys and signatures of RFC 8032, and accepts them", arguments: examples)
    func published(example: Example) throws {
        let message = hex(example.message)
        let (publicKey, signature) = try keyAndSignature(seed: hex(example.seed), message: message)
        #expect(hex(publicKey.bytes) == example.publicKey)
        #expect(hex(signature) == example.signature)
        #expect(publicKey.accepts(signature, of: message))
    }

    /// The value is the SHA-256 of ten public keys and signatures that Python's cryptography package made.
    @Test("makes the same keys and signatures as OpenSSL")
    func otherImplementation() throws {
        var made: [UInt8] = []
        for index in 0..<10 {
            let message = [UInt8](repeating: UInt8(index), count: 20 * index)
            let (publicKey, signature) = try keyAndSignature(seed: SHA256.hash([UInt8(index)]), message: message)
            made += publicKey.bytes + signature
        }
        #expect(hex(SHA256.hash(made)) == "0de0e41ce30370f83992212612d663b178dc63c76e64e80e120b35f7ac550d61")
    }

    @Test("refuses a signature with any one bit changed, of any other length, or of another message")
    func changedSignatures() throws {
        let message: [UInt8] = [1, 2, 3], otherMessage: [UInt8] = [1, 2, 4]
        let (publicKey, signature) = try keyAndSignature(seed: [UInt8](repeating: 4, count: 32), message: message)
        #expect(publicKey.accepts(signature, of: message))
        #expect(!publicKey.accepts(signature, of: otherMessage))
        for bit in stride(from: 0, to: 512, by: 5) {
            var changed = signature
            changed[bit / 8] ^= 1 << (bit % 8)
            #expect(!publicKey.accepts(changed, of: message), "bit \(bit)")
        }
        for count in [0, 1, 31, 32, 63, 65, 128] {
            let cut = Array((signature + signature).prefix(count))
            #expect(!publicKey.accepts(cut, of: message))
        }
    }

    /// p = 2^255 - 19 as RFC 8032 writes it, with another lowest octet.
    private static func nearPrime(_ lowest: UInt8, top: UInt8 = 0x7f) -> [UInt8] {
        [lowest] + [UInt8](repeating: 0xff, count: 30) + [top]
    }

    static let badKeys: [(what: String, bytes: [UInt8])] = [
        ("no octets", []), ("31 octets", [UInt8](repeating: 1, count: 31)),
        ("33 octets", [UInt8](repeating: 1, count: 33)),
        ("y = p, which is 0", nearPrime(0xed)), ("y = p + 1, which is 1", nearPrime(0xee)),
        ("y = 1 and x = 0 called odd", [1] + [UInt8](repeating: 0, count: 30) + [0x80]),
        ("y = -1 and x = 0 called odd", nearPrime(0xec, top: 0xff)),
        ("y = 2, to which no x belongs", [2] + [UInt8](repeating: 0, count: 31)),
    ]

    @Test("refuses what is not the canonical encoding of a point", arguments: badKeys)
    func badKey(what: String, bytes: [UInt8]) { #expect(Ed25519PublicKey(bytes) == nil) }

    static let smallKeys: [(what: String, bytes: [UInt8])] = [
        ("y = 1", [1] + [UInt8](repeating: 0, count: 31)), ("y = -1", nearPrime(0xec)),
        ("y = 0", [UInt8](repeating: 0, count: 32)), ("y = 0, odd x", [UInt8](repeating: 0, count: 31) + [0x80]),
    ]

    @Test("takes the canonical encodings beside them", arguments: smallKeys)
    func smallKey(what: String, bytes: [UInt8]) { #expect(Ed25519PublicKey(bytes)?.bytes == bytes) }

    @Test("refuses an R that is not encoded canonically, although its point would fit")
    func encodedR() throws {
        // With the neutral point as key, S = 0 and R = the neutral point satisfy the equation for every message.
        let neutral: [UInt8] = [1] + [UInt8](repeating: 0, count: 31), zero = [UInt8](repeating: 0, count: 32)
        let message: [UInt8] = [7]
        let key = try #require(Ed25519PublicKey(neutral))
        func accepts(r: [UInt8]) -> Bool { key.accepts(r + zero, of: message) }
        #expect(accepts(r: neutral))
        #expect(!accepts(r: Self.nearPrime(0xee)))
        #expect(!accepts(r: [1] + [UInt8](repeating: 0, count: 30) + [0x80]))
    }

    @Test("takes a seed of 32 octets only, and gives it back", arguments: [0, 31, 32, 33, 64])
    func seeds(byteCount: Int) {
        let seed = (0..<byteCount).map { UInt8($0) }
        let key = Ed25519PrivateKey(seed: seed.span)
        guard let key else { #expect(byteCount != 32); return }
        #expect(key.withSeed { given in (0..<given.count).map { given[$0] } } == seed)
    }

    @Test("generates a key from 32 random octets, another one each time")
    func generation() throws {
        let recorded = RandomSource { bytes in for index in 0..<bytes.count { bytes[index] = 9 } }
        let seed = [UInt8](repeating: 9, count: 32)
        let (expected, _) = try keyAndSignature(seed: seed, message: [])
        #expect(Ed25519PrivateKey.generate(random: recorded).publicKey == expected)
        #expect(Ed25519PrivateKey.generate().publicKey != Ed25519PrivateKey.generate().publicKey)
    }

    struct Group: Decodable {
        struct Key: Decodable { let pk: String }
        struct Vector: Decodable { let tcId: Int, msg: String, sig: String, result: String }
        let publicKey: Key
        let tests: [Vector]
    }

    @Test(
        "agrees with the Wycheproof vectors",
        .enabled(if: Checkout.conformance != nil, Comment(rawValue: needsWycheproof)))
    func wycheproof() throws {
        var count = 0
        for group in try Wycheproof<Group>.groups("ed25519_test") {
            let key = try #require(Ed25519PublicKey(hex(group.publicKey.pk)))
            for test in group.tests {
                let (message, signature) = (hex(test.msg), hex(test.sig))
                let valid = key.accepts(signature, of: message)
                #expect(valid == (test.result == "valid"), "test \(test.tcId)")
                count += 1
            }
        }
        #expect(count >= 150)
    }

    private func keyAndSignature(seed: [UInt8], message: [UInt8]) throws -> (Ed25519PublicKey, [UInt8]) {
        guard let key = Ed25519PrivateKey(seed: seed.span) else { throw WrongKeyLength() }
        return (key.publicKey, key.sign(message.span))
    }
}

// `#expect` can not take calls apart that have spans as arguments.
extension Ed25519PublicKey {
    fileprivate init?(_ bytes: [UInt8]) { self.init(bytes: bytes.span) }

    fileprivate func accepts(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        isValidSignature(signature.span, for: message.span)
    }
}
