import LucidDER
public import LucidModel
public import LucidObjectNames

/// A public key as `pkey -pubin -text_pub` prints it, and `x509 -text`.
public struct PublicKeyText {
    let info: KeyInfoParts
    let names: ObjectNames

    /// nil where OpenSSL would not read the structure; whether it can read the key shows when it is written.
    public init?(_ info: SubjectPublicKeyInfo, names: ObjectNames = ObjectNames()) {
        guard let element = BERElement(whole: info.derEncoded), let parts = KeyInfoParts(element) else { return nil }
        self.init(parts, names: names)
    }

    init(_ info: KeyInfoParts, names: ObjectNames) {
        self.info = info
        self.names = names
    }

    /// Appends the text, each line indented. Returns false, and appends nothing, where the key is one that OpenSSL can not read.
    public func write(indent: Int = 0, to output: inout TextOutput) -> Bool {
        false
    }

    /// In certificates and requests there is a line for keys that can not be read.
    func writeOrSayUnable(indent: Int, to output: inout TextOutput) {
        if write(indent: indent, to: &output) { return }
        output.indent(indent - 4)
        output.put("Unable to load Public Key\n")
    }
}
