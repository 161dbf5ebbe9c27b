import LucidDER

/// BIT STRINGs whose bits have names.
struct NamedBits {
    /// The extension's name, for errors.
    let name: String
    /// Bit 0 first: its short name and its long one.
    let bits: [(short: String, long: String)]

    static let keyUsage = NamedBits(
        name: "keyUsage",
        bits: [
            ("digitalSignature", "Digital Signature"), ("nonRepudiation", "Non Repudiation"),
            ("keyEncipherment", "Key Encipherment"), ("dataEncipherment", "Data Encipherment"),
            ("keyAgreement", "Key Agreement"), ("keyCertSign", "Certificate Sign"), ("cRLSign", "CRL Sign"),
            ("encipherOnly", "Encipher Only"), ("decipherOnly", "Decipher Only"),
        ])

    static let netscapeCertType = NamedBits(
        name: "nsCertType",
        bits: [
            ("client", "SSL Client"), ("server", "SSL Server"), ("email", "S/MIME"), ("objsign", "Object Signing"),
            ("reserved", "Unused"), ("sslCA", "SSL CA"), ("emailCA", "S/MIME CA"), ("objCA", "Object Signing CA"),
        ])

    static let reasons = NamedBits(
        name: "reasons",
        bits: [
            "unused", "keyCompromise", "CACompromise", "affiliationChanged", "superseded", "cessationOfOperation",
            "certificateHold", "privilegeWithdrawn", "AACompromise",
        ].map { ($0, $0) })

    /// Bit i of the result is set where the name of bit i is among the items.
    func mask(_ items: [ListItem]) throws(ConfigurationProblem) -> UInt32 {
        var mask: UInt32 = 0
        for item in items {
            guard let bit = bits.firstIndex(where: { $0.short == item.name || $0.long == item.name }) else {
                throw item.problem(
                    "\(name) has no \"\(item.name)\"; it has \(bits.map(\.short).joined(separator: ", "))")
            }
            mask |= 1 << UInt32(bit)
        }
        return mask
    }

    /// The BIT STRING with the bits that the items name.
    func encode(_ items: [ListItem]) throws(ConfigurationProblem) -> [UInt8] {
        let mask = try mask(items)
        return DERWriter.encode { $0.bitString(DERBitString(namedBits: mask)) }
    }
}
