import LucidDER
import LucidModel
import LucidSignature
import LucidValidation

/// Somebody with a name and a P-256 key who signs certificates.
final class Party: Sendable {
    let name: Name
    let key: SigningKey

    init(_ commonName: String?) throws {
        name = commonName.map(Name.init(commonName:)) ?? Name([RelativeDistinguishedName]())
        key = try SigningKey.generate(.p256)
    }

    var info: SubjectPublicKeyInfo { key.publicKey.info }

    /// The identifiers of both keys, which every certificate with extensions has.
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
        var tbs = TBSCertificate(
            serialNumber: DERInteger(magnitude: subject.info.keyIdentifier.prefix(16)), signature: algorithm,
            issuer: name, validity: Validity(notBefore: from, notAfter: to), subject: subject.name,
            subjectPublicKeyInfo: subject.info,
            extensions: Extensions(extensions.isEmpty ? [] : extensions + keyIdentifiers(of: subject)))
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
    /// The usual certificates.
    let rootCertificate, middleCertificate, serverCertificate: Certificate

    init() throws {
        root = try Party("Root")
        middle = try Party("Middle")
        second = try Party("Second")
        server = try Party("Server")
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

/// One question to the verifier.
struct Trial: Sendable {
    var target: Certificate
    var intermediates: [Certificate]
    var anchors: [Certificate]
    var identity: ReferenceIdentity? = ReferenceIdentity("www.example.test")
    var time = World.time
    var purpose = Verifier.Purpose.server

    /// The usual chain.
    init(_ world: World) {
        target = world.serverCertificate
        intermediates = [world.middleCertificate]
        anchors = [world.rootCertificate]
    }

    func verdict() -> Verdict {
        Verifier(trustAnchors: anchors, purpose: purpose).verify(
            target, intermediates: intermediates, identity: identity, at: time)
    }

    func verdict(trace: inout Trace) -> Verdict {
        Verifier(trustAnchors: anchors, purpose: purpose).verify(
            target, intermediates: intermediates, identity: identity, at: time, trace: &trace)
    }
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
