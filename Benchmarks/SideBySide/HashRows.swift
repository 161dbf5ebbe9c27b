import Benchmark
import LucidCrypto
import NettlePeer
import OpenSSLPeer

/// OpenSSL with everything that the processor offers.
func hashRows() {
    sha256Row("sha256-1kb", byteCount: 1 << 10)
    sha256Row("sha256-1mb", byteCount: 1 << 20)
    row("sha512-1mb") {
        let message = makeMessage(1 << 20)
        var digest = [UInt8](repeating: 0, count: 64)
        return [
            Contender("Lucid") { blackHole(SHA512.hash(message)) },
            try openSSLHash("SHA512", message, expected: SHA512.hash(message)),
            Contender("Nettle") { nettle_hash_sha512(message, message.count, &digest) },
            SwiftCryptoPeer.sha512(message),
        ]
    }
}

/// The process was started with the SHA extensions masked: scalar and vector code against scalar code.
func maskedHashRows() {
    sha256Row("sha256-1kb-masked", byteCount: 1 << 10)
    sha256Row("sha256-1mb-masked", byteCount: 1 << 20)
}

private func sha256Row(_ id: String, byteCount: Int) {
    row(id) {
        let message = makeMessage(byteCount)
        var contenders = [
            Contender("Lucid") { blackHole(SHA256.hash(message)) },
            try openSSLHash("SHA256", message, expected: SHA256.hash(message)),
            SwiftCryptoPeer.sha256(message),
        ]
        if !RunSettings.isMasked {
            // Nettle looks at the processor by itself and can not be told to leave the extensions alone.
            var digest = [UInt8](repeating: 0, count: 32)
            contenders.append(Contender("Nettle") { nettle_hash_sha256(message, message.count, &digest) })
        }
        return contenders
    }
}

private func makeMessage(_ byteCount: Int) -> [UInt8] { (0..<byteCount).map { UInt8(truncatingIfNeeded: $0 &* 31) } }

private func openSSLHash(_ name: String, _ message: [UInt8], expected: [UInt8]) throws -> Contender {
    guard let hash = openssl_hash_new(name) else { throw WrongResult(description: "OpenSSL has no \(name)") }
    var digest = [UInt8](repeating: 0, count: expected.count)
    try check(openssl_hash_run(hash, message, message.count, &digest) == 1 && digest == expected, "digests differ")
    return Contender("OpenSSL") {
        try check(openssl_hash_run(hash, message, message.count, &digest) == 1, "OpenSSL does not hash")
    }
}
