import LucidIssuing
import LucidModel
import LucidReport
import Testing

@Suite("A profile of one's own is read to the letter")
struct ProfileFileTests {
    /// Every field of a CA's profile.
    static let authority = """
        { "name": "lab-ca", "authority": { "pathLength": 0 }, "life": "2y", "keyUsage": ["keyCertSign", "cRLSign"],
          "nameConstraints": {
            "permitted": { "dns": ["example.test"], "ip": ["192.0.2.0/24"], "email": ["example.test"],
                           "uri": [".example.test"], "directory": ["O=Example,C=DE"] },
            "excluded": { "dns": ["secret.example.test"] } },
          "policies": ["1.3.6.1.4.1.99999.1", { "oid": "anyPolicy", "cps": "https://example.test/cps" }],
          "crlDistributionPoints": ["http://example.test/ca.crl"], "ocsp": ["http://ocsp.example.test"],
          "caIssuers": ["http://example.test/ca.cer"],
          "extensions": [{ "oid": "1.3.6.1.4.1.99999.2", "critical": false, "der": "0c0568656c6c6f" }] }
        """
    static let printer =
        #"{ "name": "printer", "basedOn": "server", "life": "12h", "extendedKeyUsage": ["serverAuth", "1.2.3"] }"#

    @Test("every field of a CA")
    func wholeAuthority() throws {
        let profile = try CertificateProfile(json: Array(Self.authority.utf8))
        #expect(profile.name == "lab-ca" && profile.authority?.pathLength == 0 && profile.life == .days(730))
        #expect(profile.keyUsage == [.keyCertSign, .cRLSign] && profile.extendedKeyUsages.isEmpty)
        #expect(profile.nameConstraints?.permittedSubtrees?.count == 5)
        #expect(profile.nameConstraints?.excludedSubtrees?.count == 1)
        #expect(profile.policies.map(\.policyIdentifier.description) == ["1.3.6.1.4.1.99999.1", "2.5.29.32.0"])
        #expect(profile.crlDistributionPoints.map(\.valueText) == ["http://example.test/ca.crl"])
        #expect(profile.furtherExtensions.map(\.extnID.description) == ["1.3.6.1.4.1.99999.2"])
    }

    @Test("what is not said is as in the profile that it is based on")
    func based() throws {
        let profile = try CertificateProfile(json: Array(Self.printer.utf8))
        #expect(profile.life.seconds == 43_200 && profile.keyUsage == CertificateProfile.server.keyUsage)
        #expect(profile.extendedKeyUsages.map(\.description) == ["1.3.6.1.5.5.7.3.1", "1.2.3"])
    }

    private static func variant(_ more: String) -> String {
        #"{ "name": "x", "life": "90d", "keyUsage": ["digitalSignature"], \#(more) }"#
    }

    static let wrong: [(String, String)] =
        [
            ("{", ""), ("7", ""), ("{}", "life"), (#"{"life": "90d"}"#, "keyUsage"),
            (#"{"life": "90d", "keyUsage": ["digitalSignature"]}"#, "name"),
            (#"{"basedOn": "servers", "name": "x"}"#, "basedOn"),
            (#"{"basedOn": "server", "name": "server"}"#, "name"), (#"{"basedOn": "server", "name": "A b"}"#, "name"),
            (#"{"basedOn": "server", "name": 7}"#, "name"),
            (#"{"basedOn": "server", "name": "x", "life": 90}"#, "life"),
            (#"{"basedOn": "root", "name": "x", "keyUsage": ["cRLSign"]}"#, "keyUsage"),
            (#"{"name": "x", "life": "1d", "keyUsage": []}"#, "keyUsage"),
            (#"{"name": "x", "life": "1d", "keyUsage": ["sign"]}"#, "keyUsage[0]"),
            (#"{"name": "x", "life": "1d", "keyUsage": ["keyCertSign"]}"#, "keyUsage"),
        ]
        + [
            (#""days": 90"#, "days"), (#""authority": true"#, "authority"),
            (#""authority": {"pathlen": 1}"#, "authority.pathlen"),
            (#""authority": {"pathLength": -1}"#, "authority.pathLength"),
            (#""extendedKeyUsage": ["server"]"#, "extendedKeyUsage[0]"),
            (#""extendedKeyUsage": "serverAuth""#, "extendedKeyUsage"), (#""nameConstraints": {}"#, "nameConstraints"),
            (#""nameConstraints": {"permitted": {"dns": [".a.test"]}}"#, "nameConstraints.permitted.dns[0]"),
            (#""nameConstraints": {"permitted": {"dns": []}}"#, "nameConstraints"),
            (#""nameConstraints": {"permitted": {"directory": ["X"]}}"#, "nameConstraints.permitted.directory[0]"),
            (#""nameConstraints": {"permitted": {"dns": ["a.test"]}}"#, "nameConstraints"),
            (#""policies": ["x"]"#, "policies[0]"), (#""policies": [{"cps": "http://a"}]"#, "policies[0].oid"),
            (#""policies": [{"oid": "1.2.3", "cps": "a"}]"#, "policies[0].cps"),
            (#""crlDistributionPoints": ["ftp://a"]"#, "crlDistributionPoints[0]"),
            (#""ocsp": ["http://"]"#, "ocsp[0]"),
            (#""caIssuers": ["http://ü"]"#, "caIssuers[0]"), (#""extensions": [{}]"#, "extensions[0].oid"),
            (#""extensions": [{"oid": "1.2.3"}]"#, "extensions[0].der"),
            (#""extensions": [{"oid": "1.2.3", "der": "05"}]"#, "extensions[0].der"),
            (#""extensions": [{"oid": "1.2.3", "der": "0500ff"}]"#, "extensions[0].der"),
            (#""extensions": [{"oid": "1.2.3", "der": "zz"}]"#, "extensions[0].der"),
            (#""extensions": [{"oid": "1.2.3", "der": ""}]"#, "extensions[0].der"),
            (#""extensions": [{"oid": "2.5.29.19", "der": "3000"}]"#, "extensions[0].oid"),
            (#""extensions": [{"oid": "1.3.6.1.5.5.7.1.24", "der": "0500"}]"#, "extensions[0].der"),
            (#""extensions": [{"oid": "1.2.3", "critical": 1, "der": "0500"}]"#, "extensions[0].critical"),
            (#""extensions": [{"oid": "1.2.3", "der": "0500"}, {"oid": "1.2.3", "der": "0500"}]"#, "extensions[1].oid"),
        ].map { (variant($0.0), $0.1) }

    @Test("whatever is wrong is told with its place", arguments: wrong)
    func refused(text: String, field: String) {
        do throws(SettingProblem) {
            _ = try CertificateProfile(json: Array(text.utf8))
            Issue.record("read")
        } catch { #expect(error.field == field, "\(error.sentence)") }
    }
}
