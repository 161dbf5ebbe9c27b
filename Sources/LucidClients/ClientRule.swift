/// A rule that some clients have and others have not.
public struct ClientRule: Hashable, Sendable {
    /// The rule's number in the table of client rules.
    public let number: Int
    /// What the rule asks for, as a sentence without a full stop.
    public let statement: String
    /// Who refuses a chain that breaks it.
    public let enforcedBy: Set<Client>
    /// Where the rule is written down, or how it was measured.
    public let source: String

    /// How sure that is.
    public enum Evidence: String, Hashable, Sendable {
        /// Tried out with the client itself.
        case measured
        /// From the client's own documentation.
        case quoted
    }
    public let evidence: Evidence
}

extension ClientRule {
    private init(
        _ number: Int, _ statement: String, by clients: Set<Client>, _ evidence: Evidence, _ source: String
    ) {
        self.init(number: number, statement: statement, enforcedBy: clients, source: source, evidence: evidence)
    }

    private static let strictOnes: Set<Client> = [.python, .requests, .opensslStrict, .pyca]

    static let version3 = ClientRule(
        1, "every certificate is X.509 v3", by: [.python, .requests, .pyca, .rustls], .measured, "RFC 5280 §4.1.2.1")
    static let subjectAltName = ClientRule(
        2, "the server's names stand in subjectAltName",
        by: [.chromium, .apple, .go, .requests, .pyca, .firefox, .rustls], .measured, "Apple 103769; Go 1.15 notes")
    static let serverAuth = ClientRule(
        3, "the server's certificate has the extended key usage serverAuth", by: [.apple], .quoted, "Apple 103769")
    static let lifetime = ClientRule(
        4, "the server's certificate is valid for at most 825 days", by: [.apple], .quoted, "Apple 103769")
    static let strength = ClientRule(
        6, "RSA keys have at least 2048 bits, signatures use SHA-2", by: [.apple], .quoted, "Apple 103769")
    static let basicConstraints = ClientRule(
        7, "a CA has critical basicConstraints with cA TRUE", by: strictOnes.union([.android]), .measured,
        "OpenSSL error 89")
    static let keyUsage = ClientRule(
        8, "a CA has keyUsage with keyCertSign", by: strictOnes, .measured, "OpenSSL error 92")
    static let keyIdentifiers = ClientRule(
        9,
        "a CA has a subject key identifier, and all but self-signed certificates an authority key identifier, none critical",
        by: strictOnes, .quoted, "OpenSSL errors 85, 86, 90, 91")
    static let leafIsNoCA = ClientRule(
        10, "the server's certificate is no CA's", by: [.firefox, .rustls], .quoted, "RFC 5280 §4.2.1.9; webpki")
    static let pathLength = ClientRule(
        11, "only a CA that signs certificates has a path length constraint", by: [.opensslStrict, .chromium], .quoted,
        "OpenSSL errors 80, 81")
    static let names = ClientRule(
        12,
        "issuers and CA subjects are not empty; subjectAltName is critical where the subject is empty, and only there",
        by: [.opensslStrict, .java, .pyca], .quoted, "OpenSSL errors 83, 84, 88")
    static let sameBytes = ClientRule(
        13, "the issuer's octets are those of the CA's subject", by: [.go, .chromium, .firefox, .android], .quoted,
        "Go crypto/x509; NSS")
    static let serialNumber = ClientRule(
        14, "serial numbers are positive and have at most 20 octets", by: [.pyca, .go], .measured, "RFC 5280 §4.1.2.2")
    static let namedCurve = ClientRule(
        15, "curves are named", by: [.opensslStrict], .quoted, "OpenSSL error 94")
    static let signingLeaf = ClientRule(
        16, "an elliptic curve server's keyUsage has digitalSignature", by: [.chromium], .quoted, "BoringSSL")
    static let rootName = ClientRule(18, "the root has a commonName", by: [.apple], .quoted, "mkcert issue 47")
    static let algorithmsAgree = ClientRule(
        20, "both signature algorithm fields agree", by: [.opensslStrict], .quoted, "OpenSSL error 78")

    static let certSignOfCA = ClientRule(
        21, "only a CA's keyUsage has keyCertSign", by: [.opensslStrict], .measured,
        "RFC 5280 §4.2.1.3; OpenSSL error 82")

    /// The rules that a chain by itself can keep or break. (Missing numbers are about how a server is set up.)
    public static let all: [ClientRule] = [
        version3, subjectAltName, serverAuth, lifetime, strength, basicConstraints, keyUsage, keyIdentifiers,
        leafIsNoCA,
        pathLength, names, sameBytes, serialNumber, namedCurve, signingLeaf, rootName, algorithmsAgree,
        certSignOfCA,
    ]
}
