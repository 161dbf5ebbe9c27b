import LucidJSON
import LucidX509

/// x509-limbo (github.com/C2SP/x509-limbo): one file of test cases for certificate path validation.
enum LimboSuite {
    /// Runs the cases of a file and prints what came of them; gives the exit code.
    ///
    /// - Parameter output: where to write the outcome of every case as JSON; nil for nowhere.
    static func run(file path: String, json output: String?) -> Int32 {
        let start = ContinuousClock.now
        do throws(Unusable) {
            return try run(path).tell(path, since: start, json: output)
        } catch { return Console.unusable(error) }
    }

    private static func run(_ path: String) throws(Unusable) -> PathReport {
        let file = try JSON(file: path)
        guard file["version"]?.integer == 1, let tests = file["testcases"]?.array else {
            throw Unusable("\(path): is no file of limbo's: it lacks testcases, or its version is not 1")
        }
        var runner = LimboRunner(publicSuffixes: publicSuffixes())
        var report = (outcomes: [PathOutcome](), unreadable: [String]())
        for test in tests {
            do throws(Unusable) { report.outcomes.append(runner.run(try LimboCase(test))) } catch {
                report.unreadable.append(error.sentence)
            }
        }
        return PathReport(
            suite: "limbo", profiles: LimboProfile.sentence, outcomes: report.outcomes, unreadable: report.unreadable)
    }

    /// The system's list. Without it the suite still runs: few cases need more than the top-level domains.
    private static func publicSuffixes() -> PublicSuffixList {
        do throws(FileProblem) { return try PublicSuffixList.system() } catch {
            Console.complain("lucid-conformance: no list of public suffixes but top-level domains: \(error.sentence)")
            return .essential
        }
    }
}
