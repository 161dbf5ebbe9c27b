import LucidDER
import LucidModel
import LucidPEM
import LucidTestSupport
import Testing

@testable import LucidSignature

@Suite("Neither print nor dump shows a private key")
struct SilenceTests {
    /// What `print`, `debugPrint` and `dump` make of a value.
    private func said<Value>(_ value: Value) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        return "\(value) \(String(reflecting: value)) \(dumped)"
    }

    /// Whether text holds octets as Swift writes an array of them.
    private func holds(_ text: String, _ octets: some Sequence<UInt8>) -> Bool {
        text.contains(octets.map(String.init).joined(separator: ", "))
    }

    @Test("the values that hold a key's octets while it is read and written")
    func values() throws {
        let block = try keyBlock("p256")
        let der = DERBytes(block.bytes)
        let info = try PrivateKeyInfo(der: der, "key")
        let inner = try ECPrivateKeyStructure(der: info.privateKey, "key")
        var writer = DERWriter()
        writer.octetString(inner.privateKey)
        // All octets in the order of the file, and the first few of the secret number, are nowhere.
        let secret = inner.privateKey.array.prefix(6)
        #expect(holds("\(block.bytes)", secret), "the search finds what is there")
        for text in [
            said(block), said(der), said(info), said(inner), said(writer), said(DERCursor(der)), said([block]),
        ] {
            #expect(!holds(text, secret) && !holds(text, block.bytes.prefix(6)), "\(text)")
        }
    }
}
