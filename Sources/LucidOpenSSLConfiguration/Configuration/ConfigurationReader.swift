import LucidFiles

/// Reads configuration files: config(5).
///
/// First come lines: a backslash at a line's end joins the next one to it, and `#` begins a comment. A line is `[ section ]`,
/// `name = value`, `section::name = value`, `.include = path` or `.pragma = name:value`. Everything is octets; beyond a line's end
/// there are zeros.
struct ConfigurationReader {
    /// Bounds, so that a short file can not take all memory or time. openssl has the third alone.
    enum Limit {
        static let fileOctetCount = 4 << 20
        static let includeDepth = 16
        static let valueOctetCount = 65536
        static let totalOctetCount = 16 << 20
        static let includedFileCount = 1000
    }

    var configuration: Configuration
    /// The section that values without one of their own go to; an included file may change it for those around it.
    var section = Configuration.defaultSection
    /// `.pragma = dollarid:on`: `$` is a letter, unless a brace follows.
    var isDollarLetter = false
    /// `.pragma = abspath:on`: `.include` wants absolute paths.
    var wantsAbsolutePaths = false
    /// `.pragma = includedir:…`: where relative paths of `.include` begin.
    var includeFolder: String?
    /// The octets of all values until now.
    var totalOctetCount = 0
    var includedFileCount = 0
    /// How many files are open, one including the next.
    var depth = 0
    /// Whether a folder is being included; its files may not include another one.
    var isInFolder = false

    init(filling configuration: Configuration) { self.configuration = configuration }

    /// The octets of a configuration file.
    static func contents(of path: String) throws(ConfigurationProblem) -> [UInt8] {
        do throws(FileProblem) {
            return try FileReader.read(path, limit: Limit.fileOctetCount)
        } catch {
            if error.reason == .empty { return [] }
            throw ConfigurationProblem(
                "the configuration can not be read: \(error.reason.words)", at: .file(path), isFileUnreadable: true)
        }
    }

    /// Reads all lines of a file.
    mutating func read(
        _ octets: [UInt8], file: String, environment: (String) -> String?
    ) throws(ConfigurationProblem) {
        let start = octets.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0  // a byte order mark
        var joined: [UInt8] = []
        var isContinued = false
        // `end` is the line's last number: the one that openssl's errors name. The first one is where people look.
        var firstNumber = 1
        var number = 0
        for line in octets[start...].split(separator: 0x0a, omittingEmptySubsequences: false) {
            number += 1
            // To openssl a line that begins with a zero ends the file; a zero further behind takes the rest of its line away, and the
            // line's end as well.
            if line.first == 0, !isContinued { break }
            let visible = line.prefix { $0 != 0 }
            joined += visible
            isContinued = !visible.isEmpty && visible.count < line.count
            while !isContinued, joined.last == 0x0d { joined.removeLast() }
            if joined.last == ConfigurationCharacters.escape,
                joined.dropLast().last != ConfigurationCharacters.escape
            {
                joined.removeLast()
                isContinued = true
            }
            if isContinued { continue }
            try readLine(joined, at: SourceLine(file: file, number: firstNumber), environment: environment)
            joined = []
            firstNumber = number + 1
        }
        if !joined.isEmpty {
            try readLine(joined, at: SourceLine(file: file, number: firstNumber), environment: environment)
        }
    }

    /// Reads a line, of which the continuations are part.
    private mutating func readLine(
        _ octets: [UInt8], at place: SourceLine, environment: (String) -> String?
    ) throws(ConfigurationProblem) {
        let line = ConfigurationLine(withoutComment: octets, isDollarLetter: isDollarLetter)
        let start = line.afterBlanks(0)
        guard start < line.octets.count else { return }
        if line[start] == UInt8(ascii: "[") {
            let name = try sectionName(line, from: start + 1, at: place)
            section = try resolved(name, in: nil, at: place, environment: environment).text
            configuration.open(section)
            return
        }
        var end = line.afterName(start)
        var name = line.octets[start..<end].text
        var target = section
        if line[end] == ConfigurationCharacters.colon, line[end + 1] == ConfigurationCharacters.colon {
            target = name
            let nameStart = end + 2
            end = line.afterName(nameStart)
            name = line.octets[nameStart..<end].text
        }
        let sign = line.afterBlanks(end)
        if let argument = line.argument(of: ".pragma", from: start, to: end) {
            return try readPragma(line.octets[argument...].withoutBlanks, at: place)
        }
        if let argument = line.argument(of: ".include", from: start, to: end) {
            let path = try resolved(
                line.octets[argument...].withoutBlanks, in: target, at: place, environment: environment)
            return try include(path.text, at: place, environment: environment)
        }
        guard line[sign] == UInt8(ascii: "=") else {
            let rest = String(decoding: line.octets[sign...].prefix(20), as: UTF8.self)
            throw place.problem(
                "there is no equal sign behind the name \"\(name)\" but \"\(rest)\"; write name = value")
        }
        let value = try resolved(
            line.octets[(sign + 1)...].withoutBlanks, in: target, at: place, environment: environment)
        totalOctetCount += value.count
        guard totalOctetCount <= Limit.totalOctetCount else {
            throw place.problem("all values together are longer than \(Limit.totalOctetCount) octets")
        }
        configuration.add(
            ConfigurationValue(
                name: name, octets: value,
                place: ConfigurationPlace(file: place.file, line: place.number, section: target, name: name)))
    }

    /// The name between brackets, its quotes and variables not yet resolved. It may have blanks inside.
    private func sectionName(
        _ line: ConfigurationLine, from start: Int, at place: SourceLine
    ) throws(ConfigurationProblem) -> ArraySlice<UInt8> {
        let first = line.afterBlanks(start)
        var wordStart = first
        while true {
            let end = line.afterName(wordStart)
            let next = line.afterBlanks(end)
            if line[next] == UInt8(ascii: "]") { return line.octets[first..<end] }
            guard next < line.octets.count, next != wordStart else {
                throw place.problem("the section's name has no closing bracket; write [ name ]")
            }
            wordStart = next
        }
    }
}

/// A line of a file, for errors.
struct SourceLine {
    let file: String
    /// Counted from 1; the first of lines that are joined.
    let number: Int

    func problem(_ what: String) -> ConfigurationProblem {
        ConfigurationProblem(what, at: .line(file: file, number))
    }
}
