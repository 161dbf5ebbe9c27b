/// Text as openssl prints it: octets, because the strings in certificates are whatever their makers put there.
public struct TextOutput {
    public private(set) var octets: [UInt8] = []

    public init() {}

    /// Appends text in UTF-8.
    public mutating func put(_ text: some StringProtocol) { octets.append(contentsOf: text.utf8) }

    /// Appends octets as they are.
    public mutating func put(octets more: some Sequence<UInt8>) { octets.append(contentsOf: more) }

    /// Appends `count` spaces.
    public mutating func indent(_ count: Int) { octets.append(contentsOf: repeatElement(0x20, count: max(0, count))) }

    /// Ends a line.
    public mutating func endLine() { octets.append(0x0a) }
}
