import LucidDER
public import LucidValidation

// What each check says when it holds and when it does not. `{name}` stands for the parameter of that name.

extension Check {
    /// What holds where the check passed.
    var passedTemplate: String {
        switch self {
        case .version: "version {version} is enough for its fields"
        case .serialNumber: "the serial number is positive and has {octets} octets"
        case .signatureAlgorithmsAgree: "both signature algorithm fields say {signature}"
        case .issuerNotEmpty: "the issuer is named"
        case .timeEncoding: "the times are written as their years ask for"
        case .extensionsDecode: "every known extension can be decoded"
        case .extensionsUnique: "no extension occurs twice"
        case .signature: "its signature by {signer} holds ({algorithm}, {key})"
        case .notBefore: "valid since {notBefore}"
        case .notAfter: "valid until {notAfter}"
        case .nameChaining: "its issuer is the subject above: {expected}"
        case .isCA: "it is a CA (basicConstraints: {basicConstraints})"
        case .pathLength: "the path length constraints allow a CA here ({maxPathLength} left)"
        case .keyCertSign: "its key may sign certificates ({keyUsage})"
        case .criticalExtensions: "every critical extension is understood ({extensions})"
        case .unprocessedConstraints: "no constraints that are not processed"
        case .extendedKeyUsage: "its extended key usages allow {needed} ({present})"
        case .keyUsage: "its key usage fits ({present})"
        case .hasSubjectAltName: "it has a subjectAltName"
        case .dnsName: "{asked} is among its names ({presented})"
        case .ipAddress: "{asked} is among its addresses ({presented})"
        case .trustAnchor: "a trust anchor was found"
        case .anchorValidity: "the trust anchor is valid from {notBefore} to {notAfter}"
        case .searchBudget: "the search stayed within its bounds"
        default: passedRevocationTemplate
        }
    }

    /// What is wrong where the check failed.
    var failedTemplate: String {
        switch self {
        case .version: "it says version {version}, but has fields of version {needed}"
        case .serialNumber:
            "its serial number is {sign} and has {octets} octets; it must be positive and have at most 20"
        case .signatureAlgorithmsAgree:
            "its two signature algorithm fields disagree: {signatureAlgorithm} outside, {signature} under the signature"
        case .issuerNotEmpty: "its issuer is empty"
        case .timeEncoding:
            "its times must be UTCTime through 2049 and GeneralizedTime from 2050 (from {notBefore} to {notAfter})"
        case .extensionsDecode:
            "its extension {extension} can not be decoded: {clause} is broken in {field}, at byte {offset}"
        case .extensionsUnique: "extensions occur more than once: {extensions}"
        case .signature: "its signature by {signer} ({algorithm}) does not hold: {problem}"
        case .notBefore: "not valid before {notBefore}; the time in question is {time}"
        case .notAfter: "expired at {notAfter}; the time in question is {time}"
        case .nameChaining: "its issuer is {issuer}, but the certificate above is for {expected}"
        case .isCA: "it issued a certificate, but is no CA (basicConstraints: {basicConstraints})"
        case .pathLength: "a CA further up allows no more CAs below it"
        case .keyCertSign: "it issued a certificate, but its key may not sign certificates ({keyUsage})"
        case .criticalExtensions: "it has critical extensions that are not understood: {extensions}"
        case .unprocessedConstraints: "it has constraints that this version does not process: {extensions}"
        case .extendedKeyUsage: "its extended key usages do not allow {needed}; they are {present}"
        case .keyUsage: "its key usage ({present}) has none of {needed}"
        case .hasSubjectAltName:
            "{asked} was asked for, but it has no subjectAltName; its commonName “{commonName}” does not count"
        case .dnsName: "{asked} was asked for, but it is for {presented}"
        case .ipAddress: "{asked} was asked for, but it is for {presented}"
        case .trustAnchor:
            "its issuer {issuer} is neither among the {anchors} trust anchors nor among the intermediates"
        case .anchorValidity:
            "the trust anchor is only valid from {notBefore} to {notAfter}; the time in question is {time}"
        case .searchBudget: "the search was given up after {paths} paths or {steps} steps"
        default: failedRevocationTemplate
        }
    }

    /// A sentence with the facts in it.
    func sentence(hasPassed: Bool, _ parameters: [Finding.Parameter]) -> String {
        var template = (hasPassed ? passedTemplate : failedTemplate)[...]
        var sentence = ""
        while let open = template.firstIndex(of: "{"), let close = template[open...].firstIndex(of: "}") {
            sentence += template[..<open]
            let name = template[template.index(after: open)..<close]
            sentence += parameters.first { $0.name == name }?.value.text ?? "?"
            template = template[template.index(after: close)...]
        }
        return sentence + template
    }
}

extension Finding {
    /// The finding as one sentence, without the certificate and the clause.
    public var sentence: String { check.sentence(hasPassed: false, parameters) }
}

extension Finding.Value {
    /// The fact as text that is safe on a terminal.
    var text: String {
        switch self {
        case .text(let text): text.safeToShow
        case .number(let number): String(number)
        case .time(let time): time.description
        case .list(let items): items.isEmpty ? "none" : items.map(\.safeToShow).joined(separator: ", ")
        }
    }

    /// The fact as JSON.
    var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .number(let number): .number(number)
        case .time(let time): .string(time.description)
        case .list(let items): .strings(items)
        }
    }
}
