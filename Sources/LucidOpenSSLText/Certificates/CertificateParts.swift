import LucidDER

/// The fields of a certificate, read leniently (RFC 5280 §4.1).
struct CertificateParts {
    let version: Int
    let serial: IntegerParts
    let innerAlgorithm: AlgorithmParts
    let issuer: NameParts, subject: NameParts
    /// The names' encodings, which the hashes are made of.
    let issuerElement: BERElement, subjectElement: BERElement
    let notBefore: BERElement, notAfter: BERElement
    let keyInfo: KeyInfoParts
    var issuerUniqueID: BitStringParts?, subjectUniqueID: BitStringParts?
    var extensions: [ExtensionParts] = []
    let algorithm: AlgorithmParts
    let signature: BitStringParts
    /// The certificate's octets.
    let encoding: [UInt8]
    /// What stands behind it.
    let behind: Range<Int>

    init?(_ der: [UInt8]) {
        guard let signed = SignedParts(der) else { return nil }
        var fields = signed.fields[...]
        algorithm = signed.algorithm
        signature = signed.signature
        behind = signed.behind
        encoding = Array(der[..<signed.behind.lowerBound])
        var version = 0
        if let first = fields.first, first.tag == .contextConstructed(0) {
            guard let inner = first.children, inner.count == 1, let number = IntegerParts(inner[0])?.small else {
                return nil
            }
            version = number
            fields.removeFirst()
        }
        self.version = version
        guard fields.count >= 6 else { return nil }
        let start = fields.startIndex
        guard let serial = IntegerParts(fields[start]), let innerAlgorithm = AlgorithmParts(fields[start + 1]),
            let issuer = NameParts(fields[start + 2]),
            let validity = fields[start + 3].children(of: .sequence), validity.count == 2,
            let subject = NameParts(fields[start + 4]), let keyInfo = KeyInfoParts(fields[start + 5])
        else { return nil }
        let isTime = { (tag: BERTag) in tag == .utcTime || tag == .generalizedTime }
        guard isTime(validity[0].tag), isTime(validity[1].tag) else { return nil }
        (self.serial, self.innerAlgorithm, self.issuer, self.subject) = (serial, innerAlgorithm, issuer, subject)
        (issuerElement, subjectElement) = (fields[start + 2], fields[start + 4])
        (notBefore, notAfter, self.keyInfo) = (validity[0], validity[1], keyInfo)
        var rest = fields.dropFirst(6)
        for (number, path) in [(1, \Self.issuerUniqueID), (2, \Self.subjectUniqueID)] {
            guard let next = rest.first, next.tag.isContext(number) else { continue }
            guard let bits = BitStringParts(next, tag: .context(number)) else { return nil }
            self[keyPath: path] = bits
            rest.removeFirst()
        }
        if let next = rest.first, next.tag == .contextConstructed(3) {
            guard let inner = next.children, inner.count == 1, let list = ExtensionParts.list(inner[0]) else {
                return nil
            }
            extensions = list
            rest.removeFirst()
        }
        guard rest.isEmpty else { return nil }
    }
}

/// A SubjectPublicKeyInfo, read leniently.
struct KeyInfoParts {
    let algorithm: AlgorithmParts
    let key: BitStringParts
    let encoding: [UInt8]

    init?(_ element: BERElement) {
        guard let parts = element.children(of: .sequence), parts.count == 2,
            let algorithm = AlgorithmParts(parts[0]), let key = BitStringParts(parts[1])
        else { return nil }
        self.algorithm = algorithm
        self.key = key
        encoding = Array(element.encoding)
    }
}
