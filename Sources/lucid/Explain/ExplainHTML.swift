import ArgumentParser
import LucidExplain
import LucidX509

/// `lucid explain --html`: files as a page.
enum ExplainHTML {
    /// Explains files on one page.
    ///
    /// Ends with exit code 2, and writes nothing, where a file can not be read or the page not be written; with 1, as the other
    /// forms do, where something is malformed.
    static func write(_ paths: [String], to page: String, _ output: OutputOptions) throws {
        try output.check(page, inputs: paths)
        let files = try paths.map { path in
            do throws(FileProblem) {
                return (name: InputFiles.name(path), file: ExplainedFile(try FileReader.read(path)))
            } catch {
                Terminal.complain("lucid: \(error.sentence)")
                throw ExitCode.unusable
            }
        }
        let html = Array(ExplainedPage(files, at: .now).html.utf8)
        try output.write(html.span, to: page, access: .everybody)
        if !files.allSatisfy(\.file.isFlawless) { throw ExitCode.refused }
    }
}
