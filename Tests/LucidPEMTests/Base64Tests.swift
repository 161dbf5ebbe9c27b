import Foundation
import Testing

@testable import LucidPEM

@Suite("Base64")
struct Base64Tests {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    @Test("each of the 256 octets has its value or none")
    func values() {
        for octet in UInt8.min...UInt8.max {
            let value = Base64.value(of: octet)
            if let index = Self.alphabet.firstIndex(of: octet) { #expect(value == index) } else { #expect(value < 0) }
        }
        #expect((0..<64).map { Base64.character(for: $0) } == Self.alphabet)
    }

    @Test("agrees with Foundation for all lengths from 0 to 200")
    func againstFoundation() throws {
        for count in 0...200 {
            let octets = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ count &* 7) }
            let expected = Data(octets).base64EncodedString()
            var encoded: [UInt8] = []
            Base64.append(octets.span, to: &encoded)
            #expect(String(decoding: encoded, as: UTF8.self) == expected)

            var decoder = Base64Decoder(expectedByteCount: 0)
            for character in encoded { #expect(decoder.take(character) == nil) }
            #expect(decoder.finish() == (count == 0 ? .empty : nil))
            #expect(decoder.takeBytes() == octets)

            // The same with eight characters at once, with enough room and with too little.
            for room in [0, count / 2, count + 3] {
                var decoder = Base64Decoder(expectedByteCount: room)
                let start = decoder.takeGroups(encoded.span, 0..<encoded.count)
                for character in encoded[start...] { #expect(decoder.take(character) == nil) }
                #expect(decoder.finish() == (count == 0 ? .empty : nil))
                #expect(decoder.takeBytes() == octets)
            }
        }
    }

    @Test("a group of 32 has the bits of its characters, or none: every octet in every place")
    func groups() {
        for octet in UInt8.min...UInt8.max {
            for place in 0..<32 {
                // The others are "/", whose bits are all set, and whose code comes just before the digits.
                var group = SIMD4<UInt64>(repeating: 0x2f2f_2f2f_2f2f_2f2f)
                let shift = UInt64(56 - 8 * (place % 8))
                group[place / 8] = group[place / 8] & ~(0xff << shift) | UInt64(octet) << shift
                let value = Base64.value(of: octet)
                var bits = SIMD4<UInt64>(repeating: 0xffff_ffff_ffff)
                let bitShift = UInt64(42 - 6 * (place % 8))
                bits[place / 8] = bits[place / 8] & ~(63 << bitShift) | UInt64(max(value, 0)) << bitShift
                #expect(Base64.bits(ofWords: group) == (value < 0 ? nil : bits))
            }
        }
        var decoder = Base64Decoder(expectedByteCount: 100)
        let text = Array((String(repeating: "A", count: 64) + " " + String(repeating: "A", count: 64)).utf8)
        #expect(decoder.takeGroups(text.span, 0..<text.count) == 64)
    }

    @Test("an octet is found wherever it stands, also among those that differ in one bit")
    func search() {
        for count in [0, 1, 7, 8, 9, 16, 30] {
            for neighbour in [UInt8(ascii: "\n") ^ 1, UInt8(ascii: "\n") ^ 0x80, 0, 0xff] {
                var octets = [UInt8](repeating: neighbour, count: count)
                #expect(octets.span.firstIndex(of: UInt8(ascii: "\n"), from: 0) == count)
                for place in octets.indices {
                    octets[place] = UInt8(ascii: "\n")
                    for start in 0...place {
                        #expect(octets.span.firstIndex(of: UInt8(ascii: "\n"), from: start) == place)
                    }
                    octets[place] = neighbour
                }
            }
        }
    }

    @Test(
        "wrong texts",
        arguments: [
            ("A", .base64Truncated), ("AA", .base64Truncated), ("AAA", .base64Truncated), ("AAAAA", .base64Truncated),
            ("AA=", .base64Truncated), ("", .empty),
            ("AB==", .base64BitsLeftOver), ("AAB=", .base64BitsLeftOver), ("AAAA/B==", .base64BitsLeftOver),
            ("=", .characterNotBase64(0x3d)), ("A=", .characterNotBase64(0x3d)), ("AAAA=", .characterNotBase64(0x3d)),
            ("AA===", .characterNotBase64(0x3d)), ("AAA==", .characterNotBase64(0x3d)),
            ("AA==AAAA", .dataAfterPadding), ("AA=A", .dataAfterPadding), ("AAA=A", .dataAfterPadding),
            ("AA-_", .characterNotBase64(0x2d)), ("AAA*", .characterNotBase64(0x2a)),
            ("AAA\u{e9}", .characterNotBase64(0xc3)),
            ("AAA\0", .characterNotBase64(0)),
        ] as [(String, PEMError.Reason)])
    func refuses(text: String, reason: PEMError.Reason) {
        var decoder = Base64Decoder(expectedByteCount: 0)
        #expect((text.utf8.lazy.compactMap { decoder.take($0) }.first ?? decoder.finish()) == reason)
    }
}
