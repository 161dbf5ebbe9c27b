import LucidDER
import LucidModel
import LucidPEM
import LucidTestSupport
import LucidValidation
import Testing

@Suite("Names of issuers are compared by RFC 5280 §7.1")
struct NameMatchingTests {
    /// The usual chain, but each certificate writes its issuer's name in its own way.
    private func chain(_ root: Name?, _ middle: Name?) throws -> Trial {
        let world = try World.shared.get()
        var question = Trial(world)
        let (root, middle) = (try #require(root), try #require(middle))
        try question.middle(world) { $0.issuer = root }
        try question.leaf(world) { $0.issuer = middle }
        return question
    }

    private static func name(_ text: String, _ kind: DERString.Kind = .utf8) -> Name? {
        DERString(text, as: kind).map {
            Name([RelativeDistinguishedName([AttributeTypeAndValue(type: OID.commonName, value: .string($0))])])
        }
    }

    static let same: [(root: Name?, middle: Name?)] = [
        (name("ROOT"), name("middle")), (name("  Root "), name("Middle\t")),
        (name("Root", .printable), name("MIDDLE", .bmp)),
        (name("Ｒｏｏｔ"), name("Mid\u{ad}dle")),
    ]

    @Test("case, spaces, string types and forms of letters do not matter", arguments: same)
    func accepted(root: Name?, middle: Name?) throws {
        let verdict = try chain(root, middle).verdict()
        #expect(verdict.failures == [])
        #expect(verdict.path.count == 3)
    }

    @Test("another name is another issuer", arguments: ["Middles", "Mid dle", "Míddle", ""])
    func refused(text: String) throws {
        let verdict = try chain(Self.name("Root"), Self.name(text)).verdict()
        #expect(verdict.failures.contains(Failure(.trustAnchor, 0)))
    }

    /// OpenSSL knows case and spaces, but of ASCII alone.
    @Test(
        "OpenSSL accepts the same chains", .enabled(if: Programs.openssl != nil, "openssl is missing"), arguments: 0..<3
    )
    func openssl(index: Int) throws {
        let question = try chain(Self.same[index].root, Self.same[index].middle)
        let folder = try TemporaryFolder()
        for (file, certificate) in [
            ("root", question.anchors[0]), ("middle", question.intermediates[0]), ("leaf", question.target),
        ] {
            try folder.write(Array(PEMBlock(label: "CERTIFICATE", bytes: certificate.der.array).text.utf8), to: file)
        }
        let time = "\(World.time.secondsSince1970)"
        let result = try Programs.run(
            try #require(Programs.openssl),
            ["verify", "-attime", time, "-CAfile", "root", "-untrusted", "middle", "leaf"], folder: folder.url)
        #expect(result.exitCode == 0, "\(result.errors)")
    }

    @Test("a certificate for one's own name is self-issued however the name is written")
    func selfIssued() throws {
        let world = try World.shared.get()
        // A CA that may have no CA below it renews its key: such a certificate does not count (RFC 5280 §4.2.1.9).
        var question = Trial(world)
        let limited = try world.root.certify(world.middle, World.ca(pathLength: 0))
        let renewed = try world.middle.certify(world.second, World.ca()) { $0.subject = Name(commonName: "MIDDLE") }
        #expect(renewed.isSelfIssued)
        #expect(renewed.subject != renewed.issuer)
        question.intermediates = [limited, renewed]
        question.target = try world.second.certify(world.server, World.leaf()) {
            $0.issuer = Name(commonName: "middle")
        }
        let verdict = question.verdict()
        #expect(verdict.failures == [])
        #expect(verdict.path.count == 4)
    }
}
