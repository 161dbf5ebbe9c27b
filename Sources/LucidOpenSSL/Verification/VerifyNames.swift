import LucidOpenSSLText
import LucidX509

/// Names on `verify`'s lines: as `-nameopt` says, or `C = DE, CN = x`.
struct VerifyNames {
    private var format = NameFormat.oneline

    init(_ arguments: Arguments) throws(Failure) {
        let given = arguments.values("nameopt")
        if !given.isEmpty { format = [] }
        for words in given {
            if let unknown = format.apply(words) {
                throw Failure("\(arguments.command): -nameopt \(words): there is no \(unknown)")
            }
        }
    }

    /// The octets that stand for a name, without a line feed.
    func text(_ name: Name) -> [UInt8] {
        var output = TextOutput()
        format.write(name, to: &output)
        return output.octets
    }
}
