#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif
import Synchronization

/// Asks a server to stop, from any thread or from a signal.
public final class StopSwitch: Sendable {
    private let pipe: WakePipe

    public init() throws(NetworkProblem) {
        do throws(NetworkProblem.Reason) { pipe = try WakePipe() } catch {
            throw NetworkProblem(place: "pipe", reason: error)
        }
    }

    /// Asks the server to finish what it has begun, and to return.
    public func stop() { pipe.wake() }

    /// What can be read from once `stop` was called.
    var descriptor: Int32 { pipe.descriptor }

    /// From now on SIGINT and SIGTERM stop the server. A second one ends the process at once, as it does without this.
    public func listenToSignals() {
        signalDescriptor.store(pipe.wakingDescriptor, ordering: .releasing)
        for number in [SIGINT, SIGTERM] { _ = signal(number, stopAtSignal) }
    }

    deinit {
        _ = signalDescriptor.compareExchange(
            expected: pipe.wakingDescriptor, desired: -1, ordering: .acquiringAndReleasing)
    }
}

/// Where a signal writes to; -1 for nowhere. Reading an atomic and writing to a pipe is what a signal's handler may do.
private let signalDescriptor = Atomic<Int32>(-1)

private func stopAtSignal(_ number: Int32) {
    // Whatever was interrupted may be about to look at its error.
    let interrupted = errno
    defer { errno = interrupted }
    let descriptor = signalDescriptor.load(ordering: .acquiring)
    if descriptor >= 0 { SystemCalls.wake(descriptor) }
    _ = signal(number, SIG_DFL)
}
