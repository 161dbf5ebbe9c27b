import LucidCrypto
import LucidDER
public import LucidModel

/// The eight digits by which OpenSSL finds certificates in a folder.
public enum NameHash {
    /// What the hash is of: the same octets for two names that OpenSSL takes for one.
    ///
    /// OpenSSL folds less than RFC 5280 §7.1 asks for: letters beyond ASCII keep their case.
    public static func canonicalOctets(of name: Name) -> [UInt8] {
        BERElement(whole: name.der.array).map(canonical) ?? name.der.array
    }

    /// Of the name in a form that does not tell letters' case and runs of spaces apart, by SHA-1.
    static func current(_ name: BERElement) -> String { digits(HashAlgorithm.sha1.hash(canonical(name))) }

    /// Of the name's encoding, by MD5: before OpenSSL 1.0.
    static func old(_ name: BERElement) -> String { digits(HashAlgorithm.md5.hash(Array(name.encoding))) }

    /// The first four octets, the last of them first.
    public static func digits(_ hash: [UInt8]) -> String { hash.prefix(4).reversed().map(\.lowerHex).joined() }

    /// The relative distinguished names one behind the other, their strings made alike.
    private static func canonical(_ name: BERElement) -> [UInt8] {
        (name.children(of: .sequence) ?? []).flatMap { set -> [UInt8] in
            let attributes = (set.children ?? []).map { attribute -> [UInt8] in
                guard let parts = attribute.children(of: .sequence), parts.count == 2 else {
                    return Array(attribute.encoding)
                }
                return DERWriter.encode { writer in
                    writer.sequence {
                        $0.append(Array(parts[0].encoding))
                        if let text = text(parts[1]) {
                            $0.primitive(.utf8String, text)
                        } else {
                            $0.append(Array(parts[1].encoding))
                        }
                    }
                }
            }
            // X.690 §11.6: the members of a SET OF in the order of their encodings.
            let sorted = attributes.sorted { $0.lexicographicallyPrecedes($1) }
            return DERWriter.encode { $0.primitive(.set, sorted.flatMap { $0 }) }
        }
    }

    /// UTF-8 in small ASCII letters, one space where there were several, none at the ends; nil for values that are no text.
    private static func text(_ value: BERElement) -> [UInt8]? {
        guard let characters = characters(value) else { return nil }
        let utf8 = characters.flatMap { character -> [UInt8] in
            Unicode.Scalar(character).map { Array(String(Character($0)).utf8) } ?? []
        }
        let isSpace = { (octet: UInt8) in octet == 0x20 || (0x09...0x0d).contains(octet) }
        var text: [UInt8] = []
        for octet in utf8 {
            if isSpace(octet) {
                if text.last != 0x20 { text.append(0x20) }
            } else {
                text.append((0x41...0x5a).contains(octet) ? octet + 0x20 : octet)
            }
        }
        if text.first == 0x20 { text.removeFirst() }
        if text.last == 0x20 { text.removeLast() }
        return text
    }

    private static func characters(_ value: BERElement) -> [UInt32]? {
        let octets = Array(value.octets)
        switch value.tag {
        case .utf8String: return LenientUTF8.characters(of: octets)
        case .printableString, .teletexString, .ia5String, .visibleString: return octets.map(UInt32.init)
        case .bmpString where octets.count % 2 == 0:
            return stride(from: 0, to: octets.count, by: 2).map { UInt32(octets[$0]) << 8 | UInt32(octets[$0 + 1]) }
        case .universalString where octets.count % 4 == 0:
            return stride(from: 0, to: octets.count, by: 4).map { start in
                octets[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) }
            }
        default: return nil
        }
    }
}
