import LucidDER
import LucidModel
import LucidSignature

/// Who of some certificates issued whom, and what speaks for it. Simple facts, each looked at by itself; whether a path is to be
/// trusted is the verifier's to say.
struct ChainFacts {
    /// A fact, whether it holds, and where the standard asks for it.
    struct Check {
        let holds: Bool
        let sentence: String
        let clause: String
    }

    /// One certificate in its place.
    struct Node {
        /// Its number among the certificates that were given.
        let index: Int
        let certificate: Certificate
        /// How many issuers stand above it.
        var depth = 0
        /// The number of the certificate whose key signed it; nil where that is not among them, or is itself.
        var issuer: Int?
        /// Whether its own key signed it.
        let isSelfSigned: Bool
        /// What speaks for the issuer, or for its own signature.
        var checks: [Check] = []
    }

    /// Issuers first, each followed by what it issued.
    let nodes: [Node]

    /// - Parameter certificates: with the number that each is known by, in any order.
    init(_ certificates: [(index: Int, certificate: Certificate)]) {
        var found = certificates.map { index, certificate in
            Node(index: index, certificate: certificate, isSelfSigned: Self.isSelfSigned(certificate))
        }
        for place in found.indices where !found[place].isSelfSigned {
            found[place].issuer = Self.issuer(of: found[place], among: found)
        }
        for place in found.indices where found[place].isSelfSigned || Self.isLoop(found, from: place) {
            found[place].issuer = nil
        }
        nodes = Self.inOrder(found).map { node in
            var node = node
            let issuer = found.first { $0.index == node.issuer }?.certificate
            node.checks =
                if let issuer { Self.checks(node.certificate, issuer) } else { Self.checksAlone(node) }
            return node
        }
    }

    private static func isSelfSigned(_ certificate: Certificate) -> Bool {
        certificate.isSelfIssued && holds(certificate, by: certificate)
    }

    private static func holds(_ certificate: Certificate, by issuer: Certificate) -> Bool {
        (try? certificate.checkSignature(signer: issuer.subjectPublicKeyInfo)) != nil
    }

    /// Among those with the issuer's name the one whose key verifies the signature; where none does, the first of that name, so
    /// that the diagram can show what does not hold.
    private static func issuer(of node: Node, among nodes: [Node]) -> Int? {
        let named = nodes.filter { $0.index != node.index && $0.certificate.subject.matches(node.certificate.issuer) }
        return (named.first { holds(node.certificate, by: $0.certificate) } ?? named.first)?.index
    }

    /// Two CAs can have signed each other; then the first of the circle is drawn without its issuer.
    private static func isLoop(_ nodes: [Node], from place: Int) -> Bool {
        var next = nodes[place].issuer
        for _ in nodes {
            guard let index = next else { return false }
            if index == nodes[place].index { return true }
            next = nodes.first { $0.index == index }?.issuer
        }
        return false
    }

    private static func inOrder(_ nodes: [Node]) -> [Node] {
        var ordered: [Node] = []
        // Those to come, the next one last: a chain may be as long as it likes without a call for each of its steps.
        var open = nodes.filter { $0.issuer == nil }.reversed().map { ($0, 0) }
        while let (node, depth) = open.popLast() {
            var node = node
            node.depth = depth
            ordered.append(node)
            open += nodes.filter { $0.issuer == node.index }.reversed().map { ($0, depth + 1) }
        }
        return ordered
    }

    // MARK: Checks

    private static func checks(_ certificate: Certificate, _ issuer: Certificate) -> [Check] {
        var checks = [
            Check(
                holds: certificate.issuer.matches(issuer.subject),
                sentence: "its issuer is the subject above", clause: "RFC 5280 §6.1.3(a)(4)")
        ]
        checks.append(keyIdentifiers(certificate, issuer))
        checks.append(signature(certificate, by: issuer, "the key above"))
        let isCA = issuer.extensions.basicConstraints?.cA == true
        checks.append(
            Check(
                holds: isCA, sentence: isCA ? "the one above is a CA" : "the one above is no CA",
                clause: "RFC 5280 §6.1.4(k)"))
        if let usage = issuer.extensions.keyUsage {
            let maySign = usage.contains(.keyCertSign)
            checks.append(
                Check(
                    holds: maySign,
                    sentence: maySign
                        ? "the key above may sign certificates" : "the key above may not sign certificates",
                    clause: "RFC 5280 §6.1.4(n)"))
        }
        return checks
    }

    private static func signature(_ certificate: Certificate, by issuer: Certificate, _ key: String) -> Check {
        let holds = holds(certificate, by: issuer)
        let name = certificate.signatureAlgorithm.algorithm.nameOrNumbers
        return Check(
            holds: holds,
            sentence: holds
                ? "\(key) verifies its signature (\(name))" : "\(key) does not verify its signature (\(name))",
            clause: "RFC 5280 §6.1.3(a)(1)")
    }

    private static func keyIdentifiers(_ certificate: Certificate, _ issuer: Certificate) -> Check {
        let clause = "RFC 5280 §4.2.1.1"
        guard let wanted = certificate.extensions.authorityKeyIdentifier?.keyIdentifier,
            let found = issuer.extensions.subjectKeyIdentifier?.keyIdentifier
        else { return Check(holds: true, sentence: "no key identifiers to compare", clause: clause) }
        return wanted == found
            ? Check(holds: true, sentence: "the key identifiers are equal", clause: clause)
            : Check(holds: false, sentence: "the key identifiers differ", clause: clause)
    }

    private static func checksAlone(_ node: Node) -> [Check] {
        guard !node.isSelfSigned else {
            return [signature(node.certificate, by: node.certificate, "its own key")]
        }
        return [
            Check(
                holds: false, sentence: "its issuer is not among these certificates", clause: "RFC 5280 §6.1.3(a)(4)")
        ]
    }
}

extension ChainFacts.Node {
    /// The part that it has in a chain.
    var role: String {
        let isCA = certificate.extensions.basicConstraints?.cA == true
        if isSelfSigned { return isCA ? "self-signed root" : "self-signed certificate" }
        return isCA ? "intermediate" : "leaf"
    }

    /// `valid until 2027-01-01`, or why it is not.
    func validity(at time: CalendarTime?) -> (holds: Bool, sentence: String) {
        let (start, end) = (certificate.validity.notBefore.time, certificate.validity.notAfter.time)
        guard let time else { return (true, "valid from \(start.date) to \(end.date)") }
        if time < start { return (false, "not valid before \(start.date)") }
        if end < time { return (false, "ended on \(end.date)") }
        return (true, "valid until \(end.date)")
    }

    /// The subject in one line: its common name, else the whole.
    var title: String { certificate.subject.title }
}

extension Name {
    /// What people call the owner: the common name, else the whole name.
    var title: String {
        if let commonName, !commonName.isEmpty { return commonName }
        return isEmpty ? "no subject" : "\(self)"
    }
}
