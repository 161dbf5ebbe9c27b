import LucidDER
public import LucidModel
import LucidNumber
public import LucidObjectNames
import LucidSignature

/// A private key as `pkey -text`, `rsa -text` and `ec -text` print it.
///
/// The text holds the secret: whoever asks for it wants to see it.
public struct PrivateKeyText {
    private let info: PrivateKeyInfo
    private let names: ObjectNames

    public init(_ info: PrivateKeyInfo, names: ObjectNames = ObjectNames()) {
        self.info = info
        self.names = names
    }

    /// Appends the text. Returns false, and appends nothing, where the key is one that OpenSSL can not read, or its public key
    /// is not stated and Lucid does not know the curve to compute it.
    public func write(to output: inout TextOutput) -> Bool {
        var lines = KeyLines(indent: 0)
        guard isWritten(to: &lines) else { return false }
        output.put(octets: lines.output.octets)
        return true
    }

    private var parameters: BERElement? {
        info.privateKeyAlgorithm.parameters.flatMap { BERElement(whole: $0.array) }
    }

    /// The structure within the OCTET STRING.
    private var inner: BERElement? { BERElement(whole: info.privateKey.array) }

    private func isWritten(to lines: inout KeyLines) -> Bool {
        switch KeyKind(info.privateKeyAlgorithm.algorithm) {
        case .rsa: return writeRSA(to: &lines)
        case .rsaPSS:
            guard writeRSA(to: &lines) else { return false }
            return PSSRestrictionText.write(parameters, to: &lines)
        case .ec: return writeEC(to: &lines)
        case .octets(let name, let count):
            guard let element = inner, element.tag == .octetString, element.octets.count == count,
                let publicKey = publicOctets
            else { return false }
            lines.line("\(name) Private-Key:")
            lines.octets("priv:", element.octets)
            lines.octets("pub:", publicKey)
            return true
        case .dsa, .dh, nil: return false
        }
    }

    /// `RSAPrivateKey` (RFC 8017 appendix A.1.2), perhaps with more than two primes.
    private func writeRSA(to lines: inout KeyLines) -> Bool {
        guard let parts = inner?.children(of: .sequence), (9...10).contains(parts.count) else { return false }
        let numbers = parts[1..<9].compactMap { IntegerParts($0) }
        guard numbers.count == 8 else { return false }
        let others = parts.count == 10 ? parts[9].children(of: .sequence) ?? [] : []
        lines.line("Private-Key: (\(numbers[0].bitCount) bit, \(2 + others.count) primes)")
        let titles = [
            "modulus:", "publicExponent:", "privateExponent:", "prime1:", "prime2:", "exponent1:", "exponent2:",
            "coefficient:",
        ]
        for (title, number) in zip(titles, numbers) { lines.number(title, number) }
        for (index, other) in others.enumerated() {
            let numbers = other.children(of: .sequence)?.compactMap { IntegerParts($0) } ?? []
            guard numbers.count == 3 else { return false }
            for (title, number) in zip(["prime", "exponent", "coefficient"], numbers) {
                lines.number("\(title)\(index + 3):", number)
            }
        }
        return true
    }

    /// `ECPrivateKey` (RFC 5915 §3).
    private func writeEC(to lines: inout KeyLines) -> Bool {
        guard let parts = inner?.children(of: .sequence), parts.count >= 2, parts[1].tag == .octetString else {
            return false
        }
        var parameters = parameters, stated: [UInt8]?
        for part in parts.dropFirst(2) {
            guard let value = part.children?.first else { return false }
            switch part.tag {
            case .contextConstructed(0): parameters = parameters ?? value
            case .contextConstructed(1): stated = BitStringParts(value)?.octets
            default: return false
            }
        }
        guard let parameters, let curve = CurveParts(parameters), let point = stated ?? publicOctets else {
            return false
        }
        lines.line("Private-Key: (\(curve.bitCount) bit)")
        let secret = Array(parts[1].octets.drop { $0 == 0 })
        let width = (curve.bitCount + 7) / 8
        lines.octets("priv:", [UInt8](repeating: 0, count: max(0, width - secret.count)) + secret)
        lines.octets("pub:", point)
        curve.write(names: names, to: &lines)
        return true
    }

    /// The bits of the public key: as they are stated, or computed.
    private var publicOctets: [UInt8]? {
        if let stated = info.publicKey { return stated.bytes.array }
        var octets = info.derEncoded
        let key = try? SigningKey(pkcs8: SecretBytes(taking: &octets))
        return key?.publicKey.info.subjectPublicKey.bytes.array
    }
}
