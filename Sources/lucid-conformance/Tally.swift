/// What became of the tests of a file, or of all files.
struct Tally {
    private(set) var passed = 0
    private(set) var failed = 0
    /// How many tests were skipped, for each reason.
    private(set) var skips: [String: Int] = [:]

    var skipped: Int { skips.values.reduce(0, +) }

    mutating func pass() { passed += 1 }
    mutating func fail() { failed += 1 }
    mutating func skip(_ reason: String, count: Int = 1) {
        if count > 0 { skips[reason, default: 0] += count }
    }

    mutating func add(_ other: Tally) {
        passed += other.passed
        failed += other.failed
        skips.merge(other.skips) { $0 + $1 }
    }

    /// `N passed, N failed, N skipped`.
    var summary: String { "\(passed) passed, \(failed) failed, \(skipped) skipped" }
}
