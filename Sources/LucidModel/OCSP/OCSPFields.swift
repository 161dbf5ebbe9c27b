import LucidDER

// Fields that several OCSP structures have in common.

extension DERCursor {
    /// `version [0] EXPLICIT Version DEFAULT v1`: there is no other version, and a default is not written (X.690
    /// §11.5).
    mutating func ocspVersion1() throws(DERError) {
        let start = offset
        let version = try optionalExplicit(0, "version") { inner throws(DERError) in try inner.smallNatural("") }
        guard let version else { return }
        let reason: DERError.Reason =
            version == 0 ? .defaultEncoded : .valueNotAllowed(.init("version is v1 (0)", "RFC 6960 §4.1.1"))
        throw DERError(reason, at: start).inside("version")
    }

    /// `[number] EXPLICIT Extensions OPTIONAL`.
    mutating func ocspExtensions(_ number: UInt8, _ field: StaticString) throws(DERError) -> Extensions {
        try optionalExplicit(number, field) { inner throws(DERError) in try Extensions(from: &inner, "") }
            ?? Extensions([])
    }

    /// `certs [0] EXPLICIT SEQUENCE OF Certificate OPTIONAL`.
    mutating func ocspCertificates() throws(DERError) -> [Certificate]? {
        try optionalExplicit(0, "certs") { inner throws(DERError) in
            try inner.sequenceOf("") { list throws(DERError) in try Certificate(from: &list, "") }
        }
    }
}

extension DERWriter {
    mutating func ocspExtensions(_ extensions: Extensions, _ number: UInt8) {
        if !extensions.isEmpty { explicit(number) { extensions.encode(to: &$0) } }
    }

    mutating func ocspCertificates(_ certificates: [Certificate]?) {
        if let certificates { explicit(0) { $0.sequenceOf(certificates) } }
    }
}
