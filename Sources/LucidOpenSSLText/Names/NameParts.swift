import LucidDER

/// A distinguished name, read leniently: its attributes in their order.
struct NameParts {
    /// One attribute, and which relative distinguished name it belongs to.
    struct Attribute {
        let type: ObjectIdentifier
        let value: BERElement
        let set: Int
    }

    let attributes: [Attribute]

    /// nil where the element is no name.
    init?(_ element: BERElement) {
        guard let sets = element.children(of: .sequence) else { return nil }
        self.init(sets: sets)
    }

    /// A single relative distinguished name, whose SET may bear another tag.
    init?(relative element: BERElement) {
        guard let found = Self.attributes(in: element, set: 0) else { return nil }
        attributes = found
    }

    private init?(sets: [BERElement]) {
        var all: [Attribute] = []
        for (index, set) in sets.enumerated() {
            guard set.tag == .set, let found = Self.attributes(in: set, set: index) else { return nil }
            all += found
        }
        attributes = all
    }

    private static func attributes(in set: BERElement, set index: Int) -> [Attribute]? {
        guard let elements = set.children else { return nil }
        let found = elements.compactMap { element -> Attribute? in
            guard let parts = element.children(of: .sequence), parts.count == 2,
                let type = ObjectIdentifier(parts[0]), parts[1].tag.isUniversal, isReadable(parts[1])
            else { return nil }
            return Attribute(type: type, value: parts[1], set: index)
        }
        return found.count == elements.count ? found : nil
    }

    /// Whether OpenSSL could compare the value: it refuses names with strings that are none of their type.
    private static func isReadable(_ value: BERElement) -> Bool {
        // The types that OpenSSL lets stand in a name, and those that it does not know.
        let allowed: Set<Int> = [3, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 20, 22, 28, 29, 30]
        guard allowed.contains(value.tag.number), value.tag.isConstructed == (value.tag.number == 16) else {
            return false
        }
        return switch value.tag {
        case .utf8String: LenientUTF8.characters(of: Array(value.octets)) != nil
        case .bmpString: value.content.count % 2 == 0
        case .universalString: value.content.count % 4 == 0
        default: true
        }
    }
}
