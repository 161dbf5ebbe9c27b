import LucidIssuing
import LucidModel
import LucidReport
import Testing

@Suite("policy.json is read to the letter")
struct PolicyFileTests {
    static let whole = """
        {
          "names": {
            "dns": ["example.internal", ".lab.example.internal", "bücher.example"],
            "wildcards": true,
            "ip": ["10.0.0.0/8", "fd00::/8", "192.0.2.7"],
            "email": ["example.internal", ".example.internal", "root@example.test"],
            "uriHosts": ["www.example.internal"]
          },
          "keys": ["p256", "rsa-3072"],
          "longestLife": { "server": "90d", "other": "1y" },
          "subject": { "C": "match", "organizationName": "supplied", "CN": "optional" },
          "requestedExtensions": ["subjectAltName", "1.3.6.1.4.1.99999.1"]
        }
        """

    private func problem(_ text: String) -> SettingProblem? {
        do throws(SettingProblem) {
            _ = try IssuancePolicy(json: Array(text.utf8))
            return nil
        } catch { return error }
    }

    @Test("what is written is what was read")
    func roundTrip() throws {
        let policy = try IssuancePolicy(json: Array(Self.whole.utf8))
        #expect(policy.names?.dns.count == 3 && policy.names?.ip.count == 3 && policy.names?.wildcards == true)
        #expect(policy.keys == [.p256, .rsa(leastBits: 3072)])
        #expect(policy.longestLife == ["server": .days(90), "other": .days(365)])
        #expect(policy.json.line.contains(#""xn--bcher-kva.example""#))
        #expect(try IssuancePolicy(json: Array(policy.json.text.utf8)) == policy)
    }

    @Test("an empty file is the policy that Lucid has without one")
    func empty() throws {
        #expect(try IssuancePolicy(json: Array("{}".utf8)) == IssuancePolicy())
        #expect(try IssuancePolicy(json: Array(IssuancePolicy().json.text.utf8)) == IssuancePolicy())
    }

    @Test(
        "whatever is wrong is told with its place",
        arguments: [
            ("", ""), ("[]", ""), (#"{"name": {}}"#, "name"), (#"{"keys": ["p256"], "keys": ["p384"]}"#, "keys"),
            (#"{"names": []}"#, "names"), (#"{"names": {"dns": "a.test"}}"#, "names.dns"),
            (#"{"names": {"dns": ["a.test", "-a"]}}"#, "names.dns[1]"),
            (#"{"names": {"dns": ["10.0.0.1"]}}"#, "names.dns[0]"), (#"{"names": {"dns": ["*.a"]}}"#, "names.dns[0]"),
            (#"{"names": {"dns": [""]}}"#, "names.dns[0]"), (#"{"names": {"dns": [7]}}"#, "names.dns[0]"),
            (#"{"names": {"ip": ["10.1.0.0/8"]}}"#, "names.ip[0]"),
            (#"{"names": {"ip": ["10.0.0.0/33"]}}"#, "names.ip[0]"),
            (#"{"names": {"ip": ["a.test"]}}"#, "names.ip[0]"), (#"{"names": {"email": ["a@"]}}"#, "names.email[0]"),
            (#"{"names": {"uriHosts": ["https://a"]}}"#, "names.uriHosts[0]"),
            (#"{"names": {"wildcards": "yes"}}"#, "names.wildcards"),
            (#"{"names": {"wildcards": true}}"#, "names.wildcards"),
            (#"{"names": {"dsn": []}}"#, "names.dsn"), (#"{"names": {"dns": null}}"#, "names.dns"),
            (#"{"keys": []}"#, "keys"), (#"{"keys": ["rsa-1024"]}"#, "keys[0]"), (#"{"keys": ["P-256"]}"#, "keys[0]"),
            (#"{"longestLife": {"sever": "90d"}}"#, "longestLife.sever"),
            (#"{"longestLife": {"server": "90"}}"#, "longestLife.server"),
            (#"{"longestLife": {"server": 90}}"#, "longestLife.server"),
            (#"{"longestLife": {"server": "0d"}}"#, "longestLife.server"),
            (#"{"subject": {"XX": "match"}}"#, "subject.XX"), (#"{"subject": {"CN": "matches"}}"#, "subject.CN"),
            (#"{"subject": {"CN": "match", "commonName": "match"}}"#, "subject.commonName"),
            (#"{"requestedExtensions": ["keyUsage"]}"#, "requestedExtensions[0]"),
            (#"{"requestedExtensions": ["2.5.29.19"]}"#, "requestedExtensions[0]"),
            (#"{"requestedExtensions": ["subjectaltname"]}"#, "requestedExtensions[0]"),
        ])
    func wrong(text: String, field: String) {
        let found = problem(text)
        #expect(found?.field == field, "\(found?.sentence ?? "no problem")")
    }

    @Test("a custom profile's life is limited by its name, once the name is known")
    func customProfile() throws {
        let text = Array(#"{"longestLife": {"printer": "30d"}}"#.utf8)
        #expect(throws: SettingProblem.self) { try IssuancePolicy(json: text) }
        #expect(try IssuancePolicy(json: text, customProfiles: ["printer"]).longestLife == ["printer": .days(30)])
    }

    @Test(
        "lengths of time", arguments: [("12h", 43_200), ("90d", 7_776_000), ("2w", 1_209_600), ("1y", 31_536_000)])
    func lifetime(text: String, seconds: Int64) { #expect(Lifetime(text)?.seconds == seconds) }

    @Test(
        "what is no length of time",
        arguments: [
            "", "d", "90", "0d", "-1d", "+1d", "1.5d", " 1d", "1d ", "1D", "1m", "١d", "99999999999999999999d",
            "10007y",
        ])
    func noLifetime(text: String) { #expect(Lifetime(text) == nil) }
}
