/// A line of a configuration file without its comment. Beyond its end there are zeros.
struct ConfigurationLine {
    let octets: [UInt8]
    /// Whether names may have `$`.
    let isDollarLetter: Bool

    /// Leaves the comment out: from the first `#` on that is neither quoted nor escaped.
    init(withoutComment line: [UInt8], isDollarLetter: Bool) {
        self.isDollarLetter = isDollarLetter
        var index = 0
        while index < line.count, line[index] != UInt8(ascii: "#") {
            if ConfigurationCharacters.isQuote(line[index]) {
                index = Self.afterQuoted(line, index)
            } else if line[index] == ConfigurationCharacters.escape {
                index += 2
            } else {
                index += 1
            }
        }
        octets = Array(line.prefix(index))
    }

    /// Where a quoted text ends that begins at `start`.
    private static func afterQuoted(_ line: [UInt8], _ start: Int) -> Int {
        var index = start + 1
        while index < line.count, line[index] != line[start] {
            index += line[index] == ConfigurationCharacters.escape ? 2 : 1
        }
        return index + 1
    }

    subscript(index: Int) -> UInt8 { index < octets.count ? octets[index] : 0 }

    /// The first place from `start` on that is no blank.
    func afterBlanks(_ start: Int) -> Int {
        var index = start
        while ConfigurationCharacters.isBlank(self[index]) { index += 1 }
        return min(index, octets.count)
    }

    /// The first place from `start` on that no name has. A backslash makes any character part of a name.
    func afterName(_ start: Int) -> Int {
        var index = start
        while index < octets.count {
            if octets[index] == ConfigurationCharacters.escape {
                index += 2
            } else if ConfigurationCharacters.isName(octets[index])
                || isDollarLetter && octets[index] == ConfigurationCharacters.dollar
            {
                index += 1
            } else {
                break
            }
        }
        return min(index, octets.count)
    }

    /// Where the argument of a directive begins, if the name from `start` to `end` is that directive: behind a blank or an equal
    /// sign. To openssl a longer name, such as `.includes`, is the directive as well.
    func argument(of directive: StaticString, from start: Int, to end: Int) -> Int? {
        guard let rest = octets[start..<end].after(directive) else { return nil }
        let next = afterBlanks(end)
        if self[next] == UInt8(ascii: "=") { return afterBlanks(next + 1) }
        return next > end || !rest.isEmpty ? next : nil
    }
}
