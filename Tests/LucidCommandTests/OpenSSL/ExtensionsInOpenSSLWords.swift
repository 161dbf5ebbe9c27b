import LucidTestSupport

extension JSON {
    /// The content of an extension of `lucid show --json`, line by line as openssl prints it. Extensions without a `value` are
    /// their octets.
    var extensionLines: [String] {
        guard let value = self["value"] else { return [self["der"]?.string ?? ""] }
        let list = value.array ?? []
        let lines: [String] =
            switch self["name"]?.string {
            case "keyUsage": [words(value.strings, KeyUsageWords.keyUsage)]
            case "netscapeCertType": [words(value.strings, KeyUsageWords.netscapeCertType)]
            case "extKeyUsage":
                [
                    value.strings.map { KeyUsageWords.purposes[$0] ?? OpenSSLObjects.all.longName($0) }.joined(
                        separator: ", ")
                ]
            case "netscapeComment": [value.string ?? ""]
            case "basicConstraints":
                [
                    "CA:\(value["cA"]?.bool == true ? "TRUE" : "FALSE")"
                        + (value["pathLenConstraint"]?.number.map { ", pathlen:\($0)" } ?? "")
                ]
            case "subjectKeyIdentifier": [value["keyIdentifier"]?.string?.colonSeparated ?? ""]
            case "authorityKeyIdentifier": value.authorityKeyIdentifier
            case "subjectAltName", "issuerAltName":
                [list.map { $0.generalName(isOneOfList: true) }.joined(separator: ", ")]
            case "certificatePolicies": list.flatMap(\.policy)
            case "policyMappings":
                [
                    list.map { mapping in
                        ["issuerDomainPolicy", "subjectDomainPolicy"]
                            .map { OpenSSLObjects.all.longName(mapping[$0]?.string ?? "") }.joined(separator: ":")
                    }.joined(separator: ", ")
                ]
            case "policyConstraints":
                [
                    [
                        value["requireExplicitPolicy"]?.number.map { "Require Explicit Policy:\($0)" },
                        value["inhibitPolicyMapping"]?.number.map { "Inhibit Policy Mapping:\($0)" },
                    ].compactMap { $0 }.joined(separator: ", ")
                ]
            case "inhibitAnyPolicy": [value["skipCerts"]?.number?.description ?? ""]
            case "nameConstraints":
                value.subtrees("Permitted:", "permittedSubtrees") + value.subtrees("Excluded:", "excludedSubtrees")
            case "cRLDistributionPoints", "freshestCRL": list.flatMap(\.distributionPoint)
            case "authorityInfoAccess", "subjectInfoAccess": list.map(\.accessDescription)
            case "tlsFeature":
                [list.map { [5: "status_request", 17: "status_request_v2"][$0.number] ?? "?" }.joined(separator: ", ")]
            case "signedCertificateTimestampList": list.flatMap(\.signedCertificateTimestamp)
            default: [self["der"]?.string ?? ""]
            }
        // A line feed inside of a value begins a new line in openssl's text.
        return lines.flatMap { $0.split(separator: "\n") }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    private func words(_ names: [String], _ table: [String: String]) -> String {
        names.map { table[$0] ?? $0 }.joined(separator: ", ")
    }

    private var authorityKeyIdentifier: [String] {
        let issuer = self["authorityCertIssuer"]?.array?.map { $0.generalName(isOneOfList: true) } ?? []
        let serial = self["authorityCertSerialNumber"]?.string
        let key = self["keyIdentifier"]?.string?.colonSeparated
        // openssl names the key identifier only where it is not alone.
        let isAlone = issuer.isEmpty && serial == nil
        return (key.map { [isAlone ? $0 : "keyid:\($0)"] } ?? []) + issuer
            + (serial.map { ["serial:\(Self.withoutLeadingZero($0).colonSeparated)"] } ?? [])
    }

    private static func withoutLeadingZero(_ digits: String) -> String {
        digits.count > 2 && digits.hasPrefix("00") ? String(digits.dropFirst(2)) : digits
    }

    private var policy: [String] {
        var lines = ["Policy: \(OpenSSLObjects.all.longName(self["policyIdentifier"]?.string ?? ""))"]
        for qualifier in self["policyQualifiers"]?.array ?? [] {
            if let cps = qualifier["cps"]?.string {
                lines.append("CPS: \(cps)")
                continue
            }
            lines.append("User Notice:")
            if let organization = qualifier["organization"]?.string {
                let numbers = (qualifier["noticeNumbers"]?.strings ?? []).map { String(Int($0, radix: 16) ?? -1) }
                lines.append("Organization: \(organization)")
                lines.append((numbers.count == 1 ? "Number: " : "Numbers: ") + numbers.joined(separator: ", "))
            }
            if let text = qualifier["explicitText"]?.string { lines.append("Explicit Text: \(text)") }
        }
        return lines
    }

    private func subtrees(_ label: String, _ member: String) -> [String] {
        guard let list = self[member]?.array else { return [] }
        return [label] + list.map { ($0["base"] ?? .null).generalName(isOneOfList: false) }
    }

    private var distributionPoint: [String] {
        func names(_ label: String, _ member: String) -> [String] {
            guard let list = self[member]?.array else { return [] }
            return [label] + list.map { $0.generalName(isOneOfList: false) }
        }
        let relative = self["nameRelativeToCRLIssuer"]?.array.map { list in
            ["Relative Name:", list.map { $0.attribute(" = ") }.joined(separator: " + ")]
        }
        let reasons = self["reasons"].map { ["Reasons:", words($0.strings, KeyUsageWords.reasons)] }
        return names("Full Name:", "fullName") + (relative ?? []) + (reasons ?? []) + names("CRL Issuer:", "cRLIssuer")
    }

    private var accessDescription: String {
        let method = self["accessMethod"]?.string ?? ""
        return (KeyUsageWords.accessMethods[method] ?? OpenSSLObjects.all.longName(method)) + " - "
            + (self["accessLocation"] ?? .null).generalName(isOneOfList: true)
    }

    private var signedCertificateTimestamp: [String] {
        ["logID", "timestamp", "signature"].map { "\($0) \(self[$0]?.string ?? "")" }
    }
}
