import ArgumentParser
import Dispatch
import LucidFiles
import LucidX509
import Synchronization

/// Bulk work: a request a line on standard input, a verdict a line on standard output, in the same order, on all cores. Only one
/// batch of lines is in memory.
struct BulkVerification {
    let verifier: Verifier
    let base: BaseQuestion

    /// The longest request, in octets.
    static let lineLimit = 16 << 20
    /// A batch ends with this many lines, or as many octets.
    private static let batchLines = 256
    private static let batchOctets = 8 << 20

    /// Ends with exit code 2 where a line was no request, with 1 where a certificate was refused.
    func run() throws {
        var reader = LineReader(limit: Self.lineLimit)
        var number = 0
        var worst = BulkAnswer.Outcome.accepted
        while true {
            let batch = try nextBatch(&reader, after: number)
            guard let last = batch.last else { break }
            number = last.number
            for answer in answers(to: batch) {
                Terminal.write(answer.line)
                worst = max(worst, answer.outcome)
            }
        }
        switch worst {
        case .accepted: break
        case .refused: throw ExitCode.refused
        case .unusable: throw ExitCode.unusable
        }
    }

    private func nextBatch(_ reader: inout LineReader, after number: Int) throws -> [BulkLine] {
        var batch: [BulkLine] = []
        var octets = 0
        var number = number
        do throws(FileProblem) {
            while batch.count < Self.batchLines, octets < Self.batchOctets, let line = try reader.next() {
                number += 1
                if case .octets(let content) = line { octets += content.count }
                batch.append(BulkLine(number: number, content: line))
            }
        } catch {
            Terminal.complain("lucid: \(error.sentence)")
            throw ExitCode.unusable
        }
        return batch
    }

    /// The answers to a batch, each computed on whichever core is free.
    private func answers(to batch: [BulkLine]) -> [BulkAnswer] {
        let answers = Mutex([BulkAnswer?](repeating: nil, count: batch.count))
        DispatchQueue.concurrentPerform(iterations: batch.count) { index in
            let answer = BulkRequest.answer(batch[index], verifier, base)
            answers.withLock { $0[index] = answer }
        }
        return answers.withLock { $0.compactMap { $0 } }
    }
}

/// A line of the input, and its number, which counts from 1.
struct BulkLine: Sendable {
    let number: Int
    let content: LineReader.Line
}

/// A line of the output.
struct BulkAnswer: Sendable {
    let outcome: Outcome
    let line: String

    /// What became of a line; the worst decides the exit code.
    enum Outcome: Int, Comparable, Sendable {
        case accepted, refused, unusable

        static func < (a: Outcome, b: Outcome) -> Bool { a.rawValue < b.rawValue }
    }
}
