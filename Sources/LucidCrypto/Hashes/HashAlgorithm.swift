public import LucidNumber

/// A hash function chosen at run time.
public enum HashAlgorithm: Hashable, Sendable, CaseIterable {
    case sha256

    public var name: String { "SHA-256" }
    public var digestByteCount: Int { 32 }
    public func hash(_ message: Span<UInt8>) -> [UInt8] { SHA256.hash(message) }
    public func hmac(_ message: Span<UInt8>, key: Span<UInt8>) -> SecretBytes {
        HMAC<SHA256>.authenticate(message, key: key)
    }
}
