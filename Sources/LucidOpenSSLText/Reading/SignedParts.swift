import LucidDER

/// The three parts of a certificate, a request or a CRL, read leniently.
struct SignedParts {
    /// The fields of the part that is signed.
    let fields: [BERElement]
    let algorithm: AlgorithmParts
    let signature: BitStringParts
    /// What stands behind the structure: a trusted certificate's settings.
    let behind: Range<Int>

    /// nil where `der` does not begin with such a structure.
    init?(_ der: [UInt8]) {
        guard let whole = BERElement(der, at: 0, end: der.count), let parts = whole.children(of: .sequence),
            parts.count == 3, let fields = parts[0].children(of: .sequence),
            let algorithm = AlgorithmParts(parts[1]), let signature = BitStringParts(parts[2])
        else { return nil }
        self.fields = fields
        self.algorithm = algorithm
        self.signature = signature
        behind = whole.range.upperBound..<der.count
    }
}

/// An AlgorithmIdentifier, read leniently.
struct AlgorithmParts {
    let identifier: ObjectIdentifier
    let parameters: BERElement?

    init?(_ element: BERElement) {
        guard let parts = element.children(of: .sequence), (1...2).contains(parts.count),
            let identifier = ObjectIdentifier(parts[0])
        else { return nil }
        self.identifier = identifier
        parameters = parts.count == 2 ? parts[1] : nil
        if let parameters, !Self.isReadable(parameters) { return nil }
    }

    /// Whether OpenSSL reads a value whose type nothing tells: it checks the simple types.
    private static func isReadable(_ value: BERElement) -> Bool {
        switch value.tag {
        case .objectIdentifier: ObjectIdentifier(value) != nil
        case .integer: IntegerParts(value) != nil
        case .boolean: value.content.count == 1
        case .null: value.content.isEmpty
        default: true
        }
    }
}

/// A BIT STRING, read leniently.
struct BitStringParts {
    let octets: [UInt8]
    let unusedBits: UInt8

    /// nil where the element has another tag (`tag`, or the universal one) or no content.
    init?(_ element: BERElement, tag: BERTag = .bitString) {
        guard element.tag.kind == tag.kind, element.tag.number == tag.number, !element.tag.isConstructed,
            let first = element.octets.first, first <= 7
        else { return nil }
        unusedBits = first
        var octets = Array(element.octets.dropFirst())
        // The bits that are not used count as zeros, whatever they are.
        if let last = octets.indices.last { octets[last] &= 0xff << first }
        self.octets = octets
    }

    /// Whether a bit is set; the first one is the highest bit of the first octet.
    func hasBit(_ index: Int) -> Bool {
        index / 8 < octets.count && octets[index / 8] & (0x80 >> UInt8(index % 8)) != 0
    }
}

/// One extension, read leniently.
struct ExtensionParts {
    let identifier: ObjectIdentifier
    let isCritical: Bool
    /// The content of the OCTET STRING.
    let value: [UInt8]

    init?(_ element: BERElement) {
        guard let parts = element.children(of: .sequence), let first = parts.first, let last = parts.last,
            (2...3).contains(parts.count), let identifier = ObjectIdentifier(first),
            last.tag.isUniversal, last.tag.number == 4, let value = last.joinedOctets
        else { return nil }
        self.identifier = identifier
        self.value = value
        guard parts.count == 3 else {
            isCritical = false
            return
        }
        guard parts[1].tag == .boolean, parts[1].content.count == 1 else { return nil }
        isCritical = parts[1].octets.first != 0
    }

    /// The extensions in a SEQUENCE of them; nil where that is no such sequence.
    static func list(_ element: BERElement) -> [ExtensionParts]? {
        guard let elements = element.children(of: .sequence) else { return nil }
        let found = elements.compactMap { ExtensionParts($0) }
        return found.count == elements.count ? found : nil
    }
}

extension ObjectIdentifier {
    /// nil where the element is no valid OBJECT IDENTIFIER.
    init?(_ element: BERElement, tag: BERTag = .objectIdentifier) {
        guard element.tag == tag else { return nil }
        self.init(content: element.octets)
    }

    /// From content octets; nil where they are no arcs.
    init?(content: some Collection<UInt8>) {
        guard content.count < 120 else { return nil }
        var cursor = DERCursor([0x06, UInt8(truncatingIfNeeded: content.count)] + content)
        guard let identifier = try? cursor.objectIdentifier("") else { return nil }
        self = identifier
    }
}

extension BERElement {
    /// The content of an INTEGER as a small number; nil where it is another element or needs more than 64 bits.
    var smallInteger: Int? {
        guard octets.count <= 8, let first = octets.first else { return nil }
        return octets.reduce(first & 0x80 == 0 ? 0 : -1) { $0 << 8 | Int($1) }
    }
}
