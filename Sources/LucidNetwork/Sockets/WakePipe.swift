/// A pipe through which one thread, or a signal's handler, wakes another one that waits in `poll`.
final class WakePipe: Sendable {
    private let reading: OpenSocket
    private let writing: OpenSocket

    init() throws(NetworkProblem.Reason) {
        let ends = try SystemCalls.makePipe()
        reading = OpenSocket(ends.reading)
        writing = OpenSocket(ends.writing)
    }

    /// The end to wait for.
    var descriptor: Int32 { reading.descriptor }

    /// The end to write to, for a signal's handler.
    var wakingDescriptor: Int32 { writing.descriptor }

    /// Wakes who waits, now or later.
    func wake() { SystemCalls.wake(writing.descriptor) }

    /// Waits until somebody wakes this side.
    ///
    /// - Returns: whether that is so before the deadline.
    func wait(until deadline: Deadline) -> Bool { reading.wait(toSend: false, until: deadline) }

    /// Forgets that it was woken.
    func drain() { SystemCalls.drain(reading.descriptor) }
}
