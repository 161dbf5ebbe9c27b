import LucidDER
import LucidModel
import LucidTestSupport
import LucidValidation

extension Scenario {
    /// RFC 5280 §4.2: what the extensions say.
    static let extensions: [Scenario] = [
        .refused("a server without authorityKeyIdentifier", [Failure(.authorityKeyIdentifierPresent, 0)]) { w, q in
            try q.leaf(w) { $0.remove(OID.authorityKeyIdentifier) }
        },
        .refused("authorityKeyIdentifier without a key identifier", [Failure(.authorityKeyIdentifierPresent, 0)]) {
            w, q in
            let byNumber = AuthorityKeyIdentifier(
                keyIdentifier: nil, authorityCertIssuer: [.directoryName(w.root.name)],
                authorityCertSerialNumber: w.middleCertificate.serialNumber)
            try q.leaf(w, World.leaf([Extension(byNumber, critical: false)]))
        },
        .refused("a self-issued CA without authorityKeyIdentifier", [Failure(.authorityKeyIdentifierPresent, 1)]) {
            w, q in
            let renewed = try Party("Middle")
            q.intermediates += [
                try w.middle.certify(renewed, World.ca()) { $0.remove(OID.authorityKeyIdentifier) }
            ]
            q.target = try renewed.certify(w.server, World.leaf())
        },
        .accepted("a self-signed root without authorityKeyIdentifier") { w, q in
            try q.root(w) { $0.remove(OID.authorityKeyIdentifier) }
        },
        .accepted("no authorityKeyIdentifier", by: .pathValidation) { w, q in
            try q.leaf(w) { $0.remove(OID.authorityKeyIdentifier) }
        },
        .refused("an issuer without its serial number", [Failure(.authorityKeyIdentifierPair, 0)]) { w, q in
            let half = AuthorityKeyIdentifier(
                keyIdentifier: w.middle.info.keyIdentifier, authorityCertIssuer: [.directoryName(w.root.name)])
            try q.leaf(w, World.leaf([Extension(half, critical: false)]))
        },
        .refused("a serial number without its issuer", [Failure(.authorityKeyIdentifierPair, 0)]) { w, q in
            let half = AuthorityKeyIdentifier(
                keyIdentifier: w.middle.info.keyIdentifier, authorityCertSerialNumber: DERInteger(1))
            try q.leaf(w, World.leaf([Extension(half, critical: false)]))
        },
        .accepted("issuer and serial number") { w, q in
            try q.leaf(w, World.leaf([Scenario.threefoldKeyIdentifier(w)]))
        },
        .refused("a CA without subjectKeyIdentifier", [Failure(.subjectKeyIdentifierPresent, 1)]) { w, q in
            try q.middle(w) { $0.remove(OID.subjectKeyIdentifier) }
        },
        .accepted("a server without subjectKeyIdentifier") { w, q in
            try q.leaf(w) { $0.remove(OID.subjectKeyIdentifier) }
        },
        .refused("a CA without key usage", [Failure(.keyUsageOfCA, 1)]) { w, q in
            try q.middle(w, World.ca(usage: nil))
        },
        .accepted("a CA without key usage", by: .rfc5280) { w, q in try q.middle(w, World.ca(usage: nil)) },
        .refused("a server that may sign certificates", [Failure(.keyCertSignOfCA, 0)]) { w, q in
            try q.leaf(w, World.leaf(usage: [.digitalSignature, .keyCertSign]))
        },
        .accepted("a server that may sign certificates", by: .pathValidation) { w, q in
            try q.leaf(w, World.leaf(usage: [.digitalSignature, .keyCertSign]))
        },
        .refused("a policy twice", [Failure(.policiesUnique, 0)]) { w, q in
            try q.leaf(w, World.leaf([Scenario.policies(1, 2, 1)]))
        },
        .accepted("two policies") { w, q in try q.leaf(w, World.leaf([Scenario.policies(1, 2)])) },
        .refused("names that are malformed", [Failure(.subjectAltNameSyntax, 0)]) { w, q in
            try q.leaf(w, World.leaf(names: [.dns("www.example.test"), .dns("-a.test"), .dns("192.0.2.1")]))
        },
        .refused("an address of five octets", [Failure(.subjectAltNameSyntax, 0)]) { w, q in
            let address = GeneralName.iPAddress(DERBytes(hex("c000020100")))
            try q.leaf(w, World.leaf(names: [.dns("www.example.test"), address]))
        },
        .accepted("names that are malformed", by: .pathValidation) { w, q in
            try q.leaf(w, World.leaf(names: [.dns("www.example.test"), .dns("-a.test"), .dns("192.0.2.1")]))
        },
        .refused("a path length of a server", [Failure(.pathLengthOfCA, 0)]) { w, q in
            let extensions = World.leaf().dropFirst()
            try q.leaf(w, [Extension(BasicConstraints(cA: false, pathLenConstraint: 0), critical: true)] + extensions)
        },
        .refused(
            "a path length of a CA that may not sign", [Failure(.pathLengthOfCA, 1), Failure(.keyCertSign, 1)]
        ) { w, q in
            try q.middle(w, World.ca(pathLength: 0, usage: [.cRLSign]))
        },
        .refused("name constraints of a server", [Failure(.nameConstraintsOfCA, 0)]) { w, q in
            try q.leaf(w, World.leaf([try Scenario.permitted(.dns("example.test"))]))
        },
        .accepted("name constraints of a server", by: .pathValidation) { w, q in
            try q.leaf(w, World.leaf([try Scenario.permitted(.dns("example.test"))]))
        },
    ]

    /// The issuer's key, and the issuer's certificate by its own issuer and serial number.
    static func threefoldKeyIdentifier(_ w: World) -> Extension {
        Extension(
            AuthorityKeyIdentifier(
                keyIdentifier: w.middle.info.keyIdentifier, authorityCertIssuer: [.directoryName(w.root.name)],
                authorityCertSerialNumber: w.middleCertificate.serialNumber), critical: false)
    }
}
