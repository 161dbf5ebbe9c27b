import LucidJSON
import LucidX509

/// Google's Wycheproof test vectors (github.com/C2SP/wycheproof): what is in a file, it says itself in `schema` and
/// `algorithm`. File names mean nothing here.
enum WycheproofSuite {
    /// Runs the files and prints what came of them; gives the exit code.
    static func run(files: [String]) -> Int32 {
        var total = Tally()
        var unusable = false
        for path in files {
            do throws(Unusable) {
                let tally = try run(file: path)
                total.add(tally)
            } catch {
                Console.complain("lucid-conformance: \(error.sentence)")
                unusable = true
            }
        }
        print(total.summary)
        if total.failed > 0 { return Conformance.failed }
        return unusable ? Conformance.unusable : Conformance.passed
    }

    private static func run(file path: String) throws(Unusable) -> Tally {
        let start = ContinuousClock.now
        let json = try JSON(file: path)
        guard let schema = json["schema"]?.string, let groups = json["testGroups"]?.array else {
            throw Unusable("\(path): is no file of Wycheproof vectors: it lacks schema or testGroups")
        }
        let algorithm = json["algorithm"]?.string ?? ""
        var tally = Tally()
        for group in groups { run(group, schema: schema, algorithm: algorithm, path, &tally) }
        let seconds = (ContinuousClock.now - start).components
        let tenths = seconds.seconds * 10 + seconds.attoseconds / 100_000_000_000_000_000
        print("\(path): \(algorithm), \(schema): \(tally.summary), \(tenths / 10).\(tenths % 10) s")
        for (reason, count) in tally.skips.sorted(by: { $0.key < $1.key }) { print("    \(count) skipped: \(reason)") }
        return tally
    }

    private static func run(
        _ group: JSON, schema: String, algorithm: String, _ path: String, _ tally: inout Tally
    ) {
        let tests = group["tests"]?.array ?? []
        let kind: VectorKind
        do throws(Skip) {
            kind = try VectorKind(schema: schema, algorithm: algorithm)
            let runner = try kind.runner(group, algorithm)
            for test in tests { run(test, of: kind, runner, path, &tally) }
        } catch { tally.skip(error.reason, count: tests.count) }
    }

    private static func run(
        _ test: JSON, of kind: VectorKind, _ runner: any VectorRunner, _ path: String, _ tally: inout Tally
    ) {
        do throws(Skip) {
            guard let expected = ExpectedResult(test, kind: kind) else {
                throw Skip("the expected result is not stated")
            }
            switch expected.judgement(of: try runner.run(test)) {
            case .right: tally.pass()
            case .skip(let reason): tally.skip(reason)
            case .wrong(let what):
                tally.fail()
                let id = test["tcId"]?.integer.map(String.init) ?? "without a number"
                print(
                    "\(path): FAILED test \(id), “\(test["comment"]?.string ?? "")”: \(expected.sentence), but \(what)")
            }
        } catch { tally.skip(error.reason) }
    }
}
