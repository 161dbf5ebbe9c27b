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

    static func item(_ name: String) throws -> ExplainedPage.Item {
        ExplainedPage.Item(certificate: try certificate(name).array, place: "\(name).pem, line 1")
    }

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

    /// Roots that have such names, a CA below one, and a structure of another kind.
    static func hostile() throws -> [ExplainedPage.Item] {
        let place = "<b onclick=alert(1)>.pem"
        var all: [Certificate] = []
        for name in hostileNames {
            let root = try CertificateAuthority.root(named: name, key: .generate(.p256))
            all.append(root.certificate)
            guard name == hostileNames.last else { continue }
            all.append(try root.intermediate(named: hostileNames[1], key: .generate(.p256)).certificate)
        }
        return all.map { ExplainedPage.Item(certificate: $0.der.array, place: place) } + [
            ExplainedPage.Item(
                Explanation(DERBytes([0x0c, 0x08] + Array("<script>".utf8)), as: .unknown), title: hostileNames[2], place: place,
                label: "\"><script>alert(1)</script>")
        ]
    }

    /// The longest certificate of the system's bundle; nil where there is none.
    static let longestRoot: [UInt8]? = {
        guard let text = try? Data(contentsOf: URL(fileURLWithPath: "/etc/ssl/certs/ca-certificates.crt")) else { return nil }
        return PEMReader.blocks(in: Array(text).span).compactMap { try? $0.get().bytes }.max { $0.count < $1.count }
    }()
}
