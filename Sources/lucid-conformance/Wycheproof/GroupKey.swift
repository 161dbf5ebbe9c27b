import LucidJSON
import LucidCrypto
import LucidNumber
import LucidX509

/// The public key of a group, read in every form that the group gives it in.
enum GroupKey {
    case key(PublicKey)
    /// Lucid has such keys, but does not take this one: none of its signatures can be valid.
    case refused(String)

    /// - Throws: `Skip` where Lucid does not have that kind of key, or the group has no key in a known form.
    init(_ group: JSON) throws(Skip) {
        // Version 0 of the vectors says `key` and `keyDer`.
        let fields = group["publicKey"] ?? group["key"]
        let fromFields = try fields.map { fields throws(Skip) in try Self.readFields(fields) } ?? nil
        guard let der = (group["publicKeyDer"] ?? group["keyDer"])?.octets else {
            guard let fromFields else { throw Skip("the group has no public key in a form that is read here") }
            self = fromFields
            return
        }
        self = try Self.read(der: der)
        // Both are there: they have to be the same key, or one of the two readers is wrong.
        if case .key(let key) = self, let fromFields, !fromFields.isSame(as: key) {
            self = .refused("the key in DER is another one than the key in numbers")
        }
    }

    private func isSame(as other: PublicKey) -> Bool {
        switch (self, other) {
        case (.key(.rsa(let a)), .rsaPSS(let b, _)): a == b
        case (.key(let a), let b): a == b
        case (.refused, _): false
        }
    }

    private static func read(der: [UInt8]) throws(Skip) -> GroupKey {
        let info: SubjectPublicKeyInfo
        do throws(DERError) { info = try SubjectPublicKeyInfo(der: DERBytes(der), "SubjectPublicKeyInfo") } catch {
            return .refused("its key is malformed: \(error.sentence)")
        }
        do throws(PublicKey.Problem) { return .key(try PublicKey(info)) } catch {
            switch error {
            case .unsupportedAlgorithm(let oid): throw Skip("Lucid has no keys for \(oid.nameOrNumbers)")
            case .unsupportedCurve(let oid): throw Skip("Lucid has no curve \(oid.nameOrNumbers)")
            case .rsa(let problem): return try refusal(problem)
            default: return .refused("its key is refused: \(error)")
            }
        }
    }

    /// Lengths that Lucid does not have, and numbers that are no key.
    private static func refusal(_ problem: RSAPublicKey.Problem) throws(Skip) -> GroupKey {
        switch problem {
        case .modulusLength(let bits): throw Skip("Lucid has no RSA with a modulus of \(bits) bits")
        case .exponentTooLarge: throw Skip("Lucid has no RSA with a public exponent of more than 256 bits")
        default: return .refused("its key is refused: \(problem)")
        }
    }

    /// The key's numbers; nil where they are in no form that is read here.
    private static func readFields(_ fields: JSON) throws(Skip) -> GroupKey? {
        if let point = fields["uncompressed"]?.octets, let curve = fields["curve"]?.string {
            let curve = try NamedCurve(wycheproofName: curve)
            do throws(ECPublicKey.Problem) {
                return .key(.ec(try ECPublicKey(curve: curve, sec1: point.span)))
            } catch { return .refused("its key is refused: \(error)") }
        }
        if let n = fields["modulus"]?.octets, let e = fields["publicExponent"]?.octets {
            do throws(RSAPublicKey.Problem) {
                return .key(.rsa(try RSAPublicKey(modulus: Natural(bigEndian: n), exponent: Natural(bigEndian: e))))
            } catch { return try refusal(error) }
        }
        if let octets = fields["pk"]?.octets, let curve = fields["curve"]?.string {
            guard curve == "edwards25519" else { throw Skip("Lucid has no curve \(curve)") }
            guard let key = Ed25519PublicKey(bytes: octets.span) else { return .refused("its key is no point") }
            return .key(.ed25519(key))
        }
        return nil
    }

    /// Checks one signature, as a certificate's would be.
    func check(_ signature: [UInt8], over message: [UInt8], by scheme: SignatureScheme) -> Finding {
        switch self {
        case .refused(let reason): return .refused(reason)
        case .key(let key):
            do throws(SignatureProblem) {
                try SignatureChecker.check(DERBytes(signature), over: DERBytes(message), by: scheme, signer: key)
                return .accepted
            } catch .malformed(let error) {
                return .refused("the signature is malformed: \(error.sentence)")
            } catch {
                return .refused("\(error)")
            }
        }
    }
}
