import ArgumentParser
import LucidExplain
import LucidX509

/// `lucid explain --html`: files as a page.
enum ExplainHTML {
    /// Explains the certificates of files on one page. A certificate that can not be read is explained as far as it can.
    ///
    /// Ends with exit code 2 where a file can not be read or has nothing to explain; then nothing is written.
    static func write(_ files: [String], to page: String, _ output: OutputOptions) throws {
        let items = try files.flatMap(items)
        let html = Array(ExplainedPage(items, at: .now).html.utf8)
        try output.write(html.span, to: page, access: .everybody)
    }

    private static func items(_ path: String) throws -> [ExplainedPage.Item] {
        let octets: [UInt8]
        do throws(FileProblem) { octets = try FileReader.read(path) } catch {
            Terminal.complain("lucid: \(error.sentence)")
            throw ExitCode.unusable
        }
        guard PEMReader.looksLikePEM(octets.span) else {
            return [ExplainedPage.Item(certificate: octets, place: InputFiles.name(path))]
        }
        let items = try PEMReader.blocks(in: octets.span).compactMap { try item($0, path) }
        guard !items.isEmpty else {
            Terminal.complain("lucid: \(InputFiles.shown(path)): has no certificate")
            throw ExitCode.unusable
        }
        return items
    }

    /// Nil for a block that is no certificate.
    private static func item(_ block: Result<PEMBlock, PEMError>, _ path: String) throws -> ExplainedPage.Item? {
        switch block {
        case .success(let block):
            guard ["CERTIFICATE", "X509 CERTIFICATE"].contains(block.label) else { return nil }
            return .init(certificate: block.bytes, place: "\(InputFiles.name(path)), line \(block.line)")
        case .failure(let error):
            Terminal.complain("lucid: \(InputFiles.shown(path)): \(error.sentence)")
            throw ExitCode.unusable
        }
    }
}
