import LucidJSON
import LucidCrypto
import LucidNumber
import LucidX509

/// RSA PKCS#1 v1.5 signatures that have to be made: they are deterministic.
final class RSAPKCS1Generation: VectorRunner {
    private let key: SigningKey
    private let hash: HashAlgorithm

    init(_ group: JSON) throws(Skip) {
        hash = try HashAlgorithm(group, "sha")
        guard let pkcs8 = group["privateKeyPkcs8"]?.octets else { throw Skip("the group has no private key in PKCS#8") }
        let bytes = SecretBytes(copying: pkcs8.span)
        do throws(PrivateKeyProblem) { key = try SigningKey(pkcs8: bytes) } catch {
            if case .rsa(.publicKey(.modulusLength(let bits))) = error {
                throw Skip("Lucid has no RSA with a modulus of \(bits) bits")
            }
            // The rules for unusual keys are Lucid's own; RSAPrivateKey states them.
            throw Skip("Lucid does not take this private key: \(error)")
        }
    }

    func run(_ test: JSON) throws(Skip) -> Finding {
        let (message, signature) = (try test.octets("msg"), try test.octets("sig"))
        // What is to be made verifies, whether Lucid makes it or not.
        if case .refused(let reason) = GroupKey.key(key.publicKey).check(signature, over: message, by: .rsaPKCS1(hash))
        {
            return .refused("the signature does not verify: \(reason)")
        }
        do throws(SigningKey.Problem) {
            let made = try key.sign(message.span, by: .rsaPKCS1(hash))
            return made == signature ? .accepted : .refused("Lucid signs otherwise")
        } catch .schemeDoesNotFit {
            return .declined("Lucid signs nothing with \(hash.name)")
        } catch {
            return .refused("\(error)")
        }
    }
}
