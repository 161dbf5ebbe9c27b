package import LucidCrypto
package import LucidNumber
package import LucidSignature

/// What stands above the PEM block of everything that was made with a teaching seed. Readers of PEM skip such text (RFC 7468 §2).
package enum TeachingMark {
    /// What is marked.
    package enum Kind { case privateKey, certificate, request }

    /// The lines above the block. They are ASCII: some programs read PEM files as nothing else (Python's `cadata`).
    package static func header(_ seed: TeachingSeed, above kind: Kind) -> [UInt8] {
        Array("\(beginning)\"\(shown(seed))\".\n\(warning(kind))\n".utf8)
    }

    /// The words on one line of ASCII, without what could be taken for a PEM boundary, and not longer than a line that all
    /// readers take whole (OpenSSL's has 254 characters).
    package static func shown(_ seed: TeachingSeed) -> String {
        let text = seed.words.unicodeScalars.prefix(longest).map(\.inASCII).joined().replacing("-----", with: "- - -")
        return seed.words.unicodeScalars.count > longest || text.count > longest
            ? text.prefix(longest) + "..." : text
    }

    /// Whether a file says of itself, at the beginning of a line, that it was made with a teaching seed.
    package static func isPresent(in file: Span<UInt8>) -> Bool {
        let wanted = Array(beginning.utf8)
        var start = 0
        while start + wanted.count <= file.count {
            if wanted.indices.allSatisfy({ file[start + $0] == wanted[$0] }) { return true }
            while start < file.count, file[start] != UInt8(ascii: "\n") { start += 1 }
            start += 1
        }
        return false
    }

    private static let beginning = "UNSAFE: made for a lesson with the teaching seed "
    private static let longest = 120

    private static func warning(_ kind: Kind) -> String {
        switch kind {
        case .privateKey: "Everybody who knows these words has this private key. Never use it for anything else."
        case .certificate: "Everybody who knows these words has its private key. Never trust it outside of the lesson."
        case .request:
            "Everybody who knows these words has its private key. Never issue a certificate for it elsewhere."
        }
    }
}

extension SigningKey {
    /// The key as a PEM file's text; where it was made with a seed, the text above the block says so.
    package func pkcs8PEM(markedBy seed: TeachingSeed?) -> SecretBytes {
        guard let seed else { return pkcs8PEM() }
        var text = TeachingMark.header(seed, above: .privateKey) + pkcs8PEM().withArray { $0 }
        return SecretBytes(taking: &text)
    }
}

extension Unicode.Scalar {
    /// The character where it is printable ASCII, else `\u{DC}`.
    fileprivate var inASCII: String {
        (0x20...0x7e).contains(value) ? String(self) : "\\u{\(String(value, radix: 16, uppercase: true))}"
    }
}
