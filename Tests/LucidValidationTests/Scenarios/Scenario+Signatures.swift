import LucidDER
import LucidModel
import LucidValidation

extension Scenario {
    /// The same certificate with its signature altered.
    private static func forged(_ certificate: Certificate) -> Certificate {
        var signature = certificate.signatureValue.bytes.array
        signature[signature.count - 1] ^= 1
        return Certificate(
            tbsCertificate: certificate.tbsCertificate, signatureAlgorithm: certificate.signatureAlgorithm,
            signature: signature)
    }

    /// RFC 5280 §6.1.3(a)(1).
    static let signatures: [Scenario] = [
        .refused("bad signature", [Failure(.signature, 0)]) { w, q in q.target = forged(q.target) },
        .refused("bad signature of the intermediate", [Failure(.signature, 1)]) { w, q in
            q.intermediates = q.intermediates.map(forged)
        },
        .refused("signed by another key of the same name", [Failure(.signature, 0)]) { w, q in
            q.target = try Party("Middle").certify(w.server, World.leaf())
        },
        .refused("a root of the same name with another key", [Failure(.signature, 1)]) { w, q in
            let impostor = try Party("Root")
            q.anchors = [try impostor.certify(impostor, World.ca())]
        },
        .refused("unsupported algorithm", [Failure(.signatureAlgorithm, 0), Failure(.signature, 0)]) { w, q in
            let unsupported = AlgorithmIdentifier(
                OID.md5WithRSAEncryption, parameters: AlgorithmIdentifier.nullParameters)
            var tbs = q.target.tbsCertificate
            tbs.signature = unsupported
            q.target = Certificate(
                tbsCertificate: tbs, signatureAlgorithm: unsupported, signature: q.target.signatureValue.bytes.array)
        },
        .refused("the intermediate's key can not be used", [Failure(.keyUsable, 1), Failure(.signature, 0)]) { w, q in
            try q.middle(w) {
                $0.subjectPublicKeyInfo = SubjectPublicKeyInfo(
                    algorithm: AlgorithmIdentifier(OID.ed448), subjectPublicKey: DERBitString([1]))
            }
        },
    ]
}
