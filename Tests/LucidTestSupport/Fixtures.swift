public import Foundation

/// Where the checkout's files are, found from this source file's own place.
public enum Checkout {
    /// The top folder of the checkout.
    public static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// `Fixtures/`.
    public static let fixtures = top.appending(path: "Fixtures")
    /// The conformance data: `LUCID_CONFORMANCE`, else `shared/conformance` beside the checkout; nil where it is missing.
    public static let conformance: URL? = {
        let named = ProcessInfo.processInfo.environment["LUCID_CONFORMANCE"].map { URL(filePath: $0) }
        let folder = named ?? top.deletingLastPathComponent().appending(path: "shared/conformance")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    /// The octets of a file under `Fixtures/`.
    public static func fixture(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: fixtures.appending(path: path)))
    }

    /// The files under a folder of `Fixtures/` with one of the endings, sorted by name.
    public static func fixtures(in folder: String, endings: Set<String> = ["pem", "der", "crt"]) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: fixtures.appending(path: folder).path)
            .filter { name in endings.contains { name.hasSuffix("." + $0) } }.sorted().map { "\(folder)/\($0)" }
    }
}
