import ArgumentParser
import LucidX509

struct KeyMatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Tells whether a private key belongs to a certificate or request.",
        discussion: """
            Compares with the first certificate, request or public key of the other file. Exit code 0: it does; 1: it does not.

            Examples:
              lucid key match server-key.pem server.pem
              lucid key match server-key.pem server.csr
            """)

    @OptionGroup var passphrase: PassphraseOptions
    @Argument(help: ArgumentHelp("The private key; - is standard input.", valueName: "key")) var key: String
    @Argument(help: ArgumentHelp("A certificate, request or public key.", valueName: "other")) var other: String

    func run() throws {
        let own = try KeyFiles.read(key, passphrase).publicKey
        let (what, info) = try otherKey()
        // The same point may be written in two forms, so the keys are compared, not their octets.
        let isSame = (try? PublicKey(info)).map { $0 == own || $0.info.subjectPublicKey == own.info.subjectPublicKey }
        let answer = isSame == true ? "belongs" : "does not belong"
        Terminal.write("\(InputFiles.shown(key)) \(answer) to the \(what) in \(InputFiles.shown(other))")
        if isSame != true { throw ExitCode.refused }
    }

    private func otherKey() throws -> (String, SubjectPublicKeyInfo) {
        for entry in try InputFiles.readAny(other).entries {
            switch entry.content {
            case .certificate(let certificate): return ("certificate", certificate.subjectPublicKeyInfo)
            case .request(let request): return ("request", request.certificationRequestInfo.subjectPKInfo)
            case .publicKey(let key): return ("public key", key)
            case .unusable(let problem):
                Terminal.complain("lucid: \(InputFiles.shown(other)): \(problem.sentence(line: entry.line))")
                throw ExitCode.unusable
            case .revocationList, .privateKey, .signedData, .pfx, .other: continue
            }
        }
        Terminal.complain("lucid: \(InputFiles.shown(other)): has no certificate, request or public key")
        throw ExitCode.unusable
    }
}
