import ArgumentParser
import LucidX509

struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Makes, shows and converts private keys.",
        discussion: """
            Passphrases come from --passphrase-file, from the environment variable LUCID_PASSPHRASE, or from a prompt. \
            Key files are written with mode 0600, whole or not at all, and none is overwritten without --force.

            Examples:
              lucid key new server-key.pem
              lucid key new --kind rsa-3072 --encrypt ca-key.pem
              lucid key match server-key.pem server.pem
            """,
        subcommands: [
            KeyNewCommand.self, KeyShowCommand.self, KeyEncryptCommand.self, KeyDecryptCommand.self,
            KeyPublicCommand.self,
            KeyMatchCommand.self,
        ])
}

/// Private keys from files that the user named.
enum KeyFiles {
    /// Reads the first private key of a file.
    static func read(_ path: String, _ passphrase: PassphraseOptions) throws -> SigningKey {
        try open(try block(path), path, passphrase)
    }

    /// The block of the first private key of a file, which may be encrypted.
    static func block(_ path: String) throws -> PEMBlock {
        let file = try InputFiles.readAny(path, ofLesson: "everybody who knows the words has this private key")
        for entry in file.entries {
            if case .privateKey(let block) = entry.content { return block }
        }
        for entry in file.entries {
            if case .unusable(let problem) = entry.content {
                Terminal.complain("lucid: \(InputFiles.shown(path)): \(problem.sentence(line: entry.line))")
                throw ExitCode.unusable
            }
        }
        Terminal.complain("lucid: \(InputFiles.shown(path)): has no private key")
        throw ExitCode.unusable
    }

    /// Opens a private key's block, with a passphrase where it is encrypted.
    static func open(_ block: PEMBlock, _ path: String, _ passphrase: PassphraseOptions) throws -> SigningKey {
        var block = block
        var failure: (any Error)?
        do throws(PrivateKeyProblem) {
            return try SigningKey(pem: &block) { () throws(PrivateKeyProblem) in
                do { return try passphrase.read(for: InputFiles.shown(path)) } catch {
                    failure = error
                    throw .passphraseNeeded
                }
            }
        } catch {
            if let failure { throw failure }
            Terminal.complain("lucid: \(InputFiles.shown(path)): \(error.sentence)")
            throw ExitCode.unusable
        }
    }
}
