import Foundation
import LucidJSON
import Testing

@Suite("JSON is read by RFC 8259, and nothing beyond it")
struct JSONTests {
    private func read(_ text: String) throws -> JSON { try JSON(Array(text.utf8)) }

    @Test("values of every kind")
    func values() throws {
        let json = try read(#" {"a":[1,-2,0,true,false,null,"x"],"b":{},"c":"","a":"second"} "#)
        #expect(json.isObject && json.keys == ["a", "b", "c", "a"])
        let array = try #require(json["a"]?.array)
        #expect(array.map(\.integer) == [1, -2, 0, nil, nil, nil, nil])
        #expect(array.map(\.bool) == [nil, nil, nil, true, false, nil, nil])
        #expect(array[6].string == "x" && array[6].integer == nil)
        #expect(json["b"]?.isObject == true && json["c"]?.string == "" && json["d"] == nil)
        #expect(try read("[null]").array?.count == 1 && read("null").string == nil)
    }

    @Test("null stands for an absent member")
    func null() throws { #expect(try read(#"{"a":null}"#)["a"] == nil) }

    @Test(
        "escapes",
        arguments: [
            (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{c}\n\r\t"), (#"\u0041\u00e9"#, "Aé"), (#"\ud83d\ude1c"#, "😜"),
            (#"\ud83d"#, "\u{fffd}"), ("é😜", "é😜"), (#"é\u0301x"#, "é\u{301}x"),
        ])
    func escapes(raw: String, text: String) throws {
        let json = try read("{\"k\":\"\(raw)\",\"\(raw)\":7}")
        #expect(json["k"]?.string == text)
        #expect(json[text]?.integer == 7)
    }

    @Test("hexadecimal octets")
    func octets() throws {
        #expect(try read(#""00fFa9""#).octets == [0x00, 0xff, 0xa9])
        for text in [#""0""#, #""0g""#, "12"] { #expect(try read(text).octets == nil) }
    }

    @Test(
        "what is no JSON, and where",
        arguments: [
            ("", 0), ("{", 1), ("[1,]", 3), ("[1 2]", 3), ("{\"a\" 1}", 5), ("{a:1}", 1), ("01", 1), ("1.", 2),
            ("-", 1),
            ("+1", 0), ("tru", 0), ("\"a", 2), ("\"\u{1}\"", 1), (#""\x""#, 2), (#""\u12""#, 5), ("1 1", 2), ("[]]", 2),
            ("'a'", 0), ("{\"a\":1,}", 7), ("NaN", 0),
        ])
    func refused(text: String, offset: Int) {
        #expect(throws: JSONProblem.self) { try read(text) }
        do throws(JSONProblem) { _ = try JSON(Array(text.utf8)) } catch { #expect(error.offset == offset, "\(error)") }
    }

    @Test("a document that is nested too deeply is refused, and does not use up the stack")
    func depth() throws {
        #expect(throws: Never.self) {
            try read(String(repeating: "[", count: 199) + String(repeating: "]", count: 199))
        }
        #expect(throws: JSONProblem.self) { try read(String(repeating: "[", count: 100_000)) }
        #expect(throws: JSONProblem.self) { try read(String(repeating: "{\"a\":", count: 100_000)) }
    }

    @Test("what Foundation writes is read as it was meant")
    func foundation() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let text = String((0..<20).map { _ in Character(Self.scalars.randomElement(using: &generator) ?? "a") })
            let number = Int.random(in: .min ... .max, using: &generator)
            let data = try JSONSerialization.data(withJSONObject: ["t": text, "n": number])
            let json = try JSON([UInt8](data))
            #expect(json["t"]?.string == text && json["n"]?.integer == number)
        }
    }

    private static let scalars: [Unicode.Scalar] = [
        "\"", "\\", "/", "\n", "\u{0}", "\u{1f}", "\u{7f}", "a", "é", "漢", "😜",
    ]

    @Test(
        "what is written is read again, by Foundation too",
        arguments: [
            "", "plain", "\"\\/\n\r\t\u{8}\u{c}\u{0}\u{1f}\u{7f}", "é😀\u{2028}\u{202e}\u{feff}", "a\u{301}",
            "tab\t und Umlaut ü",
        ])
    func writing(text: String) throws {
        let value = JSONValue.object([
            text: .string(text), "list": .array([.number(.min), .number(.max), .bool(false), .null, .array([])]),
            "none": .object([]),
        ])
        for written in [value.text, value.line] {
            let json = try read(written)
            #expect(json[text]?.string?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
            #expect(json["list"]?.array?.first?.integer == .min && json["list"]?.array?[1].integer == .max)
            #expect(try JSONSerialization.jsonObject(with: Data(written.utf8)) is [String: Any])
            // Nothing that a terminal would obey, but the line feeds between elements.
            #expect(written.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
            #expect(!written.contains("\u{202e}"))
        }
        #expect(!value.line.contains("\n"))
    }
}
