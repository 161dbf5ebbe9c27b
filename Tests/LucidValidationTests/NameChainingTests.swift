import LucidModel
import Testing

@testable import LucidValidation

/// The search only follows issuers of the right name, so that no question to the verifier ends here. The validator does not rely
/// on that: RFC 5280 §6.1.3(a)(4) is its own rule.
@Suite("The issuer's name is the subject's above")
struct NameChainingTests {
    @Test func `a path whose names do not follow one another is refused for that, and for nothing else`() throws {
        let world = try World.shared.get()
        // The right key, under another name: the signature holds.
        let issuer = try world.root.certify(world.middle, World.ca()) { $0.subject = Name(commonName: "Somebody else") }
        let findings = Self.findings(path: [world.serverCertificate, issuer], anchor: world.rootCertificate)
        #expect(findings.map { Failure($0.check, $0.certificateIndex) } == [Failure(.nameChaining, 0)])
        #expect(
            findings.first?.parameters == [
                .init("issuer", .text("CN=Middle")), .init("expected", .text("CN=Somebody else")),
            ])
    }

    @Test func `the same path with the right name is accepted`() throws {
        let world = try World.shared.get()
        let path = [world.serverCertificate, world.middleCertificate]
        #expect(Self.findings(path: path, anchor: world.rootCertificate).isEmpty)
    }

    @Test func `names that differ in case and spaces follow one another, by RFC 5280 §7.1`() throws {
        let world = try World.shared.get()
        let issuer = try world.root.certify(world.middle, World.ca()) { $0.subject = Name(commonName: " MIDDLE ") }
        #expect(Self.findings(path: [world.serverCertificate, issuer], anchor: world.rootCertificate).isEmpty)
    }

    /// What the validator says about a path that no search has found.
    private static func findings(path: [Certificate], anchor: Certificate) -> [Finding] {
        let verifier = Verifier(trustAnchors: [anchor])
        let question = Question(path[0], CertificatePool(path.dropFirst()), [], at: World.time)
        let nodes = path.enumerated().map { index, certificate in
            PathNode(CertificateFacts(certificate), index == 0 ? .target : .intermediate(index - 1))
        }
        var validator = PathValidator(
            nodes: nodes, anchor: PathNode(CertificateFacts(anchor), .anchor(0)),
            work: Workbook(verifier: verifier, question: question, sink: SilentTrace()))
        return validator.run()
    }
}
