import Benchmark
import LucidX509
import OpenSSLPeer

/// Parsing and issuing.
func certificateRows() {
    row("parse-leaf") {
        let der = try Fixtures.pemBlock(Fixtures.file("Benchmarks/Fixtures/rsa-leaf.pem")).bytes
        return [
            Contender("Lucid") {
                // Lucid checks all extensions as it parses, and decodes those that are asked for, like the key.
                let certificate = try Certificate(der: der)
                blackHole(try PublicKey(certificate.subjectPublicKeyInfo))
                try check(certificate.extensions.subjectAltName?.names.count == 5, "Lucid misses a name")
            },
            Contender("OpenSSL") {
                try check(openssl_parse_certificate(der, der.count) == 9, "OpenSSL misses an extension")
            },
            SwiftCertificatesPeer.parser(der: der),
        ]
    }
    row("parse-bundle") {
        let pem = try FileReader.read(SystemRoots.path ?? SystemRoots.usualPaths[0])
        let count = CertificateFile(pem).certificates.count
        return [
            Contender("Lucid") { try check(CertificateFile(pem).certificates.count == count, "Lucid misses one") },
            Contender("OpenSSL") {
                try check(openssl_parse_bundle(pem, pem.count) == count, "OpenSSL reads another number")
            },
            SwiftCertificatesPeer.bundleReader(pem: pem, count: count),
        ]
    }
    row("issue-p256-leaf") {
        let serverName = "www.example.com"
        let issuerPEM = try Fixtures.key("chain-p256-root"), subjectPEM = try Fixtures.key("p256")
        let issuer = try OpenSSLKey(pem: issuerPEM, hash: "SHA256")
        let subject = try OpenSSLKey(pem: subjectPEM, hash: "SHA256")
        var issuerBlock = try Fixtures.pemBlock(issuerPEM), subjectBlock = try Fixtures.pemBlock(subjectPEM)
        let time = CalendarTime(secondsSince1970: 1_800_000_000)
        let authority = KeyBox(
            try CertificateAuthority.root(named: "Benchmark Root", key: SigningKey(pem: &issuerBlock), from: time))
        let subjectKey = try SigningKey(pem: &subjectBlock).publicKey
        var out = [UInt8](repeating: 0, count: 4096)
        return [
            Contender("Lucid") {
                let certificate = try authority.key.server(names: [serverName], key: subjectKey, from: time)
                try check(certificate.der.count > 400, "Lucid builds nothing")
            },
            Contender("OpenSSL") {
                try check(
                    openssl_issue(issuer.key, subject.key, serverName, &out, out.count) > 400, "OpenSSL builds nothing")
            },
            try SwiftCertificatesPeer.issuer(
                issuerScalar: issuer.secret, subjectScalar: subject.secret, serverName: serverName),
        ]
    }
}
