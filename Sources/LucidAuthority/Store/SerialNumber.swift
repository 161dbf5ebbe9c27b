public import LucidDER

/// A certificate's serial number (RFC 5280 §4.1.2.2), as it is stored and shown.
public struct SerialNumber: Hashable, Sendable, CustomStringConvertible {
    /// The number's octets, most significant first, without leading zeros; one zero octet for zero.
    public let octets: [UInt8]

    /// From a certificate. A negative number, which RFC 5280 forbids and old certificates have, is kept as its content octets.
    public init(_ number: DERInteger) {
        let octets = (number.magnitude ?? number.content).array
        self.octets = octets.isEmpty ? [0] : octets
    }

    /// From octets, most significant first; leading zeros are dropped.
    public init(octets: some Sequence<UInt8>) {
        let significant = Array(octets.drop { $0 == 0 })
        self.octets = significant.isEmpty ? [0] : significant
    }

    /// From hexadecimal digits as OpenSSL, Lucid and others print them: in both cases, with or without colons; nil for anything
    /// else, and for more than 20 octets.
    public init?(_ text: some StringProtocol) {
        let digits = text.utf8.filter { $0 != UInt8(ascii: ":") }.map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard (1...40).contains(digits.count), !digits.contains(nil) else { return nil }
        let values = (digits.count % 2 == 0 ? [] : [0]) + digits.compactMap { $0 }
        self.init(octets: stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) })
    }

    /// As an ASN.1 integer.
    public var number: DERInteger { DERInteger(magnitude: octets) }

    /// Lower-case hexadecimal, two digits an octet.
    public var description: String { octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
