import LucidTestSupport

@testable import LucidModel

/// What the Python package `idna` says about the characters of domain names.
enum IDNAOracle {
    static let isThere: Bool = {
        guard let python = Programs.python3 else { return false }
        return (try? Programs.run(python, ["-c", "import idna.idnadata"]).exitCode) == 0
    }()

    /// All characters that labels may hold.
    static func properties() throws -> [UInt32: LabelCharacter.Property] {
        guard let python = Programs.python3 else { throw ProgramProblem("no python3") }
        let script = """
            from idna import idnadata, intranges
            for name in ("PVALID", "CONTEXTJ", "CONTEXTO"):
                for code in range(0x32000):
                    if intranges.intranges_contain(code, idnadata.codepoint_classes[name]): print(name, code)
            """
        var properties: [UInt32: LabelCharacter.Property] = [:]
        for line in try Programs.run(python, ["-c", script]).output.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 2, let code = UInt32(words[1]) else { throw ProgramProblem("python3 says \(line)") }
            properties[code] = words[0] == "PVALID" ? .valid : .contextual
        }
        return properties
    }
}
