import LucidDER
import LucidIssuing
import LucidModel
import LucidSignature
import LucidTestSupport
import LucidValidation
import Testing

@testable import LucidReport

@Suite("Sentences")
struct SentenceTests {
    private static let time = CalendarTime("2026-11-01") ?? CalendarTime(secondsSince1970: 0)

    /// A trace of every check that the fixtures make the verifier do, in good and bad light.
    private func steps() throws -> [TraceStep] {
        var trace = Trace()
        let certificates = try Checkout.fixtures(in: "openssl/certs", endings: ["der"]).map {
            try Certificate(der: Checkout.fixture($0))
        }
        let root = try CertificateAuthority.root(named: "Root", key: .generate(.p256), from: Self.time)
        let middle = try root.intermediate(named: "Middle", key: .generate(.p256), from: Self.time)
        let leaf = try middle.server(names: ["a.test", "192.0.2.1"], key: root.key.publicKey, from: Self.time)
        for anchors in [[root.certificate], certificates] {
            let verifier = Verifier(trustAnchors: anchors)
            for target in [leaf] + certificates {
                for identity in [
                    ReferenceIdentity("a.test"), ReferenceIdentity("192.0.2.1"), ReferenceIdentity("b.test"),
                ] {
                    _ = verifier.verify(
                        target, intermediates: [middle.certificate], identity: identity, at: Self.time, trace: &trace)
                }
            }
        }
        return trace.steps
    }

    @Test("every check that was made has all facts that its sentence names")
    func placeholders() throws {
        var seen: Set<Check> = []
        for case .checked(let check, _, let parameters, let finding) in try steps() {
            let sentence = check.sentence(hasPassed: finding == nil, parameters)
            #expect(!sentence.contains("{") && !sentence.contains("}"), "\(check): \(sentence)")
            for name in Self.placeholders(finding == nil ? check.passedTemplate : check.failedTemplate) {
                #expect(parameters.contains { $0.name == name }, "\(check.id) lacks \(name)")
            }
            seen.insert(check)
        }
        #expect(seen.count >= 15, "\(seen)")
    }

    private static func placeholders(_ template: String) -> [String] {
        template.split(separator: "{").dropFirst().compactMap { $0.split(separator: "}").first.map(String.init) }
    }

    @Test("every check has an id of its own, a clause, and two sentences", arguments: Check.allCases)
    func checks(check: Check) {
        #expect(check.id.contains(".") && check.id == check.id.lowercased())
        #expect(check.clause.contains("§"))
        #expect(
            !check.passedTemplate.isEmpty && !check.failedTemplate.isEmpty
                && check.passedTemplate != check.failedTemplate)
    }

    @Test("a decoding error says what, where, at which byte and by which clause")
    func decodingError() throws {
        let bytes = hex("3009 020100 3004 0101ff 01")
        do throws(DERError) {
            _ = try Certificate(der: bytes)
            Issue.record("decoded")
        } catch {
            #expect(
                error.sentence
                    == "found INTEGER where SEQUENCE should be in certificate.tbsCertificate, at byte 2 (X.690 §8.1.2)")
        }
    }

    @Test("text from outside can not steer a terminal")
    func safeText() {
        #expect("a\u{1b}[2Jb\u{202e}c\r\n".safeToShow == "a\\u{1B}[2Jb\\u{202E}c\\u{D}\\u{A}")
        #expect("Ωμέγα 😀 <script>".safeToShow == "Ωμέγα 😀 <script>")
    }

    @Test("JSON keeps the order of members and escapes what has to be")
    func json() {
        let value = JSONValue.object([
            "b": .string("\"\\\n\u{1b}\u{2028}é😀"), "a": .array([.number(-1), .bool(true), .null]), "left out": nil,
            "empty": .array([]),
        ])
        #expect(value.line == #"{"b":"\"\\\n\u001b\u2028é😀","a":[-1,true,null],"empty":[]}"#)
    }
}
