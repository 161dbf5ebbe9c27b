import Foundation
import LucidTestSupport
import Testing

@Suite("crl and asn1parse", .enabled(if: Programs.openssl != nil, "openssl is missing"))
struct StructureCommandTests {
    private let faces: BothFaces

    init() throws {
        faces = try BothFaces(files: [
            "list.pem": Checkout.fixture("openssl/crls/with-extensions.pem"),
            "old.pem": Checkout.fixture("openssl/crls/v1.pem"),
            "root.pem": Checkout.fixture("openssl/certs/chain-p256-root.pem"),
            "other.pem": Checkout.fixture("openssl/certs/root-p256.pem"),
            "leaf.pem": Checkout.fixture("openssl/certs/chain-p256-leaf.pem"),
            "leaf.der": Checkout.fixture("openssl/certs/chain-p256-leaf.der"),
            "indefinite.der": [0x30, 0x80, 2, 1, 5, 0, 0, 2, 1],
            "pieces.der": [0x24, 0x80, 4, 1, 0x41, 4, 1, 0x42, 0, 0, 0x13, 3, 1],
            "odd.der": [1, 2, 1, 2, 6, 1, 0x80, 2, 2, 0, 1, 10, 1, 5, 0x0c, 1, 0, 2, 0, 5, 0, 0xff, 0x1f, 1, 1],
            "names.txt": Array("1.3.6.1.4.1.32473.9.1 sn1 long one\n2.5.4.3 other\n".utf8),
        ])
    }

    @Test(
        "print, write and end as openssl does",
        arguments: [
            "crl -in list.pem -text", "crl -in list.pem -noout -text -nameopt RFC2253 -dateopt iso_8601",
            "crl -in list.pem -noout -crlnumber -nextupdate -lastupdate -issuer -hash -hash_old -fingerprint",
            "crl -in old.pem -noout -crlnumber -issuer -nameopt multiline -fingerprint -sha256",
            "crl -in old.pem -noout -fingerprint -sha512-256", "crl -in old.pem -outform DER",
            "crl -in old.pem -noout -verify -CAfile root.pem", "crl -in old.pem -noout -verify -CAfile other.pem",
            "crl -in missing.pem", "crl -in leaf.pem -noout", "crl -in old.pem -inform DER", "crl -in old.pem extra",
            "asn1parse -in leaf.pem", "asn1parse -in leaf.der -inform DER -i -dlimit 5", "asn1parse -in leaf.pem -dump",
            "asn1parse -in leaf.pem -strparse 8", "asn1parse -in leaf.pem -strparse 4 -strparse 4 -i",
            "asn1parse -in leaf.pem -offset 4 -length 20", "asn1parse -in leaf.pem -offset 9999",
            "asn1parse -in leaf.pem -strparse 9999", "asn1parse -in leaf.pem -length 10",
            "asn1parse -in indefinite.der -inform DER -i", "asn1parse -in pieces.der -inform DER -dump",
            "asn1parse -in odd.der -inform DER", "asn1parse -in list.pem -oid names.txt",
            "asn1parse -genstr UTF8:hello", "asn1parse -genstr EXPLICIT:3,INTEGER:0x10", "asn1parse -in missing.pem",
        ])
    func commands(_ line: String) throws {
        let (openssl, lucid) = try faces.run(line)
        #expect(lucid.stdout == openssl.stdout)
        #expect(lucid.exitCode == openssl.exitCode)
        if lucid.exitCode != 0, !lucid.errors.isEmpty { #expect(!lucid.errors.contains("Fatal error")) }
    }

    @Test func `a list that is not there is named`() throws {
        let (openssl, lucid) = try faces.run("crl -in missing.pem")
        let line = try #require(openssl.errors.split(separator: "\n").first)
        #expect(lucid.errors.hasPrefix(line + ": "))
    }

    @Test("of an encrypted block nothing is listed", arguments: ["", " -i", " -strictpem", " -noout", " -offset 2"])
    func encrypted(more: String) throws {
        let faces = try BothFaces(files: FaceKeys.files)
        let (openssl, lucid) = try faces.run("asn1parse -in rsa-old-sealed.pem\(more)")
        #expect(lucid.stdout == openssl.stdout)
        #expect(lucid.exitCode == openssl.exitCode)
    }

    @Test("the line of a damaged block is said once", arguments: ["x509", "asn1parse"])
    func damagedBlock(command: String) throws {
        let block = try Checkout.fixture("openssl/certs/chain-p256-leaf.pem")
        let result = try BothFaces(files: ["cut.pem": Array(block.prefix(300))]).runLucid("\(command) -in cut.pem")
        #expect(result.exitCode == 1)
        #expect(result.errors.matches(of: /line \d+:/).count == 1, "\(result.errors)")
    }

    @Test(
        "write the same files",
        arguments: [
            "crl -in list.pem -text -out o", "crl -in list.pem -outform DER -out o",
            "asn1parse -in leaf.pem -strparse 31 -out o -noout",
            "asn1parse -genstr OCT:abc -noout -out o",
        ])
    func files(_ line: String) throws {
        let (openssl, lucid) = try faces.run(line)
        #expect(lucid.exitCode == openssl.exitCode)
        let (expected, made) = faces.file("o")
        #expect(made == expected)
    }
}
