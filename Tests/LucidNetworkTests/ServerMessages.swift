@testable import LucidNetwork

/// What a server says, octet by octet, written here anew and not by Lucid's writer.
enum ServerMessages {
    static let certificates: [[UInt8]] = [[0x30, 0x03, 1, 2, 3], [UInt8](repeating: 0x31, count: 300)]

    static func number(_ value: Int, octets: Int) -> [UInt8] {
        (0..<octets).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    static func message(_ type: UInt8, _ body: [UInt8]) -> [UInt8] { [type] + number(body.count, octets: 3) + body }

    static func record(_ type: UInt8, _ fragment: [UInt8]) -> [UInt8] {
        [type, 3, 3] + number(fragment.count, octets: 2) + fragment
    }

    /// ServerHello for TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256.
    static func hello(version: Int = 0x0303, extensions: [UInt8]? = nil, session: Int = 4) -> [UInt8] {
        let head = number(version, octets: 2) + [UInt8](repeating: 7, count: 32)
        let choice = [UInt8(session)] + [UInt8](repeating: 9, count: session) + [0xc0, 0x2f, 0]
        return message(2, head + choice + (extensions.map { number($0.count, octets: 2) + $0 } ?? []))
    }

    static func certificate(_ list: [[UInt8]] = certificates) -> [UInt8] {
        let all = list.flatMap { number($0.count, octets: 3) + $0 }
        return message(11, number(all.count, octets: 3) + all)
    }

    /// Handshake octets in records of so many octets each.
    static func records(_ octets: [UInt8], of size: Int) -> [UInt8] {
        stride(from: 0, to: octets.count, by: size).flatMap { start in
            record(22, Array(octets[start..<min(start + size, octets.count)]))
        }
    }

    /// What a reader makes of octets that arrive in pieces of that size; nil where it wants more.
    static func read(_ octets: [UInt8], piece: Int = 4096) throws(TLSProblem) -> ServerChainReader.Answer? {
        var reader = ServerChainReader()
        for start in stride(from: 0, to: octets.count, by: piece) {
            if let answer = try reader.receive(octets[start..<min(start + piece, octets.count)]) { return answer }
        }
        return nil
    }
}
