public import LucidModel
public import LucidObjectNames

/// A private key as `pkey -text`, `rsa -text` and `ec -text` print it.
///
/// The text holds the secret: whoever asks for it wants to see it.
public struct PrivateKeyText {
    private let info: PrivateKeyInfo
    private let names: ObjectNames

    public init(_ info: PrivateKeyInfo, names: ObjectNames = ObjectNames()) {
        self.info = info
        self.names = names
    }

    /// Appends the text. Returns false, and appends nothing, where the key is one that OpenSSL can not read.
    public func write(to output: inout TextOutput) -> Bool { false }
}
