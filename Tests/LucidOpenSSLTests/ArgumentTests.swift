@testable import LucidOpenSSL
import Testing

/// Command lines, taken apart as openssl does it.
struct ArgumentTests {
    static let options: [OptionDefinition] = [
        .flag("batch", ""), .value("days", "n", ""), .value("addext", "x", ""),
        .missing("engine", takesValue: true, nearest: "lucid key"),
    ]

    private func parse(_ arguments: [String]) throws -> Arguments {
        try Arguments(arguments, of: "req", options: Self.options, isOther: { $0.hasPrefix("sha") })
    }

    @Test(arguments: [["-days", "3"], ["--days", "3"], ["-days=3"], ["-days", "1", "-days", "3"]])
    func `values are found, the last one counts`(arguments: [String]) throws {
        #expect(try parse(arguments).number("days") == 3)
    }

    @Test func `the rest begins where no option is`() throws {
        let parsed = try parse(["-batch", "-sha256", "file", "-days"])
        #expect(parsed.rest == ["file", "-days"])
        #expect(parsed.has("sha256") && parsed.has("batch") && !parsed.has("days"))
        #expect(try parse(["--", "-x"]).rest == ["-x"])
        #expect(try parse(["-"]).rest == ["-"])
    }

    @Test(
        arguments: zip(
            [["-foo"], ["-days"], ["-batch=1"], ["-engine", "x"], ["---days", "1"]],
            [
                "Unknown option: -foo", "Option -days needs a value", "does not take a value", "-engine is an option",
                "Unknown option",
            ]))
    func `wrong arguments are told in one line`(arguments: [String], message: String) {
        #expect { try parse(arguments) } throws: { ($0 as? Failure)?.message.contains(message) == true }
    }
}
