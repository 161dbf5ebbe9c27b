import LucidExplain
import LucidPEM
import LucidTestSupport
import Testing

/// openssl verify refuses what Lucid refuses, and accepts ECDSA's other signature too.
@Suite(.enabled(if: Programs.openssl != nil, "OpenSSL 3 is not installed"))
struct TamperedOpenSSLTests {
    @Test(arguments: TamperedChain.all)
    func `openssl verify agrees on every change`(chain: TamperedChain) throws {
        let openssl = try #require(Programs.openssl)
        let folder = try TemporaryFolder()
        try folder.write(Self.pem(chain.root.der.array), to: "root.pem")
        try folder.write(Self.pem(chain.intermediate.der.array), to: "middle.pem")
        let arguments = [
            "verify", "-CAfile", folder.path("root.pem"), "-untrusted", folder.path("middle.pem"), "-verify_hostname",
            TamperedChain.host,
        ]
        func isAccepted(_ octets: [UInt8]) throws -> Bool {
            try folder.write(Self.pem(octets), to: "leaf.pem")
            return try Programs.run(openssl, arguments + [folder.path("leaf.pem")]).exitCode == 0
        }
        #expect(try isAccepted(chain.leaf.der.array))
        let scene = chain.scene()
        let kinds = CertificateChange.Kind.usual + (chain.description.hasPrefix("P-") ? [.twin] : [])
        for kind in kinds {
            let change = try chain.change(kind)
            let isCaught = scene.outcome(change.octets).catcher != nil
            #expect(try isAccepted(change.octets) == !isCaught, "\(kind)")
            #expect(isCaught == (kind != .twin), "\(kind)")
        }
    }

    private static func pem(_ octets: [UInt8]) -> [UInt8] { PEMBlock.encode(label: "CERTIFICATE", bytes: octets.span) }
}
