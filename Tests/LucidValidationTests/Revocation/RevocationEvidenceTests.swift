import LucidDER
import LucidIssuing
import LucidModel
import LucidSignature
import LucidValidation
import Testing

@Suite("Revocation evidence")
struct RevocationEvidenceTests {
    private func check(
        _ question: RevocationQuestion, _ evidence: RevocationEvidence, _ policy: RevocationPolicy = .require
    ) throws -> RevocationResult {
        var paths = NoOtherCRLIssuers()
        return RevocationChecker(evidence: evidence, policy: policy, time: World.time).check(
            question.certificate, index: 3, issuer: question.issuer,
            issuerKey: try PublicKey(question.issuer.subjectPublicKeyInfo), paths: &paths)
    }

    @Test func `every entry of a long CRL is found, and nothing else`() throws {
        let world = try RevocationWorld.shared.get()
        var question = RevocationQuestion(world)
        // Numbers with few different endings, so that many share their last eight octets.
        func serial(_ index: Int) -> DERInteger {
            DERInteger(magnitude: [1, UInt8(index / 16)] + [UInt8](repeating: 0, count: 7) + [UInt8(index % 16)])
        }
        let list = try world.list { contents in
            contents.entries = (0..<400).filter { $0 % 2 == 0 }.map {
                RevocationEntry(serialNumber: serial($0 * 7 % 400), revokedAt: World.from)
            }
        }
        let evidence = RevocationEvidence(lists: [list])
        let tbs = question.certificate.tbsCertificate
        for index in 0..<400 {
            var changed = tbs
            changed.serialNumber = serial(index)
            question.certificate = Certificate(
                tbsCertificate: changed, signatureAlgorithm: tbs.signature, signature: [0])
            #expect(try check(question, evidence).simpleStatus == (index % 2 == 0 ? .revoked(.unspecified) : .good))
        }
    }

    @Test func `of lists of the same second the larger number counts, in whatever order they are given`() throws {
        let world = try RevocationWorld.shared.get()
        let before = try world.list(number: 0x7f)
        let after = try world.list(number: 0x80) { $0.revoke(0x1234, .superseded) }
        let lifted = try world.list(number: 0x100)
        for (lists, expected) in [
            ([before, after], RevocationScenario.Expected.revoked(.superseded)), ([after, before, lifted], .good),
        ] {
            for order in [lists, lists.reversed()] {
                let result = try check(RevocationQuestion(world), RevocationEvidence(lists: order))
                #expect(result.simpleStatus == expected)
            }
        }
    }

    @Test func `of lists that differ in nothing but their entries the longer one counts`() throws {
        let world = try RevocationWorld.shared.get()
        let lists = [try world.list(), try world.list { $0.revoke(0x1234, .superseded) }]
        for order in [lists, lists.reversed()] {
            let result = try check(RevocationQuestion(world), RevocationEvidence(lists: order))
            #expect(result.simpleStatus == .revoked(.superseded))
        }
    }

    @Test func `a status without evidence`() throws {
        let question = RevocationQuestion(try RevocationWorld.shared.get())
        let evidence = RevocationEvidence()
        #expect(evidence.isEmpty)
        #expect(try check(question, evidence, .off).status == .notAsked)
        #expect(try check(question, evidence, .ifPresent).findings.isEmpty)
        let finding = try #require(try check(question, evidence, .require).findings.first)
        #expect(finding.check == .revocationKnown && finding.certificateIndex == 3)
    }

    @Test func `a revocation says since when, why and by whom`() throws {
        let world = try RevocationWorld.shared.get()
        let list = try world.list { $0.revoke(0x1234, .superseded) }
        let result = try check(RevocationQuestion(world), RevocationEvidence(lists: [list]))
        #expect(result.status == .revoked(at: World.from, reason: .superseded))
        #expect(
            result.findings.first?.parameters == [
                .init("source", .text("CRL 5 of CN=Middle")), .init("since", .time(World.from)),
                .init("reason", .text("superseded")),
            ])
    }

    @Test func `a responder whose own status nobody knows is enough where none is required`() throws {
        let world = try RevocationWorld.shared.get()
        var question = RevocationQuestion(world)
        let certificate = try world.ca.certify(
            world.responder, [Extension(ExtendedKeyUsage(purposes: [OID.ocspSigning]), critical: false)])
        var contents = OCSPResponseContents(responder: certificate, isDelegated: true, producedAt: World.time)
        contents.responses = [try world.answer(about: question.certificate)]
        question.responses = [try contents.signed(with: world.responder.key)]
        #expect(try question.result(.ifPresent, question.evidence).simpleStatus == .good)
        let required = try question.result(.require, question.evidence)
        #expect(required.simpleStatus == .undetermined)
        #expect(required.checks(.error) == [.ocspSignerStatus, .revocationKnown])
    }

    @Test func `the same list twice counts once`() throws {
        let world = try RevocationWorld.shared.get()
        let list = forged(try world.list())
        let result = try check(RevocationQuestion(world), RevocationEvidence(lists: [list, list]), .ifPresent)
        #expect(result.findings.map(\.check) == [.crlSignature])
    }

    @Test func `thousands of CRLs of other places are told of in few words`() throws {
        let world = try RevocationWorld.shared.get()
        let one = try world.list { $0.issuingDistributionPoint = .init(distributionPoint: .fullName([Point.uri("x")])) }
        let lists = (0..<2000).map { index in
            RevocationList(
                tbsCertList: one.tbsCertList, signatureAlgorithm: one.signatureAlgorithm,
                signature: [UInt8(index / 256), UInt8(index % 256)])
        }
        let result = try check(RevocationQuestion(world), RevocationEvidence(lists: lists))
        #expect(result.simpleStatus == .undetermined && result.findings.count < 50)
        #expect(result.checks(.warning) == [.crlDistributionPoint])
    }
}
