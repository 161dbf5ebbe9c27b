import Foundation
import LucidTestSupport
import Testing

/// What `Scripts/prepare tests` installs for the journeys.
enum JourneyPrograms {
    static let folder = Checkout.top.appending(path: ".build/journeys").path
    private static let sources = Checkout.fixtures.appending(path: "journeys").path

    /// The Python that has Tornado, gunicorn, Flask, requests and pyca/cryptography. The stamp beside it is written last.
    static let python: String? =
        FileManager.default.fileExists(atPath: "\(folder)/installed") ? "\(folder)/bin/python" : nil
    static let hasServers = python != nil
    static let serversAreMissing: Comment =
        "Tornado, gunicorn and Flask are not in .build/journeys; Scripts/prepare tests puts them there"
    /// Whether lucid was built for users: each passphrase costs 600,000 rounds of a hash, which take minutes without optimization.
    static let isQuick = Programs.lucid?.contains("/debug/") == false
    static let lucidIsSlow: Comment = "passphrases take minutes in a debug build; LUCID_BINARY names a release build"
    /// A Java that runs. On macOS there is a `java` without a Java behind it.
    static let java = Programs.find("java").flatMap { path in
        (try? Programs.run(path, ["-version"]).exitCode) == 0 ? path : nil
    }
    static let keytool = java == nil ? nil : Programs.find("keytool")
    static let node = Programs.find("node")
    static let gnutls = Programs.find("gnutls-cli")
    /// The Go client, compiled.
    static let goClient: String? = existing("\(folder)/fetch-go")
    /// The folder of the Java client, where that is compiled.
    static let javaClasses: String? = existing("\(folder)/Fetch.class").map { _ in folder }

    /// A file under `Fixtures/journeys`.
    static func source(_ path: String) -> String { "\(sources)/\(path)" }

    private static func existing(_ path: String) -> String? {
        FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
