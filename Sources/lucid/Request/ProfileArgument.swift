import ArgumentParser
import LucidX509

/// A profile as an argument: a built-in one by its name, or the path of a file with one (Documentation/profiles.md).
struct ProfileArgument {
    let profile: CertificateProfile

    static let allowed = CertificateProfile.known.map(\.name).joined(separator: ", ")

    /// Reads the argument. What ends with `.json` or has a slash is a file; use this with `transform:`.
    static func parse(_ argument: String) throws -> ProfileArgument {
        if let known = CertificateProfile.named(argument) { return ProfileArgument(profile: known) }
        guard argument.hasSuffix(".json") || argument.contains("/") else {
            throw ValidationError("there are the profiles \(allowed), and files with one that end with .json")
        }
        return ProfileArgument(profile: try read(argument))
    }

    private static func read(_ path: String) throws -> CertificateProfile {
        let bytes: [UInt8]
        do throws(FileProblem) { bytes = try FileReader.read(path) } catch { throw ValidationError(error.sentence) }
        do throws(SettingProblem) { return try CertificateProfile(json: bytes) } catch {
            throw ValidationError("\(InputFiles.shown(path)): \(error.sentence)")
        }
    }
}
