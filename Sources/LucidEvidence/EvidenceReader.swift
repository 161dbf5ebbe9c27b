import LucidValidation

/// Reads the tables. They are made by a script and compared with the sources by another, so that a row which does not have its
/// form is passed over: the tests see to it that nothing is.
enum EvidenceReader {
    static func read() -> [Evidence] {
        let (places, tests, suites) = (places, tests, cases.suites)
        return Check.allCases.map { check in
            let name = names.indices.contains(Int(check.rawValue)) ? names[Int(check.rawValue)] : ""
            return Evidence(
                check: check, group: groups[name] ?? "", places: places[name] ?? [], tests: tests[name] ?? [],
                suites: suites[name] ?? [], vectors: check.isAboutSignature ? cases.vectors : [])
        }
    }

    /// The checks' names in Check.swift, in its order.
    private static let names = sourceRows.filter { $0.first != "#" }.map { String(words($0)[0]) }

    private static let sourceRows = rows(EvidenceTables.sources)

    private static let groups: [String: String] = {
        var (group, all) = ("", [String: String]())
        for row in sourceRows {
            if row.first == "#" { group = String(row.dropFirst(2)) } else { all[String(words(row)[0])] = group }
        }
        return all
    }()

    private static var places: [String: [Evidence.Place]] {
        sourceRows.filter { $0.first != "#" }.reduce(into: [:]) { all, row in
            let words = words(row)
            all[String(words[0])] = words.dropFirst().compactMap { word in
                let parts = word.split(separator: ":")
                guard parts.count == 3, let line = Int(parts[1]) else { return nil }
                return Evidence.Place(
                    file: "Sources/LucidValidation/\(parts[0])", line: line, function: String(parts[2]))
            }
        }
    }

    // MARK: Tests

    private static var tests: [String: [Evidence.Test]] {
        var all: [String: [Evidence.Test]] = [:]
        var runners: [Evidence.Runner] = []
        var (file, current) = ("", [Evidence.Runner]())
        for row in EvidenceTables.tests.flatMap(rows) {
            switch row.first {
            case ">":
                let parts = row.split(separator: " ", maxSplits: 2)
                guard parts.count == 3 else { continue }
                let place = parts[1].split(separator: ":")
                guard place.count == 2, let line = Int(place[1]) else { continue }
                runners.append(.init(sentence: String(parts[2]), file: String(place[0]), line: line))
            case "=":
                let parts = words(row)
                file = String(parts[1])
                current = (parts.count > 2 ? parts[2].split(separator: ",") : []).compactMap { number in
                    Int(number).flatMap { runners.indices.contains($0) ? runners[$0] : nil }
                }
            default:
                let parts = row.split(separator: " ", maxSplits: 3)
                guard parts.count == 4, let line = Int(parts[0]) else { continue }
                let test = Evidence.Test(
                    sentence: String(parts[3]), file: file, line: line, outcome: parts[1] == "f" ? .fails : .holds,
                    runners: current)
                for check in parts[2].split(separator: ",") { all[String(check), default: []].append(test) }
            }
        }
        return all
    }

    // MARK: Cases

    /// All that the suites say.
    struct Cases {
        var suites: [String: [Evidence.SuiteCases]] = [:]
        var sizes: [Evidence.SuiteSize] = []
        var vectors: [Evidence.VectorFile] = []
    }

    static let cases: Cases = {
        var all = Cases()
        var suite: Evidence.Suite?
        for row in EvidenceTables.cases.flatMap(rows) {
            let words = words(row)
            if words[0] == "@" {
                suite = Evidence.Suite(rawValue: String(words[1]))
                if let suite, words.count >= 4, let count = Int(words[2]), let accepted = Int(words[3]) {
                    all.sizes.append(.init(suite: suite, caseCount: count, acceptedCount: accepted))
                }
            } else if let suite, words.count == 2 {
                let parts = words[1].split(separator: "|", omittingEmptySubsequences: false)
                guard parts.count == 3, let held = Int(parts[0]) else { continue }
                all.suites[String(words[0]), default: []].append(
                    .init(suite: suite, heldCount: held, alone: ids(parts[1]), withOthers: ids(parts[2])))
            } else if words.count == 3, let accepted = Int(words[1]), let refused = Int(words[2]) {
                all.vectors.append(
                    .init(name: String(words[0]), acceptedCount: accepted, refusedCount: refused))
            }
        }
        return all
    }()

    /// `a::b;c::tc#1-3,7` is a::b, c::tc1, c::tc2, c::tc3 and c::tc7.
    private static func ids(_ text: Substring) -> [String] {
        text.split(separator: ";").flatMap { item -> [String] in
            let parts = item.split(separator: "#")
            guard parts.count == 2 else { return [String(item)] }
            return parts[1].split(separator: ",").flatMap { run -> [String] in
                let ends = run.split(separator: "-").compactMap { Int($0) }
                guard let first = ends.first, let last = ends.last, first <= last else { return [] }
                return (first...last).map { "\(parts[0])\($0)" }
            }
        }
    }

    private static func rows(_ table: String) -> [Substring] { table.split(separator: "\n") }
    private static func words(_ row: Substring) -> [Substring] { row.split(separator: " ") }
}

extension Check {
    /// Whether a signature is verified, by the function that Wycheproof's signatures are put to as well.
    fileprivate var isAboutSignature: Bool {
        switch self {
        case .signature, .crlSignature, .deltaSignature, .ocspSignature: true
        default: false
        }
    }
}
