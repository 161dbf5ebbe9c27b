import Dispatch
import LucidExplain
import Synchronization

/// Turns over every bit of a certificate, on all cores.
enum EveryBitRun {
    /// So many bits are one piece of work: enough that the work is more than its distribution.
    private static let pieceCount = 64
    /// So many pieces are done between two looks at the clock.
    private static let batchCount = 16

    static func run(_ scene: TamperingScene) -> EveryBit {
        let count = EveryBit.bitCount(scene)
        var progress = ProgressLine()
        var catchers: [EveryBit.Catcher?] = []
        while catchers.count < count {
            let start = catchers.count
            let end = min(count, start + pieceCount * batchCount)
            let found = Mutex([EveryBit.Catcher?](repeating: nil, count: end - start))
            DispatchQueue.concurrentPerform(iterations: (end - start + pieceCount - 1) / pieceCount) { piece in
                let bits = start + piece * pieceCount..<min(end, start + (piece + 1) * pieceCount)
                let answers = bits.map { EveryBit.catcher(ofBit: $0, in: scene) }
                found.withLock { $0.replaceSubrange(bits.lowerBound - start..<bits.upperBound - start, with: answers) }
            }
            catchers += found.withLock { $0 }
            progress.update("Turning over bit \(catchers.count) of \(count)")
        }
        progress.end()
        return EveryBit(scene, catchers: catchers)
    }
}
