import LucidX509

/// A result that is ready beside its place, or in memory where the place is standard output or a device.
struct StagedResult {
    private let staged: StagedFile?
    private let octets: [UInt8]
    private let path: String?

    fileprivate init(staged: StagedFile?, octets: [UInt8], path: String?) {
        self.staged = staged
        self.octets = octets
        self.path = path
    }

    /// Puts it in its place.
    func finish() throws(Failure) {
        guard let staged else { return try FaceFile.write(octets, to: path, of: CACommand.name) }
        do throws(FileProblem) { try staged.finish() } catch {
            throw Failure("Can't open \"\(path ?? "")\" for writing, \(error.reason.systemText)")
        }
    }
}

extension FaceFile {
    /// Makes a result ready. A place that can not be written is an error now, not when it is too late.
    static func stage(_ octets: [UInt8], to path: String?) throws(Failure) -> StagedResult {
        guard let path, path != "-", (try? FileStatus(path))?.kind != .other else {
            return StagedResult(staged: nil, octets: octets, path: path)
        }
        do throws(FileProblem) {
            let staged = try FileWriter.stage(
                octets.span, for: SymbolicLink.end(of: path), access: .everybody, replaces: true)
            return StagedResult(staged: staged, octets: octets, path: path)
        } catch { throw Failure("Can't open \"\(path)\" for writing, \(error.reason.systemText)") }
    }
}
