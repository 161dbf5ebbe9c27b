import LucidDER
import LucidModel
import LucidValidation

extension Scenario {
    /// RFC 5280 §4.2.1.3, §4.2.1.12: what a certificate is used for.
    static let purposes: [Scenario] = [
        .refused("a client's certificate for a server", [Failure(.extendedKeyUsage, 0)]) { w, q in
            try q.leaf(w, World.leaf(purposes: [OID.clientAuth, OID.emailProtection]))
        },
        .refused("a server's certificate for a client", [Failure(.extendedKeyUsage, 0)]) { w, q in
            q.purpose = .client
        },
        .refused("an intermediate for other purposes", [Failure(.extendedKeyUsage, 1)]) { w, q in
            try q.middle(w, World.ca([Extension(ExtendedKeyUsage(purposes: [OID.clientAuth]), critical: false)]))
        },
        .refused("a key that neither signs nor receives keys", [Failure(.keyUsage, 0)]) { w, q in
            try q.leaf(w, World.leaf(usage: [.cRLSign, .nonRepudiation]))
        },
        .refused("a key that neither signs nor receives keys", by: .rfc5280, [Failure(.keyUsage, 0)]) { w, q in
            try q.leaf(w, World.leaf(usage: .nonRepudiation))
        },
        .accepted("a key that neither signs nor receives keys", by: .pathValidation) { w, q in
            try q.leaf(w, World.leaf(usage: .nonRepudiation))
        },
        .refused("a client's key that only receives keys", [Failure(.keyUsage, 0)]) { w, q in
            try q.leaf(w, World.leaf(usage: [.keyEncipherment], purposes: [OID.clientAuth]))
            q.purpose = .client
        },
        .accepted("no key usage, no purposes") { w, q in try q.leaf(w, World.leaf(usage: nil, purposes: nil)) },
        .accepted("any purpose") { w, q in
            try q.leaf(w, World.leaf(purposes: [OID.anyExtendedKeyUsage]))
            try q.middle(
                w, World.ca([Extension(ExtendedKeyUsage(purposes: [OID.anyExtendedKeyUsage]), critical: true)]))
        },
        .accepted("not asked for a purpose") { w, q in
            try q.leaf(w, World.leaf(usage: [.cRLSign], purposes: [OID.codeSigning]))
            q.purpose = .any
        },
        .accepted("a client") { w, q in
            try q.leaf(w, World.leaf(purposes: [OID.clientAuth]))
            q.purpose = .client
        },
        .refused("a key usage that is asked for", [Failure(.keyUsage, 0)]) { _, q in
            q.settings = { $0.keyUsage = [.digitalSignature, .keyAgreement] }
        },
        .accepted("a key usage that is asked for") { w, q in
            try q.leaf(w, World.leaf(usage: [.digitalSignature, .keyAgreement]))
            q.settings = { $0.keyUsage = [.digitalSignature, .keyAgreement] }
        },
        .accepted("a key usage that is asked for of a key for everything") { w, q in
            try q.leaf(w, World.leaf(usage: nil))
            q.settings = { $0.keyUsage = .keyAgreement }
        },
        .refused(
            "an extended key usage that is asked for", [Failure(.extendedKeyUsage, 1), Failure(.extendedKeyUsage, 0)]
        ) { w, q in
            try q.middle(w, World.ca([Extension(ExtendedKeyUsage(purposes: [OID.serverAuth]), critical: false)]))
            q.settings = { $0.extendedKeyUsages = [OID.clientAuth] }
        },
        .accepted("an extended key usage that is asked for") { w, q in
            try q.leaf(w, World.leaf(purposes: [OID.serverAuth, OID.clientAuth]))
            q.settings = { $0.extendedKeyUsages = [OID.clientAuth, OID.serverAuth] }
        },
    ]

    /// RFC 9525 §6: whom a certificate is for.
    static let identities: [Scenario] = [
        .refused("another host", [Failure(.dnsName, 0)]) { w, q in q.identity = ReferenceIdentity("mail.example.test")
        },
        .refused("the host's domain", [Failure(.dnsName, 0)]) { w, q in q.identity = ReferenceIdentity("example.test")
        },
        .refused("a host below", [Failure(.dnsName, 0)]) { w, q in q.identity = ReferenceIdentity("a.www.example.test")
        },
        .refused("commonName is not looked at", [Failure(.dnsName, 0)]) { w, q in
            q.target = try w.middle.certify(Party("mail.example.test"), World.leaf())
            q.identity = ReferenceIdentity("mail.example.test")
        },
        .refused("no subjectAltName", [Failure(.hasSubjectAltName, 0)]) { w, q in
            q.target = try w.middle.certify(Party("www.example.test"), World.leaf(names: []))
        },
        .refused("no subjectAltName, asked for an address", [Failure(.hasSubjectAltName, 0)]) { w, q in
            try q.leaf(w, World.leaf(names: []))
            q.identity = ReferenceIdentity("192.0.2.1")
        },
        .refused("another address", [Failure(.ipAddress, 0)]) { w, q in
            try q.leaf(w, World.leaf(names: [.ip("192.0.2.1")]))
            q.identity = ReferenceIdentity("192.0.2.2")
        },
        .refused("an address written as a DNS name", [Failure(.subjectAltNameSyntax, 0), Failure(.ipAddress, 0)]) {
            w, q in
            try q.leaf(w, World.leaf(names: [.dns("192.0.2.1")]))
            q.identity = ReferenceIdentity("192.0.2.1")
        },
        .refused("an IPv4 address as IPv6", [Failure(.ipAddress, 0)]) { w, q in
            try q.leaf(w, World.leaf(names: [.ip("192.0.2.1")]))
            q.identity = ReferenceIdentity("::ffff:192.0.2.1")
        },
        .refused("a name as an e-mail address and a URI", [Failure(.subjectAltNameSyntax, 0), Failure(.dnsName, 0)]) {
            w, q in
            try q.leaf(w, World.leaf(names: [.email("www.example.test"), .uri("https://www.example.test")]))
        },
        .refused("several faults at once", [Failure(.serialNumber, 0), Failure(.notAfter, 0), Failure(.dnsName, 0)]) {
            w, q in
            q.target = try w.middle.certify(w.server, to: World.time.adding(seconds: -1), World.leaf()) {
                $0.serialNumber = DERInteger(0)
            }
            q.identity = ReferenceIdentity("x.test")
        },
        .accepted("nobody asked for a name") { _, q in q.identity = nil },
        .accepted("upper case and a final dot") { _, q in q.identity = ReferenceIdentity("WWW.EXAMPLE.TEST.") },
        .accepted("an IPv4 address") { w, q in
            try q.leaf(w, World.leaf(names: [.ip("192.0.2.1"), .ip("2001:db8::1")]))
            q.identity = ReferenceIdentity("192.0.2.1")
        },
        .accepted("an IPv6 address in another writing") { w, q in
            try q.leaf(w, World.leaf(names: [.ip("192.0.2.1"), .ip("2001:db8::1")]))
            q.identity = ReferenceIdentity("[2001:0DB8:0::0001]")
        },
        .accepted("the second of two names") { w, q in
            try q.leaf(w, World.leaf(names: [.dns("a.test"), .ip("192.0.2.1"), .dns("*.example.test")]))
        },
        .refused("another mailbox", [Failure(.mailbox, 0)]) { w, q in
            try q.leaf(w, World.leaf(names: [.email("somebody@example.test")]))
            q.identity = .mailbox("Somebody@example.test")
        },
        .refused("a mailbox that is none", [Failure(.mailbox, 0)]) { w, q in
            try q.leaf(w, World.leaf(names: [.email("somebody@example.test")]))
            q.identity = .mailbox("somebody")
        },
        .accepted("a mailbox whose host is in another case") { w, q in
            try q.leaf(w, World.leaf(names: [.email("somebody@example.test")]))
            q.identity = .mailbox("somebody@EXAMPLE.test")
        },
        .refused("all but one of the names", [Failure(.ipAddress, 0)]) { w, q in
            try q.leaf(w, World.leaf(names: [.dns("www.example.test"), .ip("192.0.2.1")]))
            q.identities += ["192.0.2.1", "192.0.2.2"].compactMap { ReferenceIdentity($0) }
        },
        .accepted("all of several names") { w, q in
            try q.leaf(w, World.leaf(names: [.dns("www.example.test"), .ip("192.0.2.1")]))
            q.identities += ["192.0.2.1"].compactMap { ReferenceIdentity($0) }
        },
    ]
}
