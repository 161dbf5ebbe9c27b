import LucidObjectNames
import LucidOpenSSLConfiguration

/// openssl's names of objects, and those that a configuration adds to them.
enum ConfiguredNames {
    static func read(_ configuration: Configuration) throws(Failure) -> ObjectNames {
        var names = ObjectNames()
        do throws(ConfigurationProblem) { try names.add(configuration) } catch { throw Failure(error.description) }
        return names
    }
}
