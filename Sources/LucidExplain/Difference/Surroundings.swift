import LucidDER
import LucidModel

// What stands around the parts that are compared: what a difference means depends on it.

extension NodeComparison {
    /// The extension around, by its type.
    var enclosingExtension: ObjectIdentifier? {
        around.last { $0.asn1.hasPrefix("Extension  ::=") }?.a.type
    }

    /// The name around whose attributes are compared.
    var enclosingName: NodePair? { around.last { ListKind($0.a) == .name } }

    /// The attribute around.
    var enclosingAttribute: NodePair? { around.last { $0.asn1.hasPrefix("AttributeTypeAndValue") } }

    /// Whether the parameters that are compared belong to one algorithm.
    var isOneAlgorithm: Bool {
        guard let algorithm = around.last, let type = algorithm.a.type else { return false }
        return type == algorithm.b.type
    }

    /// Whether a field of this name is around.
    func isInside(_ fields: String...) -> Bool { around.contains { fields.contains($0.field) } }

    /// The signed structure around, with its signed part as first child: of a signature.
    var enclosingSigned: NodePair? {
        around.last { pair in
            ["tbsCertificate", "certificationRequestInfo", "tbsCertList"].contains(pair.a.children.first?.name)
        }
    }
}
