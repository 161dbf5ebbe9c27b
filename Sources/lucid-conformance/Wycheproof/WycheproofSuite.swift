import LucidJSON
import LucidX509

/// Google's Wycheproof test vectors (github.com/C2SP/wycheproof): what is in a file, it says itself in `schema` and
/// `algorithm`. File names mean nothing here.
enum WycheproofSuite {
    /// Runs the files and prints what came of them; gives the exit code.
    ///
    /// - Parameter output: where to write how many vectors of each file were passed, as JSON; nil for nowhere.
    static func run(files: [String], evidence output: String?) -> Int32 {
        var total = Tally()
        var unusable = false
        var evidence: [WycheproofEvidence] = []
        for path in files {
            do throws(Unusable) {
                var file = WycheproofEvidence(path: path)
                let tally = try run(file: path, &file)
                total.add(tally)
                evidence.append(file)
            } catch {
                Console.complain("lucid-conformance: \(error.sentence)")
                unusable = true
            }
        }
        if let output {
            do throws(Unusable) { try WycheproofEvidence.json(evidence).write(to: output) } catch {
                return Console.unusable(error)
            }
        }
        print(total.summary)
        if total.failed > 0 { return Conformance.failed }
        return unusable ? Conformance.unusable : Conformance.passed
    }

    private static func run(file path: String, _ evidence: inout WycheproofEvidence) throws(Unusable) -> Tally {
        let start = ContinuousClock.now
        let json = try JSON(file: path)
        guard let schema = json["schema"]?.string, let groups = json["testGroups"]?.array else {
            throw Unusable("\(path): is no file of Wycheproof vectors: it lacks schema or testGroups")
        }
        let algorithm = json["algorithm"]?.string ?? ""
        var tally = Tally()
        for group in groups { run(group, schema: schema, algorithm: algorithm, path, &tally, &evidence) }
        let seconds = (ContinuousClock.now - start).components
        let tenths = seconds.seconds * 10 + seconds.attoseconds / 100_000_000_000_000_000
        print("\(path): \(algorithm), \(schema): \(tally.summary), \(tenths / 10).\(tenths % 10) s")
        for (reason, count) in tally.skips.sorted(by: { $0.key < $1.key }) { print("    \(count) skipped: \(reason)") }
        return tally
    }

    private static func run(
        _ group: JSON, schema: String, algorithm: String, _ path: String, _ tally: inout Tally,
        _ evidence: inout WycheproofEvidence
    ) {
        let tests = group["tests"]?.array ?? []
        let kind: VectorKind
        do throws(Skip) {
            kind = try VectorKind(schema: schema, algorithm: algorithm)
            let runner = try kind.runner(group, algorithm)
            evidence.kind = kind
            for test in tests { run(test, of: kind, runner, path, &tally, &evidence) }
        } catch { tally.skip(error.reason, count: tests.count) }
    }

    private static func run(
        _ test: JSON, of kind: VectorKind, _ runner: any VectorRunner, _ path: String, _ tally: inout Tally,
        _ evidence: inout WycheproofEvidence
    ) {
        do throws(Skip) {
            guard let expected = ExpectedResult(test, kind: kind) else {
                throw Skip("the expected result is not stated")
            }
            let finding = try runner.run(test)
            switch expected.judgement(of: finding) {
            case .right:
                tally.pass()
                evidence.count(finding)
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
