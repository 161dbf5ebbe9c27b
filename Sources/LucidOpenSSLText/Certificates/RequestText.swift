public import LucidModel
public import LucidObjectNames

/// A certificate request as `req -text` prints it.
public struct RequestText {
    let names: ObjectNames

    /// nil where that is no request that OpenSSL would read.
    public init?(der: [UInt8], names: ObjectNames = ObjectNames()) { self.names = names }

    /// The text of a request that was read.
    public init?(_ request: CertificateRequest, names: ObjectNames = ObjectNames()) {
        self.init(der: request.der.array, names: names)
    }

    /// Appends the text, which ends with a line feed. `options` are those of `-reqopt`.
    public func write(
        to output: inout TextOutput, format: NameFormat = .oneline, options: CertificateTextOptions = []
    ) {}
}
