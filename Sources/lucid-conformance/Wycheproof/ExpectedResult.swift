import LucidJSON

/// What should become of a vector.
struct ExpectedResult {
    /// Nil where both is right.
    private let isAccepted: Bool?
    /// For people: what is expected and why.
    let sentence: String

    /// Nil where the vector does not say.
    init?(_ test: JSON, kind: VectorKind) {
        let flags = test["flags"]?.array?.compactMap(\.string) ?? []
        switch test["result"]?.string {
        case "valid":
            isAccepted = true
            sentence = "should be accepted"
        case "invalid":
            isAccepted = false
            sentence = "should be refused (\(flags.joined(separator: ", ")))"
        case "acceptable":
            let rules = AcceptableRule.all.filter { $0.kinds.contains(kind) && flags.contains($0.flag) }
            // Where flags disagree, the one that refuses wins: each of them names a way of being unusual.
            if let rule = rules.first(where: { !$0.isAccepted }) ?? rules.first {
                isAccepted = rule.isAccepted
                sentence = "should be \(rule.isAccepted ? "accepted" : "refused") (\(rule.flag): \(rule.reason))"
            } else {
                isAccepted = nil
                sentence = "may be accepted or refused"
            }
        default: return nil
        }
    }

    enum Judgement: Hashable {
        case right
        case wrong(String)
        case skip(String)
    }

    func judgement(of finding: Finding) -> Judgement {
        switch (finding, isAccepted) {
        case (.wrong(let what), _): .wrong(what)
        case (.declined(let rule), true): .skip(rule)
        case (.accepted, false): .wrong("it is accepted")
        case (.refused(let reason), true): .wrong("it is refused: \(reason)")
        case (.accepted, _), (.refused, _), (.declined, _): .right
        }
    }
}

/// What Lucid makes of the vectors that Wycheproof calls acceptable. Wycheproof leaves it open; Lucid does not, and is
/// held to its rule. A flag that is not in the table leaves it open.
struct AcceptableRule {
    let kinds: Set<VectorKind>
    let flag: String
    let isAccepted: Bool
    let reason: String

    private init(_ kinds: Set<VectorKind>, _ flag: String, accepted isAccepted: Bool, _ reason: String) {
        (self.kinds, self.flag, self.isAccepted, self.reason) = (kinds, flag, isAccepted, reason)
    }

    private static let rsaVerify: Set<VectorKind> = [.rsaPKCS1Verify, .rsaPSSVerify, .rsaPSSWithParametersVerify]
    private static let ecdsa: Set<VectorKind> = [.ecdsaVerify, .ecdsaP1363Verify]

    static let all: [AcceptableRule] = [
        AcceptableRule(
            [.rsaPKCS1Verify], "MissingNull", accepted: false,
            "the DigestInfo has one encoding, with NULL (RFC 8017 §9.2, note 1), and it is compared, not parsed"),
        AcceptableRule(
            rsaVerify.union(ecdsa), "WeakHash", accepted: true,
            "signatures over SHA-1 are verified, because old certificates have them"),
        AcceptableRule(
            [.rsaPKCS1Generate], "WeakHash", accepted: false, "SHA-1 is for verifying; nothing new is signed with it"),
        AcceptableRule(
            rsaVerify.union([.rsaPKCS1Generate]), "SmallModulus", accepted: true,
            "moduli from 1024 bits on are taken; what is long enough is for the verifier's policy to say"),
        AcceptableRule(
            rsaVerify.union([.rsaPKCS1Generate]), "SmallPublicKey", accepted: true,
            "RFC 8017 §3.1 allows exponents from 3 on, and so does Lucid"),
        AcceptableRule(
            [.ecdsaVerify], "MissingZero", accepted: false, "r and s are DER: a missing zero makes them negative"),
        AcceptableRule([.ecdsaVerify], "BerEncodedSignature", accepted: false, "ECDSA-Sig-Value is DER, nothing else"),
        AcceptableRule([.ecdsaVerify], "BER", accepted: false, "ECDSA-Sig-Value is DER, nothing else"),
        AcceptableRule(
            [.eddsaVerify], "SignatureMalleability", accepted: false, "S is below the group's order (RFC 8032 §5.1.7)"),
        AcceptableRule(
            [.primality], "NegativeOfPrime", accepted: false, "primes are natural numbers; Lucid has no negative ones"),
    ]
}
