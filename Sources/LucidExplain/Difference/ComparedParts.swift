import LucidDER
import LucidModel

/// The parts of a structure that summaries and mixed comparisons are about, as far as they are there.
struct ComparedParts {
    let kind: Explanation.Kind
    let octets: DERBytes
    let trees: [FieldNode]
    /// The part that is signed: `tbsCertificate`, `certificationRequestInfo`, `tbsCertList`.
    let signed: FieldNode?
    let subject: FieldNode?
    let issuer: FieldNode?
    let key: FieldNode?
    /// The list of extensions; of a request, those that are asked for.
    let extensions: FieldNode?

    init(_ explanation: Explanation) {
        kind = explanation.kind
        octets = explanation.octets
        trees = FieldNode.trees(of: explanation)
        let root = trees.first
        switch explanation.kind {
        case .certificate, .trustedCertificate: signed = root?.child("tbsCertificate")
        case .certificateRequest: signed = root?.child("certificationRequestInfo")
        case .revocationList: signed = root?.child("tbsCertList")
        default: signed = nil
        }
        subject = signed?.child("subject")
        issuer = signed?.child("issuer")
        key =
            explanation.kind == .publicKey
            ? root : signed?.child("subjectPublicKeyInfo") ?? signed?.child("subjectPKInfo")
        let asked = signed?.child("attributes")?.children.first { $0.type == OID.extensionRequest }
        extensions =
            signed?.child("extensions")?.children.first ?? signed?.child("crlExtensions")?.children.first
            ?? asked?.child("values")?.children.first
    }

    /// The extension of a type.
    func `extension`(_ type: ObjectIdentifier) -> FieldNode? { extensions?.children.first { $0.type == type } }

    /// The names of subjectAltName.
    var alternativeNames: [FieldNode] {
        `extension`(OID.subjectAltName)?.descendant("extnValue", "")?.children ?? []
    }

    /// Whether basicConstraints says that it is a CA's.
    var isAuthority: Bool {
        `extension`(OID.basicConstraints)?.descendant("extnValue", "", "cA")?.line.value == "TRUE"
    }

    var validity: FieldNode? { signed?.child("validity") }

    /// Whether the signed part was read to its end, so that what it lacks is not there.
    var hasAllFields: Bool {
        guard let signed, trees.first?.isCutOff == false else { return false }
        return !signed.isCutOff && !signed.children.contains(where: \.isRaw)
    }

    /// What is compared of two structures of different kinds.
    static func note(_ a: Explanation.Kind, _ b: Explanation.Kind) -> String {
        let isWithKey = a == .publicKey || b == .publicKey
        let parts = isWithKey ? "the keys" : "subject, key and extensions"
        return
            "A \(a.title.lowercasedAtStart) and a \(b.title.lowercasedAtStart): \(parts) are compared, which both have; everything else is of one of them alone."
    }
}

extension NodeComparison {
    /// Compares what two structures of different kinds have in common.
    mutating func compareMixed(_ a: ComparedParts, _ b: ComparedParts) {
        if a.kind != .publicKey, b.kind != .publicKey {
            isRequestFirst = a.kind == .certificateRequest
            compare(a.subject, b.subject, named: "subject")
        }
        compare(a.key, b.key, named: "subjectPublicKeyInfo")
        if isRequestFirst != nil { compareExtensions(a.extensions, b.extensions) }
    }

    private mutating func compare(_ a: FieldNode?, _ b: FieldNode?, named name: String) {
        switch (a, b) {
        case (let a?, let b?): a.name.isEmpty ? inside(name) { $0.compare(a, b) } : compare(a, b)
        case (let a?, nil): tell(LoneNode(node: a, isInA: true), among: [])
        case (nil, let b?): tell(LoneNode(node: b, isInA: false), among: [])
        case (nil, nil): break
        }
    }

    private mutating func compareExtensions(_ a: FieldNode?, _ b: FieldNode?) {
        inside("extensions") { comparison in
            if let a, let b { return comparison.compare(a, b) }
            for node in a?.children ?? [] { comparison.tell(LoneNode(node: node, isInA: true), among: []) }
            for node in b?.children ?? [] { comparison.tell(LoneNode(node: node, isInA: false), among: []) }
        }
    }
}
