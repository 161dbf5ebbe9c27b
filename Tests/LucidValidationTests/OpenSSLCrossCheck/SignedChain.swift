import LucidDER
import LucidModel
import LucidPEM
import LucidSignature

/// A chain as files: what both verifiers get, octet for octet the same.
struct SignedChain: Sendable {
    let anchor: [UInt8]
    let authorities: [[UInt8]]
    let target: [UInt8]
    let lists: [[UInt8]]

    init(_ plan: ChainPlan) throws {
        let certificates = try plan.links.map { try Self.certificate($0) }
        anchor = try plan.otherAnchor.map { try Self.certificate($0) } ?? certificates[0]
        authorities =
            try plan.twins.map { try Self.certificate($0) }
            + plan.authorities.filter { !plan.withheld.contains($0) }.map { certificates[$0] }
        target = certificates[certificates.count - 1]
        lists = try plan.lists.filter { !$0.isWithheld }.map { list in
            let unsigned = try list.contents.signed(with: list.signer.key)
            guard list.hasBadSignature else { return unsigned.der.array }
            return RevocationList(
                tbsCertList: unsigned.tbsCertList, signatureAlgorithm: unsigned.signatureAlgorithm,
                signature: Self.spoiled(unsigned.signatureValue.bytes.array)
            ).der.array
        }
    }

    /// The last octet of a signature is part of a number in every scheme, so that the signature still decodes.
    private static func spoiled(_ signature: [UInt8]) -> [UInt8] {
        signature.dropLast() + signature.suffix(1).map { $0 ^ 1 }
    }

    private static func certificate(_ link: ChainPlan.Link) throws -> [UInt8] {
        let algorithm = try link.signer.identifier(of: link.scheme)
        var tbs = TBSCertificate(
            serialNumber: link.serialNumber, signature: algorithm, issuer: link.issuer, validity: link.validity,
            subject: link.name, subjectPublicKeyInfo: link.info, extensions: Extensions(link.extensions))
        link.change(&tbs)
        let encoded = link.rewrite(tbs.derEncoded)
        let signature = try link.signer.sign(encoded, by: link.scheme)
        return DERWriter.encode {
            $0.sequence {
                $0.append(encoded)
                (link.outerAlgorithm ?? algorithm).encode(to: &$0)
                $0.bitString(link.hasBadSignature ? spoiled(signature) : signature)
            }
        }
    }
}
