import Foundation
import LucidDER
import LucidModel
import LucidValidation
import Testing

@Suite("No set of certificates keeps the search busy")
struct PathologicalPoolTests {
    @Test("100 intermediates of one name and one key, and one of them leads to the root", arguments: [false, true])
    func oneNameAndOneKey(hasWay: Bool) throws {
        let w = try World.shared.get()
        var trial = Trial(w)
        trial.intermediates = (0..<100).map {
            fabricated(w.middle.name, by: Name(commonName: "Nobody \($0)"), w.middle.info, serial: $0)
        }
        if hasWay { trial.intermediates.insert(w.middleCertificate, at: 50) }
        let verdict = verdictInTime(trial)
        #expect(verdict.isAccepted == hasWay)
        #expect(hasWay || verdict.failures == [Failure(.trustAnchor, 1)])
    }

    @Test("100 names of one key, each the next one's issuer, in a circle")
    func oneKeyInACircle() throws {
        let w = try World.shared.get()
        func name(_ number: Int) -> Name { Name(commonName: "CA \(number % 100)") }
        var trial = Trial(w)
        trial.intermediates = try (0..<100).map { number in
            try w.middle.certify(w.middle, World.ca()) {
                ($0.subject, $0.issuer) = (name(number), name(number + 1))
            }
        }
        trial.target = try w.middle.certify(w.server, World.leaf()) { $0.issuer = name(0) }
        #expect(verdictInTime(trial).failures == [Failure(.trustAnchor, 16), Failure(.searchLength, nil)])
    }

    /// 12 CAs that all certified each other, and a server's certificate by the first.
    private static let mesh = Result {
        let parties = try (0..<12).map { try Party("Mesh \($0)") }
        let certificates = try parties.flatMap { issuer in
            try parties.filter { $0 !== issuer }.map { try issuer.certify($0, World.ca()) }
        }
        return (parties, certificates, try parties[0].certify(World.shared.get().server, World.leaf()))
    }

    @Test("a complete mesh of 12 CAs without a way to the root")
    func meshWithoutWay() throws {
        var trial = Trial(try World.shared.get())
        (_, trial.intermediates, trial.target) = try Self.mesh.get()
        let verdict = verdictInTime(trial)
        #expect(verdict.failures.map(\.check) == [.trustAnchor, .searchBudget])
    }

    @Test("a complete mesh of 12 CAs of which the root certified one or two", arguments: [[0], [7], [3, 11]])
    func meshWithWay(certified: [Int]) throws {
        let w = try World.shared.get()
        var trial = Trial(w)
        let (parties, certificates, target) = try Self.mesh.get()
        trial.target = target
        let ways = try certified.map { try w.root.certify(parties[$0], World.ca()) }
        for intermediates in [certificates + ways, ways + certificates] {
            trial.intermediates = intermediates
            let verdict = verdictInTime(trial)
            #expect(verdict.isAccepted)
            #expect(verdict.path.count <= 5)
        }
    }

    @Test("a mesh whose only way is refused by its last certificate hides no other short one")
    func meshWithRefusedWay() throws {
        let w = try World.shared.get()
        var trial = Trial(w)
        let (parties, certificates, target) = try Self.mesh.get()
        trial.target = target
        // The key identifiers, dates and bits are the same: only the path's validation tells the ways apart.
        trial.intermediates =
            certificates + [
                try w.root.certify(parties[2], World.ca([try Scenario.excluded(.dns("example.test"))])),
                try w.root.certify(parties[9], World.ca()),
            ]
        let verdict = verdictInTime(trial)
        #expect(verdict.isAccepted)
        #expect(verdict.path.dropLast().last?.subject == parties[9].name)
    }

    @Test("10,000 unrelated intermediates")
    func unrelated() throws {
        let w = try World.shared.get()
        var trial = Trial(w)
        trial.intermediates = (0..<10_000).map {
            fabricated(Name(commonName: "CA \($0)"), by: Name(commonName: "CA \($0 / 2)"), w.second.info, serial: $0)
        }
        trial.intermediates.insert(w.middleCertificate, at: 5_000)
        let verifier = trial.verifier
        let question = trial.question
        #expect(inTime { verifier.verify(question) }.isAccepted)
    }

    @Test("10,000 intermediates of the right name without a usable key")
    func namesakes() throws {
        let w = try World.shared.get()
        let info = SubjectPublicKeyInfo(
            algorithm: AlgorithmIdentifier(OID.ed448), subjectPublicKey: DERBitString([1]))
        var trial = Trial(w)
        trial.intermediates = (0..<10_000).map {
            fabricated(w.middle.name, by: w.root.name, info, serial: $0)
        }
        trial.intermediates += trial.intermediates
        let pool = inTime { CertificatePool(trial.intermediates) }
        #expect(pool.certificates.count == 10_000)
        let (verifier, question) = (trial.verifier, Question(trial.target, pool, at: World.time))
        let verdict = inTime { verifier.verify(question) }
        #expect(verdict.failures.map(\.check).contains(.searchBudget))
    }

    @Test("a long chain in which each CA has an expired twin")
    func expiredTwins() throws {
        let w = try World.shared.get()
        let parties = try (0..<12).map { try Party("CA \($0)") }
        var trial = Trial(w)
        trial.intermediates = try zip([w.root] + parties, parties).flatMap { issuer, subject in
            [
                try issuer.certify(subject, to: World.time.adding(seconds: -1), World.ca()),
                try issuer.certify(subject, World.ca()),
            ]
        }
        trial.target = try parties[11].certify(w.server, World.leaf())
        let verdict = verdictInTime(trial)
        #expect(verdict.isAccepted)
        #expect(verdict.otherPaths.isEmpty)
    }

    @Test("a chain of 50 intermediates is given up at the limit, at the first certificate that was not followed")
    func longChain() throws {
        let w = try World.shared.get()
        var trial = Trial(w)
        func name(_ number: Int) -> Name { number == 0 ? w.root.name : Name(commonName: "CA \(number)") }
        // All CAs but the root have one key, which makes no difference to the search.
        trial.intermediates = try (1...50).map { number in
            try (number == 1 ? w.root : w.middle).certify(w.middle, World.ca()) {
                ($0.subject, $0.issuer) = (name(number), name(number - 1))
            }
        }
        trial.target = try w.middle.certify(w.server, World.leaf()) { $0.issuer = name(50) }
        let verdict = verdictInTime(trial)
        #expect(verdict.failures == [Failure(.trustAnchor, 16), Failure(.searchLength, nil)])
        #expect(verdict.path.count == 17)
        trial.settings = { $0.limits.intermediateCount = 50 }
        #expect(verdictInTime(trial).isAccepted)
    }

    // MARK: Support

    /// A certificate whose signature is none.
    private func fabricated(
        _ subject: Name, by issuer: Name, _ info: SubjectPublicKeyInfo, serial: Int
    ) -> Certificate {
        let algorithm = AlgorithmIdentifier(OID.ecdsaWithSHA256)
        let tbs = TBSCertificate(
            serialNumber: DERInteger(serial + 1), signature: algorithm, issuer: issuer,
            validity: Validity(notBefore: World.from, notAfter: World.to), subject: subject, subjectPublicKeyInfo: info,
            extensions: Extensions(World.ca()))
        return Certificate(tbsCertificate: tbs, signatureAlgorithm: algorithm, signature: [0])
    }

    private func verdictInTime(_ trial: Trial) -> Verdict { inTime { trial.verdict() } }

    /// What an action returns, if it takes no longer than it may: 100 ms of the processor, and in a debug build, whose
    /// curves are slower by a factor of hundreds, 30 seconds.
    private func inTime<Value>(_ action: () -> Value) -> Value {
        #if DEBUG
            let bound = 30.0
        #else
            let bound = 0.1
        #endif
        let start = Self.threadSeconds()
        let value = action()
        let seconds = Self.threadSeconds() - start
        #expect(seconds < bound)
        return value
    }

    private static func threadSeconds() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
