import LucidDER
@testable import LucidExplain
import LucidIssuing
import LucidModel
import LucidSignature
import LucidTestSupport
import Testing

@Suite("What two structures are to each other")
struct RelationTests {
    private static let start = CalendarTime(secondsSince1970: 1_795_293_891)

    /// A CA with two keys for servers, a second CA of the same name, and a third one.
    private final class World: Sendable {
        enum Authority { case root, other }

        let root, namesake, other: CertificateAuthority
        let key, otherKey: SigningKey

        init() throws {
            root = try .root(named: "Root", key: .generate(.p256), from: start)
            namesake = try .root(named: "Root", key: .generate(.p256), from: start)
            other = try .root(named: "Other", key: .generate(.p256), from: start)
            key = try .generate(.p256)
            otherKey = try .generate(.p256)
        }

        func server(
            _ names: [String] = ["a.test"], by authority: Authority = .root, hasOtherKey: Bool = false, day: Int64 = 0
        ) throws -> Certificate {
            let key = hasOtherKey ? otherKey.publicKey : key.publicKey
            let time = start.adding(seconds: day * 86400)
            switch authority {
            case .root: return try root.server(names: names, key: key, from: time)
            case .other: return try other.server(names: names, key: key, from: time)
            }
        }
    }
    private static let world = Result { try World() }

    private func compare(_ a: Certificate, _ b: Certificate) throws -> StructuralDifference {
        let (first, second) = (Explanation(a.der, as: .certificate), Explanation(b.der, as: .certificate))
        DifferenceInvariant.expect(first, second, "\(a.subject) and \(b.subject)")
        return try StructuralDifference(first, second)
    }

    @Test func `a renewal has the same key and names for another time, and the later one is the new one`() throws {
        let world = try Self.world.get()
        let (old, new) = (try world.server(), try world.server(day: 30))
        let forth = try compare(old, new)
        #expect(forth.summary.relation == .renewal && forth.summary.headline.hasPrefix("B is a renewal of A"))
        #expect(try compare(new, old).summary.headline.hasPrefix("A is a renewal of B"))
        #expect(
            forth.summary.facts.map { "\($0.subject) \($0.answer)" } == [
                "key same", "subject same", "issuer same", "names same", "term different",
            ])
        let paths = forth.differences.map(\.path)
        #expect(
            paths == [
                "tbsCertificate.serialNumber", "tbsCertificate.validity.notBefore", "tbsCertificate.validity.notAfter",
                "signatureValue",
            ])
        #expect(forth.differences[1].sentence == "B begins 30 days later than A.")
    }

    @Test func `openssl's string types, dates and order of extensions are told apart from what is said`() throws {
        let (old, new) = (Samples.samples("diff/old.pem").first, Samples.samples("diff/new.pem").first)
        let (a, b) = (Explanation(DERBytes(try #require(old).octets)), Explanation(DERBytes(try #require(new).octets)))
        let differences = DifferenceInvariant.expect(a, b, "old and new")
        let kinds = Dictionary(grouping: differences, by: \.kind).mapValues { $0.map(\.path) }
        let tbs = "tbsCertificate."
        #expect(kinds[.type] == ["organizationName", "commonName"].map { "\(tbs)subject(\($0)).value" })
        #expect(kinds[.order] == [tbs + "extensions"])
        #expect(
            kinds[.presence] == [
                tbs + "extensions(keyUsage).critical", tbs + "extensions(subjectAltName).extnValue.dNSName",
                tbs + "extensions(subjectAltName).extnValue.dNSName",
            ])
        #expect(kinds[.encoding] == nil && kinds[.unreadable] == nil)
        let subject = try StructuralDifference(a, b).summary.facts.first { $0.subject == "subject" }
        #expect(subject?.answer == .equivalent)
    }

    @Test func `a re-key has another key`() throws {
        let world = try Self.world.get()
        let difference = try compare(world.server(), world.server(hasOtherKey: true, day: 1))
        #expect(difference.summary.relation == .rekey)
        let key = difference.differences.first { $0.path.hasSuffix("subjectPublicKey") }
        #expect(key?.sentence.hasPrefix("Another key") == true)
    }

    @Test func `a re-issue has the same time`() throws {
        let world = try Self.world.get()
        #expect(try compare(world.server(), world.server()).summary.relation == .reissue)
    }

    @Test func `names are told as a set`() throws {
        let world = try Self.world.get()
        let difference = try compare(
            world.server(["a.test", "b.test", "c.test"]), world.server(["a.test", "c.test", "d.test"]))
        #expect(difference.summary.relation == .renamed)
        let names = difference.differences.filter { $0.path.contains("subjectAltName") }
        #expect(names.map { $0.a?.value ?? $0.b?.value } == ["“b.test”", "“d.test”"])
        #expect(names.map(\.kind) == [.presence, .presence])
        #expect(names.first?.sentence == "A is for “b.test”, B is not.")
        let fact = difference.summary.facts.first { $0.subject == "names" }
        #expect(fact?.text == "only in A: “b.test”; only in B: “d.test”")
    }

    @Test func `names in another order are told as such, and nothing else of them`() throws {
        let world = try Self.world.get()
        let difference = try compare(world.server(["a.test", "b.test"]), world.server(["b.test", "a.test"]))
        let names = difference.differences.filter { $0.path.contains("subjectAltName") }
        #expect(names.map(\.kind) == [.order])
    }

    @Test func `the same subject and key by two issuers are cross-certificates of CAs alone`() throws {
        let world = try Self.world.get()
        let servers = try compare(world.server(), world.server(by: .other)).summary
        #expect(servers.relation == .certifiedTwice && !servers.headline.contains("chains"))
        let (subject, key) = (try Name("CN=Sub"), world.key.publicKey)
        let first = try world.root.issue(.intermediate, subject: subject, key: key, from: Self.start)
        let second = try world.other.issue(.intermediate, subject: subject, key: key, from: Self.start)
        #expect(try compare(first, second).summary.relation == .crossCertificate)
    }

    @Test func `with other contents it is no renewal, and what changed is named`() throws {
        let world = try Self.world.get()
        let (server, key) = (try world.server(), world.key.publicKey)
        let client = try world.root.client(names: ["a.test"], key: key, from: Self.start.adding(seconds: 86400))
        let summary = try compare(server, client).summary
        #expect(summary.relation == .reissue && summary.clause == "RFC 3647 §4.4.8")
        #expect(summary.headline.hasPrefix("B is a modification of A"), "\(summary.headline)")
        #expect(summary.headline.hasSuffix("with other contents: extension extKeyUsage."), "\(summary.headline)")
        let authority = try world.root.issue(.intermediate, subject: server.subject, key: key, from: Self.start)
        let plain = Edited(server).without("(subjectAltName)")
        let became = try StructuralDifference(plain.explanation, Explanation(authority.der, as: .certificate)).summary
        #expect(became.relation == .reissue)
        #expect(became.headline.contains("extensions basicConstraints, keyUsage, extKeyUsage"), "\(became.headline)")
    }

    @Test func `a renewal may come from another key of the issuer, and not lose the extension that says so`() throws {
        let world = try Self.world.get()
        let old = Edited(try world.server())
        let new = Edited(try world.server(day: 3))
        let other = new.replacing(".keyIdentifier", by: [0x80, 1, 7])
        let renewal = try StructuralDifference(old.explanation, other.explanation)
        #expect(renewal.differences.contains { $0.path.contains("authorityKeyIdentifier") })
        #expect(renewal.summary.relation == .renewal)
        let without = try StructuralDifference(old.explanation, new.without("(authorityKeyIdentifier)").explanation)
        #expect(without.summary.headline.hasSuffix("extension authorityKeyIdentifier."), "\(without.summary.headline)")
    }

    @Test func `another key with other hosts is a re-key with other names`() throws {
        let world = try Self.world.get()
        let summary = try compare(
            world.server(["a.test"]), world.server(["a.test", "b.test"], hasOtherKey: true, day: 1)
        )
        .summary
        #expect(summary.relation == .rekey && summary.clause == "RFC 3647 §4.4.7")
        #expect(summary.headline.hasPrefix("B is a re-key of A with other names"))
    }

    @Test func `that a CA's new key signed its old one is told beside the re-key`() throws {
        let world = try Self.world.get()
        let old = world.root.certificate
        let oldWithNew = try world.namesake.issue(
            .intermediate, subject: old.subject, key: PublicKey(old.subjectPublicKeyInfo), from: Self.start)
        let summary = try compare(oldWithNew, world.namesake.certificate).summary
        #expect(summary.relation == .rekey && summary.headline.contains("with another key. B issued A:"))
        #expect(try !compare(old, world.namesake.certificate).summary.headline.contains("issued"))
    }

    @Test func `a precertificate has its certificate's number and time`() throws {
        let base = SmallCertificate.der
        let poison: [UInt8] = [
            0x30, 0x13, 0x06, 0x0a, 0x2b, 6, 1, 4, 1, 0xd6, 0x79, 2, 4, 3, 1, 1, 0xff, 4, 2, 5, 0,
        ]
        let mark = Edit(
            path: "tbsCertificate.extensions[1](subjectKeyIdentifier)", change: .insertAfter(poison))
        let pre = Explanation(DERBytes(mark.applied(to: base)), as: .certificate)
        func summary(_ edit: Edit?) throws -> DifferenceSummary {
            let final = Explanation(DERBytes(edit?.applied(to: base) ?? base), as: .certificate)
            DifferenceInvariant.expect(pre, final, "precertificate")
            return try StructuralDifference(pre, final).summary
        }
        #expect(try summary(nil).relation == .precertificate)
        let number = try summary(Edit(path: "tbsCertificate.serialNumber", change: .replace([2, 1, 6])))
        #expect(number.relation == .other, "\(number.headline)")
        #expect(number.headline.contains("A is a precertificate, but not that of B: they differ in serialNumber"))
        let time = Edit.element(0x17, Array("270322070948Z".utf8))
        #expect(
            try summary(Edit(path: "tbsCertificate.validity.notAfter", change: .replace(time))).headline
                .contains("they differ in validity"))
    }

    @Test func `self-signed certificates of one key verify each other, and none is the other's issuer`() throws {
        let world = try Self.world.get()
        func own(_ names: [String], day: Int64 = 0) throws -> Certificate {
            try CertificateAuthority.selfSigned(
                names: names, key: world.key, from: Self.start.adding(seconds: day * 86400))
        }
        #expect(try compare(own(["a.test"]), own(["a.test"], day: 9)).summary.relation == .renewal)
        #expect(try compare(own(["a.test"]), own(["a.test", "b.test"], day: 9)).summary.relation == .renamed)
        let root = world.root.certificate
        let crossed = try world.other.issue(
            .intermediate, subject: root.subject, key: PublicKey(root.subjectPublicKeyInfo), from: Self.start)
        #expect(try compare(root, crossed).summary.relation == .crossCertificate)
    }

    @Test func `an issuer is known by its signature, and not by its name alone`() throws {
        let world = try Self.world.get()
        let leaf = try world.server()
        let issued = try compare(leaf, world.root.certificate)
        #expect(issued.summary.relation == .issuer && issued.summary.headline.hasPrefix("B issued A"))
        #expect(try compare(leaf, world.namesake.certificate).summary.relation != .issuer)
        #expect(try compare(world.root.certificate, world.namesake.certificate).summary.relation == .rekey)
    }

    @Test func `a request and the certificate made from it are compared in subject, key and extensions`() throws {
        let world = try Self.world.get()
        let contents = CertificateRequestContents(
            subject: try Name("CN=a.test"), names: [try #require(GeneralName(parsing: "a.test"))],
            key: world.key.publicKey)
        let request = Explanation(try contents.signed(with: world.key).der, as: .certificateRequest)
        let certificate = Explanation(try world.server().der, as: .certificate)
        let difference = try StructuralDifference(request, certificate)
        #expect(difference.summary.relation == .answer)
        #expect(difference.notes.count == 1)
        #expect(!difference.differences.contains { $0.path.contains("validity") || $0.path.contains("serialNumber") })
        let added = difference.differences.first { $0.path.contains("authorityKeyIdentifier") }
        #expect(added?.sentence == "The CA added this; the applicant had not asked for it.")
        let back = try StructuralDifference(certificate, request)
        #expect(back.differences.first { $0.path.contains("authorityKeyIdentifier") }?.sentence == added?.sentence)
        let other = Explanation(try world.server(hasOtherKey: true).der, as: .certificate)
        #expect(try StructuralDifference(request, other).summary.relation == .unrelated)
    }

    @Test func `a public key is compared with a certificate's`() throws {
        let world = try Self.world.get()
        let key = Explanation(DERBytes(world.key.publicKey.info.derEncoded), as: .publicKey)
        #expect(try StructuralDifference(key, Explanation(world.server().der, as: .certificate)).isSame)
        let other = Explanation(try world.server(hasOtherKey: true).der, as: .certificate)
        #expect(
            try StructuralDifference(other, key).differences.map(\.path) == ["subjectPublicKeyInfo.subjectPublicKey"])
    }

    @Test func `revocation lists are compared by serial numbers`() throws {
        let a = try #require(Samples.samples("openssl/crls/with-reasons.pem").first)
        let b = try #require(Samples.samples("openssl/crls/with-extensions.pem").first)
        let (first, second) = (Explanation(DERBytes(a.octets)), Explanation(DERBytes(b.octets)))
        let differences = DifferenceInvariant.expect(first, second, "lists")
        #expect(first.kind == .revocationList && !differences.isEmpty)
        let facts = try StructuralDifference(first, second).summary.facts
        #expect(facts.contains { $0.subject == "entries" })
    }

    @Test func `what may hold a secret, is encrypted or of another kind is not compared`() throws {
        let leaf = Explanation(DERBytes(SmallCertificate.der), as: .certificate)
        for (kind, problem): (Explanation.Kind, DifferenceProblem) in [
            (.privateKey, .secret(.privateKey)), (.pfx, .secret(.pfx)),
            (.encryptedOctets, .encrypted(.encryptedOctets)),
            (.revocationList, .differentKinds(.certificate, .revocationList)),
        ] {
            #expect(throws: problem) { try StructuralDifference(leaf, Explanation(DERBytes([0x30, 0]), as: kind)) }
        }
    }
}
