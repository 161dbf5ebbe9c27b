// RFC 5246 §4, the presentation language: numbers are big-endian, and a vector is written behind its length.

/// Reads structures of TLS from octets.
struct PresentationReader {
    private var rest: ArraySlice<UInt8>
    /// What is being read, for errors: `ServerHello`.
    private let structure: StaticString

    init(_ bytes: some Sequence<UInt8>, _ structure: StaticString) {
        rest = Array(bytes)[...]
        self.structure = structure
    }

    /// Whether everything was read.
    var isAtEnd: Bool { rest.isEmpty }

    /// `opaque field[count]`.
    mutating func opaque(_ count: Int, _ field: StaticString) throws(TLSMalformation) -> ArraySlice<UInt8> {
        guard rest.count >= count else { throw TLSMalformation("\(structure).\(field)", .truncated, "RFC 5246 §4") }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    /// A number of one to three octets.
    private mutating func number(_ octets: Int, _ field: StaticString) throws(TLSMalformation) -> Int {
        try opaque(octets, field).reduce(0) { $0 << 8 | Int($1) }
    }

    /// `uint8 field`.
    mutating func uint8(_ field: StaticString) throws(TLSMalformation) -> UInt8 { UInt8(try number(1, field)) }

    /// `uint16 field`.
    mutating func uint16(_ field: StaticString) throws(TLSMalformation) -> UInt16 { UInt16(try number(2, field)) }

    /// `opaque field<0..2^8-1>`, or more octets of length: RFC 5246 §4.3.
    mutating func vector(lengthOctets: Int, _ field: StaticString) throws(TLSMalformation) -> ArraySlice<UInt8> {
        try opaque(try number(lengthOctets, field), field)
    }

    /// Throws where something is left over.
    func end() throws(TLSMalformation) {
        guard rest.isEmpty else {
            throw TLSMalformation("\(structure)", .trailingOctets(rest.count), "RFC 5246 §4.3")
        }
    }
}

/// Writes structures of TLS.
struct PresentationWriter {
    private(set) var bytes: [UInt8] = []

    /// `uint8`.
    mutating func uint8(_ value: UInt8) { bytes.append(value) }

    /// `uint16`.
    mutating func uint16(_ value: UInt16) { bytes += [UInt8(value >> 8), UInt8(value & 0xff)] }

    /// `opaque field[n]`.
    mutating func opaque(_ octets: some Sequence<UInt8>) { bytes += octets }

    /// A vector: its length in octets, in one to three octets, then what `body` writes. What Lucid writes is never too long.
    mutating func vector(lengthOctets: Int, _ body: (inout PresentationWriter) -> Void) {
        var inner = PresentationWriter()
        body(&inner)
        for place in (0..<lengthOctets).reversed() {
            bytes.append(UInt8(truncatingIfNeeded: inner.bytes.count >> (8 * place)))
        }
        bytes += inner.bytes
    }
}
