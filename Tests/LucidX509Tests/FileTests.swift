import Foundation
import LucidTestSupport
import LucidX509
import Testing

@Suite("Files of certificates and keys")
struct FileTests {
    private func kinds(_ path: String) throws -> [String] {
        PKIFile(try Checkout.fixture(path)).entries.map { entry in
            switch entry.content {
            case .certificate: "certificate"
            case .request: "request"
            case .revocationList: "revocation list"
            case .publicKey: "public key"
            case .privateKey: "private key"
            case .signedData(let bundle): "bundle of \(bundle.certificates.count)"
            case .pfx: "PKCS#12"
            case .other(let label): label
            case .unusable: "unusable"
            }
        }
    }

    @Test(
        "each kind is recognised, in PEM and in DER",
        arguments: [
            ("certs/root-p256.pem", ["certificate"]), ("certs/chain-p256-leaf.der", ["certificate"]),
            ("csrs/p256.pem", ["request"]), ("csrs/p256-new-label.pem", ["request"]),
            ("crls/with-reasons.pem", ["revocation list"]), ("crls/with-reasons.der", ["revocation list"]),
            ("keys/p256-public.pem", ["public key"]), ("keys/p256.pem", ["private key"]),
            ("keys/enc-p256-pbes2-aes256-sha256.der", ["private key"]),
            ("keys/p256-sec1-with-params.pem", ["EC PARAMETERS", "private key"]),
            ("bundles/trusted-certificate.pem", ["certificate"]), ("bundles/old-label.pem", ["certificate"]),
            ("pkcs7/chain.p7b", ["bundle of 3"]), ("pkcs7/chain-and-crl.pem", ["bundle of 3"]),
            ("pkcs7/signed-indefinite.p7m", ["bundle of 3"]), ("bundles/chain-p256-pkcs7.pem", ["bundle of 3"]),
            ("pkcs12/modern.p12", ["PKCS#12"]), ("pkcs12/modern-indefinite.p12", ["PKCS#12"]),
        ])
    func recognised(path: String, expected: [String]) throws {
        #expect(try kinds("openssl/" + path) == expected)
    }

    @Test(
        "a bundle counts as its certificates",
        arguments: ["pkcs7/chain.p7b", "pkcs7/chain-and-crl.pem", "pkcs7/signed-indefinite.p7m"])
    func bundles(path: String) throws {
        let file = CertificateFile(try Checkout.fixture("openssl/" + path))
        #expect(file.certificates.count == 3 && file.entries.count == 3 && file.otherBlocks.isEmpty)
    }

    @Test("every request and list writes back to the same bytes")
    func reencoding() throws {
        var count = 0
        for folder in ["openssl/csrs", "openssl/crls"] {
            for path in try Checkout.fixtures(in: folder) {
                for entry in PKIFile(try Checkout.fixture(path)).entries {
                    switch entry.content {
                    case .request(let value): #expect(value.derEncoded == value.der.array, "\(path)")
                    case .revocationList(let value):
                        #expect(value.derEncoded == value.der.array, "\(path)")
                        let extensions = (value.tbsCertList.revokedCertificates ?? []).flatMap(\.crlEntryExtensions.all)
                        for item in extensions + value.tbsCertList.crlExtensions.all {
                            if let structure = item.content.structure {
                                #expect(structure.derEncoded == item.extnValue.array, "\(path): \(item.extnID)")
                            }
                            if case .malformed(let error) = item.content { Issue.record("\(path): \(error.sentence)") }
                        }
                    default: Issue.record("\(path) holds something else")
                    }
                    count += 1
                }
            }
        }
        #expect(count >= 15)
    }

    @Test("a request's signature is checked with its own key")
    func requestSignatures() throws {
        for path in try Checkout.fixtures(in: "openssl/csrs", endings: ["pem"]) {
            guard case .request(let request)? = PKIFile(try Checkout.fixture(path)).entries.first?.content else {
                continue
            }
            let json = RequestReport.json(request).line
            #expect(json.contains(#""signatureHolds":true"#), "\(path)")
            var altered = request.der.array
            altered[altered.count - 1] ^= 1
            let broken = try CertificateRequest(der: altered)
            #expect(RequestReport.json(broken).line.contains(#""signatureHolds":false"#), "\(path)")
        }
    }

    @Test(
        "a list or request cut anywhere, or with any octet altered, is read or refused, never a trap",
        arguments: [
            "openssl/crls/with-extensions.pem", "openssl/csrs/p256-attributes.pem",
        ])
    func damaged(path: String) throws {
        let bytes = try Checkout.fixture(path)
        let first = PEMReader.blocks(in: bytes.span).first
        let block = try #require(first).get()
        let label = block.label
        for count in block.bytes.indices {
            let prefix = Array(block.bytes[..<count])
            let cut = PKIFile(PEMBlock.encode(label: label, bytes: prefix.span))
            if case .unusable? = cut.entries.first?.content { continue }
            Issue.record("read with \(count) octets")
        }
        for index in block.bytes.indices {
            var altered = block.bytes
            altered[index] ^= 0x81
            _ = PKIFile(PEMBlock.encode(label: label, bytes: altered.span)).entries
        }
    }

    @Test(
        "the system's roots are found where SSL_CERT_FILE or the system has them",
        .enabled(if: SystemRoots.path != nil, "no bundle of roots on this machine"))
    func systemRoots() throws {
        #expect(try SystemRoots.load().count > 50)
    }

    @Test("the clock is the system's")
    func clock() {
        #expect(abs(Double(CalendarTime.now.secondsSince1970) - Date().timeIntervalSince1970) < 5)
    }
}
