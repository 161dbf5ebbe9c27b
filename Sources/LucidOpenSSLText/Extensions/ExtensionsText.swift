import LucidDER
import LucidObjectNames

/// Lists of extensions as OpenSSL prints them.
struct ExtensionsText {
    let options: CertificateTextOptions
    let names: ObjectNames

    /// Appends a title line and two lines, or more, for each extension; nothing where there are none.
    func write(_ extensions: [ExtensionParts], titled title: String?, indent: Int, to output: inout TextOutput) {
    }
}
