import LucidDER
import LucidIssuing
import LucidModel
import LucidSignature
import LucidValidation

/// The usual hierarchy, and who else signs CRLs and OCSP responses in it.
final class RevocationWorld: Sendable {
    static let shared = Result { try RevocationWorld() }

    let world: World
    /// The CA whose certificates are asked about.
    var ca: Party { world.middle }
    /// Signs CRLs for others; certified by the root.
    let crlIssuer: Party
    let crlIssuerCertificate: Certificate
    /// Another key of the CA, for CRLs alone; certified by the CA itself ("self-issued").
    let crlKey: Party
    let crlKeyCertificate: Certificate
    /// Answers OCSP requests in the CA's name.
    let responder: Party
    /// A server's certificate with the serial number 0x1234.
    let usualCertificate: Certificate

    init() throws {
        world = try World.shared.get()
        crlIssuer = try Party("CRL Issuer")
        crlIssuerCertificate = try world.root.certify(crlIssuer, [Extension(KeyUsage.cRLSign, critical: true)])
        crlKey = try Party("Middle")
        crlKeyCertificate = try world.middle.certify(crlKey, [Extension(KeyUsage.cRLSign, critical: true)])
        responder = try Party("Responder")
        usualCertificate = try world.middle.certify(world.server, World.leaf()) { $0.serialNumber = DERInteger(0x1234) }
    }

    /// A certificate of the CA with a serial number and extensions.
    func certificate(_ serialNumber: DERInteger, _ extensions: [Extension] = []) throws
        -> Certificate
    {
        try ca.certify(world.server, World.leaf(extensions)) { $0.serialNumber = serialNumber }
    }

    /// A certificate of the CA for another CA.
    func caCertificate() throws -> Certificate {
        try ca.certify(world.second, World.ca()) { $0.serialNumber = DERInteger(0x1234) }
    }

    /// A certificate of the CA with distribution points.
    func certificate(_ points: [DistributionPoint]) throws -> Certificate {
        try certificate(DERInteger(0x1234), [Extension(CRLDistributionPoints(points: points), critical: false)])
    }

    /// A CRL that is good for a month around the time in question.
    func list(
        by party: Party? = nil, key: Party? = nil, number: Int = 5,
        _ change: (inout RevocationListContents) -> Void = { _ in }
    ) throws -> RevocationList {
        let issuer = party ?? ca
        var contents = RevocationListContents(
            issuer: issuer.name, number: DERInteger(number), thisUpdate: World.time.adding(seconds: -86_400),
            nextUpdate: World.time.adding(seconds: 30 * 86_400))
        // openssl looks for delta CRLs only where a freshestCRL says that there are some.
        let delta = DistributionPoint(distributionPoint: .fullName([Point.uri("delta")]))
        contents.otherExtensions = [Extension(FreshestCRL(points: [delta]), critical: false)]
        change(&contents)
        return try contents.signed(with: (key ?? issuer).key)
    }

    /// A delta CRL.
    func delta(
        number: Int = 6, base: Int = 5, _ change: (inout RevocationListContents) -> Void = { _ in }
    ) throws -> RevocationList {
        try list(number: number) {
            $0.baseNumber = DERInteger(base)
            $0.otherExtensions = []
            change(&$0)
        }
    }
}

extension RevocationListContents {
    /// Adds an entry.
    mutating func revoke(
        _ serialNumber: Int = 0x1234, _ reason: ReasonCode.Reason? = nil, of issuer: Name? = nil,
        _ extensions: [Extension] = []
    ) {
        var entry = RevocationEntry(
            serialNumber: DERInteger(serialNumber), revokedAt: World.from, reason: reason, certificateIssuer: issuer)
        entry.otherExtensions = extensions
        entries.append(entry)
    }
}

/// Certificates, and the verifier to find paths to the root for them.
struct PoolPaths: CRLIssuerPaths {
    let pool: [Certificate]
    let anchor: Certificate

    mutating func certificates(named subject: Name, keyIdentifier: DERBytes?) -> [Certificate] {
        pool.filter { $0.subject == subject }
    }

    mutating func hasValidPath(_ certificate: Certificate) -> Bool {
        Verifier(trustAnchors: [anchor], purpose: .any).verify(certificate, intermediates: pool, at: World.time)
            .isAccepted
    }
}

/// A question about one certificate, and what was given to answer it.
struct RevocationQuestion {
    var certificate: Certificate
    var issuer: Certificate
    var lists: [RevocationList] = []
    var responses: [OCSPResponse] = []
    /// Other certificates that the search knows.
    var pool: [Certificate]
    var anchor: Certificate
    var useDeltas = true
    var time = World.time

    init(_ world: RevocationWorld) {
        certificate = world.usualCertificate
        issuer = world.world.middleCertificate
        pool = [world.world.middleCertificate, world.crlIssuerCertificate]
        anchor = world.world.rootCertificate
    }

    var evidence: RevocationEvidence { RevocationEvidence(lists: lists, responses: responses) }

    /// The answer. Evidence that is used again has its signatures checked already.
    func result(
        _ policy: RevocationPolicy, _ evidence: RevocationEvidence, isTracing: Bool = false
    ) throws -> RevocationResult {
        var checker = RevocationChecker(evidence: evidence, policy: policy, time: time)
        checker.useDeltas = useDeltas
        var paths = PoolPaths(pool: pool, anchor: anchor)
        return checker.check(
            certificate, index: 0, issuer: issuer, issuerKey: try PublicKey(issuer.subjectPublicKeyInfo), paths: &paths,
            isTracing: isTracing)
    }
}
