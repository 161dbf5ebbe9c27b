import LucidDER
import LucidModel

// What holds a private key is found by its octets, because a label is easily wrong, and an octet that was shown can not be unshown.

extension Explanation.Kind {
    /// What the octets below a PEM label are explained as: what the label says, unless it says nothing that Lucid knows or the octets
    /// contradict it, and they look like a private key.
    ///
    /// - Parameter isContradicted: whether the octets are not what the label says.
    func resolved(for octets: DERBytes, isContradicted: Bool) -> Self {
        // Lists of numbers are read so freely that a private key passes for one.
        let numbers: [Self] = [.ecParameters, .diffieHellmanParameters, .dsaParameters, .rsaPublicKey]
        if numbers.contains(self), !isContradicted { return Self.privateKey(in: octets) ?? self }
        let saysNothing = [.unknown, .encryptedOctets, .undescribedPrivateKey].contains(self)
        guard saysNothing || isContradicted else { return self }
        // In a damaged key every doubtful octet is hidden: it need not be called another one to keep its secret.
        if mayBeSecret, self != .undescribedPrivateKey { return Self.flawlessPrivateKey(in: octets) ?? self }
        if let key = Self.privateKey(in: octets) { return key }
        // Octets that were encrypted look like anything: what is no whole key among them is none.
        if self == .encryptedOctets { return self }
        let guess = Self(of: octets)
        if guess.mayBeSecret { return guess }
        if self == .undescribedPrivateKey, guess == .encryptedPrivateKey { return guess }
        return self == .encryptedPrivateKey && guess != self ? .undescribedPrivateKey : self
    }

    /// The kind of private key that octets are by their form; nil where they have the form of none.
    static func privateKey(in octets: DERBytes) -> Self? {
        if let key = flawlessPrivateKey(in: octets) ?? privateKey(shapedAs: octets) { return key }
        // A reader of BER takes the same key in a freer encoding.
        guard let definite = (try? BER.definiteForm(of: octets)).flatMap({ $0 }) else { return nil }
        let bytes = DERBytes(definite)
        return flawlessPrivateKey(in: bytes) ?? privateKey(shapedAs: bytes)
    }

    /// The kind of private key that octets are without breaking a rule. A PKCS #12 file and a key of OpenSSH are known by how they begin.
    private static func flawlessPrivateKey(in octets: DERBytes) -> Self? {
        if octets.starts(with: OpenSSHKeyFile.magic) { return .opensshPrivateKey }
        if PFX.looksLikeOne(octets.array.span) { return .pfx }
        let forms: [Self] = [.privateKey, .rsaPrivateKey, .ecPrivateKey, .dsaPrivateKey]
        return forms.first { Annotator.explaining(octets, as: $0).problems.isEmpty }
    }

    /// The kind of private key whose first elements octets have, whatever is wrong with those behind: version 0 or 1, and then an
    /// algorithm and an OCTET STRING (RFC 5958 §2), an OCTET STRING (RFC 5915 §3), or numbers (RFC 8017 §A.1.2, openssl-dsa(1)).
    private static func privateKey(shapedAs octets: DERBytes) -> Self? {
        let lines = Annotator.explaining(octets, as: .unknown).lines
        let parts = lines.indices.filter { lines[$0].depth == 1 }
        guard lines.first?.tag == .sequence, parts.count >= 2, lines[parts[0]].tag == .integer,
            let version = lines[parts[0]].content, version.count == 1, octets[version].first ?? 2 <= 1
        else { return nil }
        switch lines[parts[1]].tag {
        case .octetString?: return .ecPrivateKey
        case .sequence?:
            let first = parts[1] + 1
            let hasAlgorithm = lines.indices.contains(first) && lines[first].tag == .objectIdentifier
            // The key itself may be what is damaged.
            guard hasAlgorithm, parts.count >= 3, [.octetString, nil].contains(lines[parts[2]].tag) else { return nil }
            return .privateKey
        case .integer?:
            guard parts.count >= 4, lines[parts[2]].tag == .integer else { return nil }
            // The third number is e of RSA, which is short, or q of DSA.
            return lines[parts[2]].content?.count ?? 0 <= 8 || parts.count > 6 ? .rsaPrivateKey : .dsaPrivateKey
        default: return nil
        }
    }
}
