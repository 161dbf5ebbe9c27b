import LucidOpenSSLConfiguration
import LucidX509

/// Some octets of a certificate or request that belong together, with what they say and who put them there.
struct FieldRow: Hashable {
    /// In the DER file.
    let range: Range<Int>
    /// Such as `validity.notAfter`.
    let field: String
    let value: String
    let origin: Origin
}

/// Goes through the octets of a DER structure and makes rows of them, so that each octet is in one row and in no other.
struct FieldRows {
    private(set) var rows: [FieldRow] = []
    private let octets: [UInt8]
    private(set) var offset: Int

    /// From the octets of one element.
    init(_ octets: [UInt8]) {
        self.octets = octets
        offset = 0
    }

    /// The identifier octet of what comes next.
    var nextOctet: UInt8? { offset < octets.count ? octets[offset] : nil }

    /// The next element whole, as one row.
    mutating func element(_ field: String, _ value: String, _ origin: Origin) {
        guard let header = header() else { return }
        put(header.element.upperBound, field, value, origin)
    }

    /// The header of the next element alone, as a row; `contents` then makes the rows of what is inside.
    mutating func header(_ field: String, _ origin: Origin, contents: (inout FieldRows) -> Void) {
        guard let header = header() else { return }
        let end = header.content.upperBound
        put(header.content.lowerBound, field, "header, \(header.content.count) octets inside", origin)
        contents(&self)
        // What the caller knows nothing of is shown all the same.
        if offset < end { put(end, field, "further octets", origin) }
    }

    private func header() -> DERHeader? {
        try? DERHeader.read(octets.span, at: offset, end: octets.count)
    }

    private mutating func put(_ end: Int, _ field: String, _ value: String, _ origin: Origin) {
        guard end > offset else { return }
        rows.append(FieldRow(range: offset..<end, field: field, value: value, origin: origin))
        offset = end
    }
}

extension FieldRows {
    static let framing = Origin.computed("the length of what is inside")

    /// A certificate's rows (RFC 5280 §4.1).
    static func of(_ certificate: Certificate, _ origins: CertificateOrigins) -> [FieldRow] {
        var rows = FieldRows(certificate.der.array)
        let tbs = certificate.tbsCertificate
        rows.header("certificate", framing) { rows in
            rows.header("tbsCertificate", framing) { rows in
                if rows.nextOctet == DERTag.contextConstructed(0).octet {
                    rows.element("version", "v\(tbs.version.rawValue + 1)", origins.version)
                }
                rows.element("serialNumber", tbs.serialNumber.hexadecimal, origins.serialNumber)
                rows.element("signature", tbs.signature.openSSLName, origins.algorithm)
                rows.name("issuer", tbs.issuer, origins.issuer)
                rows.header("validity", framing) { rows in
                    rows.element("validity.notBefore", tbs.validity.notBefore.time.description, origins.notBefore)
                    rows.element("validity.notAfter", tbs.validity.notAfter.time.description, origins.notAfter)
                }
                rows.name("subject", tbs.subject, origins.subject)
                rows.key(tbs.subjectPublicKeyInfo, origins.key)
                if tbs.issuerUniqueID != nil { rows.element("issuerUniqueID", "octets", origins.key) }
                if tbs.subjectUniqueID != nil { rows.element("subjectUniqueID", "octets", origins.key) }
                if !tbs.extensions.isEmpty {
                    rows.header("extensions", framing) { $0.extensions(tbs.extensions, origins.extensions) }
                }
            }
            rows.element("signatureAlgorithm", certificate.signatureAlgorithm.openSSLName, origins.algorithm)
            rows.element("signatureValue", "\(certificate.signatureValue.bytes.count) octets", origins.signature)
        }
        return rows.rows
    }

    /// A request's rows (RFC 2986 §4).
    static func of(_ request: CertificateRequest, _ origins: CertificateOrigins) -> [FieldRow] {
        var rows = FieldRows(request.der.array)
        let info = request.certificationRequestInfo
        rows.header("certificationRequest", framing) { rows in
            rows.header("certificationRequestInfo", framing) { rows in
                rows.element("version", "v1", .preset("the only version that there is"))
                rows.name("subject", info.subject, origins.subject)
                rows.key(info.subjectPKInfo, origins.key)
                rows.header("attributes", framing) { rows in
                    for (index, attribute) in info.attributes.enumerated() {
                        rows.attribute(attribute, info, origins.attributes.at(index), origins.extensions)
                    }
                }
            }
            rows.element("signatureAlgorithm", request.signatureAlgorithm.openSSLName, origins.algorithm)
            rows.element("signature", "\(request.signature.bytes.count) octets", origins.signature)
        }
        return rows.rows
    }
}
