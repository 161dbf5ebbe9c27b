import LucidTestSupport
import Testing

@testable import LucidCrypto

/// Signatures that a program of a few lines of Python made after RFC 8017 §9.1.1, and that `openssl pkeyutl -verify` with
/// `rsa_padding_mode:pss` found valid. The message is "Lucid", and the salt counts up from a0.
struct RSAPSSKnownAnswer: Sendable, CustomTestStringConvertible {
    let bits: Int
    let parameters: RSAPSSParameters
    let signature: [UInt8]

    var salt: [UInt8] { (0..<parameters.saltByteCount).map { 0xa0 + UInt8($0) } }
    var testDescription: String { "\(bits) bits, \(parameters.hash.name), salt \(parameters.saltByteCount)" }

    private init(_ bits: Int, _ hash: HashAlgorithm, _ maskHash: HashAlgorithm, salt: Int, _ signature: String) {
        self.bits = bits
        parameters = RSAPSSParameters(hash: hash, maskHash: maskHash, saltByteCount: salt)
        self.signature = hex(signature)
    }

    static let all = [
        RSAPSSKnownAnswer(
            2048, .sha256, .sha256, salt: 32,
            """
            93e9d5e0fc5d8d8c4cf9d018e05b2f8558ae1984bbcecf9ddba13aa776b4557a07f5ef8342b864ad44ac8858278f1b37
            ade4d2d2e01b056bbf62f5a4ad978238ad96fce0e542db24723f4f7f68974cc9eb5f6b42c2da26ad7a9762fda7ac4ddd
            6a77de1034c0fa6ef4dc2f149206b3b3273231583122ed13b13c7a7533217b73ccbe2d768084c3b87c7bc1b0e1553871
            3d1263093acdad18d22e4418f6e3a08627652b81fbc3a5b2d076b8ad94e09afd7f4c14f8eb8624b2d8e540a80418f3fc
            970eb7f9bd96b9e20c62860ba8cc9d182bd1512157909c4b594b28fdbda4dfcd5b446a34bcbb9c49facdcb047d9fdc32
            1808d9a6609fff9add394e968e3ade04
            """),
        RSAPSSKnownAnswer(
            2049, .sha512, .sha256, salt: 20,
            """
            005d7da1ad2bd65c2d107b71e007940294d25ffc11aadbf2761000585c5c8010800af9c3dd8bf905993a9698d8aaf524
            50f0fd6e6668c913f425eeb137b826016ac070fc80ab43947fb8ac6c9a1ff88d4b278059633ba1d1389836acabb19319
            d2373583d9c0a2689f8e6b7e849f42fba05772847765e44153f679f97ef4dac2139e334fea9c55429ecd36e4e341d300
            504a24ac76026a677f512592523ced70a07f2bd76b4b09ac35dd8170a6a7001811a89ec64b12cead3d27420c9eca704a
            f3389e3f31cf161ab50dfccfa0a0716157a65672e773944ddd9143a7f4982127d1f9c07470ca780b1751235c341ac10d
            1c9f9474d93e9fb4f91d39c704f915413f
            """),
        RSAPSSKnownAnswer(
            2047, .sha384, .sha384, salt: 0,
            """
            6757cd28dd98f7b5f2a73aef4b05144582e7d651b62a406d305ac825d632c8c515775031cbd478c91008fa9ef8dade58
            0a7ac729263c2fe462ad5da15b2f1f294f7f2ef6a5e4dba2235db67e3e79a98729f9714723b6d61ca93444ec8e803dc4
            69e2ad795283269fac96df2af8c5275087732586684e67a195a8f1707403f66b8cd747f00e1cd493f55e3b42b1583a62
            1a4a9b71ee9ed48de552d3c8be461f0f5714efb7e5d5370ccf3d446daa863409d2ee26c1e0df2a428a5ac3a69e51df37
            272a5ade28c0b6d6fe502cd95f9161ef1cbab3739d0c1af083406e4fb38443be7a7e859958a5a7301767ce479d2cc53d
            93590cc24782d400eeb9ee955747e0df
            """),
        RSAPSSKnownAnswer(
            2048, .sha224, .sha512, salt: 64,
            """
            9718998c5dfc50c8e436f82b7e68467d7ed6eec9a510b09657702dc4e75ce52353f3ee3eaa88c65b029d85bcfc1581a6
            8db5e0aa8eac4462b4c19848a15e5dbd913c25e4031e962c660a4dece26f72346911e09e075f6f059f805c1df26f10e5
            b73dcbe05c4be2baac9c0bdfb3a74242c816e4420f41dacb2cc1984e4572624eab4bb2782a27b914b984aafa4d381f7d
            5e7bf143c3582ed7e489a3a818e7b94d5f18a5ebdfcd02f2b4a50c0bdabf7e22eb316d8e426a9eb7e319d93118f7a082
            9e6d1e6babf89104b388190a0ddd61adc6d6c89a3f2afb946498479f78f316aef519f9793a530aa67ec237299390e3fa
            7fbe4437dc693c122dfbfbca536000a6
            """),
        RSAPSSKnownAnswer(
            2049, .sha1, .sha1, salt: 20,
            """
            008e4e24637d7ffd1f5e74ecde1013fcb319359e5f18e378617cff973e947f417c59afa17a1d35f2e151846a77c86f95
            b4e1bc861415b3c35de0c4067345984673a1158d30c2b2a2acf04a0b16698befdd15b715a6cf9754ac12c4badec26f97
            b9bb4d8f4dde9cdde53ef90f4e428b33aebe4a48223dec6a2e352bdee85f74246df6a28d8adb3d75b0b678e80314b321
            b930f83da2ef20ac85a9a68454c6a723ee1b7ed1701d0ae1cca9072bcae0242abf864915ce1146bb0b82cf5df59beb58
            bc7e685deb3567a1a8edc3b1bac1833f7c2413c8ceb4b52bc1a60567fd9e2a077b3b3d0d07ace2c7a6c7fdf351c3988c
            5c55729f3573e5cf0ca7154238a5a5d1dc
            """),
    ]
}
