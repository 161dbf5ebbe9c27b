import LucidDER
public import LucidModel
public import LucidNumber

extension PFX {
    /// No file may ask for more iterations of key derivation in all: some twenty seconds.
    public static let iterationLimit = 20_000_000

    /// Opens the file: checks its MAC, and decrypts what it holds.
    ///
    /// A passphrase that is wrong and a file that was altered are told apart by trying to decrypt where the MAC does not
    /// hold: only the right passphrase makes sense of what is encrypted.
    ///
    /// - Parameters:
    ///   - passphrase: UTF-8. Where it is empty, both forms of an empty one are tried; see `PassphraseForms.absent`.
    ///   - iterationLimit: how many iterations of key derivation may be done in all.
    public func open(
        passphrase: borrowing SecretBytes, iterationLimit: Int = PFX.iterationLimit
    ) throws(PKCS12Problem) -> PKCS12Contents {
        var opening = try PKCS12Opening(self, iterationLimit: iterationLimit)
        let given = PassphraseForms(passphrase)
        let absent = PassphraseForms.absent
        if try opening.accepts(given) { return try opening.contents(given) }
        if passphrase.count == 0, try opening.accepts(absent) { return try opening.contents(absent) }
        if try opening.decrypts(given) { throw .macMismatch }
        if passphrase.count == 0, try opening.decrypts(absent) { throw .macMismatch }
        throw .wrongPassphrase(isCertain: opening.hasEncryptedParts)
    }

    /// How the file is protected, as far as that can be seen without its passphrase.
    public func protection() throws(PKCS12Problem) -> PKCS12ProtectionReport {
        try PKCS12Opening(self, iterationLimit: Self.iterationLimit).report
    }
}

/// How a PKCS #12 file is protected, in words.
public struct PKCS12ProtectionReport: Hashable, Sendable {
    /// `HMAC-SHA-256`; nil where there is no MAC.
    public let mac: String?
    public let macIterations: Int?
    /// How the parts are encrypted, and the keys in parts that are not, each way once in the file's order.
    public let encryption: [String]
}
