import LucidDER
import LucidIssuing
import LucidModel
import LucidSignature
import LucidValidation

/// A chain before it is signed, with its CRLs and what is asked about it: what a breakage changes.
struct ChainPlan: Sendable {
    /// From the root, which is trusted, down to the server.
    var links: [Link]
    /// A CRL by every CA, in the order of `links`.
    var lists: [List]
    /// Certificates to leave out of what both verifiers are given, by their place in `links`.
    var withheld: Set<Int> = []
    /// Certificates that both verifiers are given before the chain's own.
    var twins: [Link] = []
    /// What is trusted in place of the root.
    var otherAnchor: Link?
    /// Whom the server's certificate is to be for.
    var host: String
    /// What is asked of policies.
    var policies = PolicyInputs()
    /// The name constraints and policies that the chain has of itself are within this domain and these policies.
    var domain: String
    /// What all names of the chain begin with.
    var organization: [RelativeDistinguishedName]

    /// One certificate.
    struct Link: Sendable {
        /// Links with the same number have the same name: those after the first are roll-overs to another key.
        var entity: Int
        var name: Name
        /// How the certificate writes its issuer's name, perhaps otherwise than the issuer does.
        var issuer: Name
        var info: SubjectPublicKeyInfo
        var key: RingKey
        var signer: RingKey
        var scheme: RingKey.Scheme
        var serialNumber: DERInteger
        var validity: Validity
        var extensions: [Extension]
        /// Changes of fields before the certificate is signed.
        var change: @Sendable (inout TBSCertificate) -> Void = { _ in }
        /// Changes of octets of the signed part, before it is signed.
        var rewrite: @Sendable ([UInt8]) -> [UInt8] = { $0 }
        /// The algorithm that the certificate names outside of its signed part, where that is another.
        var outerAlgorithm: AlgorithmIdentifier?
        var hasBadSignature = false
    }

    /// One CRL.
    struct List: Sendable {
        var contents: RevocationListContents
        var signer: RingKey
        var hasBadSignature = false
        /// Whether both verifiers have to do without it.
        var isWithheld = false
    }

    /// The server's certificate.
    var leaf: Link {
        get { links[links.count - 1] }
        set { links[links.count - 1] = newValue }
    }

    /// The places of the CAs between root and server.
    var authorities: Range<Int> { 1..<links.count - 1 }

    /// The place of a CA between root and server.
    func someAuthority(_ generator: inout SeededGenerator) -> Int { Int.random(in: authorities, using: &generator) }

    /// The place of the CA that issued the server's certificate.
    var lastAuthority: Int { links.count - 2 }

    /// The lists by whoever has the name of the certificate at that place.
    func lists(of index: Int) -> [Int] { lists.indices.filter { links[$0].entity == links[index].entity } }

    /// Gives the name of a link, and of its roll-overs, another value, wherever it is written.
    mutating func rename(_ index: Int, _ name: Name) {
        let entity = links[index].entity
        for place in links.indices {
            if links[place].entity == entity { links[place].name = name }
            let issuer = links[max(place - 1, 0)]
            if issuer.entity == entity { links[place].issuer = name }
        }
        for place in lists(of: index) { lists[place].contents.issuer = name }
    }

    /// Puts a certificate on the lists of its issuer.
    mutating func revoke(_ index: Int, reason: ReasonCode.Reason? = nil) {
        for list in lists(of: max(index - 1, 0)) {
            lists[list].contents.entries.append(
                RevocationEntry(serialNumber: links[index].serialNumber, revokedAt: World.from, reason: reason))
        }
    }
}

extension ChainPlan.Link {
    /// Puts an extension in the place of the one of its kind, or at the end.
    mutating func set(_ value: some CertificateExtension, critical: Bool) {
        let new = Extension(value, critical: critical)
        let place = extensions.firstIndex { $0.extnID == new.extnID }
        if let place { extensions[place] = new } else { extensions.append(new) }
    }

    mutating func remove(_ extnID: ObjectIdentifier) { extensions.removeAll { $0.extnID == extnID } }

    /// Makes an extension critical, or not.
    mutating func setCritical(_ extnID: ObjectIdentifier, _ critical: Bool) {
        for (place, item) in extensions.enumerated() where item.extnID == extnID {
            extensions[place] = Extension(extnID: extnID, critical: critical, extnValue: item.extnValue)
        }
    }

    /// The names that the certificate is for.
    var names: [GeneralName] {
        get { Extensions(extensions).subjectAltName?.names ?? [] }
        set { set(SubjectAltName(names: newValue), critical: name.isEmpty) }
    }
}
