import ArgumentParser
import LucidExplain
import LucidX509

/// The structures of two files that are to be compared. What was taken, and what can not be used, is told on standard error.
struct DiffInputs {
    private let paths: (a: String, b: String)
    private let a: [ExplainedFile.Block]
    private let b: [ExplainedFile.Block]
    private let isAll: Bool
    /// Whether `--all` came upon blocks that can not be decoded.
    let hasBrokenBlocks: Bool

    /// Reads the files and chooses; ends with exit code 2 where there is nothing to compare.
    init(_ first: String, _ second: String, numbers: (a: Int?, b: Int?), isAll: Bool) throws {
        paths = (first, second)
        self.isAll = isAll
        let files = (a: try Self.read(first), b: try Self.read(second))
        let blocks = (
            a: Self.opened(files.a.wholeBlocks, for: files.b.wholeBlocks),
            b: Self.opened(files.b.wholeBlocks, for: files.a.wholeBlocks)
        )
        let broken = [(files.a, first), (files.b, second)].map { Self.complain($0.0, $0.1) }
        hasBrokenBlocks = isAll && broken.contains(true)
        for (blocks, path) in [(blocks.a, first), (blocks.b, second)] where blocks.isEmpty {
            Terminal.complain("lucid: \(InputFiles.shown(path)): has nothing that can be compared")
            throw ExitCode.unusable
        }
        if isAll {
            (a, b) = (Self.comparable(blocks.a, first), Self.comparable(blocks.b, second))
            return
        }
        let chosen = (
            a: try numbers.a.map { try Self.block($0, of: blocks.a, first) },
            b: try numbers.b.map { try Self.block($0, of: blocks.b, second) }
        )
        // Where one is chosen by its number, the other one is of its kind if there is one.
        let (one, other) = (chosen.a.map { [$0] } ?? blocks.a, chosen.b.map { [$0] } ?? blocks.b)
        guard let pair = BlockChoice.firstPair(one, other) else { throw ExitCode.unusable }
        for (file, rest, index, isChosen, path, flag) in [
            (files.a, files.b, pair.a, chosen.a != nil, first, "--a"),
            (files.b, files.a, pair.b, chosen.b != nil, second, "--b"),
        ] where !isChosen {
            guard let before = Self.blocksBeforeBroken(file), index >= Self.opened(before, for: rest.wholeBlocks).count
            else {
                continue
            }
            Terminal.complain(
                "lucid: \(InputFiles.shown(path)): nothing is compared in place of a broken block; \(flag) \(index + 1) takes the structure behind it"
            )
            throw ExitCode.unusable
        }
        (a, b) = ([one[pair.a]], [other[pair.b]])
        for (count, index, isChosen, path, flag) in [
            (blocks.a.count, pair.a, chosen.a != nil, first, "--a"),
            (blocks.b.count, pair.b, chosen.b != nil, second, "--b"),
        ] where count > 1 && !isChosen {
            Terminal.complain(
                "lucid: \(InputFiles.shown(path)) has \(count) structures; number \(index + 1) is compared (\(flag) takes another one, --all takes all)"
            )
        }
    }

    /// Compares them; ends with exit code 2 where that has no meaning.
    func difference() throws -> FileDifference {
        do throws(DifferenceProblem) {
            if isAll { return try FileDifference(all: a, b) }
            return try FileDifference(a[0], b[0])
        } catch {
            Terminal.complain("lucid: \(InputFiles.shown(paths.a)), \(InputFiles.shown(paths.b)): \(error.sentence)")
            throw ExitCode.unusable
        }
    }

    private static func read(_ path: String) throws -> ExplainedFile {
        do throws(FileProblem) {
            let file = ExplainedFile(try FileReader.read(path))
            let isNothing = file.wholeBlocks.allSatisfy { block in
                let explanation = block.explanation
                return block.label == nil && explanation.kind == .unknown && !explanation.isFlawless
                    && explanation.octets.first != 0x30
            }
            if !isNothing || file.wholeBlocks.isEmpty { return file }
            Terminal.complain("lucid: \(InputFiles.shown(path)): is neither PEM nor DER")
        } catch { Terminal.complain("lucid: \(error.sentence)") }
        throw ExitCode.unusable
    }

    /// The structures, with PKCS#7 bundles opened where the other file has none that they could be compared with.
    private static func opened(
        _ blocks: [ExplainedFile.Block], for other: [ExplainedFile.Block]
    ) -> [ExplainedFile.Block] {
        guard !other.contains(where: { $0.explanation.kind == .contentInfo }) else { return blocks }
        return blocks.flatMap { block in
            let certificates = block.bundledCertificates
            return certificates.isEmpty ? [block] : certificates
        }
    }

    /// The structures before the first block that can not be decoded; nil where all can.
    private static func blocksBeforeBroken(_ file: ExplainedFile) -> [ExplainedFile.Block]? {
        var blocks: [ExplainedFile.Block] = []
        for part in file.parts {
            switch part {
            case .block(let block): if !block.isBeginning { blocks.append(block) }
            case .broken: return blocks
            case .text: continue
            }
        }
        return nil
    }

    /// The structures that are no private keys.
    private static func comparable(_ blocks: [ExplainedFile.Block], _ path: String) -> [ExplainedFile.Block] {
        blocks.filter { block in
            guard let problem = DifferenceProblem.ofKind(block.explanation.kind) else { return true }
            Terminal.complain("lucid: \(InputFiles.shown(path)): left out: \(problem.sentence)")
            return false
        }
    }

    private static func block(_ number: Int, of blocks: [ExplainedFile.Block], _ path: String) throws
        -> ExplainedFile.Block
    {
        guard blocks.indices.contains(number - 1) else {
            Terminal.complain(
                "lucid: \(InputFiles.shown(path)): has \(blocks.count) structure\(blocks.count == 1 ? "" : "s"), and no number \(number)"
            )
            throw ExitCode.unusable
        }
        return blocks[number - 1]
    }

    /// Tells the blocks that can not be decoded; returns whether there are some.
    private static func complain(_ file: ExplainedFile, _ path: String) -> Bool {
        var isBroken = false
        for case .broken(let error) in file.parts {
            Terminal.complain("lucid: \(InputFiles.shown(path)): \(error.sentence)")
            isBroken = true
        }
        return isBroken
    }
}
