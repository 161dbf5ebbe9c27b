import Foundation
import LucidDER
import LucidPEM
import LucidTestSupport
import LucidX509

@testable import LucidExplain

/// What the tests of pages explain.
enum PageSamples {
    /// A certificate of `Fixtures/openssl/certs`.
    static func certificate(_ name: String) throws -> DERBytes {
        let text = try Checkout.fixture("openssl/certs/\(name).pem")
        return DERBytes(try PEMReader.blocks(in: text.span)[0].get().bytes)
    }

    /// The page of such certificates, each in its file.
    static func page(_ names: [String]) throws -> ExplainedPage {
        ExplainedPage(
            try names.map { (name: "\($0).pem", file: ExplainedFile(try Checkout.fixture("openssl/certs/\($0).pem"))) },
            at: .now)
    }

    /// The page of octets in DER.
    static func page(_ der: [UInt8]) -> ExplainedPage { ExplainedPage([(name: "file.der", file: ExplainedFile(der))]) }

    static let chain = ["chain-rsa-leaf", "chain-rsa-intermediate", "chain-rsa-root"]

    /// A certificate with an extension whose value is no OCTET STRING.
    static func broken() throws -> [UInt8] {
        var der = try certificate("leaf-p256").array
        // subjectKeyIdentifier's object identifier (2.5.29.14), behind which the tag stands.
        let place = der.indices.first { der[$0...].starts(with: [0x55, 0x1d, 0x0e]) }
        if let place { der[place + 3] = 0x05 }
        return der
    }

    /// Names that would be markup, or reorder the text around them, wherever a page forgot to escape them.
    static let hostileNames = [
        "<script>window.injected = 1</script>", "\"><img src=x onerror=\"window.injected = 1\">",
        "</title></style></script><script>alert(1)</script>", "'-alert(1)-'", "--></svg><svg onload=alert(1)>",
        "\u{202e}moc.elpmaxe\u{2066}\u{2028}\u{2029}", "</section></main><iframe src=\"javascript:alert(1)\">",
    ]

    /// A file of such a name, with roots of such names, a CA below one, and PEM that is markup itself.
    static func hostile() throws -> ExplainedPage {
        var text = ""
        for name in hostileNames {
            let root = try CertificateAuthority.root(named: name, key: .generate(.p256))
            text += PEMBlock(label: "CERTIFICATE", bytes: root.certificate.der.array).text + name + "\n"
            guard name == hostileNames.last else { continue }
            let below = try root.intermediate(named: hostileNames[1], key: .generate(.p256)).certificate
            text += PEMBlock(label: "CERTIFICATE", bytes: below.der.array).text
        }
        let header = PEMBlock.Header(name: "<img src=x>", value: hostileNames[1])
        let string: [UInt8] = [0x0c, 0x08] + Array("<script>".utf8)
        text += PEMBlock(label: hostileNames[0], bytes: string, headers: [header]).text
        text += "-----BEGIN <iframe>-----\n<script>\n-----END <iframe>-----\n"
        return ExplainedPage([(name: "<b onclick=alert(1)>.pem", file: ExplainedFile(Array(text.utf8)))], at: .now)
    }

    /// The longest certificate of the system's bundle; nil where there is none.
    static let longestRoot: [UInt8]? = {
        guard let text = try? Data(contentsOf: URL(fileURLWithPath: "/etc/ssl/certs/ca-certificates.crt")) else {
            return nil
        }
        return PEMReader.blocks(in: Array(text).span).compactMap { try? $0.get().bytes }.max { $0.count < $1.count }
    }()
}
