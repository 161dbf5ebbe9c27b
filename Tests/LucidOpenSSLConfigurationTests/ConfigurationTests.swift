import LucidModel
import LucidObjectNames
import LucidTestSupport
import Testing

@testable import LucidOpenSSLConfiguration

struct ConfigurationTests {
    @Test func `every value knows the file and the line of its name`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("# first\ninner = 1\n[ other ]\nx = \\\n y\n".utf8), to: "inner.cnf")
        let text = "a = 1\n\n[ s ]\nb = one \\\n two\n.include \(folder.path("inner.cnf"))\nc = 3\n"
        let configuration = try Configuration(text: text, file: "outer.cnf")
        func place(_ name: String, _ section: String) -> ConfigurationPlace? {
            configuration.own(name, in: section)?.place
        }
        #expect(place("a", "default") == .init(file: "outer.cnf", line: 1, section: "default", name: "a"))
        #expect(place("b", "s") == .init(file: "outer.cnf", line: 4, section: "s", name: "b"))
        #expect(configuration.own("b", in: "s")?.text == "one  two")
        let inner = folder.path("inner.cnf")
        #expect(place("inner", "s") == .init(file: inner, line: 2, section: "s", name: "inner"))
        #expect(place("x", "other") == .init(file: inner, line: 4, section: "other", name: "x"))
        // As in openssl, the included file's last section goes on behind it.
        #expect(place("c", "other") == .init(file: "outer.cnf", line: 7, section: "other", name: "c"))
        #expect(configuration.value("a", in: "s")?.text == "1")
        #expect(configuration.own("a", in: "s") == nil)
        #expect(configuration.section("nothing") == nil)
    }

    @Test func `the last of values with one name counts, in its place`() throws {
        let configuration = try Configuration(text: "[s]\na=1\nb=2\na=3\n", file: "test.cnf")
        #expect(configuration.section("s")?.map(\.name) == ["b", "a"])
        #expect(configuration.own("a", in: "s")?.text == "3")
    }

    @Test(arguments: [
        ("a = $b\n", "line 1: the variable \"b\" has no value; give it one above this line"),
        ("\n\n[ s\n", "line 3: the section's name has no closing bracket"),
        ("x = 1\nfoo bar\n", "line 2: there is no equal sign behind the name \"foo\" but \"bar\""),
        ("a = \\\n${b\n", "line 1: the variable \"b\" is not closed"),
        ("a = $ENV::LUCID_NOTHING\n", "the variable \"ENV::LUCID_NOTHING\" has no value; set it in the environment"),
    ]) func `errors name the file, the line and what to do`(text: String, sentence: String) {
        let error = #expect(throws: ConfigurationProblem.self) {
            try Configuration(text: text, file: "my.cnf") { _ in nil }
        }
        #expect(error?.description.hasPrefix("my.cnf, line ") == true)
        #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
    }

    @Test func `a file that is not there is told apart`() {
        let error = #expect(throws: ConfigurationProblem.self) { try Configuration(reading: "/nowhere/x.cnf") }
        #expect(error?.isFileUnreadable == true)
        #expect(error?.description == "/nowhere/x.cnf: the configuration can not be read: there is no such file")
    }

    @Test func `a file that includes itself is refused`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("self.cnf")
        try folder.write(Array(".include \(path)\n".utf8), to: "self.cnf")
        let error = #expect(throws: ConfigurationProblem.self) { try Configuration(reading: path) }
        #expect(error?.description.contains("included too deeply") == true)
    }

    @Test func `OPENSSL_CONF names the default configuration, else it is the system's`() throws {
        #expect(DefaultConfiguration.path { $0 == "OPENSSL_CONF" ? "/my/own.cnf" : nil } == "/my/own.cnf")
        guard let openssl = Programs.openssl, let path = DefaultConfiguration.path(environment: { _ in nil }) else {
            return
        }
        let folder = try Programs.run(openssl, ["version", "-d"]).output
        #expect(folder.contains("\"\(path.dropLast("/openssl.cnf".count))\""))
        let configuration = try Configuration(reading: path)
        #expect(configuration.section("req") != nil)
    }
}
