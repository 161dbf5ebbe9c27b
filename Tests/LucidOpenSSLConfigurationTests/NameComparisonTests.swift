import Foundation
import LucidDER
import LucidModel
import LucidObjectNames
import LucidTestSupport
import Testing

@testable import LucidOpenSSLConfiguration

/// Names, octet for octet as openssl makes them.
struct NameComparisonTests {
    /// One name: what the command line and the section `req` say, and perhaps a section `dn`.
    struct Case: CustomStringConvertible {
        var subject: String?
        var settings = ""
        var section = ""
        var isUTF8 = false

        var configuration: String {
            "[req]\ndistinguished_name=dn\nprompt=no\n\(settings)\n[dn]\n\(section)\n[e]\nnsComment=x\n"
        }

        var arguments: String {
            let quoted = subject.map { "-subj '" + $0.replacing("'", with: #"'\''"#) + "'" }
            return (isUTF8 ? "-utf8 " : "") + (quoted ?? "")
        }

        var description: String { "\(subject ?? section) \(settings) \(isUTF8 ? "-utf8" : "")" }

        /// What Lucid makes of it.
        func name() throws -> Name {
            let configuration = try Configuration(text: configuration, file: "test.cnf")
            let maskText = configuration.value("string_mask", in: "req")?.text
            let mask = try maskText.map { try #require(StringMask($0)) } ?? .preset
            let input: NameMaker.Input = isUTF8 || settings.contains("utf8=yes") ? .utf8 : .latin1
            let maker = NameMaker(names: ObjectNames(), stringMask: mask, input: input)
            if let subject { return try maker.subject(line: subject).name }
            return NameMaker.name(of: try maker.parts(section: configuration.section("dn") ?? []))
        }
    }

    @Test func `every name comes out as openssl makes it, or is refused by both`() throws {
        #expect(Self.cases.count >= 80)
        try compare(Self.cases)
    }

    @Test func `so does every mutated name`() throws {
        let isExhaustive = ProcessInfo.processInfo.environment["LUCID_EXHAUSTIVE"] != nil
        let seed = ProcessInfo.processInfo.environment["LUCID_SEED"].flatMap(UInt64.init) ?? 1
        var mutations = Mutations(state: seed)
        try compare(
            (0..<(isExhaustive ? 2000 : 60)).map { _ in
                let original = Self.cases[mutations.next(below: Self.cases.count)]
                // An argument has no zeros, and the shell takes no other controls.
                func mutated(_ text: String) -> String {
                    let octets = mutations.mutated(Array(text.utf8), atMost: 2)
                    return String(decoding: octets.filter { (0x20...0x7e).contains($0) }, as: UTF8.self)
                }
                var item = original
                if let subject = item.subject {
                    item.subject = mutated(subject)
                } else {
                    item.section = mutated(item.section)
                }
                return item
            })
    }

    private func compare(_ cases: [Case]) throws {
        guard let peer = try Peer() else { return }
        let made = try peer.certificates(cases.map(\.configuration), arguments: cases.map(\.arguments))
        for (index, item) in cases.enumerated() {
            switch (made[index], Result { try item.name() }) {
            case (let certificate?, .success(let name)):
                #expect(name.der.array == certificate.subject.der.array, "\(item)")
            case (nil, .failure): break
            case (nil, .success(let name)):
                // req alone asks that a name has parts.
                if !name.isEmpty || item.subject != nil {
                    Issue.record("openssl alone refuses: \(item)\n\(peer.complaint(index))")
                }
            case (_, .failure(let error)): Issue.record("Lucid alone refuses: \(item)\n\(error)")
            }
        }
    }

    private static let cases = subjects + masks + sections

    private static let lines = [
        "/C=DE/CN=x", "/CN=x", "/C=DE/ST=Berlin/L=Berlin/O=Org/OU=Unit/CN=x/emailAddress=a@example.com",
        "/O=A\\/B/CN=x",
        "/O=A\\\\B", "/O=A\\+B", "/O=A+OU=B/CN=x", "/CN=b+OU=a+O=c", "/CN=x/", "/CN=x//O=y", "/CN=", "/CN=/O=y", "/",
        "",
        "CN=x", "/CN", "/CN=x/O", "/CN=x\\", "/foo=x/CN=y", "/foo=x+CN=y/O=z", "/O=a+foo=b+CN=c", "/O=a+CN=/OU=z",
        "/commonName=x", "/2.5.4.3=x", "/1.2.3.4=x/CN=y", "/CN=a=b", "/C=D", "/C=DEU", "/C=de", "/C=D!",
        "/CN=\(long(64))",
        "/CN=\(long(65))", "/O=\(long(65))", "/OU=\(long(64))", "/L=\(long(128))", "/ST=\(long(129))",
        "/title=\(long(200))",
        "/serialNumber=77", "/serialNumber=a_b", "/serialNumber=\(long(65))", "/dnQualifier=x", "/dnQualifier=a@b",
        "/emailAddress=ä@example.com", "/emailAddress=\(long(128))", "/emailAddress=\(long(129))", "/DC=example/DC=com",
        "/DC=exämple", "/CN=ä", "/CN=日本", "/UID=x", "/GN=a/SN=b/initials=c", "/name=x", "/pseudonym=x", "/street=x",
        "/jurisdictionC=DE", "/jurisdictionC=DEU", "/businessCategory=x", "/postalCode=1", "/organizationIdentifier=x",
        "/unstructuredName=x", "/unstructuredAddress=x", "/challengePassword=x", "/mail=a@b", "/mail=ä", "/INN=123",
        "/INN=x", "/OGRN=1", "/SNILS=12345678901", "/CN = x", "/ CN=x", "/C=DE/C=FR", "/CN=a b  c ", "/CN=\"x\"",
        "/CN='x'",
        "/CN=\\x41", "+CN=x", "/+CN=x", "/CN=x+", "/CN=x+/O=y", "/friendlyName=ab", "/userId=u",
        "/x500UniqueIdentifier=x",
        "/c3=DEU", "/n3=276", "/description=d", "/houseIdentifier=x", "/role=r", "/telephoneNumber=x", "/dnsName=ä",
    ]

    private static func long(_ count: Int) -> String { String(repeating: "a", count: count) }

    private static let subjects =
        lines.map { Case(subject: $0) }
        + [
            "/CN=ä", "/CN=日本", "/O=Zürich AG/CN=x", "/emailAddress=ä@b", "/CN=\(String(repeating: "ä", count: 64))",
            "/CN=\(String(repeating: "ä", count: 65))", "/friendlyName=日本", "/C=Ä", "/CN=😀", "/friendlyName=😀",
        ].map { Case(subject: $0, isUTF8: true) }

    private static let masks = [
        "default", "pkix", "utf8only", "nombstr", "MASK:0x2", "MASK:4", "MASK:0x2002", "MASK:010",
    ]
    .flatMap { mask in
        ["/CN=plain/O=a@b/C=DE/emailAddress=a@b/UID=x", "/CN=ä", "/CN=日本/O=x", "/unstructuredName=a@b"].flatMap {
            line in
            [false, true].map { Case(subject: line, settings: "string_mask=\(mask)", isUTF8: $0) }
        }
    }

    private static let sections = [
        "CN=x", "C=DE\nO=Org\nCN=x", "0.O=a\n1.O=b\nCN=c", "0.OU=a\n1.OU=b", "CN=a\n+OU=b", "CN=a\n1.+OU=b\nO=c",
        "+CN=a\nO=b",
        "a:CN=x", "a,CN=x", "a.b.CN=x", "CN.=x", "foo=x", "foo=x\nCN=y", "CN=", "CN=x\nO=", "2.5.4.3=x", "1.2.3.4=x",
        "commonName=x\ncountryName=DE", "C=DEU", "CN=\(long(65))", "CN=ä", "CN_default=x\nCN=y",
        "emailAddress=a@b\nDC=x",
        "CN=\"a  b\"", "CN=a\\/b", "",
    ].flatMap { [Case(section: $0), Case(settings: "utf8=yes", section: $0)] }
}
