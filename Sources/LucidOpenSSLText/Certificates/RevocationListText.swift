public import LucidModel
public import LucidObjectNames

/// A CRL as `crl -text` prints it.
public struct RevocationListText {
    let names: ObjectNames

    /// nil where that is no CRL that OpenSSL would read.
    public init?(der: [UInt8], names: ObjectNames = ObjectNames()) { self.names = names }

    /// The text of a CRL that was read.
    public init?(_ list: RevocationList, names: ObjectNames = ObjectNames()) {
        self.init(der: list.der.array, names: names)
    }

    /// Appends the text, which ends with a line feed.
    public func write(to output: inout TextOutput, format: NameFormat = .oneline) {}
}
