import LucidDER
public import LucidModel
public import LucidObjectNames

/// A certificate request as `req -text` prints it.
public struct RequestText {
    let parts: RequestParts
    let names: ObjectNames

    /// nil where that is no request that OpenSSL would read.
    public init?(der: [UInt8], names: ObjectNames = ObjectNames()) {
        guard let parts = RequestParts(der) else { return nil }
        self.parts = parts
        self.names = names
    }

    /// The text of a request that was read.
    public init?(_ request: CertificateRequest, names: ObjectNames = ObjectNames()) {
        self.init(der: request.der.array, names: names)
    }

    /// Appends the text, which ends with a line feed. `options` are those of `-reqopt`.
    public func write(
        to output: inout TextOutput, format: NameFormat = .oneline, options: CertificateTextOptions = []
    ) {
        let fields = FieldText(format: format, options: options, names: names)
        if !options.contains(.noHeader) { output.put("Certificate Request:\n    Data:\n") }
        if !options.contains(.noVersion) {
            output.put(
                parts.version == 0
                    ? "        Version: 1 (0x0)\n" : "        Version: Unknown (\(parts.version))\n")
        }
        if !options.contains(.noSubject) { fields.name("Subject", parts.subject, to: &output) }
        if !options.contains(.noPublicKey) { fields.publicKey(parts.keyInfo, to: &output) }
        if !options.contains(.noAttributes) {
            output.put("        Attributes:\n")
            if parts.attributes.isEmpty { output.put("            (none)\n") }
            for attribute in parts.attributes where !attribute.isExtensions {
                write(attribute, to: &output)
            }
        }
        if !options.contains(.noExtensions), let extensions = parts.extensions {
            output.put("            Requested Extensions:\n")
            ExtensionsText(options: options, names: names).write(extensions, titled: nil, indent: 16, to: &output)
        }
        if !options.contains(.noSignature) {
            SignatureText.write(parts.algorithm, parts.signature, names: names, to: &output)
        }
    }

    /// An attribute's name, and each of its values behind a colon.
    private func write(_ attribute: RequestParts.Attribute, to output: inout TextOutput) {
        let name = names.long(attribute.type)
        for value in attribute.values {
            output.indent(12)
            // The name stands before each of the values.
            output.put(name)
            output.indent(25 - name.utf8.count)
            output.put(":")
            switch value.tag {
            case .printableString, .teletexString, .numericString, .utf8String, .ia5String:
                output.put(octets: value.octets)
                output.endLine()
            default: output.put("unable to print attribute\n")
            }
        }
    }
}

/// The fields of a request, read leniently (RFC 2986 §4).
struct RequestParts {
    struct Attribute {
        let type: ObjectIdentifier
        let values: [BERElement]

        /// PKCS #9's extensionRequest, or Microsoft's.
        var isExtensions: Bool {
            type == ObjectIdentifier(1, 2, 840, 113549, 1, 9, 14)
                || type == ObjectIdentifier(1, 3, 6, 1, 4, 1, 311, 2, 1, 14)
        }
    }

    let version: Int
    let subject: NameParts
    let keyInfo: KeyInfoParts
    let attributes: [Attribute]
    let algorithm: AlgorithmParts
    let signature: BitStringParts

    init?(_ der: [UInt8]) {
        guard let signed = SignedParts(der), signed.fields.count >= 3, signed.fields.count <= 4,
            let version = IntegerParts(signed.fields[0])?.small, let subject = NameParts(signed.fields[1]),
            let keyInfo = KeyInfoParts(signed.fields[2])
        else { return nil }
        (self.version, self.subject, self.keyInfo) = (version, subject, keyInfo)
        (algorithm, signature) = (signed.algorithm, signed.signature)
        guard signed.fields.count == 4 else {
            attributes = []
            return
        }
        guard signed.fields[3].tag == .contextConstructed(0), let elements = signed.fields[3].children else {
            return nil
        }
        let found = elements.compactMap { element -> Attribute? in
            guard let parts = element.children(of: .sequence), parts.count == 2, let type = ObjectIdentifier(parts[0]),
                let values = parts[1].children(of: .set)
            else { return nil }
            return Attribute(type: type, values: values)
        }
        guard found.count == elements.count else { return nil }
        attributes = found
    }

    /// The extensions that the request asks for, none where it does not; nil where they can not be read.
    var extensions: [ExtensionParts]? {
        guard let attribute = attributes.first(where: \.isExtensions) else { return [] }
        guard let value = attribute.values.first else { return nil }
        return ExtensionParts.list(value)
    }
}
