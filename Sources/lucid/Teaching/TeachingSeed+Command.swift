import ArgumentParser
import LucidX509

extension TeachingSeed {
    /// Reads `--teaching-seed`.
    static func parse(_ argument: String) throws -> TeachingSeed {
        // What is not UTF-8 arrives as U+FFFD, whatever it was: other octets would make the same key.
        guard !argument.unicodeScalars.contains("\u{FFFD}") else {
            throw ValidationError("the words are not UTF-8, so that they would not be the same everywhere")
        }
        guard let seed = TeachingSeed(argument) else {
            throw ValidationError("words are wanted, such as \"lesson 1\"")
        }
        return seed
    }

    /// Tells on standard error, once a run, what the words give away.
    ///
    /// - Parameter what: `this private key`, and perhaps more.
    func warn(_ what: String) {
        Terminal.complain(
            "lucid: UNSAFE: everybody who knows the teaching seed \"\(TeachingMark.shown(self))\" has \(what)")
    }
}

extension TeachingMark {
    /// Tells on standard error where a file says of itself that it was made with a teaching seed.
    ///
    /// - Parameter consequence: what is wrong with what the command does now.
    static func warn(of bytes: [UInt8], _ path: String, _ consequence: String) {
        guard isPresent(in: bytes.span) else { return }
        Terminal.complain(
            "lucid: UNSAFE: \(InputFiles.shown(path)): says that it was made with a teaching seed: \(consequence)")
    }
}
