import ArgumentParser
import LucidX509

/// PKCS #12 files that the user named.
enum PKCS12Files {
    /// Opens one, with a passphrase where it has one: many are written with an empty one, so that is tried before
    /// anybody is asked.
    static func open(
        _ pfx: PFX, _ path: String, _ passphrase: PassphraseOptions
    ) throws -> (PKCS12Contents, PKCS12ProtectionReport) {
        let given = try passphrase.given()
        do throws(PKCS12Problem) {
            let protection = try pfx.protection()
            if let given { return (try pfx.open(passphrase: given), protection) }
            do throws(PKCS12Problem) { return (try pfx.open(passphrase: SecretBytes(count: 0)), protection) } catch {
                guard case .wrongPassphrase = error else { throw error }
            }
        } catch { throw complaint(error, path) }
        let asked = try passphrase.read(for: InputFiles.shown(path))
        do throws(PKCS12Problem) { return (try pfx.open(passphrase: asked), try pfx.protection()) } catch {
            throw complaint(error, path)
        }
    }

    private static func complaint(_ problem: PKCS12Problem, _ path: String) -> ExitCode {
        Terminal.complain("lucid: \(InputFiles.shown(path)): \(problem.sentence)")
        return .unusable
    }
}
