import LucidJSON
import LucidX509

/// x509-limbo (github.com/C2SP/x509-limbo): one file of test cases for certificate path validation.
enum LimboSuite {
    /// Runs the cases of a file and prints what came of them; gives the exit code.
    ///
    /// - Parameter outputs: where to write the outcome of every case.
    static func run(file path: String, _ outputs: PathReport.Outputs) -> Int32 {
        let start = ContinuousClock.now
        do throws(Unusable) {
            return try run(path, tellsChecks: outputs.evidence != nil).tell(path, since: start, outputs)
        } catch { return Console.unusable(error) }
    }

    private static func run(_ path: String, tellsChecks: Bool) throws(Unusable) -> PathReport {
        let file = try JSON(file: path)
        guard file["version"]?.integer == 1, let tests = file["testcases"]?.array else {
            throw Unusable("\(path): is no file of limbo's: it lacks testcases, or its version is not 1")
        }
        var runner = LimboRunner(tellsChecks: tellsChecks)
        var report = (outcomes: [PathOutcome](), unreadable: [String]())
        for test in tests {
            do throws(Unusable) { report.outcomes.append(runner.run(try LimboCase(test))) } catch {
                report.unreadable.append(error.sentence)
            }
        }
        return PathReport(
            suite: "limbo", profiles: LimboProfile.sentence, outcomes: report.outcomes, unreadable: report.unreadable)
    }
}
