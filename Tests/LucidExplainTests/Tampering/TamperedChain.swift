import LucidCrypto
import LucidDER
import LucidExplain
import LucidIssuing
import LucidModel
import LucidSignature
import LucidValidation
import LucidX509

/// A root, a CA below it and a server's certificate, all signed in one way.
struct TamperedChain: Sendable, CustomStringConvertible {
    let description: String
    let root: Certificate
    let intermediate: Certificate
    let leaf: Certificate

    static let host = "www.example.test"
    static let time = CalendarTime.now

    /// Chains of one kind of key, of which the leaves are signed in several ways; nil for the key's usual way.
    private static func chains(
        _ kind: SigningKey.Kind, _ ways: KeyValuePairs<String, SignatureScheme?>
    ) throws -> [TamperedChain] {
        let begin = Self.time.adding(seconds: -3600)
        let root = try CertificateAuthority.root(named: "Root", key: .generate(kind), from: begin)
        let middle = try root.intermediate(named: "Middle", key: .generate(kind), from: begin)
        let leaf = try middle.server(names: [Self.host], key: middle.key.publicKey, from: begin)
        var chains: [TamperedChain] = []
        for (name, scheme) in ways {
            var signed = leaf
            if let scheme {
                var contents = leaf.tbsCertificate
                contents.signature = try middle.key.identifier(of: scheme)
                let encoded = contents.derEncoded
                let signature = try middle.key.sign(encoded.span, by: scheme)
                let whole = Certificate(
                    tbsCertificate: contents, signatureAlgorithm: contents.signature, signature: signature)
                signed = try Certificate(der: whole.der.array)
            }
            chains.append(
                TamperedChain(
                    description: name, root: root.certificate, intermediate: middle.certificate, leaf: signed))
        }
        return chains
    }

    /// A chain of each kind, made once.
    static let all: [TamperedChain] = {
        do {
            return try chains(.rsa(bits: 2048), ["RSA": nil, "PSS": .rsaPSS(RSAPSSParameters(.sha256))])
                + chains(.p256, ["P-256": nil]) + chains(.p384, ["P-384": nil]) + chains(.p521, ["P-521": nil])
                + chains(.ed25519, ["Ed25519": nil])
        } catch { return [] }
    }()

    /// The verification of the leaf, with one of the chain's certificates as what is changed.
    func scene(
        changing victim: Certificate? = nil, inStore: Bool = false, sendsRoot: Bool = false,
        at time: CalendarTime = time
    ) -> TamperingScene {
        let question = Question(
            leaf, CertificatePool([intermediate] + (sendsRoot ? [root] : [])),
            ReferenceIdentity(Self.host).map { [$0] } ?? [], at: time)
        return TamperingScene(
            Verifier(trustAnchors: [root]), question, changing: victim ?? leaf, changesAnchors: inStore)
    }

    /// A change of the leaf.
    func change(_ kind: CertificateChange.Kind) throws -> CertificateChange {
        switch kind {
        case .bit: try .bit(nil, of: leaf)
        case .key: try .key(of: leaf)
        case .name: try .name(to: nil, of: leaf)
        case .date: try .date(to: nil, of: leaf, at: Self.time)
        case .flag: try .flag(of: leaf)
        case .algorithm: try .algorithm(of: leaf, inBothPlaces: false)
        case .algorithms: try .algorithm(of: leaf, inBothPlaces: true)
        case .twin: try .twin(of: leaf, signer: intermediate.subjectPublicKeyInfo)
        }
    }
}
