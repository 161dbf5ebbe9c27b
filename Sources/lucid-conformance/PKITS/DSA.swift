import LucidX509

/// DSA (FIPS 186-4), which Lucid does not have: FIPS 186-5 withdrew it.
enum DSA {
    static let sentence = "a certificate on the way to the trust anchor is signed with DSA, which Lucid does not have"

    /// dsa-with-sha1 (RFC 3279 §2.2.2), and with SHA-224 and SHA-256 (RFC 5758 §3.1).
    private static let algorithms: Set<ObjectIdentifier> = [
        ObjectIdentifier(1, 2, 840, 10040, 4, 3), ObjectIdentifier(2, 16, 840, 1, 101, 3, 4, 3, 1),
        ObjectIdentifier(2, 16, 840, 1, 101, 3, 4, 3, 2),
    ]

    /// Whether DSA made a signature between the target and the trust anchor, which is the first of the certificates.
    static func signs(_ target: Certificate, _ certificates: [Certificate]) -> Bool {
        var onTheWay = [target]
        var next = 0
        while next < onTheWay.count {
            let certificate = onTheWay[next]
            next += 1
            if algorithms.contains(certificate.signatureAlgorithm.algorithm) { return true }
            onTheWay += certificates.dropFirst().filter {
                $0.subject == certificate.issuer && !onTheWay.contains($0)
            }
        }
        return false
    }
}
