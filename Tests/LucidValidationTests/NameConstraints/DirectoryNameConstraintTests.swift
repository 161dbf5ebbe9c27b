import LucidDER
import LucidModel
import Testing

@testable import LucidValidation

@Suite("directoryName constraints, RFC 5280 §4.2.1.10")
struct DirectoryNameConstraintTests {
    /// A name of organizational units, so that the order is plain to see.
    static func name(_ units: String...) throws -> Name {
        try #require(Name(units.map { (OID.organizationalUnitName, $0) }))
    }

    @Test("A name is within another when it begins with its parts")
    func relation() throws {
        let ab = try Self.name("a", "b")
        for (base, expected) in [
            (try Self.name(), Relation.within), (try Self.name("a"), .within), (ab, .within),
            (try Self.name("b"), .outside), (try Self.name("a", "c"), .outside),
            (try Self.name("a", "b", "c"), .outside),
        ] {
            #expect(try Relation(.directoryName(ab), to: .directory(base)) == expected)
            let subject = try Relation.certificate([], subject: ab)
            let problems = try Relation.problems(of: subject, permitted: [.directory(base)])
            #expect(problems.isEmpty == (expected == .within))
        }
    }

    @Test("A name that is too long to be compared is refused wherever a constraint asks about it")
    func tooLong() throws {
        let long = try Self.name("a", String(repeating: "\u{FDFA}", count: 11_000))
        let (a, b) = (GeneralSubtree.directory(try Self.name("a")), GeneralSubtree.directory(try Self.name("b")))
        let certificate = try Relation.certificate([], subject: long)
        for problems in [
            try Relation.problems(of: certificate, permitted: [a]),
            try Relation.problems(of: certificate, excluded: [b]),
        ] {
            #expect(problems.count == 1)
            guard case .unprocessable(.tooLong, _) = problems.first else {
                Issue.record("\(problems)")
                return
            }
        }
        let other = try Relation.certificate([], subject: try Self.name("a"))
        #expect(try Relation.problems(of: other, excluded: [.directory(long)]).count == 1)
    }

    @Test("Subject and alternative name are both held against it, an empty subject is not")
    func both() throws {
        let (a, b) = (try Self.name("a"), try Self.name("b"))
        let constraint = GeneralSubtree.directory(a)
        for (subject, alternative, count) in [(a, a, 0), (a, b, 1), (b, a, 1), (b, b, 2), (Name([]), a, 0)] {
            let certificate = try Relation.certificate([.directoryName(alternative)], subject: subject)
            #expect(try Relation.problems(of: certificate, permitted: [constraint]).count == count)
        }
        let nobody = try Relation.certificate([])
        #expect(try Relation.problems(of: nobody, permitted: [constraint]).isEmpty)
        #expect(try Relation.problems(of: nobody, excluded: [.directory(Name([]))]).isEmpty)
    }
}
