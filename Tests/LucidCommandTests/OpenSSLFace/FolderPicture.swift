import Foundation

/// All files of a folder, with their permissions and with what they say: what differs from run to run is left out.
struct FolderPicture {
    /// By path; the first line says what is there, the others what is in it.
    let entries: [String: String]

    init(_ folder: URL, keepsKeys: Bool, original: [String: [UInt8]] = [:]) throws {
        var entries: [String: String] = [:]
        let root = folder.resolvingSymlinksInPath().path
        for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            ?? .init()
        {
            let name = String(file.resolvingSymlinksInPath().path.dropFirst(root.count + 1))
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            let mode = String((attributes[.posixPermissions] as? Int ?? 0) & 0o777, radix: 8)
            guard attributes[.type] as? FileAttributeType != .typeDirectory else {
                entries[name] = "folder \(mode)"
                continue
            }
            let octets = [UInt8](try Data(contentsOf: file))
            entries[name] =
                "file \(mode)\n"
                + (original[name] == octets
                    ? "as it was" : StableText.of(String(decoding: octets, as: UTF8.self), keepsKeys: keepsKeys))
        }
        self.entries = entries
    }

    /// Under names that a random serial number is part of, all files are one.
    func withoutRandomNames() -> [String: [String]] {
        var grouped: [String: [String]] = [:]
        for (name, entry) in entries {
            let stable = name.replacing(/[0-9A-F]{36,40}\.pem/, with: "RANDOM.pem")
            grouped[stable, default: []].append(entry)
        }
        return grouped.mapValues { $0.sorted() }
    }

    /// The names whose entries differ, each with both.
    static func differences(_ a: FolderPicture, _ b: FolderPicture) -> [String] {
        let (left, right) = (a.withoutRandomNames(), b.withoutRandomNames())
        return Set(left.keys).union(right.keys).sorted().filter { left[$0] != right[$0] }.map { name in
            "\(name):\n--- \(left[name]?.joined(separator: "\n") ?? "not there")\n+++ \(right[name]?.joined(separator: "\n") ?? "not there")"
        }
    }
}
