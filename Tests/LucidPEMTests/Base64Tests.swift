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

    @Test("a group of eight has the bits of its characters, or none: every octet in every place")
    func groups() {
        for octet in UInt8.min...UInt8.max {
            for place in 0..<8 {
                // The others are "/", whose bits are all set, and whose code comes just before the digits.
                let shift = UInt64(56 - 8 * place)
                let group = 0x2f2f_2f2f_2f2f_2f2f & ~(0xff << shift) | UInt64(octet) << shift
                let value = Base64.value(of: octet)
                let bits = (0..<8).reduce(UInt64(0)) { $0 << 6 | ($1 == place ? UInt64(max(value, 0)) : 63) }
                #expect(Base64.bits(ofEight: group) == (value < 0 ? nil : bits))
            }
        }
        var decoder = Base64Decoder(expectedByteCount: 100)
        let text = Array("AAAAAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAAAAA".utf8)
        #expect(decoder.takeGroups(text.span, 0..<text.count) == 24)
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
