extension DERError.Reason {
    /// The clause that the encoding breaks, in the form `X.690 §10.1`.
    public var clause: String {
        switch self {
        case .truncated: "X.690 §8.1.3"
        case .unexpectedTag, .missingElement: "X.690 §8.1.2"
        case .longFormTag: "X.690 §8.1.2.4"
        case .indefiniteLength, .lengthNotMinimal: "X.690 §10.1"
        case .lengthTooLarge: "X.690 §8.1.3.5"
        case .trailingBytes: "X.690 §8.1.1"
        case .nestedTooDeep, .inputTooLong, .tooManyElements: "Lucid's limits"
        case .booleanNotCanonical: "X.690 §11.1"
        case .wrongContentLength: "X.690 §8"
        case .integerEmpty: "X.690 §8.3.1"
        case .integerNotMinimal: "X.690 §8.3.2"
        case .integerNegative, .integerTooLarge: "X.690 §8.3.3"
        case .bitStringEmpty, .bitStringUnusedBitsCount: "X.690 §8.6.2"
        case .bitStringUnusedBitsNotZero: "X.690 §11.2.1"
        case .bitStringTrailingZeroBits: "X.690 §11.2.2"
        case .bitStringNotOctets: "X.690 §8.6.2.2"
        case .objectIdentifierEmpty, .objectIdentifierTruncated, .objectIdentifierNotMinimal, .objectIdentifierTooLong:
            "X.690 §8.19.2"
        case .characterNotAllowed, .stringLengthNotMultiple, .stringNotUnicode: "X.690 §8.23"
        case .timeMalformed(.utcTime): "X.690 §11.8"
        case .timeMalformed, .timeWithFraction: "X.690 §11.7"
        case .timeNotOnCalendar: "X.680 §46"
        case .setNotSorted, .setDuplicate: "X.690 §11.6"
        case .defaultEncoded: "X.690 §11.5"
        case .emptyList: "X.680 §26"
        case .valueNotAllowed(let rule): rule.clause
        }
    }
}
