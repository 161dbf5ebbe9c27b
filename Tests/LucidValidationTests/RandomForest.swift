import LucidDER
import LucidModel
import LucidPEM
import LucidSignature
import LucidTestSupport
import LucidValidation

/// CAs that certify each other, well and badly, of which every case takes a few certificates at random.
///
/// The keys are RSA keys, which check signatures quickly in a debug build.
struct RandomForest: Sendable {
    let root: Certificate
    /// Every CA's certificates by every other, in all ways.
    let intermediates: [Certificate]
    let targets: [Certificate]
    /// Certificates that have to do with none of these.
    let strangers: [Certificate]

    static let shared = Result { try RandomForest() }

    private init() throws {
        let root = try Party("Root", keyFile: "chain-rsa-root")
        // Two CAs have one name, so that each is the other's impostor.
        let authorities = [
            try Party("CA 1", keyFile: "chain-rsa-intermediate"), try Party("CA 1", keyFile: "chain-rsa-leaf"),
            try Party("CA 2", keyFile: "leaf-rsa-2048"), try Party("CA 3", keyFile: "rsa-2048"),
        ]
        let world = try World.shared.get()
        self.root = try root.certify(root, World.ca())
        intermediates = try ([root] + authorities).flatMap { issuer in
            try authorities.filter { $0 !== issuer }.flatMap { try Self.certificates(of: $0, by: issuer) }
        }
        targets = try authorities.map { try $0.certify(world.server, World.leaf()) }
        strangers = [
            try world.second.certify(world.middle, World.ca()), world.middleCertificate, world.serverCertificate,
            try world.middle.certify(world.second, World.ca()),
        ]
    }

    private static func certificates(of subject: Party, by issuer: Party) throws -> [Certificate] {
        let good = try issuer.certify(subject, World.ca())
        let expired = World.time.adding(seconds: -1)
        return [
            good, try issuer.certify(subject, to: expired, World.ca()),
            try issuer.certify(subject, World.ca(pathLength: 0)),
            try issuer.certify(subject, to: expired, World.ca(usage: [.cRLSign])),
            try issuer.certify(subject, World.ca([try Scenario.excluded(.dns("example.test"))])),
            Certificate(
                tbsCertificate: good.tbsCertificate, signatureAlgorithm: good.signatureAlgorithm,
                signature: [UInt8](repeating: 1, count: 256)),
        ]
    }

    /// A target, and some of the certificates that may lead from it to the root.
    func trial(_ generator: inout SeededGenerator) throws -> Trial {
        var trial = Trial(try World.shared.get())
        trial.anchors = [root]
        trial.target = targets.randomElement(using: &generator) ?? trial.target
        trial.intermediates = Array(
            intermediates.shuffled(using: &generator).prefix(.random(in: 2...14, using: &generator)))
        return trial
    }
}

extension Party {
    /// Somebody with one of the fixtures' keys.
    fileprivate convenience init(_ commonName: String, keyFile: String) throws {
        let file = try Checkout.fixture("openssl/keys/\(keyFile).pem")
        guard var block = try PEMReader.blocks(in: file.span).first?.get() else { throw MissingKey() }
        self.init(Name(commonName: commonName), try SigningKey(pem: &block))
    }

    private struct MissingKey: Error {}
}
