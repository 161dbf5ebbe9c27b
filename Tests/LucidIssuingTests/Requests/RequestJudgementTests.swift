import LucidDER
import LucidIssuing
import LucidModel
import LucidReport
import LucidSignature
import LucidTestSupport
import Testing

@Suite("What a request asks for is granted, altered, dropped or refused, and said")
struct RequestJudgementTests {
    private let authority =
        Name([(OID.countryName, "DE"), (OID.organizationName, "Example")]) ?? Name(commonName: "CA")

    private func request(
        _ subject: String, _ names: [String] = [], more: [Extension] = [], attributes: [Attribute] = [],
        kind: SigningKey.Kind = .p256
    ) throws -> CertificateRequest {
        let key = try SigningKey.generate(kind)
        var contents = CertificateRequestContents(
            subject: subject.isEmpty ? Name([RelativeDistinguishedName]()) : try Name(subject),
            names: try names.map { try #require(GeneralName(parsing: $0)) }, key: key.publicKey)
        contents.extensions += more
        contents.otherAttributes = attributes
        return try contents.signed(with: key)
    }

    private func judge(
        _ request: CertificateRequest, _ profile: CertificateProfile = .server, policy: String = "{}",
        life: Lifetime? = nil
    ) throws -> RequestJudgement {
        try RequestJudgement(
            request, profile: profile, policy: IssuancePolicy(json: Array(policy.utf8)), authority: authority,
            life: life)
    }

    /// The findings as one line each.
    private func lines(_ judgement: RequestJudgement) -> [String] {
        RequestJudgementReport.text(judgement).split(separator: "\n").map { String($0.dropFirst(2)) }
    }

    @Test("a usual request is granted whole")
    func usual() throws {
        let judgement = try judge(request("CN=www.example.test,O=Example", ["www.example.test", "192.0.2.1"]))
        #expect(judgement.findings.allSatisfy { $0.outcome == .granted } && judgement.findings.count == 4)
        #expect(judgement.refusals.isEmpty && judgement.names.count == 2)
        #expect(judgement.subject.description == "CN=www.example.test,O=Example")
        let hierarchy = try Hierarchy.p256.get()
        let certificate = try hierarchy.intermediate.issue(
            judgement.profile, subject: judgement.subject, names: judgement.names, key: judgement.key,
            from: Hierarchy.time)
        #expect(certificate.extensions.subjectAltName?.names == judgement.names)
    }

    @Test("a request to be a CA is dropped and said, and so is what a CA's key may do")
    func certificateAuthority() throws {
        let judgement = try judge(
            request(
                "CN=a.test", ["a.test"],
                more: [
                    Extension(BasicConstraints(cA: true), critical: true),
                    Extension([.keyCertSign, .digitalSignature] as KeyUsage, critical: true),
                    Extension(ExtendedKeyUsage(purposes: [OID.serverAuth, OID.codeSigning]), critical: false),
                ]))
        let said = lines(judgement)
        #expect(said.contains("– basicConstraints cA TRUE: dropped; the profile decides it, and has none"), "\(said)")
        #expect(
            said.contains(
                "~ keyUsage digitalSignature, keyCertSign: altered to keyUsage digitalSignature; the profile decides it"
            ),
            "\(said)")
        #expect(
            said.contains(
                "~ extKeyUsage serverAuth, codeSigning: altered to extKeyUsage serverAuth; the profile decides it"))
        let hierarchy = try Hierarchy.p256.get()
        let certificate = try hierarchy.intermediate.issue(
            judgement.profile, subject: judgement.subject, names: judgement.names, key: judgement.key,
            from: Hierarchy.time)
        #expect(certificate.extensions.basicConstraints?.cA == false && certificate.extensions.duplicates.isEmpty)
    }

    @Test("what asks for the profile's own extensions is granted", arguments: CertificateProfile.known)
    func ownExtensions(profile: CertificateProfile) throws {
        let key = try SigningKey.generate(.p256)
        let name = try #require(GeneralName(parsing: profile.name == "email" ? "a@b.test" : "a.test"))
        let contents = CertificateRequestContents(
            subject: Name(commonName: "Subject"), names: [name], profile: profile, key: key.publicKey)
        let judgement = try judge(contents.signed(with: key), profile)
        #expect(judgement.findings.allSatisfy { $0.outcome == .granted }, "\(lines(judgement))")
        #expect(judgement.refusals.isEmpty)
        #expect(judgement.profile == profile)
    }

    @Test("an extension that the policy lists is granted, another one is dropped with the list")
    func furtherExtensions() throws {
        let known = try #require(ObjectIdentifier(dotted: "1.3.6.1.4.1.99999.1"))
        let unknown = try #require(ObjectIdentifier(dotted: "1.3.6.1.4.1.99999.2"))
        let more = [
            Extension(extnID: known, critical: false, extnValue: [5, 0]),
            Extension(extnID: unknown, critical: false, extnValue: [5, 0]),
            Extension(TLSFeature(features: [5]), critical: false),
            Extension(extnID: OID.cRLDistributionPoints, critical: false, extnValue: [0x30, 0]),
        ]
        let judgement = try judge(
            request("CN=a.test", ["a.test"], more: more),
            policy: #"{"requestedExtensions": ["subjectAltName", "1.3.6.1.4.1.99999.1"]}"#)
        #expect(judgement.profile.furtherExtensions.map(\.extnID) == [known])
        let said = lines(judgement)
        #expect(said.contains { $0.contains("99999.2") && $0.contains("alone") }, "\(said)")
        #expect(said.contains { $0.hasPrefix("– tlsFeature") } && said.contains { $0.contains("can not be decoded") })
    }

    @Test("what profiles decide is theirs, even where a policy that was made in code lists it")
    func decidedByProfile() throws {
        let constraints = NameConstraints(
            permittedSubtrees: [GeneralSubtree(base: try #require(GeneralName.dns("a.test")))], excludedSubtrees: nil)
        var policy = IssuancePolicy()
        policy.requestedExtensions = IssuancePolicy.decidedByProfile.union([OID.subjectAltName])
        let judgement = try RequestJudgement(
            request(
                "CN=a.test", ["a.test"],
                more: [
                    Extension(constraints, critical: true),
                    Extension(extnID: OID.ocspNoCheck, critical: false, extnValue: [5, 0]),
                ]),
            profile: .server, policy: policy, authority: authority)
        #expect(judgement.profile == .server)
        #expect(judgement.findings.filter { $0.outcome == .dropped(.profileHasNone) }.count == 2)
    }

    @Test("a commonName that is a host becomes a name, because clients look at names alone")
    func commonName() throws {
        let alone = try judge(request("CN=WWW.example.test"))
        #expect(alone.names == [try #require(GeneralName.dns("www.example.test"))])
        #expect(alone.findings.map(\.outcome) == [.altered(.alsoName(alone.names[0]))])
        let beside = try judge(request("CN=b.example.test", ["a.example.test"]))
        #expect(beside.names.map(\.valueText) == ["a.example.test", "b.example.test"])
        // And it is held to the policy.
        let refused = try judge(
            request("CN=evil.test", ["a.example.test"]), policy: #"{"names": {"dns": ["example.test"]}}"#)
        #expect(refused.refusals.map(\.id) == ["name"])
        // A word may be anything, unless there is no other name; a person's name is none.
        #expect(try judge(request("CN=printer", ["a.test"])).names.map(\.valueText) == ["a.test"])
        #expect(try judge(request("CN=printer")).names.map(\.valueText) == ["printer"])
        // Beside an address alone, some clients would look for a host there, so it is one, and held to the policy.
        let hidden = try judge(
            request("CN=printer", ["10.0.0.1"]), policy: #"{"names": {"ip": ["10.0.0.0/8"], "dns": ["a.test"]}}"#)
        #expect(hidden.names.map(\.valueText) == ["10.0.0.1", "printer"] && hidden.refusals.map(\.id) == ["name"])
        #expect(
            try judge(request("CN=a.test+CN=b.test,CN=a.test")).names.map(\.valueText).sorted() == ["a.test", "b.test"])
        #expect(try judge(request("CN=Some Body", ["a.test"])).names.count == 1)
        let mail = try judge(request("CN=Some Body,emailAddress=a@b.test"), .email)
        #expect(mail.names.map(\.valueText) == ["a@b.test"])
    }

    @Test(
        "requests that can not be judged",
        arguments: [
            ("CN=Some Body", CertificateProfile.server, RequestProblem.noNames), ("", .client, .noSubject),
            ("CN=Some Body", .email, .noNames), ("", .intermediate, .noSubject),
        ])
    func problems(subject: String, profile: CertificateProfile, wanted: RequestProblem) throws {
        let request = try request(subject)
        do throws(RequestProblem) {
            _ = try RequestJudgement(
                request, profile: profile, policy: IssuancePolicy(), authority: authority)
            Issue.record("judged")
        } catch { #expect(error == wanted, "\(error.sentence)") }
    }

    @Test("each rule of a policy refuses, and says what is allowed")
    func refusals() throws {
        let policy = """
            { "names": { "dns": ["example.test"], "ip": ["10.0.0.0/8"] }, "keys": ["p384", "rsa-3072"],
              "longestLife": { "server": "30d" },
              "subject": { "C": "match", "O": "match", "OU": "supplied", "CN": "optional" } }
            """
        let judgement = try judge(
            request(
                "CN=a.example.test,O=Other,L=Ulm",
                ["a.example.test", "b.test", "*.example.test", "192.0.2.1", "a@example.test"]),
            policy: policy, life: .days(31))
        let said = judgement.refusals.map(\.sentence)
        #expect(
            judgement.refusals.map(\.id) == [
                "name", "wildcard", "name", "name", "key", "life", "attributeMissing", "attributeDiffers",
                "attributeMissing",
            ], "\(said)")
        for part in [
            "dNSName b.test; allowed is example.test", "allows no wildcards", "192.0.2.1; allowed is 10.0.0.0/8",
            "a@example.test; it allows no name of this form", "P-256; allowed is p384, rsa-3072 or longer",
            "31d is too long a life for the profile server; the policy allows 30d at most", "asks for C in the subject",
            "O is the CA's own, Example, not Other", "asks for OU",
        ] { #expect(said.contains { $0.contains(part) }, "\(part) in \(said)") }
        #expect(lines(judgement).contains { $0.hasPrefix("– L=Ulm: dropped; the policy does not list it") })
        #expect(judgement.subject.description == "CN=a.example.test,O=Other")
    }

    @Test("values that match are compared as names are (RFC 5280 §7.1), and can be filled in")
    func matching() throws {
        let policy = #"{"subject": {"C": "match", "O": "match", "CN": "supplied"}}"#
        #expect(try judge(request("CN=a.test,O=EXAMPLE,C=de", ["a.test"]), policy: policy).refusals.isEmpty)
        let rules = try #require(try IssuancePolicy(json: Array(policy.utf8)).subject)
        let filled = rules.completed(Name(commonName: "a.test"), authority: authority)
        #expect(filled.description == "CN=a.test,O=Example,C=DE")
        #expect(rules.refusals(of: filled, authority: authority).isEmpty)
    }

    @Test("a profile's life is cut to what the policy allows, and said; one that was asked for is refused")
    func life() throws {
        let policy = #"{"longestLife": {"server": "30d"}}"#
        let cut = try judge(request("CN=a.test", ["a.test"]), policy: policy)
        #expect(cut.profile.life == .days(30) && cut.refusals.isEmpty)
        #expect(cut.findings.last?.outcome == .altered(.life(.days(30))))
        #expect(try judge(request("CN=a.test", ["a.test"]), policy: policy, life: .days(90)).refusals.count == 1)
        #expect(try judge(request("CN=a.test", ["a.test"]), policy: policy, life: Lifetime("12h")).refusals.isEmpty)
    }

    @Test("names that a certificate can not have in this form")
    func nameForms() throws {
        func altName(_ names: [GeneralName?]) -> Extension {
            Extension(SubjectAltName(names: names.compactMap { $0 }), critical: false)
        }
        let names: [GeneralName?] = [
            .dns("WWW.Example.TEST"), .dns("www.example.test"), .directoryName(Name(commonName: "x")),
            .registeredID(OID.commonName),
        ]
        let judgement = try judge(request("CN=Some Body", more: [altName(names)]))
        #expect(judgement.names.map(\.valueText) == ["www.example.test"])
        #expect(
            judgement.findings.dropFirst().map(\.outcome) == [
                .altered(.written(judgement.names[0])), .dropped(.repeated), .dropped(.formNotIssued),
                .dropped(.formNotIssued),
            ])
        for bad in ["a b.test", "a..test", "", "1.2.3.4", "a\0.test", "*.*.test", "a.*.test"] {
            let refused = try judge(request("CN=Some Body", more: [altName([.dns(bad)])]))
            #expect(refused.refusals.map(\.id) == ["malformedName"], "\(bad)")
        }
        #expect(try judge(request("CN=Some Body", more: [altName([.iPAddress([1, 2, 3])])])).refusals.count == 1)
    }

    @Test("text that hides what is around it does not get into a subject")
    func unsafeText() throws {
        let judgement = try judge(request("CN=a.test,O=a\\00b", ["a.test"]))
        #expect(judgement.subject.description == "CN=a.test")
        #expect(judgement.findings.contains { $0.outcome == .dropped(.unsafeText) })
        // An address with other letters than ASCII's is none that a policy could be held against.
        let mailbox = try #require(DERString("ü@evil.test", as: .utf8))
        let attribute = AttributeTypeAndValue(type: OID.emailAddress, value: .string(mailbox))
        let key = try SigningKey.generate(.p256)
        let contents = CertificateRequestContents(
            subject: Name([RelativeDistinguishedName([attribute])]), names: [try #require(GeneralName.dns("a.test"))],
            key: key.publicKey)
        let dropped = try judge(contents.signed(with: key), policy: #"{"names": {"dns": ["a.test"]}}"#)
        #expect(dropped.subject.isEmpty && dropped.refusals.isEmpty)
        #expect(dropped.findings.first?.outcome == .dropped(.formNotIssued))
    }

    @Test("the judgement as JSON has all of it")
    func json() throws {
        let judgement = try judge(
            request("CN=a.test,O=x", ["a.test"], more: [Extension(BasicConstraints(cA: true), critical: true)]),
            policy: #"{"keys": ["p384"]}"#)
        let json = try JSON(Array(RequestJudgementReport.json(judgement).text.utf8))
        #expect(json["profile"]?.string == "server" && json["life"]?.string == "90d")
        #expect(json["findings"]?.array?.map { $0["outcome"]?.string } == ["granted", "granted", "granted", "dropped"])
        #expect(json["refusals"]?.array?.map { $0["rule"]?.string } == ["key"])
    }
}
