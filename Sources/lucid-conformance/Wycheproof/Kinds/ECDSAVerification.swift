import LucidJSON
import LucidCrypto
import LucidNumber
import LucidX509

/// ECDSA signatures, as ECDSA-Sig-Value in DER or as IEEE P1363 wants them: r and s, each as long as the order.
struct ECDSAVerification: VectorRunner {
    enum SignatureForm { case der, p1363 }

    private let key: GroupKey
    private let hash: HashAlgorithm
    private let signatureForm: SignatureForm

    init(_ group: JSON, signatureForm: SignatureForm) throws(Skip) {
        hash = try HashAlgorithm(group, "sha")
        key = try GroupKey(group)
        self.signatureForm = signatureForm
    }

    func run(_ test: JSON) throws(Skip) -> Finding {
        let (message, signature) = (try test.octets("msg"), try test.octets("sig"))
        guard case .p1363 = signatureForm, case .key(.ec(let key)) = key else {
            return key.check(signature, over: message, by: .ecdsa(hash))
        }
        let half = (key.curve.orderBitCount + 7) / 8
        guard signature.count == 2 * half else { return .refused("the signature has \(signature.count) octets") }
        let numbers = ECDSASignature(
            r: Natural(bigEndian: signature.prefix(half)), s: Natural(bigEndian: signature.suffix(half)))
        let digest = hash.hash(message)
        return key.isValidSignature(numbers, digest: digest.span) ? .accepted : .refused("doesNotVerify")
    }
}
