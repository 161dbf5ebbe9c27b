import Benchmark
import Foundation

/// One implementation of a row's operation. The closure does it once and throws where the result is wrong.
struct Contender {
    let name: String
    let run: () throws -> Void

    init(_ name: String, _ run: @escaping () throws -> Void) {
        self.name = name
        self.run = run
    }
}

/// How long is measured. `Scripts/bench` says it in the environment.
enum RunSettings {
    /// A first look instead of figures to quote.
    static let isQuick = ProcessInfo.processInfo.environment["LUCID_BENCH_QUICK"] != nil
    /// Whether OpenSSL was told to leave the SHA extensions alone, which it reads when the process begins.
    static let isMasked = ProcessInfo.processInfo.environment["OPENSSL_ia32cap"] != nil
    /// The only contender to run, for a profiler.
    static let only = ProcessInfo.processInfo.environment["LUCID_BENCH_ONLY"]
    /// How often the contenders take turns.
    static let rounds = isQuick ? 9 : 31
    /// What one turn takes at least, in nanoseconds of CPU time.
    static let turn: UInt64 = isQuick ? 4_000_000 : 20_000_000
    /// How many keys are generated.
    static let keys = isQuick ? 5 : 100
}

/// How one row's turns are made.
enum Turns {
    /// So many operations a turn that it lasts long enough for the clock.
    case timed
    /// One operation a turn, for those whose time varies from one to the next.
    case single
}

/// One row of the table. A round of the benchmark lets every contender have one turn, and the one that begins changes
/// from round to round, so that a change of the processor's clock meets all alike. What is measured is the thread's
/// CPU time.
///
/// The benchmark package sees a round as one iteration, and each contender as a metric of its own in picoseconds.
func row(_ id: String, turns: Turns = .timed, _ prepare: @escaping () throws -> [Contender]) {
    let everybody: [BenchmarkMetric] = [
        "Lucid", "Lucid, pool of ten", "Lucid, 1,000 issued", "OpenSSL", "Nettle", "swift-crypto", "swift-certificates",
    ].map {
        .custom($0, polarity: .prefersSmaller, useScalingFactor: false)
    }
    var contenders: [(Contender, count: Int)] = []
    var round = 0
    Benchmark(
        id,
        configuration: .init(
            metrics: everybody, units: Dictionary(uniqueKeysWithValues: everybody.map { ($0, .count) }),
            warmupIterations: 0, maxDuration: .seconds(86400),
            maxIterations: turns == .single ? RunSettings.keys : RunSettings.rounds),
        closure: { benchmark in
            for offset in contenders.indices {
                let (contender, count) = contenders[(round + offset) % contenders.count]
                let time = try cpuTime(of: contender, count: count)
                let metric = BenchmarkMetric.custom(contender.name, polarity: .prefersSmaller, useScalingFactor: false)
                benchmark.measurement(metric, Int(Double(time) / Double(count) * 1000))
            }
            round += 1
        },
        setup: {
            contenders = try prepare().filter { RunSettings.only ?? $0.name == $0.name }.map {
                ($0, turns == .single ? 1 : try operationsPerTurn($0))
            }
        },
        // What a contender has on the disk goes with it.
        teardown: { contenders = [] })
}

/// The CPU time of so many operations, in nanoseconds.
private func cpuTime(of contender: Contender, count: Int) throws -> UInt64 {
    let start = threadCPUTime()
    for _ in 0..<count { try contender.run() }
    return threadCPUTime() - start
}

/// Doubles the number of operations until they last long enough. This also warms the caches.
private func operationsPerTurn(_ contender: Contender) throws -> Int {
    var count = 1
    while try cpuTime(of: contender, count: count) < RunSettings.turn { count *= 2 }
    return count
}

/// The CPU time that this thread has used so far, in nanoseconds.
private func threadCPUTime() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

/// A result is not what it has to be.
struct WrongResult: Error, CustomStringConvertible {
    let description: String
}

/// Throws where a result is wrong: who computes nonsense quickly is not to win.
@inline(__always)
func check(_ isRight: Bool, _ what: @autoclosure () -> String) throws {
    if !isRight { throw WrongResult(description: what()) }
}
