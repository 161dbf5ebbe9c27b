public import LucidObjectNames

/// The list of elements that `asn1parse` prints.
public struct ASN1Listing {
    let octets: [UInt8]
    let names: ObjectNames

    /// Lists these octets.
    public init(_ octets: [UInt8], names: ObjectNames = ObjectNames()) {
        self.octets = octets
        self.names = names
    }

    func writeAll(indent: Int, to output: inout TextOutput) {
    }
}
