import LucidExplain
import LucidModel
import LucidTestSupport
import LucidValidation
import Testing

/// Every bit is turned over, and each is caught.
struct EveryBitTests {
    /// In short runs some of the bits, always others: the step has no divisor in common with an octet.
    private static let step = Samples.isExhaustive ? 1 : 131

    /// The answers for some bits of a scene.
    private func answers(_ scene: TamperingScene) -> [Int: EveryBit.Catcher?] {
        let start = Self.step == 1 ? 0 : Int.random(in: 0..<Self.step)
        let bits = stride(from: start, to: EveryBit.bitCount(scene), by: Self.step)
        return Dictionary(uniqueKeysWithValues: bits.map { ($0, EveryBit.catcher(ofBit: $0, in: scene)) })
    }

    @Test(arguments: TamperedChain.all)
    func `no bit of a leaf can be turned over without being caught`(chain: TamperedChain) {
        for (bit, catcher) in answers(chain.scene()) { #expect(catcher != nil, "\(chain): bit \(bit)") }
    }

    @Test func `nor one of an intermediate certificate`() {
        for chain in TamperedChain.all where ["RSA", "Ed25519"].contains(chain.description) {
            let scene = chain.scene(changing: chain.intermediate)
            for (bit, catcher) in answers(scene) { #expect(catcher != nil, "\(chain): bit \(bit)") }
        }
    }

    /// Of the trust anchor itself the signature's bits are nobody's concern.
    @Test func `bits of a trust anchor's signature are caught by nothing, and are told as such`() throws {
        let chain = try #require(TamperedChain.all.first { $0.description == "RSA" })
        let scene = chain.scene(changing: chain.root, inStore: true)
        let count = EveryBit.bitCount(scene)
        let catchers = (0..<count).map { bit in
            bit < count - 64 ? EveryBit.Catcher.reader : EveryBit.catcher(ofBit: bit, in: scene)
        }
        let bits = EveryBit(scene, catchers: catchers)
        #expect(bits.uncaught == Array(count - 64..<count))
        let text = TamperingText().everyBit(bits, scene)
        #expect(text.contains("✗ 64 of \(count) bits are caught by nothing") && text.contains("… and 48 more"))
        #expect(text.contains("rr!!!!!!!!"))
    }

    @Test func `parts in percent are rounded, and few are not shown as none`() throws {
        let chain = try #require(TamperedChain.all.first { $0.description == "RSA" })
        let scene = chain.scene()
        let count = EveryBit.bitCount(scene)
        func table(_ few: Int) -> String {
            let catchers = (0..<count).map { $0 < few ? EveryBit.Catcher.reader : .check(.signature) }
            return TamperingText().everyBit(EveryBit(scene, catchers: catchers), scene)
        }
        let one = table(1)
        #expect(one.contains(" 1   <0.1 %") && one.contains(" \(count - 1)  >99.9 %") && one.contains(" 0    0.0 %"))
        // 0.48 of a hundred, and a little more.
        let few = (count * 48 + 9999) / 10000
        #expect(table(few).contains(" \(few)    0.5 %") && table(few).contains("   99.5 %"))
    }

    @Test func `the table counts every bit once`() throws {
        let chain = try #require(TamperedChain.all.first { $0.description == "RSA" })
        let scene = chain.scene()
        let kinds: [EveryBit.Catcher] = [.reader, .check(.signature), .check(.keyUsable)]
        let catchers = (0..<EveryBit.bitCount(scene)).map { kinds[min(2, $0 % 8)] }
        let bits = EveryBit(scene, catchers: catchers)
        #expect(bits.tally.map(\.count).reduce(0, +) == catchers.count && bits.uncaught.isEmpty)
        #expect(bits.tally.map(\.catcher) == [.check(.keyUsable), .reader, .check(.signature)])
        let fields = bits.fields
        #expect(fields.first?.octets.lowerBound == 0 && fields.last?.octets.upperBound == chain.leaf.der.count)
        #expect(zip(fields, fields.dropFirst()).allSatisfy { $0.octets.upperBound == $1.octets.lowerBound })
        #expect(fields.map { $0.counts.values.reduce(0, +) + $0.uncaught }.reduce(0, +) == catchers.count)
        #expect(fields.contains { $0.path == "tbsCertificate.extensions[3](subjectAltName)" })
        let text = TamperingText().everyBit(bits, scene)
        // In each octet most bits are the key's, and others have some.
        #expect(text.contains("     0  AAAAAAAA") && text.contains("✓ no bit can be turned over"))
        // Many catchers share a column where there is little room.
        var narrow = TamperingText()
        narrow.width = 80
        let checks = Check.allCases.prefix(20)
        let many = EveryBit(scene, catchers: catchers.indices.map { .check(checks[$0 % checks.count]) })
        for shown in [narrow.everyBit(bits, scene), narrow.everyBit(many, scene)] {
            #expect(shown.split(separator: "\n").allSatisfy { $0.count <= 80 })
        }
        #expect(narrow.everyBit(many, scene).contains("  rest     !"))
    }
}
