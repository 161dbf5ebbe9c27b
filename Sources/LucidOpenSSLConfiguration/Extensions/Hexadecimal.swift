/// Octets in hexadecimal digits, `:` allowed between them.
enum Hexadecimal {
    static func octets(_ text: ArraySlice<UInt8>, at place: ValuePlace) throws(ConfigurationProblem) -> [UInt8] {
        var octets: [UInt8] = []
        var rest = text
        while let first = rest.popFirst() {
            if first == UInt8(ascii: ":") { continue }
            guard let second = rest.popFirst() else {
                throw place.problem("the number of hexadecimal digits is odd")
            }
            guard let high = first.hexValue, let low = second.hexValue else {
                throw place.problem("\"\([first, second].text)\" are no hexadecimal digits")
            }
            octets.append(high << 4 | low)
        }
        guard !octets.isEmpty else { throw place.problem("there are no hexadecimal digits") }
        return octets
    }
}
