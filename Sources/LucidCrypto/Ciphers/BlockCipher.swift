/// A cipher that turns blocks of a fixed length into blocks of the same length, under a secret key.
public protocol BlockCipher: ~Copyable {
    /// The length of a block in octets.
    static var blockByteCount: Int { get }

    /// Encrypts each whole block of `bytes[range]` on its own, in place. Octets after the last whole block stay.
    func encryptBlocks(of bytes: inout MutableSpan<UInt8>, in range: Range<Int>)
    /// Decrypts each whole block of `bytes[range]` on its own, in place. Octets after the last whole block stay.
    func decryptBlocks(of bytes: inout MutableSpan<UInt8>, in range: Range<Int>)
}
