/// Why bytes are not the DER encoding of what was expected: what is wrong, where, and which clause says so.
///
/// The offset counts from the first byte of the input that the cursor was made for. The path grows while the error
/// unwinds through the decoders, so that decoding what is right costs nothing for it.
/// `LucidReport` turns these values into sentences.
public struct DERError: Error, Hashable, Sendable {
    /// What is wrong.
    public let reason: Reason
    /// The offset of the byte that shows it, from the beginning of the input.
    public let offset: Int
    /// The fields around it, from the outermost inwards: `tbsCertificate`, `validity`, `notBefore`.
    public private(set) var path: [PathComponent] = []

    @usableFromInline
    package init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    /// One step of the path: a field's name in its ASN.1 type, or an index in a SEQUENCE OF or SET OF.
    public enum PathComponent: Hashable, Sendable {
        case field(String)
        case index(Int)
    }

    /// The same error, seen from the structure whose field `name` holds it. An empty name adds nothing: for what has no
    /// name of its own in the ASN.1 type, such as the elements of a SEQUENCE OF.
    @usableFromInline
    package consuming func inside(_ name: StaticString) -> DERError {
        if name.utf8CodeUnitCount == 0 { return self }
        path.insert(.field(name.description), at: 0)
        return self
    }

    /// The same error, seen from the list whose element `index` holds it.
    @usableFromInline
    package consuming func inside(index: Int) -> DERError {
        path.insert(.index(index), at: 0)
        return self
    }

    /// The path as one word: `tbsCertificate.extensions[2].extnValue`; empty at the top.
    public var fieldPath: String {
        path.reduce(into: "") { text, component in
            switch component {
            case .field(let name): text += text.isEmpty ? name : ".\(name)"
            case .index(let index): text += "[\(index)]"
            }
        }
    }
}

extension DERError {
    /// What can be wrong with an encoding.
    public enum Reason: Hashable, Sendable {
        // Identifier and length (X.690 §8.1)
        /// The input, or the structure around, ends before the element does; `missing` more bytes are needed.
        case truncated(missing: Int)
        case unexpectedTag(expected: [DERTag], found: DERTag)
        case missingElement(expected: [DERTag])
        case longFormTag
        case indefiniteLength
        case lengthNotMinimal
        case lengthTooLarge
        case trailingBytes(count: Int)
        case nestedTooDeep(limit: Int)
        case inputTooLong(limit: Int)
        // Values
        case booleanNotCanonical(octet: UInt8)
        case wrongContentLength(expected: Int, found: Int)
        case integerEmpty
        case integerNotMinimal
        case integerNegative
        case integerTooLarge(limitBits: Int)
        case bitStringEmpty
        case bitStringUnusedBitsCount(UInt8)
        case bitStringUnusedBitsNotZero
        case bitStringTrailingZeroBits
        case bitStringNotOctets
        case objectIdentifierEmpty
        case objectIdentifierNotMinimal
        case objectIdentifierTruncated
        case objectIdentifierTooLong(limit: Int)
        case characterNotAllowed(type: DERTag, octet: UInt8)
        case stringLengthNotMultiple(type: DERTag, of: Int)
        case stringNotUnicode(type: DERTag)
        case timeMalformed(type: DERTag)
        case timeNotOnCalendar(type: DERTag)
        case timeWithFraction
        case setNotSorted
        case setDuplicate
        case defaultEncoded
        case emptyList
        case tooManyElements(limit: Int)
        // Rules of the structures that the model decodes
        case valueNotAllowed(Rule)
    }

    /// A rule of a standard on a decoded value, beyond X.690: its clause and what it says.
    public struct Rule: Hashable, Sendable {
        /// What is asked for, as a sentence without a full stop.
        public let statement: String
        /// `RFC 5280 §4.1.2.2`.
        public let clause: String

        package init(_ statement: String, _ clause: String) {
            self.statement = statement
            self.clause = clause
        }
    }
}
