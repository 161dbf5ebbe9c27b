import LucidJSON
import LucidCrypto
import LucidX509

/// Ed25519 signatures. Where the group has the private key too (version 0 of the vectors), valid ones are made again.
struct EdDSAVerification: VectorRunner {
    private let key: GroupKey
    private let seed: [UInt8]?

    init(_ group: JSON) throws(Skip) {
        key = try GroupKey(group)
        seed = (group["privateKey"] ?? group["key"])?["sk"]?.octets
    }

    func run(_ test: JSON) throws(Skip) -> Finding {
        let (message, signature) = (try test.octets("msg"), try test.octets("sig"))
        let finding = key.check(signature, over: message, by: .ed25519)
        guard case .accepted = finding, let seed else { return finding }
        // RFC 8032 §5.1.6: signatures are deterministic.
        guard let privateKey = Ed25519PrivateKey(seed: seed.span) else { return .wrong("the private key is refused") }
        return privateKey.sign(message.span) == signature ? .accepted : .wrong("Lucid signs otherwise")
    }
}
