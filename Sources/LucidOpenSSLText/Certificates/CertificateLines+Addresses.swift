import LucidDER

/// The addresses that a certificate names.
extension CertificateLines {
    /// One mail address a line, of the subject and of its subjectAltName (`-email`).
    public func mailAddresses(to output: inout TextOutput) {
        var found: [[UInt8]] = []
        for attribute in parts.subject.attributes
        where attribute.type == ObjectIdentifier(1, 2, 840, 113549, 1, 9, 1) && attribute.value.tag == .ia5String {
            Self.add(Array(attribute.value.octets), to: &found)
        }
        for name in generalNames {
            if case .mail(let text) = name { Self.add(text, to: &found) }
        }
        Self.write(found, to: &output)
    }

    /// One address of an OCSP responder a line (`-ocsp_uri`).
    public func ocspAddresses(to output: inout TextOutput) {
        var found: [[UInt8]] = []
        let identifier = ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 1, 1)
        for description in value(of: identifier)?.children(of: .sequence) ?? [] {
            guard let fields = description.children(of: .sequence), fields.count == 2,
                ObjectIdentifier(fields[0]) == ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 48, 1),
                case .uri(let text) = GeneralNameParts(fields[1])
            else { continue }
            Self.add(text, to: &found)
        }
        Self.write(found, to: &output)
    }

    private var generalNames: [GeneralNameParts] {
        let elements = value(of: ObjectIdentifier(2, 5, 29, 17))?.children(of: .sequence) ?? []
        let names = elements.compactMap { GeneralNameParts($0) }
        return names.count == elements.count ? names : []
    }

    /// The value of the only extension of that kind.
    private func value(of identifier: ObjectIdentifier) -> BERElement? {
        let found = parts.extensions.filter { $0.identifier == identifier }
        guard found.count == 1 else { return nil }
        return BERElement(found[0].value, at: 0, end: found[0].value.count)
    }

    /// Each address once, and none that is empty or has a zero octet in it. OpenSSL sorts its list whenever it looks whether
    /// an address is in it already, so that all but the last come out in order.
    private static func add(_ address: [UInt8], to found: inout [[UInt8]]) {
        guard !address.isEmpty, !address.contains(0) else { return }
        found.sort { $0.lexicographicallyPrecedes($1) }
        if !found.contains(address) { found.append(address) }
    }

    private static func write(_ found: [[UInt8]], to output: inout TextOutput) {
        for address in found {
            output.put(octets: address)
            output.endLine()
        }
    }
}
