import LucidIssuing
import LucidModel
import LucidReport
import Testing

@Suite("What a policy's file, and what it refuses, is told so that one can act on it")
struct PolicyMessageTests {
    private func policy(_ text: String) throws -> IssuancePolicy { try IssuancePolicy(json: Array(text.utf8)) }

    private func sentence(_ text: String) -> String {
        do throws(SettingProblem) {
            _ = try IssuancePolicy(json: Array(text.utf8))
            return ""
        } catch { return error.sentence }
    }

    @Test(
        "a life that is named for one profile takes no limit from another",
        arguments: [
            (#"{"longestLife": {"client": "1y"}}"#, 825), (#"{"longestLife": {"other": "4y"}}"#, 825),
            (#"{"longestLife": {"other": "30d"}}"#, 30), (#"{"longestLife": {"server": "4y"}}"#, 1460),
        ])
    func usualLimits(text: String, days: Int) throws {
        #expect(try policy(text).longestLife(of: .server) == .days(days))
        #expect(try policy(text).longestLife(of: .email) == policy(text).longestLife["other"])
    }

    @Test("a life for a profile that nobody knows says which are known")
    func unknownProfile() {
        let found = sentence(#"{"longestLife": {"sever": "30d"}}"#)
        #expect(found.hasPrefix("longestLife.sever: ") && found.contains("server") && found.contains("issued before"))
    }

    @Test("what is no JSON is told with line and column, and a byte order mark by its name")
    func place() {
        #expect(sentence("{\n  \"nämes\" 7}").hasPrefix("no JSON: in line 2, column 11 there should be "))
        #expect(sentence("{").contains("line 1, column 2"))
        #expect(sentence("\u{feff}{}").contains("byte order mark"))
    }

    @Test(
        "a length that is too short or too long is told apart from what is none",
        arguments: [
            ("0d", "1d or more"), ("000h", "1h or more"), ("10007y", "3652425d at most"),
            ("99999999999999999999d", "3652425d at most"), ("90", "a whole number"), ("d", "a whole number"),
            ("-1d", "a whole number"), ("", "a whole number"),
        ])
    func lengths(text: String, allowed: String) {
        #expect(Lifetime(text) == nil)
        #expect(Lifetime.allowed(insteadOf: text).hasPrefix(allowed))
        #expect(sentence(#"{"longestLife": {"server": "\#(text)"}}"#).contains("allowed is \(allowed)"))
    }

    @Test(
        "a refused name says where the allowed ones are listed",
        arguments: [
            ("a.test", "dns"), ("192.0.2.1", "ip"), ("a@a.test", "email"), ("https://a.test/", "uriHosts"),
        ])
    func lists(name: String, field: String) throws {
        let general = try #require(GeneralName(parsing: name))
        let refusal = try #require(try policy(#"{"names": {}}"#).refusal(of: general))
        #expect(refusal.sentence.contains("it allows no name of this form; “names.\(field)” of policy.json"))
    }

    @Test("a missing attribute says how it is written")
    func attribute() {
        let sentence = PolicyRefusal.attributeMissing(OID.organizationName).sentence
        #expect(sentence.contains("asks for O in the subject") && sentence.contains("add O=…"))
    }

    @Test("a name of any length is told in short, with the limit that it is beyond")
    func longNames() {
        let label = IssuingProblem.badName(String(repeating: "a", count: 100_000)).sentence
        #expect(label.count < 250 && label.contains("63 letters at most"))
        let name = IssuingProblem.badName(String(repeating: "a.", count: 200)).sentence
        #expect(name.count < 250 && name.contains("253 letters at most"))
        #expect(IssuingProblem.badName("a b").sentence == "“a b” is no DNS name, IP address, e-mail address or URI")
    }
}
