import LucidOpenSSLConfiguration

/// The name of `-subj`.
enum SubjectArgument {
    /// Reads the name, and says what openssl says about attributes that it passes over.
    static func read(
        _ line: String, _ maker: NameMaker, of command: String
    ) throws(Failure) -> NameMaker.SubjectLine {
        let subject: NameMaker.SubjectLine
        do throws(ConfigurationProblem) { subject = try maker.subject(line: line) } catch {
            throw Failure("\(command): \(error.what)")
        }
        for remark in subject.remarks { Console.talk("\(command) warning: \(remark)\n") }
        return subject
    }
}
