import LucidDER
import LucidObjectNames
import LucidTestSupport
import Testing

/// OpenSSL's names of object identifiers.
struct ObjectNameTests {
    @Test func `every object that the system's openssl lists is known by both names`() throws {
        let openssl = try #require(Programs.openssl)
        let listed = try Programs.run(openssl, ["list", "-objects"]).output
        var count = 0
        // Long identifiers openssl cuts off, behind a dot.
        for line in listed.split(separator: "\n") where !line.hasPrefix("#") && !line.hasSuffix(".") {
            // `CN = commonName, 2.5.4.3`, or `name = 1.2.3` where both names are the same.
            let halves = line.split(separator: " = ", maxSplits: 1).map(String.init)
            let (short, rest) = (halves[0], try #require(halves.last))
            let numbers = try #require(rest.split(separator: ",").last.map { $0.drop { $0 == " " } })
            let long = rest.contains(", ") ? String(rest.dropLast(numbers.count + 2)) : short
            let identifier = try #require(ObjectIdentifier(dotted: String(numbers)))
            let names = ObjectNames()
            #expect(names.identifier(short) == identifier, "\(line)")
            #expect(names.identifier(long) == identifier, "\(line)")
            #expect(names.name(called: short)?.long == long, "\(line)")
            count += 1
        }
        #expect(count > 1000)
    }

    @Test func `names are told by short name, long name and numbers, in their case`() {
        let names = ObjectNames()
        let commonName = ObjectIdentifier(dotted: "2.5.4.3")
        for text in ["CN", "commonName", "2.5.4.3"] { #expect(names.identifier(text) == commonName, "\(text)") }
        for text in ["cn", "COMMONNAME", "", ".2.5.4", "2", "no such name"] {
            #expect(names.identifier(text) == nil, "\(text)")
        }
    }

    @Test(arguments: [("2.5.4.3.", "2.5.4.3"), ("2 5 4 3", "2.5.4.3"), ("1.2..4", "1.2.0.4"), ("1.2..", "1.2.0")])
    func `numbers may be written as openssl lets them`(text: String, numbers: String) {
        #expect(ObjectNames().identifier(text)?.description == numbers)
    }

    @Test func `an added name is found before the others`() throws {
        var names = ObjectNames()
        let identifier = try #require(ObjectIdentifier(dotted: "2.5.4.3"))
        names.add(ObjectName(identifier, short: "KN", long: "knownAs"))
        #expect(names.short(identifier) == "KN")
        #expect(names.identifier("knownAs") == identifier)
        #expect(names.identifier("CN") == identifier)
    }
}
