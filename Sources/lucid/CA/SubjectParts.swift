import ArgumentParser
import LucidX509

/// The parts of a subject beside its commonName, as `--subject` gives them.
enum SubjectParts {
    /// The further parts, and behind them the commonName, which RFC 4514 writes first. Parts that have a commonName of their own
    /// keep it, for a certificate with two is read by some clients as one, by some as the other.
    static func name(_ parts: String?, commonName: Name) throws -> Name {
        guard let parts = try read(parts) else { return commonName }
        let hasOwn = !parts.values(of: OID.commonName).isEmpty
        return Name(
            parts.relativeDistinguishedNames + (hasOwn ? [] : commonName.relativeDistinguishedNames))
    }

    /// The parts; nil where there are none. Ends with exit code 2 where they can not be in a certificate.
    static func read(_ parts: String?) throws -> Name? {
        guard let parts else { return nil }
        let name: Name
        do throws(NameTextProblem) { name = try Name(parts) } catch { throw refused(error.sentence) }
        if name.values(of: OID.commonName).count > 1 { throw refused("there are two commonNames (CN)") }
        for attribute in name.relativeDistinguishedNames.flatMap(\.attributes) {
            guard let text = attribute.value.text else { continue }
            if text.isEmpty { throw refused("\(attribute.description.safeToShow) has no value") }
            if text.unicodeScalars.contains(where: \.isUnsafeToShow) {
                throw refused("\(attribute.description.safeToShow) has control characters, or invisible ones")
            }
        }
        return name
    }

    /// Says what is wrong, and is the exit code for it.
    static func refused(_ reason: String) -> ExitCode {
        Terminal.complain("lucid: --subject: \(reason)")
        return .unusable
    }
}
