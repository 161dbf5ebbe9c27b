/// A descriptor that is closed when nobody refers to it any more.
final class OpenSocket: Sendable {
    let descriptor: Int32

    /// Takes over a descriptor.
    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { SystemCalls.shut(descriptor) }

    /// Waits until octets can be sent or received.
    ///
    /// - Returns: whether that is so before the deadline.
    func wait(toSend: Bool, until deadline: Deadline) -> Bool {
        let interest = SystemCalls.Interest(descriptor: descriptor, toSend: toSend)
        while true {
            if SystemCalls.wait(for: [interest], milliseconds: deadline.milliseconds)[0] { return true }
            // A signal may have ended the wait early.
            if deadline.hasPassed { return false }
        }
    }
}
