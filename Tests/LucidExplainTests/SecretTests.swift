import LucidDER
import LucidExplain
import LucidModel
import LucidPEM
import LucidReport
import LucidTestSupport
import Testing

@Suite("Secret numbers")
struct SecretTests {
    private static let keys = Samples.fixtures.filter {
        [.privateKey, .rsaPrivateKey, .ecPrivateKey].contains($0.kind) || $0.name.contains("no-encryption")
    }

    /// Everything secret in a key file, as the decoders of `LucidModel` have it.
    private static func secrets(_ octets: DERBytes) -> [DERBytes] {
        if let rsa = try? RSAPrivateKeyStructure(der: octets, "") {
            return [rsa.privateExponent, rsa.prime1, rsa.prime2, rsa.exponent1, rsa.exponent2, rsa.coefficient]
        }
        if let curve = try? ECPrivateKeyStructure(der: octets, "") { return [curve.privateKey] }
        if let info = try? PrivateKeyInfo(der: octets, "") {
            let inner = secrets(info.privateKey)
            return inner.isEmpty ? [info.privateKey.dropFirst(2)] : inner
        }
        guard let pfx = try? PFX(der: octets, ""), let safe = try? pfx.authenticatedOctets(),
            let parts = try? PFX.authenticatedSafe(safe)
        else { return [] }
        let bags = parts.compactMap { try? $0.octets("") }.flatMap { (try? SafeBag.safeContents($0)) ?? [] }
        return bags.flatMap { bag -> [DERBytes] in if case .key(let key) = bag.value { secrets(key) } else { [] } }
    }

    /// Every four octets that stand behind each other.
    private static func fours(_ octets: some Collection<UInt8>) -> Set<String> {
        let digits = octets.map { hex([$0]) }
        guard digits.count >= 4 else { return [] }
        return Set((0...digits.count - 4).map { digits[$0..<$0 + 4].joined() })
    }

    /// Every four octets that a text shows, in hexadecimal digits with or without spaces.
    private static func shownFours(_ text: String) -> Set<String> {
        var shown: Set<String> = []
        for line in text.split(separator: "\n") {
            var run: [UInt8] = []
            for word in line.split(whereSeparator: { !$0.isHexDigit && $0 != " " }).flatMap({ $0.split(separator: " ") }
            ) {
                if word.count == 2 {
                    run += hex(String(word))
                    continue
                }
                shown.formUnion(fours(run))
                shown.formUnion(fours(hex(String(word))))
                run = []
            }
            shown.formUnion(fours(run))
        }
        return shown
    }

    private static func everything(_ explanation: Explanation, showsSecrets: Bool) -> String {
        var form = ExplanationText()
        form.showsAllOctets = true
        form.showsSecrets = showsSecrets
        let json = JSONValue.array(ExplanationJSON.value(explanation, showsSecrets: showsSecrets))
        return (form.text(explanation) ?? "") + "\n" + json.text
    }

    @Test func `of private keys are nowhere in the text or the JSON, unless they are asked for`() {
        #expect(Self.keys.count > 20)
        for key in Self.keys {
            let octets = DERBytes(key.octets)
            let secret = Self.secrets(octets).reduce(into: Set<String>()) { $0.formUnion(Self.fours($1)) }
            #expect(secret.count > 20, "\(key.name)")
            let explanation = Explanation(octets, as: key.kind)
            let shown = Self.shownFours(Self.everything(explanation, showsSecrets: false))
            #expect(shown.isDisjoint(with: secret), "\(key.name): \(shown.intersection(secret))")
            let revealed = Self.shownFours(Self.everything(explanation, showsSecrets: true))
            #expect(revealed.isSuperset(of: secret), "\(key.name)")
        }
    }

    @Test func `of keys that are damaged or cut off are not shown either`() {
        var dice = Dice(state: 3)
        for key in Self.keys.filter({ $0.octets.count < 400 }) {
            let secret = Self.secrets(DERBytes(key.octets)).reduce(into: Set<String>()) { $0.formUnion(Self.fours($1)) }
            for round in 0..<(Samples.isExhaustive ? 400 : 6) {
                let explanation = Explanation(DERBytes(dice.damaged(key.octets)), as: key.kind)
                let shown = Self.shownFours(Self.everything(explanation, showsSecrets: false))
                #expect(shown.isDisjoint(with: secret), "\(key.name), round \(round): \(shown.intersection(secret))")
            }
            // Without a label the kind is guessed.
            for count in stride(from: key.octets.count - 1, to: 24, by: Samples.isExhaustive ? -1 : -41) {
                let explanation = Explanation(DERBytes(Array(key.octets.prefix(count))))
                let shown = Self.shownFours(Self.everything(explanation, showsSecrets: false))
                #expect(shown.isDisjoint(with: secret), "\(key.name), \(count) octets of \(explanation.kind)")
            }
        }
    }

    @Test func `in a key under a passphrase are explained as far as it is not encrypted`() throws {
        let name = "openssl/keys/enc-rsa-2048-aes256-traditional.pem"
        let block = try #require(ExplainedFile(try Checkout.fixture(name)).blocks.first)
        #expect(block.explanation.kind == .encryptedOctets && block.explanation.isFlawless)
        #expect(block.headers.map(\.name) == ["Proc-Type", "DEK-Info"])
        #expect(block.headers.allSatisfy { $0.clause.hasPrefix("RFC 1421 §4.6.1") })
    }
}
