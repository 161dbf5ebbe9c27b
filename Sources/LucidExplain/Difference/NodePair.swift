import LucidDER
import LucidModel

/// Two parts that belong together.
struct NodePair {
    let a: FieldNode
    let b: FieldNode

    init(_ a: FieldNode, _ b: FieldNode) {
        self.a = a
        self.b = b
    }

    /// The field, as in the ASN.1 type.
    var field: String { a.line.meaning.field.isEmpty ? b.line.meaning.field : a.line.meaning.field }
    var asn1: String { a.line.meaning.asn1 }

    /// Whether they are signatures that can be read, which are told as one and not number by number.
    var isSignature: Bool {
        let isField = ["signatureValue", "signature"].contains(field) && a.tag == .bitString
        return isField && !(a.leaves + b.leaves).contains { $0.isRaw }
    }
}

/// A part that only one of the two structures has.
struct LoneNode {
    let node: FieldNode
    let isInA: Bool

    var owner: String { isInA ? "A" : "B" }
    var other: String { isInA ? "B" : "A" }
}

/// What a difference means, and where the standard says so.
struct DifferenceWords {
    let sentence: String
    let clause: String

    init(_ sentence: String, _ clause: String) {
        self.sentence = sentence
        self.clause = clause
    }

    /// What the field is, where there is nothing more special to say.
    init(about line: ExplainedLine, _ beginning: String = "") {
        let sentence = line.meaning.sentence
        self.init(beginning.isEmpty ? sentence : beginning + " " + sentence, line.meaning.clause)
    }
}

extension FieldNode {
    /// The value of an OBJECT IDENTIFIER.
    var identifier: ObjectIdentifier? {
        var cursor = DERCursor(octets)
        return try? cursor.objectIdentifier("")
    }

    /// The type of an extension or attribute, which stands first in it.
    var type: ObjectIdentifier? { children.first?.identifier }

    /// The text of a string of any type.
    var string: DERString? {
        var cursor = DERCursor(octets)
        return try? cursor.string("")
    }

    var time: DERTime? {
        var cursor = DERCursor(octets)
        return try? cursor.time("")
    }

    /// A Name that can be read.
    var distinguishedName: Name? { try? Name(der: octets, "") }

    /// The bits that are set in a BIT STRING of named bits; nil where it is none.
    var namedBits: Set<Int>? {
        guard content.count > 0, tag == .bitString || isRaw else { return nil }
        var cursor = DERCursor(octets)
        guard let bits = try? cursor.bitString("") else { return nil }
        let octets = bits.bytes.array
        return Set((0..<bits.bitCount).filter { octets[$0 / 8] >> UInt8(7 - $0 % 8) & 1 == 1 })
    }
}
