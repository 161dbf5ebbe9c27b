import LucidOpenSSLText
import LucidX509

extension Arguments {
    /// How names are printed: what all `-nameopt` together ask for, or openssl's preset.
    func nameFormat() throws(Failure) -> NameFormat {
        let given = values("nameopt")
        var format = given.isEmpty ? NameFormat.oneline : []
        for text in given {
            if let unknown = format.apply(text) {
                throw .usage("Invalid value \"\(unknown.safeToShow)\" for option -nameopt", of: command)
            }
        }
        return format
    }
}
