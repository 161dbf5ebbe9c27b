import LucidNumber
import Testing

@testable import LucidCrypto

@Suite("The fast engine of Ed25519 beside the reference engine")
struct FastEd25519Tests {
    private let fast = FastEd25519(), reference = ReferenceEd25519()
    private let order = Ed25519Scalar.order

    @Test("multiples of the base point")
    func multiples() {
        var random = RepeatableRandom(25519)
        let edges = edgeNumbers(below: order)
        var scalars = stride(from: 0, to: edges.count, by: rounds(7, exhaustive: 1)).map { edges[$0] }
        // Numbers that are not below L, as a private key's is not.
        scalars += [order.value, order.value + .one, Natural.powerOfTwo(255), Natural.powerOfTwo(254) + Natural(8)]
        for _ in 0..<rounds(5, exhaustive: 3000) { scalars.append(random.number(below: order)) }
        for k in scalars {
            let secret = SecretNatural(k, limbCount: 4)
            let same = fast.encodedBaseMultiple(secret) == reference.encodedBaseMultiple(secret)
            if !same { Issue.record("differs for k = \(k)") }
        }
    }

    /// Points of small order, whose sums meet every special case, and some that are no points.
    static let encodings: [[UInt8]] = {
        let p = PrimeField.ed25519.modulus.value
        var list: [[UInt8]] = []
        for y in [Natural.zero, .one, Natural(2), Natural(3), Natural(4), p.subtracting(.one) ?? p, p, p + .one] {
            let bytes = Array((y.bigEndianBytes(count: 32) ?? []).reversed())
            list.append(bytes)
            list.append(Array(bytes.dropLast()) + [bytes[31] | 0x80])
        }
        // A point of order 8.
        list.append(hexBytes("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"))
        list.append(Ed25519Point.base.encoded)
        list.append([UInt8](repeating: 0xff, count: 32))
        list.append([1])
        return list
    }()

    private static func hexBytes(_ text: String) -> [UInt8] {
        Array((Natural(hexadecimal: text)?.bigEndianBytes(count: 32)) ?? [])
    }

    @Test("octets are points for both or for neither")
    func decoding() {
        var random = RepeatableRandom(8)
        var list = Self.encodings
        for _ in 0..<rounds(20, exhaustive: 20_000) {
            list.append((0..<32).map { _ in UInt8(truncatingIfNeeded: random.next() >> 24) })
        }
        var points = 0
        for bytes in list {
            let isPoint = fast.isPoint(bytes.span)
            points += isPoint ? 1 : 0
            if isPoint != reference.isPoint(bytes.span) { Issue.record("differs for \(bytes)") }
            if let point = EdwardsPoint(encoded: bytes.span) { #expect(point.encoded == bytes) }
        }
        #expect(points > 8 && points < list.count)
    }

    @Test("public sums, with points of small order and with the base point itself")
    func sums() {
        var random = RepeatableRandom(9)
        let edges = [Natural.zero, .one, Natural(2), Natural(8), order.value.subtracting(.one) ?? .zero]
        for bytes in Self.encodings {
            for s in edges.suffix(rounds(2, exhaustive: 5)) {
                for k in edges + [random.number(below: order)] {
                    compare(s, k, bytes)
                    if !reference.isPoint(bytes.span) { break }
                }
            }
        }
        for _ in 0..<rounds(3, exhaustive: 3000) {
            let a = fast.encodedBaseMultiple(SecretNatural(random.number(below: order), limbCount: 4))
            compare(random.number(below: order), random.number(below: order), a)
        }
    }

    private func compare(_ s: Natural, _ k: Natural, _ a: [UInt8]) {
        let same =
            fast.encodedDifference(s, k, times: a.span) == reference.encodedDifference(s, k, times: a.span)
        if !same { Issue.record("differs for s = \(s), k = \(k), A = \(a)") }
    }

    @Test("the table is what it says")
    func table() {
        let table = FastEd25519.table, count = FastEd25519.rowCount
        #expect(table.count == (FastEd25519.windowCount + FastEd25519.stride - 1) / FastEd25519.stride * count)
        for index in stride(from: 0, to: table.count, by: rounds(7, exhaustive: 1)) {
            let place = FastEd25519.width * FastEd25519.stride * (index / count)
            let k = order.reduce(Natural(UInt(2 * (index % count) + 1)) * .powerOfTwo(place))
            // x and y from y + x and y - x.
            let expected = Ed25519Point.base.multiplied(by: SecretNatural(k, limbCount: 4)).encoded
            let half = (Field25519.one + .one).inverse()
            let x = (table[index].sum - table[index].difference) * half
            let y = (table[index].sum + table[index].difference) * half
            #expect(EdwardsPoint(x: x, y: y).encoded == expected)
            #expect(table[index].twiceDT.equals(x * y * EdwardsPoint.twiceD))
            #expect(table[index].z2.equals(.one + .one))
        }
    }

    @Test("both engines sign alike, and accept and refuse alike")
    func signatures() {
        for _ in 0..<rounds(2, exhaustive: 1000) {
            let key = Ed25519PrivateKey.generate()
            let publicKey = key.publicKey
            let message = RandomSource.system.bytes(count: 50)
            let signature = key.sign(message.span)
            let slow = key.sign(message.span, engine: reference)
            #expect(signature == slow)
            var changed = signature
            changed[40] ^= 1
            for (candidate, isValid) in [(signature, true), (changed, false)] {
                let byFast = publicKey.isValidSignature(candidate.span, for: message.span)
                let byReference = publicKey.isValidSignature(candidate.span, for: message.span, engine: reference)
                #expect(byFast == isValid && byReference == isValid)
            }
        }
    }
}
