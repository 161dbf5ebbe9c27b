import LucidCrypto
import LucidFiles

/// The folder of a `DemonstrationPKI`, with a list of what was written there: a name and a SHA-256 digest a line. A file is
/// overwritten only while it still is what was written; anything else belongs to somebody.
struct DemonstrationFolder {
    let folder: String
    /// All files of the folder but the list itself.
    let names: [String]
    /// Every `digest  name` that was ever written here.
    private var lines: [String]

    private static let listName = ".lucid-demo"

    init(_ folder: String) throws(FileProblem) {
        self.folder = folder
        let all = try Folder.names(in: folder)
        names = all.filter { $0 != Self.listName }
        lines = []
        if all.contains(Self.listName) {
            let text = String(decoding: try FileReader.read(Folder.path(folder, Self.listName)), as: UTF8.self)
            lines = text.split(separator: "\n").map(String.init)
        }
    }

    /// The first of `candidates` that is there and was not written by Lucid.
    func foreignFile(among candidates: [String]) -> String? {
        candidates.first { name in
            guard names.contains(name) else { return false }
            guard let bytes = try? FileReader.read(Folder.path(folder, name)) else { return true }
            return !lines.contains(Self.line(name, bytes.span))
        }
    }

    /// Writes a file. The list is written first, so that after an interruption at any moment each file is in it.
    mutating func write(_ bytes: [UInt8], to name: String, access: FileWriter.Access) throws(FileProblem) {
        try write(bytes.span, to: name, access: access)
    }

    mutating func write(_ bytes: Span<UInt8>, to name: String, access: FileWriter.Access) throws(FileProblem) {
        let path = Folder.path(folder, name)
        // The file as it is now stays in the list until it is replaced; older versions are forgotten.
        let current = (try? FileReader.read(path)).map { Self.line(name, $0.span) }
        let new = Self.line(name, bytes)
        lines = lines.filter { !$0.hasSuffix("  \(name)") || $0 == current && $0 != new } + [new]
        let list = Array((lines.joined(separator: "\n") + "\n").utf8)
        try FileWriter.write(list.span, to: Folder.path(folder, Self.listName), access: .owner, replaces: true)
        try FileWriter.write(bytes, to: path, access: access, replaces: true)
    }

    private static func line(_ name: String, _ bytes: Span<UInt8>) -> String {
        let digest = SHA256.hash(bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return "\(digest)  \(name)"
    }
}
