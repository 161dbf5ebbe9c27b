import LucidDER
import LucidModel
import LucidValidation

extension Scenario {
    static let authorities: [Scenario] = [
        Scenario("intermediate is no CA", [Failure(.isCA, 1)]) { w, q in
            try q.middle(w, [Extension(BasicConstraints(cA: false), critical: true)] + World.ca().dropFirst())
        },
        Scenario("intermediate without basicConstraints", [Failure(.isCA, 1)]) { w, q in
            try q.middle(w, Array(World.ca().dropFirst()))
        },
        Scenario("intermediate of version 1", [Failure(.isCA, 1)]) { w, q in try q.middle(w, []) { $0.version = .v1 } },
        Scenario("a server as the intermediate", [Failure(.isCA, 1), Failure(.keyCertSign, 1)]) { w, q in
            try q.middle(w, World.leaf())
        },
        Scenario("no keyCertSign", [Failure(.keyCertSign, 1)]) { w, q in
            try q.middle(w, World.ca(usage: [.cRLSign, .digitalSignature]))
        },
        Scenario("path length 0 with a CA below", [Failure(.pathLength, 1)]) { w, q in
            q.intermediates = [
                try w.root.certify(w.second, World.ca(pathLength: 0)), try w.second.certify(w.middle, World.ca()),
            ]
        },
        Scenario("path length 1 with two CAs below", [Failure(.pathLength, 1)]) { w, q in
            let third = try Party("Third")
            q.intermediates = [
                try w.root.certify(third, World.ca(pathLength: 1)),
                try third.certify(w.second, World.ca(pathLength: 7)),
                try w.second.certify(w.middle, World.ca()),
            ]
        },
    ]

    static let purposes: [Scenario] = [
        Scenario("a client's certificate for a server", [Failure(.extendedKeyUsage, 0)]) { w, q in
            try q.leaf(w, World.leaf(purposes: [OID.clientAuth, OID.emailProtection]))
        },
        Scenario("a server's certificate for a client", [Failure(.extendedKeyUsage, 0)]) { w, q in
            q.purpose = .client
        },
        Scenario("an intermediate for other purposes", [Failure(.extendedKeyUsage, 1)]) { w, q in
            try q.middle(w, World.ca([Extension(ExtendedKeyUsage(purposes: [OID.clientAuth]), critical: false)]))
        },
        Scenario("a key that neither signs nor receives keys", [Failure(.keyUsage, 0)]) { w, q in
            try q.leaf(w, World.leaf(usage: [.cRLSign, .nonRepudiation]))
        },
        Scenario("a client's key that only receives keys", [Failure(.keyUsage, 0)]) { w, q in
            try q.leaf(w, World.leaf(usage: [.keyEncipherment], purposes: [OID.clientAuth]))
            q.purpose = .client
        },
    ]

    static let identities: [Scenario] = [
        Scenario("another host", [Failure(.dnsName, 0)]) { w, q in q.identity = ReferenceIdentity("mail.example.test")
        },
        Scenario("the host's domain", [Failure(.dnsName, 0)]) { w, q in q.identity = ReferenceIdentity("example.test")
        },
        Scenario("a host below", [Failure(.dnsName, 0)]) { w, q in q.identity = ReferenceIdentity("a.www.example.test")
        },
        Scenario("commonName is not looked at", [Failure(.dnsName, 0)]) { w, q in
            q.target = try w.middle.certify(Party("mail.example.test"), World.leaf())
            q.identity = ReferenceIdentity("mail.example.test")
        },
        Scenario("no subjectAltName", [Failure(.hasSubjectAltName, 0)]) { w, q in
            q.target = try w.middle.certify(Party("www.example.test"), World.leaf(names: []))
        },
        Scenario("no subjectAltName, asked for an address", [Failure(.hasSubjectAltName, 0)]) { w, q in
            try q.leaf(w, World.leaf(names: []))
            q.identity = ReferenceIdentity("192.0.2.1")
        },
        Scenario("another address", [Failure(.ipAddress, 0)]) { w, q in
            try q.leaf(w, World.leaf(names: [.ip("192.0.2.1")]))
            q.identity = ReferenceIdentity("192.0.2.2")
        },
        Scenario("an address written as a DNS name", [Failure(.ipAddress, 0)]) { w, q in
            try q.leaf(w, World.leaf(names: [.dns("192.0.2.1")]))
            q.identity = ReferenceIdentity("192.0.2.1")
        },
        Scenario("an IPv4 address as IPv6", [Failure(.ipAddress, 0)]) { w, q in
            try q.leaf(w, World.leaf(names: [.ip("192.0.2.1")]))
            q.identity = ReferenceIdentity("::ffff:192.0.2.1")
        },
        Scenario("a name as an e-mail address and a URI", [Failure(.dnsName, 0)]) { w, q in
            try q.leaf(w, World.leaf(names: [.email("www.example.test"), .uri("https://www.example.test")]))
        },
        Scenario("several faults at once", [Failure(.serialNumber, 0), Failure(.notAfter, 0), Failure(.dnsName, 0)]) {
            w, q in
            q.target = try w.middle.certify(w.server, to: World.time.adding(seconds: -1), World.leaf()) {
                $0.serialNumber = DERInteger(0)
            }
            q.identity = ReferenceIdentity("x.test")
        },
    ]

    static let accepted: [Scenario] = [
        Scenario("the usual chain", []) { _, _ in },
        Scenario("nobody asked for a name", []) { _, q in q.identity = nil },
        Scenario("upper case and a final dot", []) { _, q in q.identity = ReferenceIdentity("WWW.EXAMPLE.TEST.") },
        Scenario("at notBefore", []) { _, q in q.time = World.from },
        Scenario("at notAfter", []) { _, q in q.time = World.to },
        Scenario("the server right below the root", []) { w, q in
            q.target = try w.root.certify(w.server, World.leaf())
            q.intermediates = []
        },
        Scenario("a self-signed server that is trusted", []) { w, q in
            q.target = try w.server.certify(w.server, World.leaf())
            q.anchors = [q.target]
        },
        Scenario("a trusted intermediate", []) { w, q in
            q.anchors = q.intermediates
            q.intermediates = []
        },
        Scenario("path length 0 with no CA below", []) { w, q in try q.middle(w, World.ca(pathLength: 0)) },
        Scenario("a self-issued CA does not count for the path length", []) { w, q in
            let renewed = try Party("Middle")
            q.intermediates = [
                try w.root.certify(w.middle, World.ca(pathLength: 0)),
                try w.middle.certify(renewed, World.ca(pathLength: 0)),
            ]
            q.target = try renewed.certify(w.server, World.leaf())
        },
        Scenario("a CA without key usage", []) { w, q in try q.middle(w, World.ca(usage: nil)) },
        Scenario("unknown extensions that are not critical", []) { w, q in
            try q.leaf(w, World.leaf([Strange.unknown(critical: false)]))
            try q.middle(w, World.ca([Strange.unknown(critical: false)]))
        },
        Scenario("no key usage, no purposes", []) { w, q in try q.leaf(w, World.leaf(usage: nil, purposes: nil)) },
        Scenario("any purpose", []) { w, q in
            try q.leaf(w, World.leaf(purposes: [OID.anyExtendedKeyUsage]))
            try q.middle(
                w, World.ca([Extension(ExtendedKeyUsage(purposes: [OID.anyExtendedKeyUsage]), critical: true)]))
        },
        Scenario("not asked for a purpose", []) { w, q in
            try q.leaf(w, World.leaf(usage: [.cRLSign], purposes: [OID.codeSigning]))
            q.purpose = .any
        },
        Scenario("a client", []) { w, q in
            try q.leaf(w, World.leaf(purposes: [OID.clientAuth]))
            q.purpose = .client
        },
        Scenario("an IPv4 address", []) { w, q in
            try q.leaf(w, World.leaf(names: [.ip("192.0.2.1"), .ip("2001:db8::1")]))
            q.identity = ReferenceIdentity("192.0.2.1")
        },
        Scenario("an IPv6 address in another writing", []) { w, q in
            try q.leaf(w, World.leaf(names: [.ip("192.0.2.1"), .ip("2001:db8::1")]))
            q.identity = ReferenceIdentity("[2001:0DB8:0::0001]")
        },
        Scenario("the second of two names", []) { w, q in
            try q.leaf(w, World.leaf(names: [.dns("a.test"), .ip("192.0.2.1"), .dns("*.example.test")]))
        },
        Scenario("serial number of 20 octets", []) { w, q in
            try q.leaf(w) { $0.serialNumber = DERInteger(magnitude: [UInt8](repeating: 0x7f, count: 20)) }
        },
    ]
}
