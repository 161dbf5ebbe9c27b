import LucidDER
import LucidObjectNames

/// The parameters of RSASSA-PSS (RFC 4055 §3.1), of a signature or of a key.
enum PSSText {
    static let identifier = ObjectIdentifier(1, 2, 840, 113549, 1, 1, 10)

    static func write(
        _ parameters: BERElement?, indent: Int, names: ObjectNames, to output: inout TextOutput
    ) {
    }
}
