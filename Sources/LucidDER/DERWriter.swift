/// Writes DER. Each structure is opened with a closure that writes its content:
///
///     var writer = DERWriter()
///     writer.sequence { $0.integer(3); $0.null() }
///     writer.bytes  // 30 05 02 01 03 05 00
public struct DERWriter: Sendable {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []

    /// A writer that has written nothing.
    public init() {}

    /// A writer with room for `capacity` octets. Within that room nothing is moved, so that a secret that is written leaves
    /// no copies behind.
    public init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// What `body` writes.
    public static func encode(_ body: (inout DERWriter) -> Void) -> [UInt8] {
        var writer = DERWriter()
        body(&writer)
        return writer.bytes
    }

    /// Takes the octets out, and leaves the writer empty: so that the caller is their only owner and can wipe them.
    public mutating func take() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        return taken
    }

    // MARK: Structures

    /// A constructed element with any tag.
    public mutating func constructed(_ tag: DERTag, _ body: (inout DERWriter) -> Void) {
        bytes.append(tag.octet)
        let lengthIndex = bytes.count
        // Most structures are shorter than 128 octets; for a longer one the content moves up once its length is known.
        bytes.append(0)
        body(&self)
        let length = bytes.count - lengthIndex - 1
        if length < 0x80 {
            bytes[lengthIndex] = UInt8(length)
        } else {
            bytes.replaceSubrange(lengthIndex...lengthIndex, with: Self.lengthOctets(length))
        }
    }

    /// A SEQUENCE.
    public mutating func sequence(_ body: (inout DERWriter) -> Void) { constructed(.sequence, body) }

    /// `[number] EXPLICIT`.
    public mutating func explicit(_ number: UInt8, _ body: (inout DERWriter) -> Void) {
        constructed(.contextConstructed(number), body)
    }

    /// A SET OF: the elements' encodings in ascending order (X.690 §11.6).
    public mutating func setOf<Element>(
        _ elements: some Sequence<Element>, tag: DERTag = .set, _ encode: (inout DERWriter, Element) -> Void
    ) {
        let encodings = elements.map { element in DERWriter.encode { encode(&$0, element) } }
        constructed(tag) { writer in
            for encoding in encodings.sorted(by: { $0.lexicographicallyPrecedes($1) }) { writer.append(encoding) }
        }
    }

    // MARK: Primitive elements

    /// A primitive element with any tag.
    public mutating func primitive(_ tag: DERTag, _ content: some Collection<UInt8>) {
        header(tag, contentCount: content.count)
        append(content)
    }

    /// Identifier and length octets; the caller appends the content.
    mutating func header(_ tag: DERTag, contentCount: Int) {
        bytes.append(tag.octet)
        if contentCount < 0x80 {
            bytes.append(UInt8(contentCount))
        } else {
            bytes += Self.lengthOctets(contentCount)
        }
    }

    /// An element that is already encoded.
    public mutating func append(_ encoded: some Collection<UInt8>) { bytes += encoded }

    mutating func append(octet: UInt8) { bytes.append(octet) }

    /// The length octets in the form with the fewest octets (X.690 §10.1).
    private static func lengthOctets(_ length: Int) -> [UInt8] {
        if length < 0x80 { return [UInt8(length)] }
        let count = (Int.bitWidth - length.leadingZeroBitCount + 7) / 8
        return [0x80 | UInt8(count)] + (0..<count).reversed().map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    }
}

// What is written may be a private key, so neither `print` nor `dump` shows it.

extension DERWriter: CustomStringConvertible, CustomReflectable {
    /// How many octets; never the octets themselves.
    public var description: String { "\(bytes.count) octets written" }
    public var customMirror: Mirror { Mirror(self, children: ["count": bytes.count]) }
}
