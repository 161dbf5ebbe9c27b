import LucidTestSupport
import Testing

@Suite("ca -explain", .enabled(if: Programs.openssl != nil && Programs.lucid != nil, "openssl is missing"))
struct AuthorityExplanationTests {
    private func explanation(_ settings: [String: String], _ arguments: String) throws -> String {
        let item = AuthorityCase("explained", settings: settings, "")
        var files = AuthorityMaterial.files
        files["ca.cnf"] = Array(item.configuration.utf8)
        let workshop = try FaceWorkshop(.lucid, files: files)
        let result = try workshop.run("openssl ca -config ca.cnf -batch -notext \(arguments) -explain")
        #expect(result.exitCode == 0, "\(result.errors)")
        return result.errors
    }

    @Test func `each part has the line or flag that put it there`() throws {
        let text = try explanation([:], "-in a.csr -days 7 -extensions server")
        for part in [
            "-days 7", "the next number of ./serial", "[CA_default] default_md = sha256", "[server] keyUsage =",
            "the issuer's certificate ./ca.pem", "the request a.csr",
            "countryName = DE   ca.cnf:", "[policy_loose] countryName = optional",
        ] { #expect(text.contains(part), "\(part) in\n\(text)") }
    }

    @Test(arguments: [
        ("none", "basicConstraints: left out"), ("copy", "subjectAltName: taken over"),
        ("copy", "basicConstraints: left out, for the configuration sets it"),
        ("copyall", "basicConstraints: taken over, in place of the configuration's"),
    ])
    func `what copy_extensions did is told`(mode: String, sentence: String) throws {
        let text = try explanation(["copy_extensions": mode], "-in asks.csr")
        #expect(text.contains(sentence) && text.contains("copy_extensions = \(mode)"), "\(text)")
    }

    @Test func `what had no effect is told`() throws {
        let text = try explanation(
            ["RANDFILE": "./.rand"], "-in a.csr -days 7 -enddate 20300101000000Z -multivalue-rdn")
        #expect(text.contains("-days 7: the end is given: -enddate 20300101000000Z"))
        #expect(text.contains("RANDFILE = ./.rand: random numbers come from the system"))
        #expect(text.contains("-multivalue-rdn: "))
    }

    @Test(arguments: [
        ("-updatedb", "nothing is made here"), ("-gencrl -crldays 3 -out list.pem", "into a CRL is not told"),
        ("-status 01", "nothing is made here"),
    ])
    func `without a new certificate one line names what explains`(arguments: String, reason: String) throws {
        var files = AuthorityMaterial.files
        files["ca.cnf"] = Array(AuthorityCase("explained", "").configuration.utf8)
        let workshop = try FaceWorkshop(.lucid, files: files)
        let errors = try workshop.run("openssl ca -config ca.cnf -explain \(arguments)").errors
        #expect(errors.contains(reason) && errors.contains("`lucid explain FILE`"), "\(errors)")
    }
}
