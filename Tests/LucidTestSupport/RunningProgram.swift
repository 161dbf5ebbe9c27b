import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A program that was started, and is stopped at the latest when nobody refers to it any more.
///
/// It is started with `posix_spawn`: Foundation's `Process` reads beyond the end of directory entries on Linux, and crashes now
/// and then when tests start hundreds of programs.
public final class RunningProgram: @unchecked Sendable {
    private let id: pid_t
    private let streams: TemporaryFolder
    private let lock = NSLock()
    private var status: Int32?

    /// Starts a program. All three streams are files, so it never waits for a reader, however much it writes.
    public init(
        _ program: String, _ arguments: [String] = [], stdin: [UInt8] = [], environment: [String: String] = [:],
        folder: URL? = nil
    ) throws {
        streams = try TemporaryFolder()
        try streams.write(stdin, to: "stdin")
        let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // posix_spawn itself has no portable way to name a folder.
        let command = folder.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0.path, program] } ?? [program]
        var id: pid_t = 0
        let error = Self.spawn(
            &id, command[0], command + arguments, variables.map { "\($0.key)=\($0.value)" }, streams)
        guard error == 0 else { throw ProgramProblem("\(program): \(String(cString: strerror(error)))") }
        self.id = id
    }

    deinit { stop() }

    private static func spawn(
        _ id: inout pid_t, _ program: String, _ arguments: [String], _ variables: [String], _ streams: TemporaryFolder
    ) -> Int32 {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        for (descriptor, name) in ["stdin", "stdout", "stderr"].enumerated() {
            let flags = descriptor == 0 ? O_RDONLY : O_WRONLY | O_CREAT
            posix_spawn_file_actions_addopen(&actions, Int32(descriptor), streams.path(name), flags, 0o600)
        }
        // The threads that tests run on block signals; the program is not to inherit that.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var argv = arguments.map { strdup($0) } + [nil]
        var envp = variables.map { strdup($0) } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        return posix_spawn(&id, program, &actions, &attributes, &argv, &envp)
    }

    /// Waits until the program has ended; nil when it has not after that time.
    public func wait(seconds: Double) throws -> ProgramResult? {
        let deadline = Date(timeIntervalSinceNow: seconds)
        var pause: UInt32 = 200
        while !hasEnded {
            if Date.now > deadline { return nil }
            usleep(pause)
            pause = min(pause * 2, 20_000)
        }
        return try result(hasTimedOut: false)
    }

    /// Sends a signal to the program, if it still runs.
    public func send(_ signal: Int32) { if !hasEnded { kill(id, signal) } }

    /// Asks the program to end by itself, and stops it when it has not done so in that time.
    public func end(within seconds: Double) {
        lock.lock()
        // Only as long as it has not been waited for is the number surely its own.
        if status == nil, !reap(WNOHANG) { kill(id, SIGTERM) }
        lock.unlock()
        if (try? wait(seconds: seconds)) == nil { stop() }
    }

    /// Stops the program if it still runs, and says how it ended.
    @discardableResult
    public func stop() -> ProgramResult? {
        lock.lock()
        defer { lock.unlock() }
        var isStopped = false
        if status == nil, !reap(WNOHANG) {
            kill(id, SIGKILL)
            isStopped = reap(0)
        }
        return try? result(hasTimedOut: isStopped)
    }

    /// What the program has written to standard output until now.
    public var output: String { String(decoding: (try? streams.read("stdout")) ?? [], as: UTF8.self) }
    /// What the program has written to standard error until now.
    public var errors: String { String(decoding: (try? streams.read("stderr")) ?? [], as: UTF8.self) }

    /// Whether the program has ended.
    public var hasEnded: Bool {
        lock.lock()
        defer { lock.unlock() }
        return status != nil || reap(WNOHANG)
    }

    private func reap(_ options: Int32) -> Bool {
        var status: Int32 = 0
        while true {
            let found = waitpid(id, &status, options)
            if found == id {
                self.status = status
                return true
            }
            if found == 0 { return false }
            guard errno == EINTR else { return true }
        }
    }

    private func result(hasTimedOut: Bool) throws -> ProgramResult {
        let status = status ?? 0
        let signal = status & 0x7f
        return ProgramResult(
            exitCode: signal == 0 ? status >> 8 & 0xff : nil, signal: signal == 0 ? nil : signal,
            hasTimedOut: hasTimedOut,
            stdout: try streams.read("stdout"), stderr: try streams.read("stderr"))
    }
}
