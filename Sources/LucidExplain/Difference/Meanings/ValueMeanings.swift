import LucidDER
import LucidModel

// What it means when values differ, and when only one structure has a part: by the field and what is around it.

extension NodeComparison {
    func valueWords(_ pair: NodePair) -> DifferenceWords {
        if pair.field == "critical" || enclosingExtension != nil, let words = extensionValueWords(pair) { return words }
        if pair.field == "signatureValue" || pair.field == "signature" && pair.a.tag == .bitString {
            return signatureWords(pair)
        }
        if enclosingName != nil { return anotherName }
        if around.contains(where: { $0.asn1.contains("SubjectPublicKeyInfo") })
            || pair.a.line.meaning.clause.hasPrefix("RFC 8017")
        {
            return keyWords(pair)
        }
        if pair.field == "serialNumber" || isInside("version") { return numberWords(pair) }
        if pair.field == "parameters", !isOneAlgorithm { return parameterWords }
        if pair.field == "algorithm" { return signatureAlgorithmWords(pair) }
        return DifferenceWords(about: pair.a.line)
    }

    private func numberWords(_ pair: NodePair) -> DifferenceWords {
        switch pair.field {
        case "serialNumber":
            DifferenceWords(
                "An issuer gives each certificate a number of its own: these are two certificates, and to revoke one does not revoke the other.",
                "RFC 5280 §4.1.2.2")
        case _ where isInside("tbsCertificate"):
            DifferenceWords(
                "Only version 3 may have extensions; a certificate of version 1 or 2 can not say whether it is a CA's.",
                "RFC 5280 §4.1.2.1")
        default: DifferenceWords(about: pair.a.line)
        }
    }

    // MARK: Signatures

    private func signatureWords(_ pair: NodePair) -> DifferenceWords {
        let clause = pair.a.line.meaning.clause
        guard let signed = enclosingSigned, let a = signed.a.children.first, let b = signed.b.children.first else {
            return DifferenceWords(about: pair.a.line)
        }
        if a.octets != b.octets {
            return DifferenceWords(
                "The signature differs because the signed part differs: one changed bit there changes all of it.",
                clause)
        }
        let algorithm = signed.a.children.dropFirst().first?.type
        let why =
            switch algorithm {
            case let oid? where ExplainedOID.ecdsaSignatures.contains(oid) || ExplainedOID.dsaSignatures.contains(oid):
                "This algorithm usually draws a new random number for each signature (signers that follow RFC 6979 do not), so that both may be right; or another key signed, or one is damaged."
            case OID.rsassaPSS:
                "RSASSA-PSS usually mixes in a new random salt each time, so that both may be right; or another key signed, or one is damaged."
            default:
                "This algorithm makes the same signature from the same octets and key each time: so another key signed, or one is damaged."
            }
        return DifferenceWords(
            "Only the signature differs, the signed part is the same octet for octet. \(why)", clause)
    }

    private func signatureAlgorithmWords(_ pair: NodePair) -> DifferenceWords {
        let weak = [("A", pair.a), ("B", pair.b)].filter { side in
            ["sha1", "SHA1", "md5", "md2"].contains { side.1.line.value.contains($0) }
        }
        let warning =
            weak.isEmpty
            ? ""
            : " \(weak.map(\.0).joined(separator: " and ")) uses a hash that is broken: clients refuse such signatures."
        if isInside("signature", "signatureAlgorithm") {
            return DifferenceWords(
                "The issuer signs with another algorithm.\(warning)", around.last?.a.line.meaning.clause ?? "")
        }
        return DifferenceWords(about: pair.a.line, "Another algorithm.\(warning)")
    }

    /// Of parameters whose algorithms differ.
    private var parameterWords: DifferenceWords {
        DifferenceWords("The parameters go with the algorithm, which is another one.", "RFC 5280 §4.1.1.2")
    }

    // MARK: Keys

    private func keyWords(_ pair: NodePair) -> DifferenceWords {
        let clause = "RFC 5280 §4.1.2.7"
        switch pair.field {
        case "algorithm": return DifferenceWords("Keys of another kind: they have nothing in common.", clause)
        case "parameters" where !isOneAlgorithm: return parameterWords
        case "parameters" where pair.a.tag == .objectIdentifier && pair.b.tag == .sequence,
            "parameters" where pair.a.tag == .sequence && pair.b.tag == .objectIdentifier:
            return DifferenceWords(
                "One names its curve, the other one spells it out in numbers, which is not allowed: with numbers of his own an attacker could choose a weak curve.",
                "RFC 5480 §2.1.1")
        case "parameters" where pair.a.tag == .objectIdentifier:
            return DifferenceWords("Keys on different curves: they have nothing in common.", "RFC 5480 §2.1.1")
        case "publicExponent":
            return DifferenceWords(
                "The exponent that signatures are raised to. With another one it is another key.", "RFC 8017 §3.1")
        case "modulus", "subjectPublicKey":
            return DifferenceWords(
                "Another key: what the owner of A's private key signs does not verify with B's\(Self.sizes(pair)).",
                pair.a.line.meaning.clause)
        default: return DifferenceWords(about: pair.a.line)
        }
    }

    /// `; A has 2048 bits, B 4096`
    private static func sizes(_ pair: NodePair) -> String {
        func bits(_ node: FieldNode) -> Int {
            let number = node.content.drop { $0 == 0 }
            return number.count * 8 - (number.first?.leadingZeroBitCount ?? 0)
        }
        guard pair.field == "modulus", bits(pair.a) != bits(pair.b) else { return "" }
        return "; A has \(bits(pair.a)) bits, B \(bits(pair.b))"
    }

    // MARK: What only one has

    func presenceWords(_ lone: LoneNode) -> DifferenceWords {
        let node = lone.node
        let asn1 = node.line.meaning.asn1
        if asn1.hasPrefix("Extension  ::=") { return extensionPresenceWords(lone) }
        if enclosingExtension != nil || node.line.meaning.field == "critical",
            let words = extensionPartWords(lone)
        {
            return words
        }
        if enclosingName != nil { return namePartWords(lone) }
        if around.last?.field == "revokedCertificates" { return revocationWords(lone) }
        let only = "Only \(lone.owner) has this."
        switch node.line.meaning.field {
        case "parameters" where !isOneAlgorithm: return parameterWords
        case "extensions":
            return DifferenceWords(
                "Only \(lone.owner) has extensions: without them nothing is said about hosts, purposes, and whether it is a CA.",
                "RFC 5280 §4.1.2.9")
        case "version":
            return DifferenceWords(
                "\(lone.other) is of version 1, which has no extensions; \(lone.owner) is not.", "RFC 5280 §4.1.2.1")
        case "revokedCertificates":
            return DifferenceWords("\(lone.other) revokes nothing.", "RFC 5280 §5.1.2.6")
        case "issuerUniqueID", "subjectUniqueID": return DifferenceWords(about: node.line, only)
        default: return DifferenceWords(about: node.line, only)
        }
    }

    private func revocationWords(_ lone: LoneNode) -> DifferenceWords {
        let (owner, other) = (lone.owner, lone.other)
        let sentence =
            switch newerList {
            case owner?: "\(owner) revokes this certificate; \(other), the older list, does not yet."
            case other?:
                "\(owner) revokes this certificate; \(other), the newer list, does not: it was on hold and is released, or it has expired and is told no longer."
            default: "\(owner) revokes this certificate, \(other) does not."
            }
        return DifferenceWords(sentence, "RFC 5280 §5.1.2.6")
    }

    /// The letter of the newer one of two revocation lists of one issuer; nil where there is none, or it can not be told.
    private var newerList: String? {
        guard let list = around.last(where: { $0.field == "tbsCertList" }),
            let first = list.a.child("thisUpdate")?.time?.time, let second = list.b.child("thisUpdate")?.time?.time,
            let issuers = list.a.child("issuer").flatMap({ a in list.b.child("issuer").map { NodePair(a, $0) } }),
            issuers.a.octets == issuers.b.octets || Self.namesMatch(issuers), first != second
        else { return nil }
        return first < second ? "B" : "A"
    }
}
