import LucidCrypto
import LucidTestSupport
import Testing

private let twoBlocksOf64 = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
private let twoBlocksOf128 =
    "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"

@Suite("Every hash function")
struct HashAlgorithmTests {
    /// The examples of FIPS 180-4 that NIST publishes; for MD5, RFC 1321 §A.5 and Python's hashlib.
    static let examples: [(algorithm: HashAlgorithm, message: String, digest: String)] = [
        (.md5, "abc", "900150983cd24fb0d6963f7d28e17f72"),
        (.md5, twoBlocksOf64, "8215ef0796a20bcaaae116d3876c664a"),
        (.sha1, "abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        (.sha1, twoBlocksOf64, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
        (.sha224, "abc", "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"),
        (.sha224, twoBlocksOf64, "75388b16512776cc5dba5da1fd890150b0c6455cb4f58b1952522525"),
        (.sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (.sha256, twoBlocksOf64, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        (
            .sha384, "abc",
            "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
                + "8086072ba1e7cc2358baeca134c825a7"
        ),
        (
            .sha384, twoBlocksOf128,
            "09330c33f71147e83d192fc782cd1b4753111b173b3b05d22fa08086e3b0f712"
                + "fcc7c71a557e2db966c3e9fa91746039"
        ),
        (
            .sha512, "abc",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
        ),
        (
            .sha512, twoBlocksOf128,
            "8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018"
                + "501d289e4900f7e4331b99dec4b5433ac7d329eeb6dd26545e96e55b874be909"
        ),
        (.sha512_224, "abc", "4634270f707b6a54daae7530460842e20e37ed265ceee9a43e8924aa"),
        (.sha512_224, twoBlocksOf128, "23fec5bb94d60b23308192640b0c453335d664734fe40e7268674af9"),
        (.sha512_256, "abc", "53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23"),
        (.sha512_256, twoBlocksOf128, "3928e184fb8690f840da3988121d31be65cb9d3ef83ee6146feac861e19b563a"),
    ]

    @Test("gives the published digests", arguments: examples)
    func published(algorithm: HashAlgorithm, message: String, digest: String) {
        #expect(hex(algorithm.hash(Array(message.utf8))) == digest)
        #expect(digest.count == 2 * algorithm.digestByteCount)
    }

    /// One digest over the digests of the messages 0, 7, 14, … of every length up to 300, made with Python's hashlib.
    static let digestsOfDigests: [(algorithm: HashAlgorithm, digest: String)] = [
        (.md5, "e4702992a25b0586df095abeb5e4dc89"),
        (.sha1, "2d095daa1437f7f4f361cd003710e0b4d4d9af37"),
        (.sha224, "c83fc957349b3b16fccc1082fc7d1cbfab8d96a3155449103e9319dd"),
        (.sha256, "3b05b530351f50663ba5ac734c246d169eafec6b57c70dc6dc94cad39d04aad8"),
        (
            .sha384,
            "00ff192ce1d334e39d1ce94d135f2673fdd482a9f3b5bb8a86f1b38f7b7d1ccc"
                + "0c1df396672e98a3d26b1bf65bfa0acf"
        ),
        (
            .sha512,
            "8a732a2ef96b72c61264041d982c51f52f584ba520746f8dfcbe356c60311e9d"
                + "68a05c40ac64998fb6bfca078a50d008373e7d30159f0e4626b1102c1cf370b3"
        ),
        (.sha512_224, "981e3d34caa6020ce769a76eaafcb59fba689f3dc49a576db2f64ad4"),
        (.sha512_256, "47ab2ce5afbc07c92f36ad852f147ea2a2db3eecfc0d489464cb4f46c53293dc"),
    ]

    @Test("fills up messages of every length from 0 to 300 rightly", arguments: digestsOfDigests)
    func everyLength(algorithm: HashAlgorithm, digest: String) {
        let message = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let digests = (0...300).flatMap { algorithm.hash(message[..<$0]) }
        #expect(hex(algorithm.hash(digests)) == digest)
    }

    @Test("streaming gives the same digest wherever the message is cut", arguments: HashAlgorithm.allCases)
    func streaming(algorithm: HashAlgorithm) {
        for length in [0, 1, 55, 64, 111, 128, 129, 260] {
            let message = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            let whole = algorithm.hash(message)
            for cut in 0...length { #expect(digest(of: [message[..<cut], message[cut...]], with: algorithm) == whole) }
            #expect(digest(of: message.indices.map { message[$0...$0] }, with: algorithm) == whole)
        }
    }

    @Test("a finished hash begins anew", arguments: HashAlgorithm.allCases)
    func finishedHash(algorithm: HashAlgorithm) {
        var hash = algorithm.function.init()
        hash.update([1, 2, 3])
        _ = hash.finish()
        #expect(hash.finish() == algorithm.hash([]))
    }

    private func digest(of pieces: [ArraySlice<UInt8>], with algorithm: HashAlgorithm) -> [UInt8] {
        var hash = algorithm.function.init()
        for piece in pieces { hash.update(piece) }
        return hash.finish()
    }
}

@Suite("SHA-512/t")
struct SHA512TruncatedTests {
    /// FIPS 180-4 §5.3.6: SHA-512 whose initial words are all changed by a5a5…, over the new function's own name.
    private func generatedInitialValue(for name: String) -> [UInt8] {
        var changed = SHA512.initialValue
        for index in 0..<8 { changed[index] ^= 0xa5a5_a5a5_a5a5_a5a5 }
        var hash = SHA512(initialValue: changed)
        hash.update(Array(name.utf8))
        return hash.finish()
    }

    private func octets(_ words: InlineArray<8, UInt64>) -> [UInt8] {
        words.indices.flatMap { index in
            (0..<8).map { UInt8(truncatingIfNeeded: words[index] >> (56 - 8 * UInt64($0))) }
        }
    }

    @Test("begins with the initial values that the standard's generation function makes")
    func initialValues() {
        #expect(octets(SHA512_224.initialValue) == generatedInitialValue(for: "SHA-512/224"))
        #expect(octets(SHA512_256.initialValue) == generatedInitialValue(for: "SHA-512/256"))
    }
}
