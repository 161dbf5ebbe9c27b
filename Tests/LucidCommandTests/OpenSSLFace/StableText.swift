import Foundation
import LucidX509

/// Output and files without what differs from run to run: times, signatures and, where they are made anew, keys and random serial
/// numbers. PEM blocks become a list of what is in them.
enum StableText {
    /// - Parameter keepsKeys: whether both sides have the same keys, so that these and what is computed from them must be equal.
    static func of(_ text: String, keepsKeys: Bool) -> String {
        var text = text
        // To look for a word first is much quicker than to try a pattern at every place.
        if text.contains("-----BEGIN") { text = withoutPEM(text, keepsKeys) }
        if text.contains(" GMT") {
            text = text.replacing(/[A-Z][a-z]{2} [ 0-9]\d \d\d:\d\d:\d\d \d{4} GMT/, with: "TIME")
        }
        if text.contains("Z") {
            text = text.replacing(/\b\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ/, with: "TIME")
            text = text.replacing(/\b(\d\d)?\d{12}Z/, with: "TIME")
        }
        if text.contains("Signature Value:") {
            text = text.replacing(/( +Signature Value:\n)( +[0-9a-f:]+\n)+/) { "\($0.output.1)OCTETS\n" }
        }
        if text.contains("Serial Number:") {
            text = text.replacing(
                /Serial Number:(\s+[0-9a-f:]{50,}| [0-9]+ \(0x[0-9a-f]{12,}\))/, with: "Serial Number: RANDOM")
        }
        text = text.replacing(/\b[0-9A-F]{36,40}\b/, with: "RANDOM")
        guard !keepsKeys else { return text }
        text = text.replacing(/keyid:[0-9A-F:]{59}/, with: "keyid:OCTETS")
            .replacing(/serial:[0-9A-F:]{44,}/, with: "serial:RANDOM")
        return text.replacing(
            /( +(pub|priv|Modulus|Public-Key|X509v3 [A-Za-z]+ Key Identifier):[^\n]*\n)( +[0-9A-Fa-f:]+\n)+/
        ) { "\($0.output.1)OCTETS\n" }
    }

    private static func withoutPEM(_ text: String, _ keepsKeys: Bool) -> String {
        var text = text
        for match in text.matches(of: /-----BEGIN ([A-Z0-9 ]+)-----\n[^-]*-----END [A-Z0-9 ]+-----\n?/).reversed() {
            let block = String(text[match.range])
            text.replaceSubrange(match.range, with: StablePEM.of(block, keepsKeys: keepsKeys) + "\n")
        }
        return text
    }

    /// The lines of openssl's error queue are for its makers.
    static func withoutErrorQueue(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { $0.firstMatch(of: /^[0-9A-F]{12,16}:error:/) == nil }.joined(separator: "\n")
    }

    /// Whether Lucid says what openssl says: the same lines, at whose ends it may say more.
    static func says(_ lucid: String, _ openssl: String) -> Bool {
        let (ours, theirs) = (lucid.split(separator: "\n"), openssl.split(separator: "\n"))
        return ours.count == theirs.count && zip(ours, theirs).allSatisfy { $0.hasPrefix($1) }
    }
}
