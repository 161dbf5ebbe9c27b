public import LucidDER
public import LucidModel
import LucidReport
public import LucidValidation

/// What a verification says of a certificate that was changed.
public struct TamperingOutcome: Sendable {
    /// The first step that catches the change; nil where none does.
    public let catcher: Catcher?
    /// What fails behind that step: what would catch the change if the first did not.
    public let later: [Finding]
    /// The changed certificate; nil where its octets are none.
    public let certificate: Certificate?
    /// The whole answer; nil where the octets are no certificate.
    public let verdict: Verdict?

    /// A step that catches a change.
    public enum Catcher: Hashable, Sendable {
        /// The DER reader: the octets are no certificate.
        case reader(DERError)
        /// A check of the verification.
        case check(Finding)

        /// `der.reader`, or the check's id.
        public var id: String {
            switch self {
            case .reader: "der.reader"
            case .check(let finding): finding.check.id
            }
        }

        /// What the step says.
        public var sentence: String {
            switch self {
            case .reader(let error): error.sentence
            case .check(let finding): finding.sentence
            }
        }

        /// The rule that is broken.
        public var clause: String {
            switch self {
            case .reader(let error): error.reason.clause
            case .check(let finding): finding.check.clause
            }
        }

        /// What to call the step, for people.
        public var title: String {
            switch self {
            case .reader: "the DER reader"
            case .check(let finding): finding.check.stepTitle
            }
        }
    }
}

extension Check {
    /// What to call the check as a step of a verification.
    var stepTitle: String {
        switch self {
        case .signature: "the signature"
        case .signatureAlgorithmsAgree: "the comparison of both algorithms"
        case .keyUsable: "the reading of the key"
        case .signatureAlgorithm: "the list of allowed algorithms"
        case .trustAnchor: "the search for a trust anchor"
        case .nameChaining: "the chaining of names"
        case .extensionsDecode: "the reading of the extensions"
        case .extensionsUnique: "the count of each extension"
        case .serialNumber: "the serial number's rule"
        case .notBefore: "the beginning of the validity"
        case .notAfter: "the end of the validity"
        case .isCA, .keyCertSign: "the rule for issuers"
        case .criticalExtensions: "the critical extensions"
        case .extendedKeyUsage, .keyUsage: "the purpose"
        case .hasSubjectAltName, .dnsName, .ipAddress, .mailbox: "the name asked for"
        default:
            if id.hasPrefix("extension.") {
                "a rule on an extension"
            } else {
                id.hasPrefix("web.") ? "a rule of the web's" : "a rule on the certificate"
            }
        }
    }
}
