import LucidDER
import LucidModel

// What it means when names differ (RFC 5280 §7.1).

extension NodeComparison {
    /// Two values of one attribute of a name.
    func attributeLikeness(
        _ pair: NodePair, _ first: DERString, _ second: DERString
    ) -> (Difference.Kind, DifferenceWords) {
        let (a, b) = (pair.a, pair.b)
        guard let attribute = enclosingAttribute, Self.match(attribute) else { return (.value, anotherName) }
        let isOtherType = first.kind != second.kind
        let how =
            first.text == second.text
            ? "The same text as \(a.typeName) in A and as \(b.typeName) in B: \(Self.octetCounts(a, b))."
            : isOtherType
                ? "Texts that differ in capitals, spaces or the like alone, as \(a.typeName) in A and as \(b.typeName) in B."
                : "Only capitals, spaces or the like differ."
        return (isOtherType ? .type : .value, DifferenceWords(how + " " + whatSamenessMeans, "RFC 5280 §7.1"))
    }

    private static func octetCounts(_ a: FieldNode, _ b: FieldNode) -> String {
        a.octets.count == b.octets.count && a.content == b.content
            ? "one octet differs, the tag" : "other octets for the same characters"
    }

    /// What it means that the attribute is the same to RFC 5280 §7.1 and not in its octets.
    private var whatSamenessMeans: String {
        guard let name = enclosingName, Self.namesMatch(name) else {
            return "This part of the name is the same, but others are not."
        }
        switch name.field {
        case "issuer":
            return
                "The name is the same to RFC 5280 §7.1, but not octet for octet: a client that compares octets finds the issuer's certificate for one of the two only."
        case "subject":
            return
                "The name is the same to RFC 5280 §7.1, but not octet for octet: what one of them issued as a CA does not chain to the other where a client compares octets."
        default:
            return
                "The name is the same to RFC 5280 §7.1, but not octet for octet: a client that compares octets takes them for two."
        }
    }

    /// The name as a whole is another one.
    var anotherName: DifferenceWords {
        switch enclosingName?.field {
        case "issuer":
            DifferenceWords(
                "Another issuer: each chains to a certificate with its issuer's name, and to no other.",
                "RFC 5280 §4.1.2.4")
        case "subject":
            DifferenceWords(
                "Another subject: the keys belong to different names.", "RFC 5280 §4.1.2.6")
        default: DifferenceWords("Another name.", "RFC 5280 §7.1")
        }
    }

    /// A step or attribute that only one of two names has.
    func namePartWords(_ lone: LoneNode) -> DifferenceWords {
        DifferenceWords(
            "The name has this part in \(lone.owner) only, so these are different names: they match where all parts do, in the same order.",
            "RFC 5280 §7.1")
    }

    static func namesMatch(_ pair: NodePair) -> Bool {
        guard let a = pair.a.distinguishedName, let b = pair.b.distinguishedName else { return false }
        return a.matches(b)
    }

    /// Whether two attributes would make the same name by themselves.
    private static func match(_ attribute: NodePair) -> Bool {
        func name(_ node: FieldNode) -> Name? {
            let der = DERWriter.encode { name in
                name.sequence { steps in steps.constructed(.set) { $0.append(node.octets) } }
            }
            return try? Name(der: DERBytes(der), "")
        }
        guard let a = name(attribute.a), let b = name(attribute.b) else { return false }
        return a.matches(b)
    }
}
