import LucidDER
import LucidModel
import LucidPEM
import LucidTestSupport
import Testing

@testable import LucidValidation

/// A name, the base of a subtree, and how they stand to each other, as the tables of the other suites have it.
struct ConstraintRow: Hashable, Sendable {
    let name: GeneralName
    let base: GeneralName
    let relation: Relation

    static func rows(
        _ table: [(String, String, Relation)], _ name: (String) -> GeneralName?
    ) -> [ConstraintRow] {
        table.compactMap { row in
            guard let presented = name(row.0), let base = name(row.1) else { return nil }
            return ConstraintRow(name: presented, base: base, relation: row.2)
        }
    }

    /// The rows that need no refusal: openssl has an answer for malformed names and bases, and for wildcards that are partly
    /// within, where Lucid has none.
    static let clear: [ConstraintRow] = all.filter {
        [.within, .outside].contains($0.relation)
            && !readOtherwise.contains($0.name.valueText) && !readOtherwise.contains($0.base.valueText)
    }

    /// What openssl 3.0 reads in another way: it keeps final dots and quotes, and takes everything up to a colon or slash for
    /// the host of a URI.
    private static let readOtherwise: Set<String> = [
        "*.EXAMPLE.com.", "root@example.com.", "https://host.example.com./", #""root"@example.com"#,
        #""r\oot"@example.com"#, "ldap://host.example.com?a", "x+y-1.z://host.example.com#a",
        "https://user:word@host.example.com:443/",
    ]

    private static let all: [ConstraintRow] =
        rows(DNSConstraintTests.plain + DNSConstraintTests.wildcards, GeneralName.dns)
        + rows(
            MailboxConstraintTests.mailboxes + MailboxConstraintTests.hosts + MailboxConstraintTests.domains,
            GeneralName.email)
        + rows(URIConstraintTests.hosts + URIConstraintTests.domains, GeneralName.uri)
        + rows(IPAddressConstraintTests.rows) { .iPAddress(DERBytes(hex($0))) }
        + rows(units) { path in
            Name(path.split(separator: "/").map { (OID.organizationalUnitName, String($0)) }).map { .directoryName($0) }
        }

    /// Directory names of organizational units.
    private static let units: [(String, String, Relation)] = [
        ("a/b", "a", .within), ("a/b", "", .within), ("a/b", "a/b", .within), ("a/b", "b", .outside),
        ("a/b", "a/b/c", .outside), ("a/b", "a/c", .outside),
    ]
}

@Suite("openssl verify reads name constraints alike", .enabled(if: Programs.openssl != nil, "openssl is not installed"))
struct OpenSSLConstraintTests {
    @Test("Every row of the tables")
    func tables() throws {
        let folder = try TemporaryFolder()
        let rows = ConstraintRow.clear
        for (index, row) in rows.enumerated() { try folder.write(Self.leaf(row.name), to: "\(index).pem") }
        for (base, indices) in Dictionary(grouping: rows.indices, by: { rows[$0].base }) {
            let permitted = try Self.accepted(indices, under: base, isPermitted: true, folder)
            #expect(permitted == indices.filter { rows[$0].relation == .within }, "\(base.valueText) is permitted")
            let excluded = try Self.accepted(indices, under: base, isPermitted: false, folder)
            #expect(excluded == indices.filter { rows[$0].relation == .outside }, "\(base.valueText) is excluded")
        }
    }

    /// Which certificates openssl accepts under a root that permits or excludes the base.
    private static func accepted(
        _ indices: [Int], under base: GeneralName, isPermitted: Bool, _ folder: TemporaryFolder
    ) throws -> [Int] {
        let subtrees = [GeneralSubtree(base: base)]
        let constraints = NameConstraints(
            permittedSubtrees: isPermitted ? subtrees : nil, excludedSubtrees: isPermitted ? nil : subtrees)
        let world = try World.shared.get()
        let root = try world.root.certify(world.root, World.ca([Extension(constraints, critical: true)]))
        try folder.write(pem(root), to: "root.pem")
        let openssl = try #require(Programs.openssl)
        let result = try Programs.run(
            openssl,
            ["verify", "-no_check_time", "-CAfile", folder.path("root.pem")] + indices.map { folder.path("\($0).pem") })
        let lines = Set(result.output.split(separator: "\n"))
        return indices.filter { lines.contains("\(folder.path("\($0).pem")): OK") }
    }

    private static func leaf(_ name: GeneralName) throws -> [UInt8] {
        let world = try World.shared.get()
        let names = Extension(SubjectAltName(names: [name]), critical: true)
        return pem(try world.root.certify(world.server, [names]) { $0.subject = Name([]) })
    }

    private static func pem(_ certificate: Certificate) -> [UInt8] {
        Array(PEMBlock(label: "CERTIFICATE", bytes: certificate.der.array).text.utf8)
    }
}
