import LucidDER
import LucidModel
import LucidPEM
import LucidTestSupport
import Testing

@Suite("PKCS #7 bundles")
struct PKCS7Tests {
    private static let chain = ["chain-p256-leaf", "chain-p256-intermediate", "chain-p256-root"]

    private func bundle(_ name: String) throws -> SignedData {
        let file = try Checkout.fixture("openssl/pkcs7/\(name)")
        let blocks = try PEMReader.blocks(in: file.span).map { try $0.get().bytes }
        let info = try ContentInfo(file: blocks.first ?? file)
        #expect(info.contentType == OID.pkcs7SignedData)
        return try SignedData(der: #require(info.content), "SignedData")
    }

    @Test(
        "openssl's bundles and signed files are read as far as their certificates and lists",
        arguments: [
            ("chain.p7b", 3, 0, 0), ("chain-and-crl.pem", 3, 1, 0), ("crl.p7b", 0, 1, 0), ("signed.p7m", 3, 0, 1),
            ("signed-indefinite.p7m", 3, 0, 1),
        ])
    func read(name: String, certificates: Int, lists: Int, signers: Int) throws {
        let bundle = try bundle(name)
        #expect(bundle.certificates.count == certificates)
        #expect(bundle.revocationLists.count == lists)
        #expect(bundle.signerInfos.count == signers)
        for list in bundle.revocationLists { #expect(throws: Never.self) { try list.get() } }
        if certificates > 0 {
            #expect(try Set(bundle.certificates.map { try $0.get() }) == Set(Self.chain.map { try fixture($0) }))
        }
    }

    @Test("openssl's bundle is written as it was read, and so is one made of the same certificates")
    func written() throws {
        let file = try Checkout.fixture("openssl/pkcs7/chain.p7b")
        let bundle = try bundle("chain.p7b")
        #expect(bundle.fileEncoded == file)
        #expect(SignedData(certificates: try Self.chain.map { try fixture($0) }).fileEncoded == file)
    }

    @Test("a certificate that is none does not hide the others")
    func oneBad() throws {
        let file = try Checkout.fixture("openssl/pkcs7/chain.p7b")
        let leaf = try fixture(Self.chain[0]).der.array
        let start = try #require(file.indices.first { file[$0...].starts(with: leaf) })
        var altered = file
        altered[start + 8] = 9  // the version's tag or value, in any case no certificate any more
        let info = try ContentInfo(file: altered)
        let bundle = try SignedData(der: #require(info.content), "SignedData")
        #expect(bundle.certificates.map { (try? $0.get()) != nil } == [false, true, true])
    }

    @Test(
        "a bundle, cut or with any octet altered, is read or refused",
        arguments: ["chain.p7b", "signed-indefinite.p7m"])
    func damaged(name: String) throws {
        let file = try Checkout.fixture("openssl/pkcs7/\(name)")
        for place in stride(from: 0, to: file.count, by: 5) {
            #expect(throws: DERError.self) { try ContentInfo(file: Array(file[..<place])) }
            var altered = file
            altered[place] ^= 0x81
            guard let content = (try? ContentInfo(file: altered))?.content else { continue }
            let bundle = try? SignedData(der: content, "SignedData")
            _ = bundle.map { ($0.certificates, $0.revocationLists) }
            if let bundle { #expect(bundle.derEncoded == content.array, "octet \(place)") }
        }
    }

    @Test("PKCS #7 and PKCS #12 are told from other structures by their first octets")
    func detection() throws {
        for (path, isPKCS7, isPKCS12) in [
            ("pkcs7/chain.p7b", true, false), ("pkcs7/signed-indefinite.p7m", true, false),
            ("pkcs12/modern.p12", false, true), ("pkcs12/modern-indefinite.p12", false, true),
            ("certs/chain-p256-leaf.der", false, false), ("keys/p256.der", false, false),
            ("keys/rsa-2048-pkcs1.der", false, false), ("keys/enc-p256-pbes2-aes256-sha256.der", false, false),
            ("crls/with-reasons.der", false, false),
        ] {
            let file = try Checkout.fixture("openssl/\(path)")
            #expect(ContentInfo.looksLikeOne(file.span) == isPKCS7, "\(path)")
            #expect(PFX.looksLikeOne(file.span) == isPKCS12, "\(path)")
            for count in 0..<20 {
                let cut = Array(file[..<count])
                _ = ContentInfo.looksLikeOne(cut.span)
                _ = PFX.looksLikeOne(cut.span)
            }
        }
    }
}
