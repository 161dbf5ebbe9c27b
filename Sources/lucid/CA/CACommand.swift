#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif
import ArgumentParser
import LucidAuthority
import LucidJSON
import LucidX509

struct CACommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ca",
        abstract: "Runs a private CA that lives in a folder.",
        discussion: """
            The folder is --ca DIR, else the one that LUCID_CA names, else ./ca. It has a database of everything that \
            was issued, the CA's certificates, its encrypted keys, and policy.json, which says what may be issued. \
            Several processes may issue at once. Documentation/ca.md describes all of it.

            Passphrases come from --passphrase-file, from the environment variable LUCID_PASSPHRASE, or from a prompt.

            Examples:
              lucid ca init --name Example --dns example.internal
              lucid ca issue www.example.internal
              lucid ca sign server.csr
              lucid ca renew --due 30d
              lucid ca revoke --reason keyCompromise www.example.internal
              lucid ca crl --out issuing.crl
              lucid ca list --expires-within 30d
              lucid ca status
            """,
        subcommands: [
            CAInitCommand.self, CAIssueCommand.self, CASignCommand.self, CARenewCommand.self, CARevokeCommand.self,
            CAReleaseCommand.self, CARevocationListCommand.self, CAListCommand.self, CAStatusCommand.self,
            CAOCSPCommand.self, CAExportCommand.self, CAImportCommand.self,
        ])
}

/// Which CA a command is about.
struct CAOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The CA's folder (default: the one that LUCID_CA names, else ./ca).", valueName: "dir"))
    var ca: String?

    /// The folder.
    var folder: String {
        if let ca { return ca }
        guard let variable = unsafe getenv("LUCID_CA") else { return "ca" }
        let named = unsafe String(cString: variable)
        return named.isEmpty ? "ca" : named
    }

    /// Opens the folder, or says why not and ends with exit code 2.
    func open(for purpose: AuthorityStore.Purpose) throws -> AuthorityStore {
        do throws(AuthorityProblem) { return try AuthorityStore(folder, for: purpose) } catch {
            throw error.told()
        }
    }

    /// The policy of an opened CA.
    ///
    /// - Parameter profile: the profile that is to be used.
    func policy(
        of store: borrowing AuthorityStore, for profile: CertificateProfile? = nil
    ) throws -> IssuancePolicy {
        let path = store.layout.policy
        do {
            let octets = try FileReader.readRegular(path)
            // A life may be limited for profiles of the CA's keeper's own. Names that nobody has used are typing errors, as far
            // as anybody can know: to pass them over would lift the limit that was meant.
            let named = (try? JSON(octets))?["longestLife"]?.keys ?? []
            let custom = try named.filter { name in
                guard CertificateProfile.named(name) == nil else { return false }
                return try name == profile?.name || store.hasIssued(byProfile: name)
            }
            return try IssuancePolicy(json: octets, customProfiles: custom)
        } catch let problem as SettingProblem {
            Terminal.complain("lucid: \(path.safeToShow): \(problem.sentence)")
        } catch let problem as FileProblem where problem.reason == .notFound {
            Terminal.complain(
                "lucid: \(path.safeToShow): is not there, and says what may be issued: put back a copy, or write a new one (Documentation/profiles.md); `echo '{}' > \(ShellWord.quoted(path))` makes one that allows any name"
            )
        } catch let problem as FileProblem {
            Terminal.complain("lucid: \(problem.sentence)")
        } catch let problem as AuthorityProblem {
            throw problem.told()
        }
        throw ExitCode.unusable
    }

    /// One of the CAs with its key, which a passphrase may be asked for.
    func signer(
        _ authority: AuthorityRecord, of store: borrowing AuthorityStore, _ passphrase: PassphraseOptions
    ) throws -> CertificateAuthority {
        // What goes wrong while the passphrase is asked for has been told already.
        var failure: (any Error)?
        do throws(AuthorityProblem) {
            return try store.open(authority) { path throws(AuthorityProblem) in
                do { return try passphrase.read(for: path.safeToShow) } catch {
                    failure = error
                    throw .keyUnusable(path, .passphraseNeeded)
                }
            }
        } catch { throw failure ?? error.told() }
    }
}

extension AuthorityProblem {
    /// Says what is wrong, and is the exit code for it.
    func told() -> ExitCode {
        Terminal.complain("lucid: \(sentence)")
        // Everything is as it has to be; what is asked for is not to be done.
        if case .authorityRevoked = self { return .refused }
        return .unusable
    }
}
