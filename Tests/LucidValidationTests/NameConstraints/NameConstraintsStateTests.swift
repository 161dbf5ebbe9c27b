import LucidDER
import LucidModel
import Testing

@testable import LucidValidation

@Suite("permitted_subtrees and excluded_subtrees, RFC 5280 §6.1.2 to §6.1.4")
struct NameConstraintsStateTests {
    static func dns(_ bases: String...) throws -> [GeneralSubtree] { try bases.map { try #require(.dns($0)) } }
    static func certificate(_ names: String...) throws -> Certificate {
        try Relation.certificate(try names.map { try #require(GeneralName.dns($0)) })
    }
    static func violations(_ state: NameConstraintsState, _ names: String...) throws -> [String] {
        var left = 1000
        let certificate = try Relation.certificate(try names.map { try #require(GeneralName.dns($0)) })
        return try state.violations(of: CertificateFacts(certificate), comparisonsLeft: &left).map {
            "\($0.name.source.text) \($0.problem.kind) \($0.certificateIndex.map(String.init) ?? "input")"
        }
    }

    @Test("Permitted subtrees are intersected, excluded ones united")
    func path() throws {
        var state = NameConstraintsState()
        #expect(state.isEmpty)
        #expect(try Self.violations(state, "a.test", "not a name").isEmpty)
        state.add(
            NameConstraints(
                permittedSubtrees: try Self.dns("a.test", "b.test"), excludedSubtrees: try Self.dns("x.a.test")),
            certificateIndex: 2)
        state.add(
            NameConstraints(permittedSubtrees: try Self.dns("b.test", "a.test", "c.test"), excludedSubtrees: nil),
            certificateIndex: 1)
        state.add(
            NameConstraints(permittedSubtrees: nil, excludedSubtrees: try Self.dns("y.a.test")), certificateIndex: 0)
        #expect(!state.isEmpty)
        #expect(try Self.violations(state, "a.test", "z.b.test").isEmpty)
        #expect(
            try Self.violations(state, "c.test", "x.a.test", "y.a.test", "d.test") == [
                "c.test notPermitted 2", "x.a.test excluded 2", "y.a.test excluded 0", "d.test notPermitted 2",
                "d.test notPermitted 1",
            ])
    }

    @Test("What an intermediate permits can not widen what was permitted above")
    func narrowing() throws {
        var state = NameConstraintsState()
        state.add(
            NameConstraints(permittedSubtrees: try Self.dns("a.test"), excludedSubtrees: nil), certificateIndex: 2)
        state.add(NameConstraints(permittedSubtrees: try Self.dns(""), excludedSubtrees: nil), certificateIndex: 1)
        #expect(try Self.violations(state, "b.test") == ["b.test notPermitted 2"])
    }

    @Test("The inputs are subtrees like others, RFC 5280 §6.1.1(h), (i)")
    func inputs() throws {
        let state = NameConstraintsState(
            initialPermittedSubtrees: try Self.dns("test"), initialExcludedSubtrees: try Self.dns("a.test"))
        #expect(
            try Self.violations(state, "b.test", "a.test", "b.example") == [
                "a.test excluded input", "b.example notPermitted input",
            ])
    }

    @Test("What is excluded and permitted is excluded")
    func excludedWins() throws {
        let problems = try Relation.problems(
            of: Self.certificate("a.test"), permitted: Self.dns("a.test"), excluded: Self.dns("test"))
        #expect(problems == [.excluded(try Self.dns("test")[0])])
    }

    @Test("Each form is constrained by itself")
    func forms() throws {
        let names = try [
            #require(GeneralName.dns("a.test")), #require(GeneralName.email("a@a.test")),
            #require(GeneralName.uri("x://a.test")), #require(GeneralName.ip("192.0.2.1")),
            .directoryName(Name(commonName: "a")), .registeredID(OID.commonName), .x400Address([]), .ediPartyName([]),
            .otherName(type: OID.commonName, value: [5, 0]),
        ]
        let bases = try [
            #require(GeneralSubtree.dns("b.test")), #require(.email("b.test")), #require(.uri("b.test")),
            .ip("7f000000ff000000"), .directory(Name(commonName: "b")), GeneralSubtree(base: names[5]),
            GeneralSubtree(base: names[6]), GeneralSubtree(base: names[7]), GeneralSubtree(base: names[8]),
        ]
        for (i, base) in bases.enumerated() {
            for (j, name) in names.enumerated() {
                let certificate = try Relation.certificate([name])
                let problems = try Relation.problems(of: certificate, permitted: [base])
                let expected = i < 5 ? "notPermitted" : "formWithoutRules"
                #expect(problems.map(\.kind) == (i == j ? [expected] : []))
                let excluded = try Relation.problems(of: certificate, excluded: [base]).map(\.kind)
                #expect(excluded == (i == j && i >= 5 ? [expected] : []))
            }
        }
    }

    @Test("A SmtpUTF8Mailbox is a mailbox, and an otherName as well")
    func mailboxAsOtherName() throws {
        let name = GeneralName.internationalEmail("ü@example.com")
        let other = GeneralSubtree(base: .otherName(type: OID.commonName, value: [5, 0]))
        let problems = try Relation.problems(of: Relation.certificate([name]), excluded: [other])
        #expect(problems == [.unprocessable(.formWithoutRules, [other])])
    }

    @Test("A base that can not be processed does no harm until a name of its form appears")
    func unprocessableBase() throws {
        let bad = try Self.dns("good.test", ".bad.test")
        let email = try #require(GeneralName.email("a@good.test"))
        #expect(try Relation.problems(of: Relation.certificate([email]), permitted: bad, excluded: bad).isEmpty)
        let problems = try Relation.problems(of: Self.certificate("good.test"), permitted: bad)
        #expect(problems == [.unprocessable(.malformedConstraint, bad)])
    }

    @Test("minimum is 0 and maximum absent", arguments: [(1, nil), (0, 0), (0, 1), (1, 1)] as [(Int, Int?)])
    func distance(minimum: Int, maximum: Int?) throws {
        let subtree = GeneralSubtree(base: try #require(.dns("a.test")), minimum: minimum, maximum: maximum)
        let certificate = try Self.certificate("a.test")
        #expect(
            try Relation.problems(of: certificate, permitted: [subtree]) == [.unprocessable(.distance, [subtree])])
        #expect(try Relation.problems(of: certificate, excluded: [subtree]) == [.unprocessable(.distance, [subtree])])
    }

    @Test("A name that can not be processed is free where its form is not constrained")
    func unprocessableName() throws {
        let certificate = try Self.certificate("not a name")
        #expect(try Relation.problems(of: certificate, permitted: [#require(.email("a.test"))]).isEmpty)
        let constraint = try Self.dns("a.test")
        #expect(
            try Relation.problems(of: certificate, permitted: constraint, excluded: constraint)
                == [.unprocessable(.malformedName, constraint)])
    }
}
