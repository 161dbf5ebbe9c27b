import LucidDER
import LucidIssuing
import LucidModel
import LucidReport
import LucidSignature
import LucidTestSupport
import LucidValidation
import Testing

@Suite("A policy's names as name constraints", .serialized)
struct PolicyConstraintTests {
    static let full = """
        { "names": { "dns": ["example.internal", ".lab.test"], "wildcards": true, "ip": ["10.0.0.0/8"],
                     "email": ["example.internal", ".corp.test"], "uriHosts": ["www.example.internal"] } }
        """
    /// DNS names alone: every other form is closed.
    static let narrow = #"{ "names": { "dns": ["example.internal"] } }"#

    /// A name, and whether both policies allow it.
    static let names: [(name: String, full: Bool, narrow: Bool)] = [
        ("example.internal", true, true), ("www.example.internal", true, true), ("a.b.example.internal", true, true),
        ("example.test", false, false), ("notexample.internal", false, false), ("internal", false, false),
        ("host.lab.test", true, false), ("10.1.2.3", true, false), ("11.0.0.1", false, false), ("::1", false, false),
        ("user@example.internal", true, false), ("user@mail.example.internal", false, false),
        ("user@a.corp.test", true, false), ("user@example.test", false, false),
        ("https://www.example.internal/a", true, false), ("https://example.internal/", false, false),
        ("*.example.internal", true, false), ("*.internal", false, false),
    ]

    /// The constraints can not forbid wildcards; all else is refused by the policy and by verifiers alike.
    static func isWithinConstraints(_ name: String, _ allowed: Bool) -> Bool {
        name == "*.example.internal" ? true : allowed
    }

    private final class Below: Sendable {
        let policy: NamePolicy
        let authority: CertificateAuthority

        init(_ text: String) throws {
            policy = try #require(try IssuancePolicy(json: Array(text.utf8)).names)
            var profile = CertificateProfile.intermediate
            profile.nameConstraints = policy.constraints
            authority = try Hierarchy.p256.get().root.intermediate(
                named: "Constrained", key: SigningKey.generate(.p256), profile: profile, from: Hierarchy.time)
        }

        /// A certificate for any name, whatever the policy says.
        func certificate(_ name: GeneralName) throws -> Certificate {
            try authority.issue(
                .server, subject: Name(commonName: "Subject"), names: [name], key: Hierarchy.p256.get().subjectKey,
                from: Hierarchy.time)
        }
    }

    private static let below = Result { (full: try Below(full), narrow: try Below(narrow)) }

    private func check(_ name: String, _ side: Below, isAllowed: Bool) throws {
        let general = try #require(GeneralName(parsing: name))
        #expect((side.policy.refusal(of: general) == nil) == isAllowed)
        let root = try Hierarchy.p256.get().root.certificate
        let leaf = try side.certificate(general)
        let isWithin = Self.isWithinConstraints(name, isAllowed)
        let verdict = Verifier(trustAnchors: [root], purpose: .any).verify(
            leaf, intermediates: [side.authority.certificate], at: Hierarchy.time)
        #expect(verdict.isAccepted == isWithin, "\(verdict.findings.map(\.sentence))")
        guard OtherPrograms.hasOpenSSL else { return }
        let result = try OtherPrograms.opensslVerify(
            root: root, intermediates: [side.authority.certificate], leaf: leaf)
        #expect((result.exitCode == 0) == isWithin, "\(result.output)\(result.errors)")
        if !isWithin { #expect(result.errors.contains("subtree violation"), "\(result.errors)") }
    }

    @Test("the policy, Lucid's verifier and OpenSSL refuse the same names", arguments: names)
    func sameRefusals(name: String, full: Bool, narrow: Bool) throws {
        let sides = try Self.below.get()
        try check(name, sides.full, isAllowed: full)
        try check(name, sides.narrow, isAllowed: narrow)
    }

    @Test(
        "Python reads the constraints", .enabled(if: OtherPrograms.hasPython, "no Python with cryptography"))
    func python() throws {
        let script = """
            import sys
            from cryptography import x509
            for c in x509.load_pem_x509_certificates(sys.stdin.buffer.read()):
                n = c.extensions.get_extension_for_class(x509.NameConstraints).value
                print(sorted(str(s.value) for s in n.permitted_subtrees), [str(s.value) for s in n.excluded_subtrees or []])
            """
        let sides = try Self.below.get()
        let result = try OtherPrograms.python(
            script, stdin: OtherPrograms.pem([sides.full.authority.certificate, sides.narrow.authority.certificate]))
        #expect(
            result.output == """
                ['.corp.test', '10.0.0.0/8', 'example.internal', 'example.internal', 'lab.test', 'www.example.internal'] []
                ['example.internal', 'invalid', 'invalid'] ['0.0.0.0/0', '::/0']

                """, "\(result.errors)")
    }
}
