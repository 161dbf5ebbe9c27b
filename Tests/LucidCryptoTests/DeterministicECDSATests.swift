import LucidCrypto
import LucidNumber
import LucidTestSupport
import Testing

@Suite("RFC 6979 A.2.6 and A.2.7: deterministic signatures on P-384 and P-521")
struct DeterministicECDSATests {
    struct Example: Sendable {
        let curve: NamedCurve
        let hash: HashAlgorithm
        let x, r, s: String
    }

    static let examples = [
        Example(
            curve: .p384, hash: .sha384,
            x: "6B9D3DAD2E1B8C1C05B19875B6659F4DE23C3B667BF297BA9AA47740787137D896D5724E4C70A825F872C9EA60D2EDF5",
            r: "94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C81A648152E44ACF96E36DD1E80FABE46",
            s: "99EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94FA329C145786E679E7B82C71A38628AC8"),
        Example(
            curve: .p521, hash: .sha512,
            x: "00FAD06DAA62BA3B25D2FB40133DA757205DE67F5BB0018FEE8C86E1B68C7E75"
                + "CAA896EB32F1F47C70855836A6D16FCC1466F6D8FBEC67DB89EC0C08B0E996B83538",
            r: "00C328FAFCBD79DD77850370C46325D987CB525569FB63C5D3BC53950E6D4C5F"
                + "174E25A1EE9017B5D450606ADD152B534931D7D4E8455CC91F9B15BF05EC36E377FA",
            s: "00617CCE7CF5064806C467F678D3B4080D6F1CC50AF26CA209417308281B68AF"
                + "282623EAA63E5B5C0723D8B8C37FF0777B1A20F8CCB1DCCC43997F1EE0E44DA4A67A"),
    ]

    @Test("the message “sample”", arguments: examples)
    func sample(example: Example) throws {
        let scalar = hex(example.x)
        guard let key = ECPrivateKey(curve: example.curve, scalar: scalar.span) else {
            Issue.record("the private key is refused")
            return
        }
        let digest = example.hash.hash(Array("sample".utf8))
        let signature = key.sign(digest: digest.span, hash: example.hash)
        let expected = ECDSASignature(
            r: try #require(Natural(hexadecimal: example.r)), s: try #require(Natural(hexadecimal: example.s)))
        #expect(signature == expected)
        let isValid = key.publicKey.isValidSignature(expected, digest: digest.span)
        #expect(isValid)
    }
}
