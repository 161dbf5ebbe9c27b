import LucidDER
import LucidModel
import LucidObjectNames
import Testing

@testable import LucidOpenSSLConfiguration

/// Whatever a configuration says, there is an answer or an error, soon.
struct MutationTests {
    /// Numbers that are the same in every run.
    private struct Numbers {
        var state: UInt64

        /// From 0 to `limit` - 1.
        mutating func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return limit == 0 ? 0 : Int((state >> 33) % UInt64(limit))
        }
    }

    /// Parts that mean something, so that mutations go deeper than random octets would.
    private static let words = [
        "$", "${", "}", "$(", "::", "\\", "\\\n", "\"", "'", "`", "#", "[", "]", "=", ",", ":", ";", "@", ".", "+", "-",
        "critical,", "ASN1:", "DER:", "SEQ:e", "SET:e", "EXP:", "IMP:", "FORMAT:HEX,", "INT:", "0x",
        "99999999999999999999",
        "dirName:", "otherName:", "@e", "e::", ".include ", ".pragma ", "[e]\n", "\0", "\u{ff}", "\u{301}", "\r\n",
        "subjectAltName=", "certificatePolicies=", "IP:", "/", "keyid:always",
    ].map { Array($0.utf8) }

    private static func mutated(_ text: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
        var octets = text
        for _ in 0...numbers.next(below: 4) {
            let place = numbers.next(below: octets.count)
            let end = min(octets.count, place + numbers.next(below: 12))
            switch numbers.next(below: 5) {
            case 0: octets.replaceSubrange(place..<end, with: [])
            case 1: octets.insert(contentsOf: octets[place..<end], at: numbers.next(below: octets.count))
            case 2: octets.insert(UInt8(truncatingIfNeeded: numbers.next(below: 256)), at: place)
            case 3 where !octets.isEmpty: octets[place] ^= 1 << UInt8(numbers.next(below: 8))
            default: octets.insert(contentsOf: words[numbers.next(below: words.count)], at: place)
            }
        }
        return octets
    }

    @Test(arguments: 0..<4) func `no mutated configuration stops the program`(part: Int) throws {
        let texts =
            (ExtensionCases.accepted + ExtensionCases.refused + ConfigurationCases.lines).map { head + "[e]\n" + $0 }
            + ConfigurationCases.files2
        var numbers = Numbers(state: UInt64(part))
        var counts = (made: 0, refused: 0)
        for _ in 0..<1500 {
            let octets = Self.mutated(Array(texts[numbers.next(below: texts.count)].utf8), &numbers)
            let result = Result { () throws(ConfigurationProblem) in try Self.useAll(of: octets) }
            switch result {
            case .success: counts.made += 1
            case .failure(let error):
                #expect(!error.description.contains("\n"), "\(error)")
                counts.refused += 1
            }
        }
        // Both ways are gone.
        #expect(counts.made > 100 && counts.refused > 100, "\(counts)")
    }

    /// Reads a configuration, and makes names and extensions of it.
    private static func useAll(of octets: [UInt8]) throws(ConfigurationProblem) {
        // No files are included: what they are called is the system's.
        let configuration = try Configuration(octets: octets, file: "test.cnf") {
            $0 == "OPENSSL_CONF_INCLUDE" ? "/nowhere" : nil
        }
        var names = ObjectNames()
        try? names.add(configuration)
        let maker = NameMaker(names: names)
        _ = try? maker.parts(section: configuration.section("dn") ?? [])
        _ = try? NameQuestion.all(in: "dn", of: configuration, names: names)
        _ = try? maker.subject(line: String(decoding: octets.suffix(40), as: UTF8.self))
        let subject = Name(commonName: "x")
        var context = ExtensionContext(
            subject: subject, issuer: .itself(serialNumber: DERInteger(1), issuer: subject))
        try ExtensionMaker(configuration: configuration, names: names).extensions(section: "e", context: &context)
    }

    @Test func `what refers to itself, or grows without end, is refused`() throws {
        let doubling = (1...40).map { "v\($0)=$v\($0 - 1)$v\($0 - 1)" }.joined(separator: "\n")
        #expect(throws: ConfigurationProblem.self) {
            try Configuration(text: "v0=abcdefgh\n" + doubling, file: "test.cnf")
        }
        let long = "v=" + String(repeating: "a", count: 60_000) + "\n"
        let copies = (0..<400).map { "w\($0)=$v" }.joined(separator: "\n")
        #expect(throws: ConfigurationProblem.self) { try Configuration(text: long + copies, file: "test.cnf") }

        let branching = (0..<30).map { "[s\($0)]\na=SEQ:s\($0 + 1)\nb=SEQ:s\($0 + 1)\n" }.joined() + "[s30]\na=NULL\n"
        let wide = "[d]\n" + (0..<1000).map { "\($0).CN=x\n" }.joined()
        let references = "subjectAltName=" + (0..<1000).map { "dirName.\($0):d" }.joined(separator: ",") + "\n"
        try refuse("[e]\n1.2.3=ASN1:SEQ:s0\n" + branching)
        try refuse("[e]\n" + references + wide)
    }

    private func refuse(_ text: String) throws {
        let configuration = try Configuration(text: text, file: "test.cnf")
        var context = ExtensionContext()
        #expect(throws: ConfigurationProblem.self) {
            try ExtensionMaker(configuration: configuration, names: ObjectNames()).extensions(
                section: "e", context: &context)
        }
    }
}
