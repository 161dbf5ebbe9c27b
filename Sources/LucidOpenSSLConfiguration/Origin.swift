/// Why something in a result is as it is: the flag, the line of a configuration file, the answer or the rule that put it there.
///
/// What the commands make keeps its origins, so that `--explain` can tell them.
public enum Origin: Hashable, Sendable {
    /// An argument of the command line, such as `-days 365`; the value is nil where the flag has none.
    case flag(String, value: String?)
    /// A line of a configuration file.
    case configuration(ConfigurationPlace)
    /// What somebody typed where a command asked, such as `Common Name`.
    case answer(question: String)
    /// Taken over from the request, which the name of a file tells.
    case request(String)
    /// Taken over from the issuer's certificate, which the name of a file tells.
    case issuer(String)
    /// The next number of a file, such as a serial number's.
    case counter(file: String)
    /// What openssl does where nobody says anything: the sentence tells what and why.
    case preset(String)
    /// Computed from other parts: the sentence tells how.
    case computed(String)
}

/// Where a value stands in a configuration file.
public struct ConfigurationPlace: Hashable, Sendable {
    /// The file's name as it was given.
    public let file: String
    /// Counted from 1: the line that the value's name is on.
    public let line: Int
    public let section: String
    public let name: String

    public init(file: String, line: Int, section: String, name: String) {
        self.file = file
        self.line = line
        self.section = section
        self.name = name
    }
}
