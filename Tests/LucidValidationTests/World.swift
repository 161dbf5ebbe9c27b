import LucidDER
import LucidModel
import LucidSignature
import LucidValidation

/// Somebody with a name and a P-256 key who signs certificates.
final class Party: Sendable {
    let name: Name
    let key: SigningKey

    init(_ name: Name, _ key: consuming SigningKey) {
        self.name = name
        self.key = key
    }

    convenience init(_ commonName: String?) throws {
        self.init(
            commonName.map(Name.init(commonName:)) ?? Name([RelativeDistinguishedName]()),
            try SigningKey.generate(.p256))
    }

    var info: SubjectPublicKeyInfo { key.publicKey.info }

    /// The identifiers of both keys, which every certificate with extensions has unless it brings its own.
    private func keyIdentifiers(of subject: Party) -> [Extension] {
        [
            Extension(SubjectKeyIdentifier(keyIdentifier: subject.info.keyIdentifier), critical: false),
            Extension(AuthorityKeyIdentifier(keyIdentifier: info.keyIdentifier), critical: false),
        ]
    }

    /// Signs anything, however wrong it is.
    func certify(
        _ subject: Party, from: CalendarTime = World.from, to: CalendarTime = World.to, _ extensions: [Extension],
        change: (inout TBSCertificate) -> Void = { _ in }
    ) throws -> Certificate {
        let algorithm = try key.identifier(of: key.usualScheme)
        let missing = keyIdentifiers(of: subject).filter { usual in
            !extensions.contains { $0.extnID == usual.extnID }
        }
        var tbs = TBSCertificate(
            serialNumber: DERInteger(magnitude: subject.info.keyIdentifier.prefix(16)), signature: algorithm,
            issuer: name, validity: Validity(notBefore: from, notAfter: to), subject: subject.name,
            subjectPublicKeyInfo: subject.info,
            extensions: Extensions(extensions.isEmpty ? [] : extensions + missing))
        change(&tbs)
        let encoded = tbs.derEncoded
        return Certificate(
            tbsCertificate: tbs, signatureAlgorithm: algorithm,
            signature: try key.sign(encoded.span, by: key.usualScheme))
    }
}

/// A root, an intermediate, a server, and what is usual in their certificates.
final class World: Sendable {
    static let from = CalendarTime("2026-01-01T00:00:00Z") ?? CalendarTime(secondsSince1970: 0)
    static let to = CalendarTime("2026-12-31T23:59:59Z") ?? CalendarTime(secondsSince1970: 0)
    static let time = CalendarTime("2026-06-01T12:00:00Z") ?? CalendarTime(secondsSince1970: 0)
    static let shared = Result { try World() }

    let root, middle, second, server: Party
    /// A server with its host's name for a commonName, as the web's rules want it.
    let site: Party
    /// The usual certificates.
    let rootCertificate, middleCertificate, serverCertificate: Certificate

    init() throws {
        root = try Party("Root")
        middle = try Party("Middle")
        second = try Party("Second")
        server = try Party("Server")
        site = try Party("www.example.test")
        rootCertificate = try root.certify(root, Self.ca())
        middleCertificate = try root.certify(middle, Self.ca())
        serverCertificate = try middle.certify(server, Self.leaf())
    }

    /// The usual extensions of a CA.
    static func ca(pathLength: Int? = nil, usage: KeyUsage? = [.keyCertSign, .cRLSign], _ more: [Extension] = [])
        -> [Extension]
    {
        [Extension(BasicConstraints(cA: true, pathLenConstraint: pathLength), critical: true)]
            + (usage.map { [Extension($0, critical: true)] } ?? []) + more
    }

    /// The usual extensions of a server.
    static func leaf(
        names: [GeneralName?] = [.dns("www.example.test")], usage: KeyUsage? = [.digitalSignature],
        purposes: [ObjectIdentifier]? = [OID.serverAuth], _ more: [Extension] = []
    ) -> [Extension] {
        var all = [Extension(BasicConstraints(cA: false), critical: true)]
        if let usage { all.append(Extension(usage, critical: true)) }
        if let purposes { all.append(Extension(ExtendedKeyUsage(purposes: purposes), critical: false)) }
        if !names.isEmpty { all.append(Extension(SubjectAltName(names: names.compactMap { $0 }), critical: false)) }
        return all + more
    }
}

/// One question to a verifier, and the verifier that it is put to.
struct Trial: Sendable {
    var target: Certificate
    var intermediates: [Certificate]
    var anchors: [Certificate]
    var identities = [ReferenceIdentity("www.example.test")].compactMap { $0 }
    var time = World.time
    var purpose = Verifier.Purpose.server
    var profile = Profile.private
    /// What else is asked of the verifier.
    var settings: @Sendable (inout Verifier) -> Void = { _ in }

    /// The usual chain.
    init(_ world: World) {
        target = world.serverCertificate
        intermediates = [world.middleCertificate]
        anchors = [world.rootCertificate]
    }

    /// The only identity that is asked for.
    var identity: ReferenceIdentity? {
        get { identities.first }
        set { identities = newValue.map { [$0] } ?? [] }
    }

    var verifier: Verifier {
        var verifier = Verifier(trustAnchors: anchors, purpose: purpose, profile: profile)
        settings(&verifier)
        return verifier
    }

    var question: Question { Question(target, CertificatePool(intermediates), identities, at: time) }

    func verdict() -> Verdict { verifier.verify(question) }

    func verdict(trace: inout Trace) -> Verdict { verifier.verify(question, trace: &trace) }
}

/// A failed check and the certificate that it is about.
struct Failure: Hashable, Sendable {
    let check: Check
    let index: Int?
    init(_ check: Check, _ index: Int?) { (self.check, self.index) = (check, index) }
}

extension Verdict {
    var failures: [Failure] { findings.map { Failure($0.check, $0.certificateIndex) } }
}
