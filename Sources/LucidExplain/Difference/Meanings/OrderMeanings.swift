// What it means when the same parts stand in another order.

extension NodeComparison {
    func orderWords(_ kind: ListKind, of pair: NodePair) -> DifferenceWords {
        switch kind {
        case .name:
            return DifferenceWords(
                "The same parts stand in another order. In names the order counts: these are different names.",
                "RFC 5280 §7.1")
        case .attributesOfName:
            return DifferenceWords(
                "The attributes of one step stand in another order: the name is the same, but DER sorts them by their octets, and one of the two has not.",
                "X.690 §11.6")
        case .fields, .inOrder:
            return DifferenceWords("The same parts stand in another order.", "X.690 §8.9")
        case .byFirstPart where pair.asn1.contains("OF Extension"):
            return DifferenceWords(
                "The same extensions stand in another order. It says nothing, but it is signed: the octets differ.",
                "RFC 5280 §4.2")
        case .byFirstPart, .generalNames, .set, .places, .timestamps:
            return DifferenceWords(
                "The same entries stand in another order. It says nothing, but the octets differ.",
                pair.a.line.meaning.clause)
        }
    }
}
