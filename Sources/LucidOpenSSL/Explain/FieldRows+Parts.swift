import LucidObjectNames
import LucidOpenSSLConfiguration
import LucidX509

extension FieldRows {
    /// A name: its header, then a row for each attribute. A part of several attributes has a row for its own header as well.
    mutating func name(_ field: String, _ name: Name, _ origins: [Origin]) {
        var index = 0
        header(field, Self.framing) { rows in
            for part in name.relativeDistinguishedNames {
                guard part.attributes.count > 1 else {
                    for attribute in part.attributes {
                        rows.attribute(field, attribute, origins.at(index))
                        index += 1
                    }
                    continue
                }
                rows.header(field, Self.framing) { rows in
                    for attribute in part.attributes {
                        rows.attribute(field, attribute, origins.at(index))
                        index += 1
                    }
                }
            }
        }
    }

    private mutating func attribute(_ field: String, _ attribute: AttributeTypeAndValue, _ origin: Origin) {
        let type = ObjectNames().short(attribute.type)
        element("\(field).\(type)", attribute.value.text ?? "octets", origin)
    }

    /// A key: its algorithm and its octets (RFC 5280 §4.1.2.7).
    mutating func key(_ info: SubjectPublicKeyInfo, _ origin: Origin) {
        header("subjectPublicKeyInfo", Self.framing) { rows in
            rows.element("subjectPublicKeyInfo.algorithm", info.algorithm.openSSLName, origin)
            rows.element(
                "subjectPublicKeyInfo.subjectPublicKey", "\(info.subjectPublicKey.bytes.count) octets", origin)
        }
    }

    /// The list of extensions (RFC 5280 §4.2).
    mutating func extensions(_ extensions: Extensions, _ origins: [Origin]) {
        header("extensions", Self.framing) { rows in
            for (index, item) in extensions.enumerated() {
                let name = ObjectNames().short(item.extnID)
                rows.element("extensions[\(index)] \(name)", item.shortText, origins.at(index))
            }
        }
    }

    /// An attribute of a request (RFC 2986 §4.1); of extensionRequest each extension.
    mutating func attribute(
        _ attribute: Attribute, _ info: CertificationRequestInfo, _ origin: Origin, _ extensionOrigins: [Origin]
    ) {
        let type = ObjectNames().short(attribute.type)
        guard attribute.type == OID.extensionRequest, case .success(let extensions) = info.requestedExtensions else {
            return element("attributes.\(type)", "\(attribute.values.count) value(s)", origin)
        }
        header("attributes.\(type)", Self.framing) { rows in
            rows.element("attributes.\(type).type", "extensionRequest", origin)
            rows.header("attributes.\(type).values", Self.framing) { $0.extensions(extensions, extensionOrigins) }
        }
    }
}

extension [Origin] {
    /// The origin at an index. Where nobody told it, it is computed: a row is never without one.
    func at(_ index: Int) -> Origin { indices.contains(index) ? self[index] : .computed("from the other parts") }
}

extension AlgorithmIdentifier {
    /// As OpenSSL's text calls it, with the name of a curve.
    var openSSLName: String {
        let names = ObjectNames()
        guard algorithm == OID.ecPublicKey, let parameters,
            let curve = try? DERCursor.decode(
                parameters, { cursor throws(DERError) in try cursor.objectIdentifier("") })
        else { return names.long(algorithm) }
        return "\(names.long(algorithm)), \(names.short(curve))"
    }
}

extension DERInteger {
    /// In hexadecimal digits as openssl prints serial numbers: an even number of them, with a sign where negative.
    var hexadecimal: String {
        guard isNegative else { return hexadecimalDigits(Array(magnitude ?? content)) }
        // Two's complement: the magnitude of a negative number is its inverse and one.
        var octets = content.map { ~$0 }
        var index = octets.count - 1
        while index >= 0 {
            let (sum, overflow) = octets[index].addingReportingOverflow(1)
            octets[index] = sum
            if !overflow { break }
            index -= 1
        }
        return "-" + hexadecimalDigits(octets)
    }
}

/// Two digits an octet, capitals, without leading zero octets; "00" for none.
private func hexadecimalDigits(_ octets: [UInt8]) -> String {
    let significant = Array(octets.drop { $0 == 0 })
    return (significant.isEmpty ? [0] : significant).map(\.twoDigits).joined()
}

extension UInt8 {
    /// Two hexadecimal digits, capitals.
    var twoDigits: String {
        let digits = String(self, radix: 16, uppercase: true)
        return digits.count == 2 ? digits : "0" + digits
    }
}

extension Extension {
    /// What it says, in a few words.
    var shortText: String {
        let text = shownLines.joined(separator: "; ")
        return critical ? "critical, \(text)" : text
    }
}
