import LucidDER
public import LucidModel

extension NameTextProblem {
    /// The problem as one sentence, with its place.
    public var sentence: String {
        let place = "at character \(offset + 1): "
        switch reason {
        case .empty: return place + "an attribute such as CN=www.example.test is wanted"
        case .equalsSignMissing(let name): return place + "“\(name.safeToShow)” needs an = and a value behind it"
        case .unknownAttribute(let name):
            return place
                + "no attribute is called “\(name.safeToShow)”; there are \(AttributeNames.usual), the standards' "
                + "long names, and dotted numbers"
        case .valueMissing(let type): return place + "\(AttributeNames.name(of: type)) has no value"
        case .badEscape:
            return place
                + "a backslash stands before one of  \" # + , ; < = > \\ /  or a space, or before two hexadecimal digits"
        case .badHexadecimal: return place + "the hexadecimal digits are no UTF-8 text, or behind # no DER value"
        case .unescaped(let sign): return place + "a backslash is wanted before \(String(sign).safeToShow)"
        case .valueNotAllowed(let type, let allowed):
            return place + "this is no value for \(AttributeNames.name(of: type)); allowed is \(allowed)"
        }
    }
}
