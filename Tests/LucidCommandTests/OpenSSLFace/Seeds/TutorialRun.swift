import Foundation
import LucidTestSupport

/// A tutorial, typed by one side in a folder of its own.
struct TutorialRun {
    let tutorial: FaceTutorial
    let workshop: FaceWorkshop

    /// - Parameter program: another program than the side's own.
    init(_ tutorial: FaceTutorial, _ side: FaceWorkshop.Side, program: String? = nil) throws {
        self.tutorial = tutorial
        workshop = try FaceWorkshop(
            side, files: tutorial.files.mapValues { Array($0.utf8) }, program: program)
        for step in tutorial.steps {
            let line = "cd \"$HOME/\(step.folder)\" && \(step.line)"
            if step.answers.isEmpty { try workshop.run(line) } else { try workshop.run(line, answers: step.answers) }
        }
    }

    /// What is on the screen after each step: standard output or, where questions were asked, the terminal.
    func screens() -> [String] {
        zip(tutorial.steps, workshop.results).map { step, result in
            let text = result.output.replacing(workshop.path, with: "HOME")
            return "\(step.line)\nexit \(result.exitCode ?? -1)\n" + Self.stable(text)
        }
    }

    /// Without the dots that openssl draws while it looks for primes, and their end.
    private static func stable(_ text: String) -> String {
        StableText.of(text, keepsKeys: false)
            .split(separator: "\n").map { $0.filter { $0 != "\u{8}" } }
            .filter { !$0.isEmpty && $0.firstMatch(of: /^[.+*]+$/) == nil }.joined(separator: "\n")
    }

    func picture() throws -> FolderPicture { try FolderPicture(workshop.url, keepsKeys: false) }

    /// How a program judges a chain of this folder.
    func verdict(_ chain: FaceTutorial.Chain, by side: FaceWorkshop.Side) throws -> String {
        guard let program = side.program else { throw ProgramProblem("\(side) is missing") }
        let arguments = ["verify", "-CAfile", chain.roots, "-untrusted", chain.certificates, chain.certificates]
        let result = try Programs.run(
            program, (side == .lucid ? ["openssl"] : []) + arguments, folder: workshop.url)
        return "exit \(result.exitCode ?? -1) \(result.output)\(result.errors)"
    }

    /// How Python's default context judges a server that has this chain and key.
    func handshake(_ chain: FaceTutorial.Chain) throws -> String {
        guard let python = Programs.python3 else { throw ProgramProblem("python3 is missing") }
        let program = Checkout.fixtures.appending(path: "openssl-face/handshake.py").path
        let arguments =
            [chain.roots, chain.certificates, chain.key, chain.host] + (chain.passphrase.map { [$0] } ?? [])
        let result = try Programs.run(python, [program] + arguments, folder: workshop.url)
        return result.output + result.errors
    }
}
