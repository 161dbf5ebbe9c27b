/// A file that is whole and on the disk, and waits for what it belongs to: see `FileWriter.stage`.
public struct StagedFile: Sendable {
    /// Where it is to be.
    public let path: String
    /// Where it is: the same path, or a temporary name beside it while another file is there.
    public let place: String

    /// Gives it its name. Where that fails it stays at `place`.
    public func finish() throws(FileProblem) {
        guard place != path else { return }
        do throws(FileProblem) {
            try FileWriter.move(place, to: path, replaces: true)
            try FileWriter.synchronizeFolder(of: path)
        } catch { throw FileProblem(path: path, reason: error.reason) }
    }

    /// Takes it away: what it belongs to did not happen.
    public func abandon() { try? Folder.remove(place) }
}
