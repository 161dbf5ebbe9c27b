#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Threads of the system's own. A thread of Dispatch's pool would do for work, but not for waiting: the pool has as many as
/// there are processors, and all of them may be waiting already.
enum SystemThread {
    /// Runs something on a new thread, which ends with it.
    ///
    /// - Throws: the system's words where there can be no more threads.
    static func start(_ body: @escaping @Sendable () -> Void) throws(NetworkProblem.Reason) {
        var attributes = pthread_attr_t()
        guard unsafe pthread_attr_init(&attributes) == 0 else { throw .system(SystemCalls.words(ENOMEM)) }
        defer { _ = unsafe pthread_attr_destroy(&attributes) }
        // Nobody waits for its end, so the system may forget it then.
        unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        let box = unsafe Unmanaged.passRetained(Body(body))
        #if canImport(Darwin)
            var thread: pthread_t?
            let status = unsafe pthread_create(&thread, &attributes, { Body.run($0) }, box.toOpaque())
        #else
            var thread = pthread_t()
            let status = unsafe pthread_create(&thread, &attributes, { unsafe Body.run($0) }, box.toOpaque())
        #endif
        guard status == 0 else {
            unsafe box.release()
            throw .system(SystemCalls.words(status))
        }
    }

    /// Keeps the closure until the thread takes it.
    private final class Body: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }

        static func run(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
            // What `start` retained; each is taken by one thread.
            if let pointer = unsafe pointer { unsafe Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().body() }
            return nil
        }
    }
}
