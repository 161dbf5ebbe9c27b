public import LucidObjectNames

/// openssl's language for ASN.1, for `asn1parse -genstr`.
public enum ASN1Text {
    /// The DER that a text describes.
    ///
    /// - Parameters:
    ///   - text: such as `SEQUENCE:parts` or `EXPLICIT:0,UTF8:text`.
    ///   - configuration: where the sections are that the text names.
    ///   - flag: the argument that the text is of, for errors.
    public static func generate(
        _ text: [UInt8], configuration: Configuration?, names: ObjectNames = ObjectNames(), flag: String
    ) throws(ConfigurationProblem) -> [UInt8] {
        let generator = ASN1Generator(configuration: configuration, names: names)
        return try generator.generate(text[...], at: ValuePlace(origin: .flag(flag, value: nil)))
    }
}
