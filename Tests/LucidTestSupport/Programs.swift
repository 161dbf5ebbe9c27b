public import Foundation

/// How a program ended, and what it wrote.
public struct ProgramResult: Sendable {
    /// The exit code; nil where a signal ended the program.
    public let exitCode: Int32?
    /// The signal that ended the program.
    public let signal: Int32?
    /// Whether the program was stopped because it took too long.
    public let hasTimedOut: Bool
    public let stdout: [UInt8]
    public let stderr: [UInt8]

    /// Standard output as text.
    public var output: String { String(decoding: stdout, as: UTF8.self) }
    /// Standard error as text.
    public var errors: String { String(decoding: stderr, as: UTF8.self) }
}

/// A program could not be started.
public struct ProgramProblem: Error, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}

/// The programs that tests run.
public enum Programs {
    /// The first executable of that name on `PATH`.
    public static func find(_ name: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return path.split(separator: ":").map { "\($0)/\(name)" }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }

    /// OpenSSL 3. On macOS `openssl` is LibreSSL, and Homebrew keeps OpenSSL off the path.
    public static let openssl: String? = {
        let places = [
            find("openssl"), "/opt/homebrew/opt/openssl@3/bin/openssl", "/usr/local/opt/openssl@3/bin/openssl",
        ]
        return places.compactMap { $0 }.first { (try? run($0, ["version"]).output.hasPrefix("OpenSSL 3")) == true }
    }()
    public static let curl = find("curl")
    public static let python3 = find("python3")
    /// Java's tool for key stores.
    public static let keytool = find("keytool")
    /// NSS's tools, which Firefox's store is made with; nil where one is missing.
    public static let nss: (pk12util: String, certutil: String)? = {
        guard let pk12util = find("pk12util"), let certutil = find("certutil") else { return nil }
        return (pk12util, certutil)
    }()
    /// The python3 that has pyca/cryptography.
    public static let pythonWithCryptography: String? = python3.flatMap { python in
        (try? run(python, ["-c", "import cryptography.hazmat.primitives.serialization.pkcs12"]).exitCode) == 0
            ? python : nil
    }

    /// The `lucid` that was built with the tests: the one that `LUCID_BINARY` names, else the one beside the test bundle, which
    /// lies in the folder of the build's own configuration.
    public static let lucid: String? = {
        if let named = ProcessInfo.processInfo.environment["LUCID_BINARY"] { return named }
        let arguments = CommandLine.arguments
        // macOS runs test bundles in a helper of Xcode's; the bundle's path is one of its arguments.
        var places = arguments.filter { $0.contains(".xctest") }
        places += Bundle.allBundles.map(\.bundlePath).filter { $0.contains(".xctest") }
        places += [arguments[0], Bundle.main.bundlePath + "/."]
        let folders = places.map { place in
            var folder = URL(filePath: place).deletingLastPathComponent()
            while folder.path.contains(".xctest") { folder = folder.deletingLastPathComponent() }
            return folder
        }
        return folders.map { $0.appending(path: "lucid").path }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }()

    /// Runs a program to its end, or for at most `seconds`.
    public static func run(
        _ program: String, _ arguments: [String] = [], stdin: [UInt8] = [], environment: [String: String] = [:],
        folder: URL? = nil, seconds: Double = 180
    ) throws -> ProgramResult {
        let running = try RunningProgram(program, arguments, stdin: stdin, environment: environment, folder: folder)
        if let result = try running.wait(seconds: seconds) { return result }
        guard let result = running.stop() else { throw ProgramProblem("\(program) can not be stopped") }
        return result
    }
}

/// Runs `lucid`.
public func runLucid(
    _ arguments: String..., stdin: [UInt8] = [], environment: [String: String] = [:], folder: URL? = nil
) throws -> ProgramResult {
    try runLucid(arguments, stdin: stdin, environment: environment, folder: folder)
}

/// Runs `lucid`.
public func runLucid(
    _ arguments: [String], stdin: [UInt8] = [], environment: [String: String] = [:], folder: URL? = nil
) throws -> ProgramResult {
    guard let lucid = Programs.lucid else { throw ProgramProblem("no lucid beside \(CommandLine.arguments[0])") }
    return try Programs.run(lucid, arguments, stdin: stdin, environment: environment, folder: folder)
}
