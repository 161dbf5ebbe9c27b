import LucidDER
public import LucidModel

extension CertificateChange {
    /// A bit of a certificate.
    public struct Bit: Hashable, Sendable {
        /// The octet that it is in, counted from the certificate's beginning.
        public let offset: Int
        /// 0 for the least significant bit, which is worth 1, to 7.
        public let number: Int

        /// Nil where there is no such bit in an octet.
        public init?(offset: Int, number: Int = 0) {
            guard offset >= 0, (0..<8).contains(number) else { return nil }
            self.offset = offset
            self.number = number
        }
    }

    /// Turns one bit over; without a place one of the signature: the last that it has.
    public static func bit(_ bit: Bit?, of certificate: Certificate) throws(Problem) -> CertificateChange {
        let octets = certificate.der.array
        guard let bit = bit ?? Bit(offset: octets.count - 1), bit.offset < octets.count else {
            throw Problem(
                "the certificate has \(octets.count) octets, so the last one is at offset \(octets.count - 1)")
        }
        return flipped(bit, .bit, certificate)
    }

    /// Turns over one bit of the public key.
    public static func key(of certificate: Certificate) throws(Problem) -> CertificateChange {
        let lines = DERSurgery(certificate.der.array).lines
        let inKey = lines.filter { $0.path.hasPrefix("tbsCertificate.subjectPublicKeyInfo.subjectPublicKey") }
        // Of an RSA key the modulus; its lowest bit stays, as an even modulus is none at all.
        if let modulus = inKey.first(where: { $0.path.hasSuffix(".modulus") }),
            let bit = Bit(offset: modulus.range.upperBound - 1, number: 1)
        {
            return flipped(bit, .key, certificate)
        }
        guard let key = inKey.first, let bit = Bit(offset: key.wholeRange.upperBound - 1) else {
            throw Problem("there is no public key in it")
        }
        return flipped(bit, .key, certificate)
    }

    private static func flipped(_ bit: Bit, _ kind: Kind, _ certificate: Certificate) -> CertificateChange {
        var octets = certificate.der.array
        let before = octets[bit.offset]
        octets[bit.offset] ^= 1 << UInt8(bit.number)
        let explanation = DERSurgery(certificate.der.array).explanation
        let field = explanation.line(owning: bit.offset).map { explanation.lines[$0] }
        let place = field.map { " in \($0.path.isEmpty ? $0.title : $0.path)" } ?? ""
        return CertificateChange(
            kind, certificate, octets,
            "bit \(bit.number) of the octet at offset \(bit.offset)\(place): \(binary(before)) → \(binary(octets[bit.offset])), "
                + "hexadecimal \(hexadecimal([before])) → \(hexadecimal([octets[bit.offset]]))")
    }

    /// `0110 1111`
    private static func binary(_ octet: UInt8) -> String {
        let digits = String(octet, radix: 2)
        let all = String(repeating: "0", count: 8 - digits.count) + digits
        return "\(all.prefix(4)) \(all.suffix(4))"
    }
}
