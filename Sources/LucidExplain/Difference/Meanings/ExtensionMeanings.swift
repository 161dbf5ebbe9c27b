import LucidDER
import LucidModel

// What it means when extensions differ.

extension NodeComparison {
    /// Two values inside of an extension; nil where the field's own sentence says enough.
    func extensionValueWords(_ pair: NodePair) -> DifferenceWords? {
        let clause = pair.a.line.meaning.clause
        switch enclosingExtension {
        case OID.keyUsage: return usageWords(pair)
        case OID.subjectAltName where ListKind.isHost(pair.a) && ListKind.isHost(pair.b):
            return DifferenceWords(
                "The same host with other capitals: clients find it all the same, but the octets differ.",
                "RFC 4343 §2")
        case OID.subjectKeyIdentifier:
            return DifferenceWords(
                "Another name for the key. What the key signed has one of them as its authorityKeyIdentifier, and clients that go by it look for that certificate.",
                clause)
        case OID.authorityKeyIdentifier where pair.field == "keyIdentifier":
            return DifferenceWords(
                "Another key of the issuer's signed, or the issuer calls its key by another name: clients look for another certificate.",
                clause)
        case OID.basicConstraints where pair.field == "pathLenConstraint":
            return DifferenceWords(
                "Below A there may be \(pair.a.words) further CAs, below B \(pair.b.words).", clause)
        case OID.cRLNumber:
            return DifferenceWords(
                "Each list has a higher number than the one before: so it is told which is newer.", clause)
        default: return nil
        }
    }

    /// What bits of keyUsage allow.
    private func usageWords(_ pair: NodePair) -> DifferenceWords? {
        guard let a = pair.a.namedBits, let b = pair.b.namedBits else { return nil }
        func uses(_ bits: Set<Int>) -> String {
            bits.sorted().map { Self.uses.indices.contains($0) ? Self.uses[$0] : "bit \($0)" }.joined(separator: ", ")
        }
        var sentences: [String] = []
        if !b.subtracting(a).isEmpty { sentences.append("B may \(uses(b.subtracting(a))), A may not.") }
        if !a.subtracting(b).isEmpty { sentences.append("A may \(uses(a.subtracting(b))), B may not.") }
        return DifferenceWords(sentences.joined(separator: " "), "RFC 5280 §4.2.1.3")
    }

    /// RFC 5280 §4.2.1.3, the bits from 0 on, as what the key may do.
    private static let uses = [
        "sign data and TLS handshakes (digitalSignature)", "sign what must not be denied (nonRepudiation)",
        "have keys encrypted to it (keyEncipherment)", "have data encrypted to it (dataEncipherment)",
        "agree on keys (keyAgreement)", "sign certificates (keyCertSign)", "sign revocation lists (cRLSign)",
        "only encrypt while agreeing on keys (encipherOnly)", "only decrypt while agreeing on keys (decipherOnly)",
    ]

    /// A part of an extension that only one has; nil where the field's own sentence says enough.
    func extensionPartWords(_ lone: LoneNode) -> DifferenceWords? {
        let (node, owner, other) = (lone.node, lone.owner, lone.other)
        let clause = node.line.meaning.clause
        let value = node.words
        if node.line.meaning.field == "critical" {
            return DifferenceWords(
                "Whoever does not know this extension must refuse \(owner), and may pass over it in \(other).",
                "RFC 5280 §4.2")
        }
        switch enclosingExtension {
        case OID.basicConstraints where node.line.meaning.field == "cA":
            return DifferenceWords("\(owner) may issue certificates, \(other) may not.", clause)
        case OID.basicConstraints where node.line.meaning.field == "pathLenConstraint":
            return DifferenceWords(
                "Below \(owner) there may be \(value) further CAs, below \(other) as many as there are.", clause)
        case OID.extKeyUsage:
            return DifferenceWords("\(owner) may be used for \(value), \(other) may not.", clause)
        case OID.subjectAltName:
            return DifferenceWords("\(owner) is for \(value), \(other) is not.", clause)
        case OID.certificatePolicies where node.line.meaning.asn1.hasPrefix("PolicyInformation"):
            return DifferenceWords("\(owner) was issued under the policy \(value), \(other) was not.", clause)
        case OID.nameConstraints where around.last?.field == "permittedSubtrees":
            return DifferenceWords("\(owner) allows names below \(value), which \(other)'s list does not have.", clause)
        case OID.nameConstraints where around.last?.field == "excludedSubtrees":
            return DifferenceWords("\(owner) forbids names below \(value), \(other) does not.", clause)
        case OID.signedCertificateTimestampList:
            return DifferenceWords(
                "Only \(owner) has a promise of this log. Browsers ask for two or three, of different logs.",
                "RFC 6962 §3.3")
        case OID.authorityInfoAccess, OID.cRLDistributionPoints, OID.freshestCRL, OID.subjectInfoAccess:
            return DifferenceWords(about: node.line, "Only \(owner) names this place.")
        default: return nil
        }
    }

    /// A whole extension that only one has.
    func extensionPresenceWords(_ lone: LoneNode) -> DifferenceWords {
        let (owner, other) = (lone.owner, lone.other)
        let type = lone.node.type
        let known = type.flatMap { ExtensionAbsence.words[$0] }
        let clause =
            known?.clause ?? lone.node.child("extnValue")?.children.first?.line.meaning.clause ?? "RFC 5280 §4.2"
        if let isRequestFirst {
            let sentence =
                lone.isInA == isRequestFirst
                ? "The applicant asked for this, and the CA did not grant it."
                : "The CA added this; the applicant had not asked for it."
            return DifferenceWords(sentence, clause)
        }
        let isCritical = lone.node.child("critical")?.line.value == "TRUE"
        let warning = isCritical ? " It is critical: whoever does not know it must refuse \(owner)." : ""
        guard let known else {
            let own = lone.node.child("extnValue")?.children.first?.line.meaning.sentence ?? ""
            return DifferenceWords("Only \(owner) has this extension. \(own)".trimmedAtEnd + warning, clause)
        }
        return DifferenceWords("Only \(owner) has this extension. \(known.sentence(other))\(warning)", clause)
    }
}

extension ListKind {
    /// Whether a general name is a host's.
    static func isHost(_ node: FieldNode) -> Bool { node.tag == .context(2) }
}
