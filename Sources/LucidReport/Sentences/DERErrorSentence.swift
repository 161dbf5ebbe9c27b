public import LucidDER

extension DERError {
    /// The error as one sentence: what, in which field, at which byte, by which clause.
    public var sentence: String {
        let field = fieldPath.isEmpty ? "" : " in \(fieldPath)"
        return "\(reason.statement)\(field), at byte \(offset) (\(reason.clause))"
    }
}

extension DERError.Reason {
    /// What is wrong, without the place.
    var statement: String {
        switch self {
        case .truncated(let missing): "the data ends \(counted(missing, "byte")) too early"
        case .unexpectedTag(let expected, let found): "found \(found) where \(Self.list(expected)) should be"
        case .missingElement(let expected): "\(Self.list(expected)) is missing"
        case .longFormTag: "a tag number above 30, which no certificate has"
        case .indefiniteLength: "an indefinite length, which DER forbids"
        case .lengthNotMinimal: "a length written with more octets than needed"
        case .lengthTooLarge: "a length of more than four octets"
        case .trailingBytes(let count): "\(counted(count, "byte")) left over after the end"
        case .nestedTooDeep(let limit): "nested more than \(limit) levels deep"
        case .inputTooLong(let limit): "longer than \(limit >> 20) MiB"
        case .booleanNotCanonical(let octet): "a BOOLEAN of \(Self.octet(octet)); it must be 00 or FF"
        case .wrongContentLength(let expected, let found):
            "\(counted(found, "byte")) of content where there should be \(expected)"
        case .integerEmpty: "an INTEGER without content"
        case .integerNotMinimal: "an INTEGER written with more octets than needed"
        case .integerNegative: "a negative INTEGER"
        case .integerTooLarge(let limit): "an INTEGER of more than \(limit) bits"
        case .bitStringEmpty: "a BIT STRING without content"
        case .bitStringUnusedBitsCount(let count): "a BIT STRING with \(count) unused bits"
        case .bitStringUnusedBitsNotZero: "a BIT STRING whose unused bits are not zero"
        case .bitStringTrailingZeroBits: "a list of named bits that ends with zero bits"
        case .bitStringNotOctets: "a BIT STRING that is no whole number of octets"
        case .objectIdentifierEmpty: "an OBJECT IDENTIFIER without content"
        case .objectIdentifierNotMinimal: "an OBJECT IDENTIFIER with a number written with more octets than needed"
        case .objectIdentifierTruncated: "an OBJECT IDENTIFIER that ends in the middle of a number"
        case .objectIdentifierTooLong(let limit): "an OBJECT IDENTIFIER of more than \(limit) octets"
        case .characterNotAllowed(let type, let octet):
            "a \(type) with the character \(Self.octet(octet)), which it may not hold"
        case .stringLengthNotMultiple(let type, let multiple): "a \(type) whose length is no multiple of \(multiple)"
        case .stringNotUnicode(let type): "a \(type) that is no valid Unicode text"
        case .timeMalformed(.utcTime): "a UTCTime that is not YYMMDDhhmmssZ"
        case .timeMalformed(let type): "a \(type) that is not YYYYMMDDhhmmssZ"
        case .timeNotOnCalendar(let type): "a \(type) with a day or time of day that does not exist"
        case .timeWithFraction: "a GeneralizedTime with fractions of a second"
        case .setNotSorted: "a SET OF whose elements are not in ascending order"
        case .setDuplicate: "a SET OF with the same element twice"
        case .defaultEncoded: "a default value that is written out"
        case .emptyList: "an empty list where one element at least is needed"
        case .tooManyElements(let limit): "more than \(limit) elements"
        case .valueNotAllowed(let rule): "the rule is broken that \(rule.statement)"
        }
    }

    private static func list(_ tags: [DERTag]) -> String {
        switch tags.count {
        case 0, 1: tags.first?.description ?? "nothing"
        case 2...4: tags.dropLast().map(\.description).joined(separator: ", ") + " or " + (tags.last?.description ?? "")
        default: "one of " + tags.map(\.description).joined(separator: ", ")
        }
    }

    private static func octet(_ octet: UInt8) -> String { hexadecimal([octet]).uppercased() }
}
