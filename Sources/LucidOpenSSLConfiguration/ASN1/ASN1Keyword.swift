import LucidDER

/// The words of openssl's language for ASN.1 values: ASN1_generate_nconf(3).
enum ASN1Keyword {
    /// A type; a value may follow.
    case type(ASN1Type)
    /// What alters the tagging of the type behind it.
    case implicit, explicit, octetWrap, sequenceWrap, setWrap, bitWrap
    /// How the value is written.
    case format

    /// From a word in letters of either case.
    init?(_ word: String) {
        guard let keyword = Self.all[word.uppercased()] else { return nil }
        self = keyword
    }

    private static let all: [String: ASN1Keyword] = [
        "BOOL": .type(.boolean), "BOOLEAN": .type(.boolean), "NULL": .type(.null),
        "INT": .type(.integer), "INTEGER": .type(.integer),
        "ENUM": .type(.enumerated), "ENUMERATED": .type(.enumerated),
        "OID": .type(.object), "OBJECT": .type(.object),
        "UTCTIME": .type(.utcTime), "UTC": .type(.utcTime),
        "GENERALIZEDTIME": .type(.generalizedTime), "GENTIME": .type(.generalizedTime),
        "OCT": .type(.octetString), "OCTETSTRING": .type(.octetString),
        "BITSTR": .type(.bitString), "BITSTRING": .type(.bitString),
        "UNIVERSALSTRING": .type(.string(.universalString, StringMask.universal)),
        "UNIV": .type(.string(.universalString, StringMask.universal)),
        "IA5": .type(.string(.ia5String, StringMask.ia5)),
        "IA5STRING": .type(.string(.ia5String, StringMask.ia5)),
        "UTF8": .type(.string(.utf8String, StringMask.utf8)),
        "UTF8STRING": .type(.string(.utf8String, StringMask.utf8)),
        "BMP": .type(.string(.bmpString, StringMask.bmp)),
        "BMPSTRING": .type(.string(.bmpString, StringMask.bmp)),
        "VISIBLESTRING": .type(.string(.visibleString, StringMask.visible)),
        "VISIBLE": .type(.string(.visibleString, StringMask.visible)),
        "PRINTABLESTRING": .type(.string(.printableString, StringMask.printable)),
        "PRINTABLE": .type(.string(.printableString, StringMask.printable)),
        "T61": .type(.string(.teletexString, StringMask.teletex)),
        "T61STRING": .type(.string(.teletexString, StringMask.teletex)),
        "TELETEXSTRING": .type(.string(.teletexString, StringMask.teletex)),
        "GENERALSTRING": .type(.string(DERTag(octet: 0x1b), StringMask.general)),
        "GENSTR": .type(.string(DERTag(octet: 0x1b), StringMask.general)),
        "NUMERIC": .type(.string(.numericString, StringMask.numeric)),
        "NUMERICSTRING": .type(.string(.numericString, StringMask.numeric)),
        "SEQUENCE": .type(.sequence), "SEQ": .type(.sequence), "SET": .type(.set),
        "EXP": .explicit, "EXPLICIT": .explicit, "IMP": .implicit, "IMPLICIT": .implicit,
        "OCTWRAP": .octetWrap, "SEQWRAP": .sequenceWrap, "SETWRAP": .setWrap, "BITWRAP": .bitWrap,
        "FORM": .format, "FORMAT": .format,
    ]
}

/// The types of the language.
enum ASN1Type {
    case boolean, null, integer, enumerated, object, utcTime, generalizedTime, octetString, bitString
    /// A character string: its tag, and its bit among those of `StringMask`.
    case string(DERTag, UInt32)
    /// The elements stand in a section.
    case sequence, set
}
