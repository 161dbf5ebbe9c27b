import LucidDER
import LucidModel
import LucidPEM
import LucidTestSupport
import LucidValidation
import Testing

@Suite("Revocation as openssl sees it", .enabled(if: Programs.openssl != nil, "there is no OpenSSL 3"))
struct OpenSSLRevocationTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(_ name: String, _ label: String, _ structures: [[UInt8]]) throws -> String {
        let text = structures.map { PEMBlock(label: label, bytes: $0).text }.joined()
        try folder.write(Array(text.utf8), to: name)
        return folder.path(name)
    }

    private static func crlScenarios() -> [RevocationScenario] {
        RevocationScenario.crls + RevocationScenario.crlSigners + RevocationScenario.crlScopes
            + RevocationScenario.indirectCRLs + RevocationScenario.deltaCRLs
    }

    /// Where openssl 3.0 accepts what Lucid refuses (true) or the other way round (false), with the reason.
    private static let differences: [String: (opensslAccepts: Bool, why: String)] = [
        "no nextUpdate": (true, "openssl takes such a list as good for ever"),
        "no cRLNumber": (true, "openssl asks for no number"),
        "a forged CRL beside a good one": (false, "openssl looks at the newest CRL alone"),
        "an entry's reason can not be decoded": (true, "openssl takes it as no reason"),
        "a CRL extension can not be decoded": (true, "openssl passes over it"),
        "a CRL extension twice": (true, "openssl takes the first"),
        "the CRL is in its last second": (false, "openssl does not count the second of nextUpdate"),
        "extensions in a list of version 1": (true, "openssl does not look at the version"),
        "algorithms inside and outside disagree": (true, "openssl does not compare them"),
        "two entries, one of which revokes": (true, "openssl takes the first"),
        "a CRL by another key of the issuer": (false, "openssl tries one key of the name, not all"),
        "a key of nobody among those of the name, and the right one": (false, "openssl tries one key of the name"),
        "more keys of the name than are tried, and the CRL names the right one": (
            false, "openssl takes the issuer's certificate, which names no key"
        ),
        "another key of the issuer, and all name their keys": (
            false, "openssl 3.0 tells of a CRL signature failure"
        ),
        "the newer of two delta CRLs": (false, "openssl takes the first that fits"),
        "a forged delta CRL": (false, "openssl does without no delta CRL that fits, whatever is wrong with it"),
        "an expired delta CRL": (false, "as above"),
        "an unknown critical extension in the delta CRL": (false, "as above"),
        "an unknown critical entry extension in the delta CRL": (false, "as above"),
        "the CRL's place is the issuer's name, and the certificate names none": (
            false, "openssl lets no CRL with a place match a certificate without one"
        ),
        "the CRL's place is the issuer's other name": (
            false, "openssl lets no CRL with a place match a certificate without one"
        ),
    ]

    @Test(arguments: crlScenarios())
    func `openssl verify comes to the same`(scenario: RevocationScenario) throws {
        let question = try scenario.question()
        let anchor = try write("anchor.pem", "CERTIFICATE", [question.anchor.der.array])
        let pool = ([question.issuer] + question.pool).map(\.der.array)
        var arguments = [
            "verify", "-attime", String(question.time.secondsSince1970), "-CAfile", anchor, "-untrusted",
            try write("pool.pem", "CERTIFICATE", pool), "-crl_check", "-extended_crl",
        ]
        if question.useDeltas { arguments.append("-use_deltas") }
        if !question.lists.isEmpty {
            arguments += ["-CRLfile", try write("crls.pem", "X509 CRL", question.lists.map(\.der.array))]
        }
        arguments.append(try write("target.pem", "CERTIFICATE", [question.certificate.der.array]))
        let result = try Programs.run(try #require(Programs.openssl), arguments)
        let isGood = scenario.expected == .good
        let expected = Self.differences[scenario.testDescription]?.opensslAccepts ?? isGood
        #expect((result.exitCode == 0) == expected, "\(result.output)\(result.errors)")
        if let difference = Self.differences[scenario.testDescription] {
            #expect(difference.opensslAccepts != isGood, "they agree by now")
        }
    }

    @Test func `openssl verify checks a whole path`() throws {
        let world = try RevocationWorld.shared.get()
        let chain = world.world
        for (isLeafRevoked, isMiddleRevoked) in [(false, false), (true, false), (false, true)] {
            let lists = [
                try world.list { if isLeafRevoked { $0.revoke() } },
                try world.list(by: chain.root) {
                    if isMiddleRevoked { $0.revoke(chain.middleCertificate, at: World.from, reason: .cACompromise) }
                },
            ]
            var leaf = RevocationQuestion(world)
            leaf.lists = lists
            var middle = leaf
            (middle.certificate, middle.issuer) = (chain.middleCertificate, chain.rootCertificate)
            #expect(try leaf.result(.require, leaf.evidence).checks(.error).isEmpty == !isLeafRevoked)
            #expect(try middle.result(.require, leaf.evidence).checks(.error).isEmpty == !isMiddleRevoked)
            let arguments = [
                "verify", "-attime", String(World.time.secondsSince1970), "-crl_check_all", "-CAfile",
                try write("anchor.pem", "CERTIFICATE", [chain.rootCertificate.der.array]), "-untrusted",
                try write("pool.pem", "CERTIFICATE", [chain.middleCertificate.der.array]), "-CRLfile",
                try write("crls.pem", "X509 CRL", lists.map(\.der.array)),
                try write("target.pem", "CERTIFICATE", [leaf.certificate.der.array]),
            ]
            let result = try Programs.run(try #require(Programs.openssl), arguments)
            #expect((result.exitCode == 0) == !(isLeafRevoked || isMiddleRevoked), "\(result.errors)")
        }
    }

    /// What `openssl ocsp` does not look at. Its clock can not be set for the times of a response.
    private static let ignoredByOpenSSL: Set<Check> = [
        .ocspThisUpdate, .ocspNextUpdate, .ocspProducedAt, .ocspCriticalExtensions, .ocspKnowsCertificate,
    ]

    @Test(arguments: RevocationScenario.ocsp + RevocationScenario.ocspSigners)
    func `openssl ocsp comes to the same`(scenario: RevocationScenario) throws {
        let question = try scenario.question()
        guard question.lists.isEmpty, question.responses.count == 1, let response = question.responses.first,
            response.basic != nil, scenario.problems.isDisjoint(with: Self.ignoredByOpenSSL)
        else { return }
        try folder.write(response.derEncoded, to: "response.der")
        let hash = response.basic?.tbsResponseData.responses.last?.certID.hashAlgorithm.algorithm
        let option = hash == OID.sha256 ? ["-sha256"] : hash == OID.sha512 ? ["-sha512"] : []
        let result = try Programs.run(
            try #require(Programs.openssl),
            ["ocsp"] + option + [
                "-issuer", try write("issuer.pem", "CERTIFICATE", [question.issuer.der.array]), "-cert",
                try write("target.pem", "CERTIFICATE", [question.certificate.der.array]), "-respin",
                folder.path("response.der"), "-no_nonce", "-attime", String(question.time.secondsSince1970), "-CAfile",
                try write("anchor.pem", "CERTIFICATE", [question.anchor.der.array]), "-verify_other",
                folder.path("issuer.pem"),
            ])
        let isVerified = result.exitCode == 0 && result.errors.contains("Response verify OK")
        // A line of its own behind a warning about the times.
        func says(_ status: String) -> Bool {
            result.output.split(separator: "\n").contains { $0 == status || $0.hasSuffix("target.pem: \(status)") }
        }
        switch scenario.expected {
        case .good: #expect(isVerified && says("good"), "\(result.output)\(result.errors)")
        case .revoked: #expect(isVerified && says("revoked"), "\(result.output)\(result.errors)")
        case .undetermined:
            let hasNone = result.output.contains("ERROR: No Status found.")
            let difference = Self.ocspDifferences[scenario.testDescription]
            #expect((isVerified && !hasNone) == (difference != nil), "\(result.output)\(result.errors)")
        }
    }

    /// Where openssl accepts what Lucid refuses, with the reason.
    private static let ocspDifferences = [
        "OCSP: a responder without digitalSignature": "openssl does not look at the key usage"
    ]
}
