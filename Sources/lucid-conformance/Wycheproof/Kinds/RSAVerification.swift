import LucidJSON
import LucidCrypto
import LucidX509

/// RSA signatures, PKCS#1 v1.5 and PSS.
struct RSAVerification: VectorRunner {
    private let key: GroupKey
    private let scheme: SignatureScheme

    init(pkcs1 group: JSON) throws(Skip) {
        scheme = .rsaPKCS1(try HashAlgorithm(group, "sha"))
        key = try GroupKey(group)
    }

    init(pss group: JSON) throws(Skip) {
        guard let mask = group["mgf"]?.string, mask == "MGF1" else {
            throw Skip("Lucid has no mask generation function \(group["mgf"]?.string ?? "without a name")")
        }
        let parameters = RSAPSSParameters(
            hash: try HashAlgorithm(group, "sha"), maskHash: try HashAlgorithm(group, "mgfSha"),
            saltByteCount: try group.natural("sLen", limit: 1 << 16))
        scheme = .rsaPSS(parameters)
        let key = try GroupKey(group)
        // A key may say itself what its signatures are like (RFC 4055 §3.1): then it says what the group says.
        if case .key(.rsaPSS(_, let restriction?)) = key, restriction != parameters {
            self.key = .refused("the key's own parameters are read as \(restriction)")
        } else {
            self.key = key
        }
    }

    func run(_ test: JSON) throws(Skip) -> Finding {
        key.check(try test.octets("sig"), over: try test.octets("msg"), by: scheme)
    }
}
