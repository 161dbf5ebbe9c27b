import LucidAuthority
import LucidOpenSSLConfiguration
import LucidX509

/// The database of `openssl ca`, `index.txt`, with the file beside it that says whether subjects are unique, `index.txt.attr`.
struct AuthorityIndex {
    let path: String
    /// Whether two valid certificates may not have the same subject.
    let hasUniqueSubjects: Bool
    private(set) var rows: [OpenSSLIndexRow] = []
    /// Where the row of a serial number is, and where the valid row of a subject is.
    private var bySerial: [String: Int] = [:]
    private var byName: [String: Int] = [:]

    /// Reads the files.
    ///
    /// - Parameter uniqueSubjects: what the configuration says; the `.attr` file overrides it.
    init(_ path: String, uniqueSubjects: Bool) throws(Failure) {
        self.path = path
        let stated = try? Configuration(reading: Self.attributePath(path)).value("unique_subject", in: nil)
        hasUniqueSubjects = (stated.map { $0.text } ?? "").yesOrNo ?? uniqueSubjects
        let problem = "Problem with index file: \(path) (could not load/parse file)"
        var octets: [UInt8] = []
        do throws(FileProblem) { octets = try FileReader.read(path, limit: Self.octetLimit) } catch {
            guard error.reason == .empty else {
                throw Failure("\(problem): \(error.reason.systemText); a new CA begins with an empty file")
            }
        }
        // openssl leaves a last line out that has no line feed, and loses the certificate; here it counts.
        if octets.last == 0x0a { octets.removeLast() } else if octets.isEmpty { return }
        for (number, line) in octets.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated()
        where line.first != UInt8(ascii: "#") {
            guard let row = OpenSSLIndexRow(line: line) else {
                throw Failure("\(problem): line \(number + 1) has not six fields with tabs between them")
            }
            rows.append(row)
        }
    }

    /// A line has some 100 octets.
    private static let octetLimit = 1 << 30

    private static func attributePath(_ path: String) -> String { path + ".attr" }

    /// Makes rows findable. Two with the same serial number, or two valid ones with the same subject where subjects are unique, are
    /// an error.
    mutating func makeFindable() throws(Failure) {
        for index in rows.indices {
            let serial = Self.serialKey(rows[index][.serial])
            if let first = bySerial.updateValue(index, forKey: serial) {
                throw Failure("Error creating serial number index:(2,\(first),\(index))")
            }
        }
        guard hasUniqueSubjects else { return }
        for index in rows.indices where rows[index].isValid {
            if let first = byName.updateValue(index, forKey: rows[index][.name]) {
                throw Failure("Error creating name index:(2,\(first),\(index))")
            }
        }
    }

    /// Leading zeros do not count.
    private static func serialKey(_ text: String) -> String { String(text.drop { $0 == "0" }) }

    /// The row of a serial number.
    func row(serial: String) -> OpenSSLIndexRow? { bySerial[Self.serialKey(serial)].map { rows[$0] } }

    /// The valid row of a subject, where subjects are unique.
    func validRow(name: String) -> OpenSSLIndexRow? { byName[name].map { rows[$0] } }

    /// Adds a row that `row(serial:)` and `validRow(name:)` have not found.
    mutating func append(_ row: OpenSSLIndexRow) {
        bySerial[Self.serialKey(row[.serial])] = rows.count
        if hasUniqueSubjects { byName[row[.name]] = rows.count }
        rows.append(row)
    }

    /// Changes the row of a serial number.
    mutating func change(serial: String, _ change: (inout OpenSSLIndexRow) -> Void) {
        guard let index = bySerial[Self.serialKey(serial)] else { return }
        change(&rows[index])
    }

    /// Marks valid rows as expired whose certificates have ended (`-updatedb`). Returns their serial numbers.
    mutating func markExpired(at time: CalendarTime) -> [String] {
        var expired: [String] = []
        for index in rows.indices where rows[index].isValid {
            guard let end = OpenSSLTime.time(rows[index][.expiry]), end < time else { continue }
            rows[index][.flag] = "E"
            expired.append(rows[index][.serial])
        }
        return expired
    }

    /// The file's octets.
    var octets: [UInt8] { rows.flatMap(\.octets) }

    /// Writes both new files.
    func writeNew() throws(Failure) {
        try RotatedFile.writeNew(octets, for: path)
        let attributes = "unique_subject = \(hasUniqueSubjects ? "yes" : "no")\n"
        try RotatedFile.writeNew(Array(attributes.utf8), for: Self.attributePath(path))
    }

    /// The new files become the files.
    func rotate() throws(Failure) {
        try RotatedFile.rotate(path)
        try RotatedFile.rotate(Self.attributePath(path))
    }
}

extension OpenSSLIndexRow {
    /// Whether the certificate counts as valid: neither revoked nor marked as expired.
    var isValid: Bool { self[.flag].hasPrefix("V") }
    /// Whether it is revoked.
    var isRevoked: Bool { self[.flag].hasPrefix("R") }
}

extension String {
    /// What openssl takes for yes and no, by the first letter; nil for anything else.
    var yesOrNo: Bool? {
        switch first {
        case "f", "F", "n", "N", "0": false
        case "t", "T", "y", "Y", "1": true
        default: nil
        }
    }
}
