import LucidDER
import LucidModel
import LucidObjectNames
import LucidTestSupport
import Testing

@testable import LucidOpenSSLConfiguration

struct NameMakerTests {
    @Test func `what openssl passes over in a line it says`() throws {
        let line = try NameMaker(names: ObjectNames()).subject(line: "/foo=x+bar=y/CN=/O=z")
        #expect(
            line.remarks == [
                "Skipping unknown subject name attribute \"foo\"",
                "Skipping unknown subject name attribute \"bar\"",
                "Hint: a '+' in a value string needs be escaped using '\\' else a new member of a multi-valued RDN is expected",
                "No value provided for subject name attribute \"CN\", skipped",
            ])
        #expect(line.name.relativeDistinguishedNames.count == 1)
    }

    @Test(arguments: [
        ("CN=x", "subject name is expected to be in the format /type0=value0"),
        ("/CN", "Missing '=' after RDN type string 'CN' in subject name string"),
        ("/CN=x\\", "Escape character at end of subject name string"), ("/C=DEU", "string too long: maxsize=2"),
        ("/C=D", "string too short: minsize=2"), ("/C=D!", "illegal characters"),
    ]) func `a wrong line is refused in openssl's words`(line: String, sentence: String) {
        let error = #expect(throws: ConfigurationProblem.self) {
            try NameMaker(names: ObjectNames()).subject(line: line)
        }
        #expect(error?.description.hasPrefix("-subj: ") == true)
        #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
    }

    @Test func `a section's questions have their presets, fixed answers and bounds`() throws {
        let text = """
            0.organizationName_default = outer
            [dn]
            countryName = Country Name (2 letter code)
            countryName_default = DE
            countryName_min = 2
            countryName_max = 2
            0.organizationName = Organization
            1.+OU = Unit
            commonName = Name
            commonName_value = fixed
            nonsense = Question
            """
        let configuration = try Configuration(text: text, file: "test.cnf")
        let questions = try NameQuestion.all(in: "dn", of: configuration, names: ObjectNames())
        #expect(
            questions.map(\.type) == [
                OID.countryName, OID.organizationName, OID.organizationalUnitName, OID.commonName,
            ])
        #expect(questions.map { String(decoding: $0.preset, as: UTF8.self) } == ["DE", "outer", "", ""])
        #expect(questions.map { $0.fixed != nil } == [false, false, false, true])
        #expect(questions.map(\.joinsPrevious) == [false, false, true, false])
        #expect(questions[0].complaint(aboutLength: 1) == "string is too short, it needs to be at least 2 bytes long")
        #expect(
            questions[0].complaint(aboutLength: 3) == "string is too long, it needs to be no more than 2 bytes long")
        #expect(questions[0].complaint(aboutLength: 2) == nil && questions[1].complaint(aboutLength: 0) == nil)
        #expect(questions[0].presetPlace?.line == 4)
    }

    @Test func `openssl asks the same questions and makes the same name of the answers`() throws {
        guard let openssl = Programs.openssl else { return }
        let folder = try TemporaryFolder()
        let text = """
            [req]
            distinguished_name = dn
            [dn]
            countryName = Country
            countryName_default = DE
            0.organizationName = Organization
            0.organizationName_min = 3
            1.+OU = Unit
            commonName = Name
            commonName_max = 5
            commonName_value = fixed
            emailAddress = Mail
            nonsense = Question
            """
        try folder.write(Array(text.utf8), to: "test.cnf")
        let answers = ["", "Org", "Unit", "."]
        let result = try Programs.run(
            openssl,
            ["req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "key.pem"]
                + ["-config", "test.cnf", "-outform", "DER", "-out", "r.der"],
            stdin: Array(answers.map { $0 + "\n" }.joined().utf8), folder: folder.url)
        let request = try CertificateRequest(der: try folder.read("r.der"))
        let configuration = try Configuration(text: text, file: "test.cnf")
        let maker = NameMaker(names: ObjectNames())
        var left = answers[...]
        var parts: [NameMaker.Part] = []
        for question in try NameQuestion.all(in: "dn", of: configuration, names: ObjectNames()) {
            let asked = String(decoding: question.text, as: UTF8.self)
            let preset = String(decoding: question.preset, as: UTF8.self)
            #expect(result.errors.contains("\(asked) [\(preset)]:"), "\(result.errors)")
            let answer = question.fixed ?? Array((left.popFirst() ?? "").utf8)
            let value = answer.isEmpty ? question.preset : answer
            if value.isEmpty || value == Array(".".utf8) { continue }
            parts.append(
                .init(
                    try maker.attribute(type: question.type, value: value, origin: .answer(question: asked)),
                    joinsPrevious: question.joinsPrevious, origin: .answer(question: asked)))
        }
        #expect(NameMaker.name(of: parts).der.array == request.certificationRequestInfo.subject.der.array)
    }

    @Test func `a configuration's own object names can be used everywhere`() throws {
        let text = """
            oid_section = oids
            [oids]
            myName = 1.2.3.4.5
            [dn]
            myName = x
            [e]
            myName = DER:0500
            extendedKeyUsage = myName
            """
        let configuration = try Configuration(text: text, file: "test.cnf")
        var names = ObjectNames()
        try names.add(configuration)
        let own = ObjectIdentifier(1, 2, 3, 4, 5)
        let parts = try NameMaker(names: names).parts(section: configuration.section("dn") ?? [])
        #expect(parts.map(\.attribute.type) == [own])
        #expect(try NameMaker(names: names).subject(line: "/myName=x").name == NameMaker.name(of: parts))
        var context = ExtensionContext()
        let made = try ExtensionMaker(configuration: configuration, names: names).extensions(
            section: "e", context: &context)
        #expect(made.map(\.value.extnID) == [own, OID.extKeyUsage])
    }

    @Test(arguments: ["CN = 1.2.3.4", "mine = 2.5.4.3", "mine = x", "mine = 1.2.3.4\nyours = 1.2.3.4"])
    func `a name or number that openssl has already is refused`(line: String) throws {
        let configuration = try Configuration(text: "oid_section = o\n[o]\n\(line)\n", file: "test.cnf")
        var names = ObjectNames()
        let error = #expect(throws: ConfigurationProblem.self) { try names.add(configuration) }
        #expect(error?.description.contains("problem creating object") == true)
    }
}
