public import LucidCrypto
import LucidDER
import LucidModel
import LucidReport
public import LucidSignature

/// A signature under a changed certificate: what it says, and what it would have to say.
public struct SignatureComparison: Sendable {
    /// The whole computation, or why there is nothing to compute.
    public let worked: Result<WorkedVerification, SignatureProblem>
    /// The hash of the signed octets as they were, and as they are; nil for Ed25519, which hashes more than those.
    public let hashes: (name: String, before: [UInt8], after: [UInt8])?
    /// The two values that must be the same; nil where the procedure ends before them.
    public let values: Values?

    /// What a signature is compared by in the end.
    public struct Values: Hashable, Sendable {
        /// What the signature holds: `hash in s^e mod n`.
        public let foundName: String
        public let found: String
        /// What it must be.
        public let expectedName: String
        public let expected: String

        /// Whether they are the same.
        public var agree: Bool { found == expected }
    }

    /// - Parameters:
    ///   - changed: the certificate as it is now.
    ///   - original: as it was.
    ///   - signer: the key that the signature is checked with.
    init(_ changed: Certificate, original: Certificate, signer: SubjectPublicKeyInfo) {
        let worked: Result<WorkedVerification, SignatureProblem>
        do throws(SignatureProblem) {
            worked = .success(
                try SignatureChecker.worked(
                    changed.signatureValue, over: changed.tbsBytes, algorithm: changed.signatureAlgorithm,
                    signer: signer))
        } catch { worked = .failure(error) }
        self.worked = worked
        values = (try? worked.get()).flatMap(Self.values)
        if let scheme = try? SignatureScheme(changed.signatureAlgorithm), scheme != .ed25519 {
            hashes = (
                scheme.hash.name, scheme.hash.hash(original.tbsBytes.array), scheme.hash.hash(changed.tbsBytes.array)
            )
        } else {
            hashes = nil
        }
    }

    private static func values(_ worked: WorkedVerification) -> Values? {
        let octets = { (name: String, part: String) -> [UInt8]? in
            guard case .parts(let parts)? = worked.steps.first(where: { $0.name == name })?.value else { return nil }
            return parts.first { $0.name == part }?.octets
        }
        let step = { (name: String) in worked.steps.first { $0.name == name }?.value }
        if let expected = octets("EM'", "hash") {
            // A number that nobody made from a hash is no frame, but looks like chance.
            let noise = octets("EM", "not a frame").map { " but \(hexadecimal($0.prefix(12)))…" } ?? ""
            let found = octets("EM", "hash").map(hexadecimal) ?? "no frame 0001ff…ff00" + noise
            return Values(
                foundName: "the hash in s^e mod n", found: found, expectedName: "the hash of the octets",
                expected: hexadecimal(expected))
        }
        if let found = octets("EM", "H"), case .octets(let expected)? = step("H'") {
            return Values(
                foundName: "H in s^e mod n", found: hexadecimal(found), expectedName: "H' of the octets and the salt",
                expected: hexadecimal(expected))
        }
        if case .number(let found)? = step("r"), case .number(let expected)? = step("v") {
            let (found, expected) = (found.hexadecimal, expected.hexadecimal)
            let width = max(found.count, expected.count)
            let zeros = { (digits: String) in String(repeating: "0", count: width - digits.count) + digits }
            return Values(
                foundName: "r in the signature", found: zeros(found), expectedName: "x of R = u1·G + u2·Q",
                expected: zeros(expected))
        }
        if case .octets(let found)? = step("R"), case .octets(let expected)? = step("R'") {
            return Values(
                foundName: "R in the signature", found: hexadecimal(found), expectedName: "R' = S·B - k·A",
                expected: hexadecimal(expected))
        }
        return nil
    }
}
