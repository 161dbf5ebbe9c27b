import LucidCrypto
import LucidDER
import LucidModel
import LucidNumber
import LucidSignature
import LucidValidation

extension SubjectPublicKeyInfo {
    /// `RSA, 2048 bits`; for a key that Lucid can not use, its algorithm and why.
    var shown: String {
        do throws(PublicKey.Problem) { return try PublicKey(self).summary } catch {
            return "\(algorithm.algorithm.nameOrNumbers) (\(error.statement))"
        }
    }

    /// The key's numbers, each a line with its name.
    var shownNumbers: [String] {
        switch try? PublicKey(self) {
        case .rsa(let key)?, .rsaPSS(let key, _)?: ["n = \(key.modulus.value.hexadecimal)", "e = \(key.exponent)"]
        case .ec(let key)?: ["x = \(key.x.hexadecimal)", "y = \(key.y.hexadecimal)"]
        case .ed25519(let key)?: ["A = \(hexadecimal(key.bytes))"]
        case nil: ["bits = \(hexadecimal(subjectPublicKey.bytes))"]
        }
    }

    /// `algorithm`, `oid`, and the numbers: `bits`, `modulus`, `exponent` for RSA; `curve`, `x`, `y` for elliptic curves;
    /// otherwise `problem`. `subjectPublicKey` has the octets of the BIT STRING.
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("algorithm", .string(algorithm.algorithm.nameOrNumbers)),
            .init("oid", .string(algorithm.algorithm.description)),
        ]
        do throws(PublicKey.Problem) {
            switch try PublicKey(self) {
            case .rsa(let key), .rsaPSS(let key, _):
                members += [
                    .init("bits", .number(key.modulus.bitWidth)),
                    .init("modulus", .string(key.modulus.value.hexadecimal)),
                    .init("exponent", .string(key.exponent.description)),
                ]
            case .ec(let key):
                members += [
                    .init("curve", .string(key.curve.name)),
                    .init("x", .string(hexadecimal(key.sec1Bytes.dropFirst().prefix(key.curve.coordinateByteCount)))),
                    .init("y", .string(hexadecimal(key.sec1Bytes.suffix(key.curve.coordinateByteCount)))),
                ]
            case .ed25519: members.append(.init("curve", .string("edwards25519")))
            }
        } catch { members.append(.init("problem", .string(error.statement))) }
        members.append(.init("subjectPublicKey", .string(hexadecimal(subjectPublicKey.bytes))))
        return .object(members)
    }
}

extension PublicKey.Problem {
    /// Why the key can not be used.
    var statement: String {
        switch self {
        case .unsupportedAlgorithm: "an algorithm that Lucid does not have"
        case .wrongParameters: "the algorithm's parameters are not what it asks for"
        case .explicitCurve: "the curve is spelled out instead of named, which RFC 5480 §2.1.1 forbids"
        case .unsupportedCurve(let oid): "the curve \(oid.nameOrNumbers), which Lucid does not have"
        case .malformed(let error): error.sentence
        case .rsa, .ec, .unusableEd25519Key: parameterText
        }
    }
}
