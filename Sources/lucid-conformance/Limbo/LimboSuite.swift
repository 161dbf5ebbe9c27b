import LucidX509

/// x509-limbo (github.com/C2SP/x509-limbo): one file of test cases for certificate path validation.
enum LimboSuite {
    /// Runs the cases of a file and prints what came of them; gives the exit code.
    ///
    /// - Parameter output: where to write the outcome of every case as JSON; nil for nowhere.
    static func run(file path: String, json output: String?) -> Int32 {
        do throws(Unusable) {
            let start = ContinuousClock.now
            let report = try run(path)
            print("\(path): \(LimboProfile.sentence)\n\(report.table)")
            if !report.disagreements.isEmpty { print(report.disagreements) }
            if let output { try write(report, to: output) }
            print("\(path): \(ContinuousClock.now - start)")
            print(report.summary)
            return report.failed > 0 ? Conformance.failed : Conformance.passed
        } catch {
            Console.complain("lucid-conformance: \(error.sentence)")
            return Conformance.unusable
        }
    }

    private static func run(_ path: String) throws(Unusable) -> LimboReport {
        let file = try JSON(file: path)
        guard file["version"]?.integer == 1, let tests = file["testcases"]?.array else {
            throw Unusable("\(path): is no file of limbo's: it lacks testcases, or its version is not 1")
        }
        var runner = LimboRunner(publicSuffixes: publicSuffixes())
        var (outcomes, unreadable): ([LimboOutcome], [String]) = ([], [])
        for test in tests {
            do throws(Unusable) { outcomes.append(runner.run(try LimboCase(test))) } catch {
                unreadable.append(error.sentence)
            }
        }
        return LimboReport(outcomes: outcomes, unreadable: unreadable)
    }

    /// The system's list. Without it the suite still runs: few cases need more than the top-level domains.
    private static func publicSuffixes() -> PublicSuffixList {
        do throws(FileProblem) { return try PublicSuffixList.system() } catch {
            Console.complain("lucid-conformance: no list of public suffixes but top-level domains: \(error.sentence)")
            return .essential
        }
    }

    private static func write(_ report: LimboReport, to path: String) throws(Unusable) {
        let octets = Array(report.json.text.utf8)
        do throws(FileProblem) {
            try FileWriter.write(octets.span, to: path, access: .everybody, replaces: true)
        } catch {
            throw Unusable(error.sentence)
        }
    }
}
