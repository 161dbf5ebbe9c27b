import LucidDER

/// In what two structures differ: two certificates, requests, revocation lists or public keys; or a request and the certificate that
/// was made from it.
///
/// Parts are paired by their names and not by their places. No octet that differs is passed over: each is in a difference, or is
/// the length of something that has one inside.
public struct StructuralDifference: Sendable {
    /// What was compared. A structure in BER is compared in DER's framing, and these are that form; `notes` say so.
    public let a: Explanation
    public let b: Explanation
    /// Every difference, in the order of the first structure.
    public let differences: [Difference]
    /// What the two are to each other.
    public let summary: DifferenceSummary
    /// What there is to say about the comparison, a sentence each.
    public let notes: [String]

    /// Whether there is no difference: the octets are the same, or, of a request and a certificate, what both have.
    public var isSame: Bool { differences.isEmpty }

    /// Compares two structures; throws where they have nothing to compare, or may hold secrets.
    public init(_ a: Explanation, _ b: Explanation) throws(DifferenceProblem) {
        try DifferenceProblem.check(a.kind, b.kind)
        let (first, second) = (DefiniteExplanation(a), DefiniteExplanation(b))
        (self.a, self.b) = (first.explanation, second.explanation)
        var comparison = NodeComparison()
        let (left, right) = (ComparedParts(self.a), ComparedParts(self.b))
        if DifferenceProblem.isOneKind(a.kind, b.kind) {
            if a.octets != b.octets, first.isBER || second.isBER { comparison.add(first.framing, second.framing) }
            comparison.compare(parts: left.trees, right.trees, of: nil)
            // Nothing is known to come here. But if anything does, it is not passed over.
            if comparison.differences.isEmpty, self.a.octets != self.b.octets {
                comparison.addWhole(self.a, self.b)
            }
            notes = [(first, "A"), (second, "B")].flatMap { side, letter in side.notes.map { "\(letter): \($0)" } }
        } else {
            comparison.compareMixed(left, right)
            notes = [ComparedParts.note(a.kind, b.kind)]
        }
        differences = comparison.differences
        summary = DifferenceSummary(left, right, differences)
    }
}

/// Why two structures are not compared.
public enum DifferenceProblem: Error, Hashable, Sendable {
    /// One of them is a private key, or may hold one.
    case secret(Explanation.Kind)
    /// One of them is encrypted: nothing can be said about what is inside.
    case encrypted(Explanation.Kind)
    /// They have nothing in common that could be compared.
    case differentKinds(Explanation.Kind, Explanation.Kind)

    /// What is wrong and what to do, a sentence.
    public var sentence: String {
        switch self {
        case .secret(let kind):
            "\(kind.title): what may hold a private key is not compared, so that no secret number is shown; lucid key match tells whether a key belongs to a certificate"
        case .encrypted(let kind):
            "\(kind.title): what is encrypted can not be compared; lucid key decrypt opens a key"
        case .differentKinds(let a, let b):
            "a \(a.title.lowercasedAtStart) and a \(b.title.lowercasedAtStart) have no parts in common; give two structures of one kind, or two of a certificate, a request and a public key"
        }
    }

    /// What speaks against comparing a structure of a kind with any other; nil where nothing does.
    public static func ofKind(_ kind: Explanation.Kind) -> DifferenceProblem? {
        if kind.mayBeSecret { return .secret(kind) }
        return kind == .encryptedPrivateKey || kind == .encryptedOctets ? .encrypted(kind) : nil
    }

    static func check(_ a: Explanation.Kind, _ b: Explanation.Kind) throws(DifferenceProblem) {
        for kind in [a, b] { if let problem = ofKind(kind) { throw problem } }
        let mixed: Set<Explanation.Kind> = [.certificate, .trustedCertificate, .certificateRequest, .publicKey]
        guard isOneKind(a, b) || mixed.contains(a) && mixed.contains(b) else { throw .differentKinds(a, b) }
    }

    /// A certificate with OpenSSL's remarks behind it is a certificate.
    static func isOneKind(_ a: Explanation.Kind, _ b: Explanation.Kind) -> Bool {
        let certificates: Set<Explanation.Kind> = [.certificate, .trustedCertificate]
        return a == b || certificates.contains(a) && certificates.contains(b)
    }
}

extension String {
    /// `Certificate` as it stands within a sentence; `OCSP response` stays.
    var lowercasedAtStart: String {
        dropFirst().first?.isLowercase == true ? prefix(1).lowercased() + dropFirst() : self
    }
}

/// An explanation in DER's framing, and how the original was framed.
private struct DefiniteExplanation {
    let explanation: Explanation
    let isBER: Bool
    let notes: [String]
    /// The original, with what its framing is.
    let framing: Difference.Side

    init(_ original: Explanation) {
        let definite = (try? BER.definiteForm(of: original.octets)).flatMap { $0 }
        isBER = definite != nil || !original.notes.isEmpty
        explanation = definite.map { Explanation(DERBytes($0), as: original.kind) } ?? original
        let irregular = definite == nil ? [] : LengthForms.irregular(in: original.octets)
        var value = isBER ? "BER" : "DER"
        if let first = irregular.first {
            let others = irregular.count == 1 ? "" : ", and at \(irregular.count - 1) more"
            value +=
                ": a length that is indefinite or longer than need be, or a string in pieces, at byte \(first)\(others)"
        }
        framing = Difference.Side(path: "", octets: original.octets, type: "", value: value, isReadable: true)
        notes =
            definite == nil
            ? original.notes : ["It is BER (X.690 §8), and compared in DER's framing; offsets are those of that form."]
    }
}

extension NodeComparison {
    /// That at least one of the structures is framed as BER allows and DER does not.
    fileprivate mutating func add(_ a: Difference.Side, _ b: Difference.Side) {
        let words = DifferenceWords(
            "At least one is not DER: lengths or strings are written in a way that DER does not allow. Strict readers refuse it, and a signature is over these octets. What follows compares both in DER's framing.",
            "X.690 §10.1")
        add(.encoding, "", a, b, words)
    }

    /// That the octets differ, and no more.
    fileprivate mutating func addWhole(_ a: Explanation, _ b: Explanation) {
        let sides = [a, b].map {
            Difference.Side(path: "", octets: $0.octets, type: "", value: "\($0.octets.count) octets", isReadable: true)
        }
        add(.encoding, "", sides[0], sides[1], DifferenceWords("The octets differ.", "X.690 §8.1"))
    }
}
