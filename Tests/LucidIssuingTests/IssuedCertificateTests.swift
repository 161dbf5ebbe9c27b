import LucidDER
import LucidIssuing
import LucidModel
import LucidSignature
import LucidTestSupport
import Testing

@Suite("Issued certificates are what strict clients take", .serialized)
struct IssuedCertificateTests {
    /// Identifier and criticality of each extension, in order.
    private func list(_ certificate: Certificate) -> [String] {
        certificate.extensions.all.map { $0.extnID.nameOrNumbers + ($0.critical ? "!" : "") }
    }

    /// What every certificate has in common.
    private func checkCommon(_ certificate: Certificate, issuer: Certificate, days: Int64) throws {
        #expect(certificate.tbsCertificate.version == .v3)
        #expect(certificate.issuer.der.array == issuer.subject.der.array)
        #expect(certificate.validity.notBefore.time == Hierarchy.time)
        // notBefore and notAfter both count, so a second less.
        #expect(certificate.validity.notAfter.time == Hierarchy.time.adding(seconds: days * 86_400 - 1))
        #expect(certificate.serialNumber.content.count == 16)
        #expect(!certificate.serialNumber.isNegative && !certificate.serialNumber.isZero)
        #expect(certificate.signatureAlgorithm == certificate.tbsCertificate.signature)
        #expect(
            certificate.extensions.subjectKeyIdentifier?.keyIdentifier == certificate.subjectPublicKeyInfo.keyIdentifier
        )
        try certificate.checkSignature(signer: issuer.subjectPublicKeyInfo)
        // The octets are read as the same certificate.
        let read = try Certificate(der: certificate.der.array)
        #expect(read.derEncoded == certificate.der.array)
        #expect(read.tbsCertificate == certificate.tbsCertificate)
        #expect(read.tbsBytes == certificate.tbsBytes)
        #expect(certificate.extensions.all.allSatisfy { $0.content.structure != nil })
        if certificate != issuer {
            let identifier = try #require(certificate.extensions.authorityKeyIdentifier)
            #expect(identifier.keyIdentifier == issuer.extensions.subjectKeyIdentifier?.keyIdentifier)
            #expect(identifier.authorityCertIssuer == nil && identifier.authorityCertSerialNumber == nil)
        }
    }

    @Test("a root: ten years, CA, keyCertSign and cRLSign", arguments: Hierarchy.Kind.allCases)
    func root(kind: Hierarchy.Kind) throws {
        let root = try Hierarchy.of(kind).root.certificate
        try checkCommon(root, issuer: root, days: 3650)
        #expect(list(root) == ["basicConstraints!", "keyUsage!", "subjectKeyIdentifier"])
        #expect(root.subject.description == "CN=Root")
        #expect(root.extensions.basicConstraints == BasicConstraints(cA: true))
        #expect(root.extensions.keyUsage == [.keyCertSign, .cRLSign])
    }

    @Test("an intermediate: five years, no CA below it", arguments: Hierarchy.Kind.allCases)
    func intermediate(kind: Hierarchy.Kind) throws {
        let hierarchy = try Hierarchy.of(kind)
        let intermediate = hierarchy.intermediate.certificate
        try checkCommon(intermediate, issuer: hierarchy.root.certificate, days: 1825)
        #expect(
            list(intermediate) == ["basicConstraints!", "keyUsage!", "subjectKeyIdentifier", "authorityKeyIdentifier"])
        #expect(intermediate.extensions.basicConstraints == BasicConstraints(cA: true, pathLenConstraint: 0))
        #expect(intermediate.extensions.keyUsage == [.keyCertSign, .cRLSign])
    }

    @Test("a server: 90 days, names and addresses in subjectAltName", arguments: Hierarchy.Kind.allCases)
    func server(kind: Hierarchy.Kind) throws {
        let hierarchy = try Hierarchy.of(kind)
        let server = hierarchy.server
        try checkCommon(server, issuer: hierarchy.intermediate.certificate, days: 90)
        #expect(
            list(server) == [
                "basicConstraints!", "keyUsage!", "extKeyUsage", "subjectAltName", "subjectKeyIdentifier",
                "authorityKeyIdentifier",
            ])
        #expect(server.subject.description == "CN=www.example.test")
        #expect(server.extensions.basicConstraints == BasicConstraints(cA: false))
        #expect(
            server.extensions.keyUsage == (kind == .rsa ? [.digitalSignature, .keyEncipherment] : [.digitalSignature]))
        #expect(server.extensions.extKeyUsage?.purposes == [OID.serverAuth])
        let names = [GeneralName.dns("www.example.test"), .dns("*.example.test"), .ip("192.0.2.1"), .ip("2001:db8::1")]
        #expect(server.extensions.subjectAltName?.names == names.compactMap { $0 })
    }

    @Test("a client: 90 days, clientAuth", arguments: Hierarchy.Kind.allCases)
    func client(kind: Hierarchy.Kind) throws {
        let hierarchy = try Hierarchy.of(kind)
        try checkCommon(hierarchy.client, issuer: hierarchy.intermediate.certificate, days: 90)
        #expect(hierarchy.client.extensions.keyUsage == [.digitalSignature])
        #expect(hierarchy.client.extensions.extKeyUsage?.purposes == [OID.clientAuth])
        #expect(hierarchy.client.subject.description == "CN=user@example.test")
        #expect(
            hierarchy.client.extensions.subjectAltName?.names
                == [GeneralName.email("user@example.test")].compactMap { $0 })
    }

    @Test(
        "OpenSSL accepts the chains by its strict rules", .enabled(if: OpenSSL.isThere, "no openssl command"),
        arguments: Hierarchy.Kind.allCases)
    func openSSL(kind: Hierarchy.Kind) throws {
        let hierarchy = try Hierarchy.of(kind)
        let all = [hierarchy.root.certificate, hierarchy.intermediate.certificate, hierarchy.server, hierarchy.client]
        try OpenSSL.withFiles(all) { files in
            func verify(_ more: [String]) throws -> (status: Int32, text: String) {
                try OpenSSL.run(
                    [
                        "verify", "-x509_strict", "-attime", "\(Hierarchy.time.secondsSince1970)", "-CAfile", files[0],
                        "-untrusted", files[1],
                    ] + more)
            }
            for host in ["www.example.test", "other.example.test"] {
                let result = try verify(["-purpose", "sslserver", "-verify_hostname", host, files[2]])
                #expect(result.status == 0, "\(result.text)")
            }
            for address in ["192.0.2.1", "2001:db8::1"] {
                let result = try verify(["-purpose", "sslserver", "-verify_ip", address, files[2]])
                #expect(result.status == 0, "\(result.text)")
            }
            let client = try verify(["-purpose", "sslclient", files[3]])
            #expect(client.status == 0, "\(client.text)")
            // And so that this test can fail:
            #expect(try verify(["-purpose", "sslclient", files[2]]).status != 0)
            #expect(try verify(["-verify_hostname", "example.test", files[2]]).status != 0)
        }
    }

    @Test("serial numbers are random")
    func serials() throws {
        let hierarchy = try Hierarchy.p256.get()
        let serials = try (0..<20).map { _ in
            try hierarchy.intermediate.server(names: ["a.test"], key: hierarchy.subjectKey, from: Hierarchy.time)
                .serialNumber
        }
        #expect(Set(serials).count == 20)
        #expect(serials.allSatisfy { $0.content.count == 16 && !$0.isNegative })
        // No octet is always the same; the top two bits are, so that the length is.
        for index in 0..<16 { #expect(Set(serials.map { Array($0.content)[index] }).count > 1) }
    }

    @Test(
        "without a name that fits into commonName the subject is empty and subjectAltName critical",
        arguments: [
            "https://example.test/", String(repeating: "a", count: 60) + ".example",
        ])
    func emptySubject(name: String) throws {
        let hierarchy = try Hierarchy.p256.get()
        let certificate = try hierarchy.intermediate.server(
            names: [name], key: hierarchy.subjectKey, from: Hierarchy.time)
        #expect(certificate.subject.isEmpty)
        #expect(certificate.extensions[OID.subjectAltName]?.critical == true)
    }

    @Test("an RSA key below an elliptic curve CA and the other way round")
    func mixed() throws {
        let ec = try Hierarchy.p256.get(), rsa = try Hierarchy.rsa.get()
        let first = try ec.intermediate.server(names: ["a.test"], key: rsa.subjectKey, from: Hierarchy.time)
        #expect(first.signatureAlgorithm.algorithm == OID.ecdsaWithSHA256)
        #expect(first.extensions.keyUsage == [.digitalSignature, .keyEncipherment])
        try first.checkSignature(signer: ec.intermediate.certificate.subjectPublicKeyInfo)
        let second = try rsa.intermediate.server(names: ["a.test"], key: ec.subjectKey, from: Hierarchy.time)
        #expect(second.signatureAlgorithm.algorithm == OID.sha256WithRSAEncryption)
        #expect(second.extensions.keyUsage == [.digitalSignature])
        try second.checkSignature(signer: rsa.intermediate.certificate.subjectPublicKeyInfo)
    }
}
