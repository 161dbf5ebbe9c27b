import LucidCrypto
import LucidDER
public import LucidModel
public import LucidObjectNames
import LucidSignature

/// A public key as `pkey -pubin -text_pub` prints it, and `x509 -text`.
public struct PublicKeyText {
    let info: KeyInfoParts
    let names: ObjectNames

    /// nil where OpenSSL would not read the structure; whether it can read the key shows when it is written.
    public init?(_ info: SubjectPublicKeyInfo, names: ObjectNames = ObjectNames()) {
        guard let element = BERElement(whole: info.derEncoded), let parts = KeyInfoParts(element) else { return nil }
        self.init(parts, names: names)
    }

    init(_ info: KeyInfoParts, names: ObjectNames) {
        self.info = info
        self.names = names
    }

    /// Appends the text, each line indented. Returns false, and appends nothing, where the key is one that OpenSSL can not read.
    public func write(indent: Int = 0, to output: inout TextOutput) -> Bool {
        var lines = KeyLines(indent: indent)
        guard isWritten(to: &lines) else { return false }
        output.put(octets: lines.output.octets)
        return true
    }

    /// In certificates and requests there is a line for keys that can not be read.
    func writeOrSayUnable(indent: Int, to output: inout TextOutput) {
        if write(indent: indent, to: &output) { return }
        output.indent(indent - 4)
        output.put("Unable to load Public Key\n")
    }

    private func isWritten(to lines: inout KeyLines) -> Bool {
        let parameters = info.algorithm.parameters
        switch KeyKind(info.algorithm.identifier) {
        case .rsa: return writeRSA(to: &lines)
        case .rsaPSS:
            guard writeRSA(to: &lines) else { return false }
            return PSSRestrictionText.write(parameters, to: &lines)
        case .ec: return writeEC(to: &lines)
        case .dsa:
            guard let key = integer, let group = DSAParameters(parameters) else { return false }
            lines.line("Public-Key: (\(group.prime.bitCount) bit)")
            lines.number("pub: ", key)
            group.write(to: &lines)
            return true
        case .dh(let isX942):
            guard let key = integer, let group = DHParameters(parameters, isX942: isX942) else { return false }
            lines.line("DH Public-Key: (\(group.prime.bitCount) bit)")
            lines.number("public-key:", key)
            group.write(to: &lines)
            return true
        case .octets(let name, let count):
            guard parameters == nil, info.key.octets.count == count else { return false }
            lines.line("\(name) Public-Key:")
            lines.octets("pub:", info.key.octets)
            return true
        case nil: return false
        }
    }

    /// The number that the key's bits are, for algorithms with such keys.
    var integer: IntegerParts? {
        BERElement(info.key.octets, at: 0, end: info.key.octets.count).flatMap { IntegerParts($0) }
    }

    /// `RSAPublicKey` (RFC 8017 appendix A.1.1).
    var rsaNumbers: (modulus: IntegerParts, exponent: IntegerParts)? {
        let octets = info.key.octets
        guard let parts = BERElement(octets, at: 0, end: octets.count)?.children(of: .sequence), parts.count == 2,
            IntegerParts(parts[0]) != nil, IntegerParts(parts[1]) != nil
        else { return nil }
        // OpenSSL takes a number without the zero octet that says "not negative" for what it must be.
        return (IntegerParts(magnitude: parts[0].octets), IntegerParts(magnitude: parts[1].octets))
    }

    private func writeRSA(to lines: inout KeyLines) -> Bool {
        guard let (modulus, exponent) = rsaNumbers else { return false }
        lines.line("Public-Key: (\(modulus.bitCount) bit)")
        lines.number("Modulus:", modulus)
        lines.number("Exponent:", exponent)
        return true
    }

    private func writeEC(to lines: inout KeyLines) -> Bool {
        guard let parameters = info.algorithm.parameters, let curve = CurveParts(parameters),
            let point = curve.point(info.key.octets), isOnCurve
        else { return false }
        lines.line("Public-Key: (\(curve.bitCount) bit)")
        lines.octets("pub:", point)
        curve.write(names: names, to: &lines)
        return true
    }

    /// Whether the point lies on its curve, as far as Lucid knows the curve.
    private var isOnCurve: Bool {
        guard let identifier = info.algorithm.parameters.flatMap({ ObjectIdentifier($0) }),
            let curve = NamedCurve(identifier)
        else { return true }
        return (try? ECPublicKey(curve: curve, sec1: info.key.octets.span)) != nil
    }
}

/// The kinds of keys that OpenSSL prints.
enum KeyKind {
    case rsa, rsaPSS, ec, dsa
    case dh(isX942: Bool)
    /// Keys that are a row of octets.
    case octets(String, count: Int)

    init?(_ identifier: ObjectIdentifier) {
        switch identifier {
        case OID.rsaEncryption, ObjectIdentifier(2, 5, 8, 1, 1): self = .rsa
        case OID.rsassaPSS: self = .rsaPSS
        case OID.ecPublicKey, ObjectIdentifier(1, 2, 156, 10197, 1, 301): self = .ec
        case ObjectIdentifier(1, 2, 840, 10040, 4, 1), ObjectIdentifier(1, 3, 14, 3, 2, 12): self = .dsa
        case ObjectIdentifier(1, 2, 840, 113549, 1, 3, 1): self = .dh(isX942: false)
        case ObjectIdentifier(1, 2, 840, 10046, 2, 1): self = .dh(isX942: true)
        case OID.ed25519: self = .octets("ED25519", count: 32)
        case ObjectIdentifier(1, 3, 101, 113): self = .octets("ED448", count: 57)
        case ObjectIdentifier(1, 3, 101, 110): self = .octets("X25519", count: 32)
        case ObjectIdentifier(1, 3, 101, 111): self = .octets("X448", count: 56)
        default: return nil
        }
    }
}
