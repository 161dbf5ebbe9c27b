import LucidCrypto
import LucidNumber
import LucidTestSupport
import Testing

@Suite("ECDSA")
struct ECDSATests {
    static let privateKey = hex("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721")

    @Test("RFC 6979 A.2.5: the public key")
    func publicKey() throws {
        let key = try sign([]).1
        #expect(key.x == Natural(hexadecimal: "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6"))
        #expect(key.y == Natural(hexadecimal: "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"))
    }

    @Test(
        "RFC 6979 A.2.5: signatures with SHA-256",
        arguments: [
            (
                "sample", "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716",
                "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8"
            ),
            (
                "test", "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367",
                "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083"
            ),
        ])
    func signatures(message: String, r: String, s: String) throws {
        let digest = SHA256.hash(Array(message.utf8))
        let (signature, publicKey) = try sign(digest)
        #expect(signature == ECDSASignature(r: Natural(hexadecimal: r)!, s: Natural(hexadecimal: s)!))
        #expect(publicKey.verifies(signature, digest))
    }

    private func sign(_ digest: [UInt8]) throws -> (ECDSASignature, ECPublicKey) {
        guard let key = ECPrivateKey(curve: .p256, scalar: Self.privateKey.span) else { throw Missing() }
        return (key.sign(digest: digest.span, hash: .sha256), key.publicKey)
    }
    struct Missing: Error {}

    @Test("an altered signature, digest or key does not verify")
    func refusals() throws {
        let digest = SHA256.hash([1, 2, 3])
        let (good, publicKey) = try sign(digest)
        let n = Natural(hexadecimal: "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")!
        for bad in [
            ECDSASignature(r: good.r + .one, s: good.s), ECDSASignature(r: good.r, s: good.s + .one),
            ECDSASignature(r: .zero, s: good.s), ECDSASignature(r: good.r, s: .zero),
            ECDSASignature(r: good.r + n, s: good.s), ECDSASignature(r: good.r, s: good.s + n),
        ] { #expect(!publicKey.verifies(bad, digest)) }
        #expect(!publicKey.verifies(good, SHA256.hash([1, 2, 4])))
        let other = ECPrivateKey.generate(.p256).publicKey
        #expect(!other.verifies(good, digest))
    }

    @Test("keys out of range and points off the curve are refused")
    func keyRefusals() throws {
        let n = hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")
        #expect(isKey(n) == false)
        #expect(isKey([UInt8](repeating: 0, count: 32)) == false)
        #expect(isKey(Array(n.dropLast()) + [0x50]) == true)
        let good = ECPrivateKey.generate(.p256).publicKey.sec1Bytes
        var off = good
        off[64] ^= 1
        #expect(throws: ECPublicKey.Problem.notOnCurve) { try point(off, .p256) }
        #expect(throws: ECPublicKey.Problem.neutralPoint) { try point([0], .p256) }
        #expect(throws: ECPublicKey.Problem.unknownForm) { try point([], .p256) }
        #expect(throws: ECPublicKey.Problem.unknownForm) { try point(Array(good.dropLast()), .p256) }
    }

    private func point(_ bytes: [UInt8], _ curve: NamedCurve) throws(ECPublicKey.Problem) -> ECPublicKey {
        try ECPublicKey(curve: curve, sec1: bytes.span)
    }

    private func isKey(_ scalar: [UInt8]) -> Bool {
        if let _ = ECPrivateKey(curve: .p256, scalar: scalar.span) { true } else { false }
    }

    @Test("the compressed form gives the same point", arguments: NamedCurve.allCases)
    func compressed(curve: NamedCurve) throws {
        let key = ECPrivateKey.generate(curve).publicKey
        let form: [UInt8] = [key.y.isOdd ? 3 : 2] + key.x.bigEndianBytes(count: curve.coordinateByteCount)!
        #expect(try point(form, curve) == key)
        #expect(try point(key.sec1Bytes, curve) == key)
    }

    @Test("sign and verify on every curve", arguments: NamedCurve.allCases)
    func roundTrip(curve: NamedCurve) throws {
        let key = ECPrivateKey.generate(curve)
        let digest = SHA256.hash([7])
        let publicKey = key.publicKey
        let signature = key.sign(digest: digest.span, hash: .sha256)
        #expect(publicKey.verifies(signature, digest))
    }
}

extension ECPublicKey {
    /// With arrays, which the macros can take apart.
    fileprivate func verifies(_ signature: ECDSASignature, _ digest: [UInt8]) -> Bool {
        isValidSignature(signature, digest: digest.span)
    }
}
