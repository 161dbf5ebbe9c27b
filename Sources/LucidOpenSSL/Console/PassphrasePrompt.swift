#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif
import LucidX509

/// Asks for passphrases in openssl's words: on the terminal, or on standard input where there is none.
enum PassphrasePrompt {
    /// What openssl asks where a key file is read.
    static func question(for file: String) -> String { "Enter pass phrase for \(file):" }

    /// What most commands ask where a key is written.
    static let newKeyQuestion = "Enter PEM pass phrase:"

    /// Asks once.
    static func ask(_ question: String) throws(Failure) -> Passphrase {
        do throws(HiddenLine.Problem) { return Passphrase(try HiddenLine.ask(question)) } catch .interrupted {
            throw Failure("interrupted")
        } catch {}
        Console.talk(question)
        defer { Console.talk("\n") }
        guard let line = HiddenLine.readLine(STDIN_FILENO) else {
            throw Failure(
                "a pass phrase is needed, and standard input has none; say where it is with -passin or -passout")
        }
        return Passphrase(line)
    }

    /// The fewest characters of a new passphrase for openssl's PEM files.
    static let leastCount = 4

    /// Asks for a new passphrase, twice.
    static func askNew(
        _ question: String = newKeyQuestion, least: Int = leastCount
    ) throws(Failure) -> Passphrase {
        let first = try ask(question)
        guard first.octets.count >= least else { throw Failure("You must type in 4 to 1024 characters") }
        let second = try ask("Verifying - \(question)")
        guard first.octets.equals(second.octets) else { throw Failure("Verify failure") }
        return first
    }
}
