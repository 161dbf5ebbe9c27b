import LucidObjectNames
import LucidOpenSSLConfiguration
import LucidX509

/// The names of objects that a configuration adds: those of the file that `oid_file` names, and of the section `oid_section`.
enum ConfiguredNames {
    static func read(_ configuration: Configuration) throws(Failure) -> ObjectNames {
        var names = ObjectNames()
        if let file = configuration.value("oid_file", in: nil)?.text {
            // openssl goes on where it can not read the file.
            for line in ((try? FileReader.read(file)) ?? []).split(separator: 0x0a) {
                let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
                guard words.count >= 2, let identifier = ObjectIdentifier(dotted: words[0]) else { continue }
                let long = words.count > 2 ? words[2...].joined(separator: " ") : words[1]
                names.add(ObjectName(identifier, short: words[1], long: long))
            }
        }
        guard let section = configuration.value("oid_section", in: nil)?.text else { return names }
        do throws(ConfigurationProblem) { try names.add(section: section, of: configuration) } catch {
            throw Failure("problem loading oid section \(section): \(error.description)")
        }
        return names
    }
}
