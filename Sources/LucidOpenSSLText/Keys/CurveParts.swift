import LucidDER
import LucidObjectNames

/// The curve of a key: a name, or the numbers that make it (SEC 1 appendix C.2).
struct CurveParts {
    private enum Kind {
        case named(ObjectIdentifier, NamedCurves.Curve)
        case explicit(ExplicitCurve)
    }

    private let kind: Kind

    init?(_ parameters: BERElement) {
        if let identifier = ObjectIdentifier(parameters) {
            guard let curve = NamedCurves.all[identifier] else { return nil }
            kind = .named(identifier, curve)
        } else {
            guard let curve = ExplicitCurve(parameters) else { return nil }
            kind = .explicit(curve)
        }
    }

    /// The length of the base point's order in bits.
    var bitCount: Int {
        switch kind {
        case .named(_, let curve): curve.bitCount
        case .explicit(let curve): curve.order.bitCount
        }
    }

    private var coordinateByteCount: Int {
        switch kind {
        case .named(_, let curve): curve.coordinateByteCount
        case .explicit(let curve): curve.coordinateByteCount
        }
    }

    /// A point as OpenSSL prints it; nil where the octets are none. A compressed point stays as it is.
    func point(_ octets: [UInt8]) -> [UInt8]? {
        switch (octets.first, octets.count) {
        case (0, 1): return octets
        case (4, 1 + 2 * coordinateByteCount), (6, 1 + 2 * coordinateByteCount), (7, 1 + 2 * coordinateByteCount):
            return octets
        case (2, 1 + coordinateByteCount), (3, 1 + coordinateByteCount): return octets
        default: return nil
        }
    }

    func write(names: ObjectNames, to lines: inout KeyLines) {
        switch kind {
        case .named(let identifier, let curve):
            lines.line("ASN1 OID: " + names.short(identifier))
            if let name = curve.nistName { lines.line("NIST CURVE: " + name) }
        case .explicit(let curve): curve.write(to: &lines)
        }
    }
}

/// A curve that is told by its numbers.
///
///     ECParameters ::= SEQUENCE {
///         version INTEGER, fieldID FieldID, curve Curve, base ECPoint, order INTEGER, cofactor INTEGER OPTIONAL }
///     Curve ::= SEQUENCE { a FieldElement, b FieldElement, seed BIT STRING OPTIONAL }
struct ExplicitCurve {
    let isPrimeField: Bool
    /// The prime, or the polynomial.
    let field: IntegerParts
    /// `tpBasis` or `ppBasis` for a field of characteristic two.
    let basis: String
    let a: IntegerParts, b: IntegerParts
    let seed: [UInt8]?
    let base: [UInt8]
    let order: IntegerParts
    let cofactor: IntegerParts?

    init?(_ element: BERElement) {
        guard let parts = element.children(of: .sequence), (5...6).contains(parts.count),
            let field = parts[1].children(of: .sequence), field.count == 2,
            let fieldType = ObjectIdentifier(field[0]), let curve = parts[2].children(of: .sequence),
            (2...3).contains(curve.count), curve[0].tag == .octetString, curve[1].tag == .octetString,
            parts[3].tag == .octetString, let order = IntegerParts(parts[4])
        else { return nil }
        a = IntegerParts(magnitude: curve[0].octets)
        b = IntegerParts(magnitude: curve[1].octets)
        seed = curve.count == 3 ? BitStringParts(curve[2])?.octets : nil
        base = Array(parts[3].octets)
        self.order = order
        cofactor = parts.count == 6 ? IntegerParts(parts[5]) : nil
        switch fieldType {
        case ObjectIdentifier(1, 2, 840, 10045, 1, 1):
            guard let prime = IntegerParts(field[1]) else { return nil }
            (isPrimeField, self.field, basis) = (true, prime, "")
        case ObjectIdentifier(1, 2, 840, 10045, 1, 2):
            guard let (polynomial, basis) = Self.binaryField(field[1]) else { return nil }
            (isPrimeField, self.field, self.basis) = (false, polynomial, basis)
        default: return nil
        }
    }

    /// `Characteristic-two ::= SEQUENCE { m INTEGER, basis OBJECT IDENTIFIER, parameters ANY }`: the polynomial's bits.
    private static func binaryField(_ element: BERElement) -> (IntegerParts, String)? {
        guard let parts = element.children(of: .sequence), parts.count == 3, let degree = IntegerParts(parts[0])?.small,
            (1...1024).contains(degree), let basis = ObjectIdentifier(parts[1])
        else { return nil }
        let isTrinomial = basis == ObjectIdentifier(1, 2, 840, 10045, 1, 2, 3, 2)
        guard isTrinomial || basis == ObjectIdentifier(1, 2, 840, 10045, 1, 2, 3, 3) else { return nil }
        let elements = isTrinomial ? [parts[2]] : parts[2].children(of: .sequence) ?? []
        let exponents = elements.compactMap { IntegerParts($0)?.small }
        guard exponents.count == (isTrinomial ? 1 : 3), exponents.allSatisfy({ (1..<degree).contains($0) }) else {
            return nil
        }
        var octets = [UInt8](repeating: 0, count: degree / 8 + 1)
        for exponent in [0, degree] + exponents {
            octets[octets.count - 1 - exponent / 8] |= 1 << UInt8(exponent % 8)
        }
        return (IntegerParts(magnitude: octets), isTrinomial ? "tpBasis" : "ppBasis")
    }

    /// The length of a coordinate in octets.
    var coordinateByteCount: Int { ((isPrimeField ? field.bitCount : field.bitCount - 1) + 7) / 8 }

    func write(to lines: inout KeyLines) {
        lines.line("Field Type: " + (isPrimeField ? "prime-field" : "characteristic-two-field"))
        if !isPrimeField { lines.line("Basis Type: " + basis) }
        lines.number(isPrimeField ? "Prime:" : "Polynomial:", field)
        lines.number("A:   ", a)
        lines.number("B:   ", b)
        let form = base.first == 2 || base.first == 3 ? "compressed" : base.first == 4 ? "uncompressed" : "hybrid"
        lines.octets("Generator (\(form)):", base)
        lines.number("Order: ", order)
        if let cofactor { lines.number("Cofactor: ", cofactor) }
        if let seed { lines.octets("Seed:", seed) }
    }
}
