import LucidDER
import LucidModel
import LucidSignature
import LucidValidation

// Times, signatures, keys, and the certificate's own fields.

extension Recipe {
    static let fields: [Breakage: Recipe] = [
        .leafExpired: .refused(.notAfter) { plan, _ in plan.leaf.validity = before },
        .leafNotYetValid: .refused(.notBefore) { plan, _ in plan.leaf.validity = after },
        .authorityExpired: .refused(.notAfter) { plan, random in
            plan.links[plan.someAuthority(&random)].validity = before
        },
        .authorityNotYetValid: .refused(.notBefore) { plan, random in
            plan.links[plan.someAuthority(&random)].validity = after
        },
        .rootExpired: .refused(.anchorValidity) { plan, _ in plan.links[0].validity = before },
        .generalizedTimeBefore2050: .refused(.timeEncoding) { plan, _ in
            let from = Array("20260101000000Z".utf8), to = Array("20261231235959Z".utf8)
            plan.leaf.validity = try Validity(
                der: DERBytes([0x30, 34, 0x18, 15] + from + [0x18, 15] + to), "validity")
        },

        .leafSignatureWrong: .refused(.signature) { plan, _ in plan.leaf.hasBadSignature = true },
        .authoritySignatureWrong: .refused(.signature) { plan, random in
            plan.links[plan.someAuthority(&random)].hasBadSignature = true
        },
        .rootSignatureWrong: .accepted { plan, _ in plan.links[0].hasBadSignature = true },
        .issuerKeyWrong: .refused(.signature) { plan, _ in
            let stranger = try KeyRing.stranger(like: plan.leaf.signer)
            plan.leaf.signer = stranger
            plan.leaf.scheme = .lucid(stranger.key.usualScheme)
        },
        .signatureAlgorithmsDisagree: .refused(.signatureAlgorithmsAgree) { plan, _ in
            plan.leaf.change = { $0.signature = AlgorithmIdentifier(OID.ecdsaWithSHA512) }
        },
        .leafOverSHA1: .refused(.signatureAlgorithm) { plan, _ in plan.leaf.scheme = .sha1 },
        .authorityOverSHA1: .refused(.signatureAlgorithm) { plan, random in
            plan.links[plan.someAuthority(&random)].scheme = .sha1
        },
        .rootOverSHA1: .accepted { plan, _ in plan.links[0].scheme = .sha1 },
        .leafKeyTooShort: .accepted { plan, _ in plan.leaf.info = shortKey },

        .serialNumberZero: .refused(.serialNumber) { plan, _ in plan.leaf.serialNumber = DERInteger(0) },
        .serialNumberNegative: .refused(.serialNumber) { plan, _ in plan.leaf.serialNumber = DERInteger(-77) },
        .serialNumberLong: .refused(.serialNumber) { plan, _ in
            plan.leaf.serialNumber = DERInteger(magnitude: [UInt8](repeating: 0xff, count: 20))
        },
        .versionOneWithExtensions: .refused(.version) { plan, _ in plan.leaf.change = { $0.version = .v1 } },
        .authorityWithoutSubject: .refused(.issuerNotEmpty) { plan, _ in plan.rename(plan.lastAuthority, nobody) },
        .leafWithoutSubject: .refused(.subjectAltNameCritical) { plan, _ in
            plan.leaf.name = nobody
            plan.leaf.setCritical(OID.subjectAltName, false)
        },
        .leafWithoutAnyName: .refused(.subjectNotEmpty) { plan, _ in
            plan.leaf.name = nobody
            plan.leaf.remove(OID.subjectAltName)
        },
    ]

    static let nobody = Name([RelativeDistinguishedName]())

    private static let before = Validity(
        notBefore: World.time.adding(seconds: -2000), notAfter: World.time.adding(seconds: -1))
    private static let after = Validity(
        notBefore: World.time.adding(seconds: 1), notAfter: World.time.adding(seconds: 2000))

    /// A public key of which nobody has the private one.
    private static let shortKey: SubjectPublicKeyInfo = {
        let modulus = [0xc0] + [UInt8](repeating: 0x5a, count: 126) + [1]
        let key = DERWriter.encode {
            $0.sequence {
                $0.natural(modulus)
                $0.integer(65537)
            }
        }
        return SubjectPublicKeyInfo(
            algorithm: AlgorithmIdentifier(OID.rsaEncryption, parameters: AlgorithmIdentifier.nullParameters),
            subjectPublicKey: DERBitString(DERBytes(key)))
    }()
}
