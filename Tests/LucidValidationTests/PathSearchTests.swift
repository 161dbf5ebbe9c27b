import LucidDER
import LucidModel
import LucidValidation
import Testing

@Suite("The search for a path")
struct PathSearchTests {
    @Test("neither order nor unrelated certificates change the verdict")
    func order() throws {
        let w = try World.shared.get()
        let third = try Party("Third"), stranger = try Party("Stranger")
        let chain = [
            try w.root.certify(third, World.ca()), try third.certify(w.second, World.ca()),
            try w.second.certify(w.middle, World.ca()),
        ]
        let unrelated = [
            try stranger.certify(stranger, World.ca()), try stranger.certify(third, World.ca()),
            try w.middle.certify(stranger, World.leaf()), w.serverCertificate, w.rootCertificate,
        ]
        for identity in ["www.example.test", "x.test"].map({ ReferenceIdentity($0) }) {
            var question = Trial(w)
            question.identity = identity
            question.intermediates = chain
            let verdict = question.verdict()
            #expect(verdict.isAccepted == (identity == ReferenceIdentity("www.example.test")))
            #expect(
                verdict.path.map(\.subject.description)
                    == ["CN=Server", "CN=Middle", "CN=Second", "CN=Third", "CN=Root"])
            for order in [[2, 1, 0], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1]] {
                question.intermediates = order.map { chain[$0] }
                #expect(question.verdict() == verdict)
                question.intermediates = unrelated + order.map { chain[$0] } + unrelated + chain
                #expect(question.verdict() == verdict)
            }
        }
    }

    @Test("cross-certificates that lead in a circle end the search")
    func loop() throws {
        let w = try World.shared.get()
        var question = Trial(w)
        question.intermediates = [
            try w.second.certify(w.middle, World.ca()), try w.middle.certify(w.second, World.ca()),
            try w.second.certify(w.second, World.ca()), try w.middle.certify(w.middle, World.ca()),
        ]
        let verdict = question.verdict()
        #expect(!verdict.isAccepted)
        #expect(verdict.failures.map(\.check) == [.trustAnchor])
        // The way out of the circle is found.
        question.intermediates.append(try w.root.certify(w.second, World.ca()))
        let second = question.verdict()
        #expect(second.isAccepted)
        #expect(second.path.map(\.subject.description) == ["CN=Server", "CN=Middle", "CN=Second", "CN=Root"])
    }

    @Test("of two intermediates with one name the one that fits is taken, in any order")
    func twoOfOneName() throws {
        let w = try World.shared.get()
        let impostor = try Party("Middle")
        let expired = try w.root.certify(w.middle, to: World.time.adding(seconds: -1), World.ca())
        for bad in [try w.root.certify(impostor, World.ca()), expired] {
            for intermediates in [[bad, w.middleCertificate], [w.middleCertificate, bad]] {
                var question = Trial(w)
                question.intermediates = intermediates
                let verdict = question.verdict()
                #expect(verdict.isAccepted)
                #expect(verdict.path[1] == w.middleCertificate)
                #expect(verdict.otherPaths.allSatisfy { $0.path[1] == bad && !$0.findings.isEmpty })
            }
        }
    }

    @Test("of two roots with one name the one that signed is taken")
    func twoRoots() throws {
        let w = try World.shared.get()
        let impostor = try Party("Root")
        let other = try impostor.certify(impostor, World.ca())
        var question = Trial(w)
        for anchors in [[other, w.rootCertificate], [w.rootCertificate, other]] {
            question.anchors = anchors
            #expect(question.verdict().isAccepted)
            #expect(question.verdict().path.last == w.rootCertificate)
        }
    }

    @Test("of several refused paths the one with the fewest findings is told, and the others beside it")
    func bestRefused() throws {
        let w = try World.shared.get()
        var question = Trial(w)
        let expired = try w.root.certify(w.middle, to: World.time.adding(seconds: -1), World.ca(usage: [.cRLSign]))
        question.intermediates = [expired, w.middleCertificate]
        question.identity = ReferenceIdentity("x.test")
        let verdict = question.verdict()
        #expect(verdict.failures == [Failure(.dnsName, 0)])
        #expect(verdict.otherPaths.map { $0.findings.map(\.check) } == [[.notAfter, .keyCertSign, .dnsName]])
    }

    @Test("the key identifier chooses the likelier issuer first")
    func keyIdentifier() throws {
        let w = try World.shared.get()
        let impostor = try Party("Middle")
        for intermediates in [[impostor, w.middle], [w.middle, impostor]] {
            var question = Trial(w)
            question.intermediates = try intermediates.map { try w.root.certify($0, World.ca()) }
            let verdict = question.verdict()
            #expect(verdict.isAccepted)
            // Nothing else was tried.
            #expect(verdict.otherPaths.isEmpty)
        }
    }

    @Test("a mesh of cross-certificates ends within the budget")
    func mesh() throws {
        let w = try World.shared.get()
        let parties = try (0..<8).map { try Party("P\($0)") }
        var question = Trial(w)
        // No path leads to an anchor, so no signature is looked at: one will do for all.
        let model = w.middleCertificate
        question.intermediates = parties.flatMap { issuer in
            parties.filter { $0 !== issuer }.map { subject in
                var tbs = model.tbsCertificate
                tbs.issuer = issuer.name
                tbs.subject = subject.name
                tbs.subjectPublicKeyInfo = subject.info
                return Certificate(
                    tbsCertificate: tbs, signatureAlgorithm: model.signatureAlgorithm,
                    signature: model.signatureValue.bytes.array)
            }
        }
        question.target = try parties[0].certify(w.server, World.leaf())
        let verdict = question.verdict()
        #expect(!verdict.isAccepted)
        #expect(verdict.failures.map(\.check) == [.trustAnchor, .searchBudget])
    }

    @Test("no more intermediates than the limit")
    func longChain() throws {
        let w = try World.shared.get()
        let parties = try (0..<5).map { try Party("P\($0)") }
        var question = Trial(w)
        question.intermediates = try zip([w.root] + parties, parties).map { try $0.certify($1, World.ca()) }
        question.target = try parties[4].certify(w.server, World.leaf())
        #expect(question.verdict().isAccepted)
        var verifier = Verifier(trustAnchors: question.anchors)
        verifier.limits.intermediateCount = 5
        #expect(verifier.verify(question.target, intermediates: question.intermediates, at: World.time).isAccepted)
        verifier.limits.intermediateCount = 4
        let verdict = verifier.verify(question.target, intermediates: question.intermediates, at: World.time)
        #expect(verdict.findings.map(\.check) == [.trustAnchor, .searchLength])
    }
}
