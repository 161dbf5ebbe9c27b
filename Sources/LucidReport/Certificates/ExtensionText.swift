import LucidDER
public import LucidModel

extension Extension {
    /// What the extension says, for people, in one or more lines.
    public var shownLines: [String] {
        switch content {
        case .authorityKeyIdentifier(let value):
            [
                value.keyIdentifier.map(hexadecimal), value.authorityCertIssuer?.shown,
                value.authorityCertSerialNumber.map { "serial number \(hexadecimal($0.content))" },
            ].compactMap { $0 }
        case .subjectKeyIdentifier(let value): [hexadecimal(value.keyIdentifier)]
        case .keyUsage(let value): [value.names.joined(separator: ", ")]
        case .certificatePolicies(let value): value.policies.map(\.shown)
        case .policyMappings(let value):
            value.mappings.map { "\($0.issuerDomainPolicy) is here \($0.subjectDomainPolicy)" }
        case .subjectAltName(let value): [value.names.shown]
        case .issuerAltName(let value): [value.names.shown]
        case .subjectDirectoryAttributes(let value):
            value.attributes.map {
                "\($0.type.nameOrNumbers) \($0.values.map { hexadecimal($0) }.joined(separator: ", "))"
            }
        case .basicConstraints(let value):
            ["cA \(value.cA ? "TRUE" : "FALSE")" + (value.pathLenConstraint.map { ", pathLenConstraint \($0)" } ?? "")]
        case .nameConstraints(let value):
            (value.permittedSubtrees ?? []).map { "permitted \($0.base.shown)" }
                + (value.excludedSubtrees ?? []).map { "excluded \($0.base.shown)" }
        case .policyConstraints(let value):
            [
                value.requireExplicitPolicy.map { "requireExplicitPolicy \($0)" },
                value.inhibitPolicyMapping.map { "inhibitPolicyMapping \($0)" },
            ].compactMap { $0 }
        case .extKeyUsage(let value): [value.purposes.map(\.nameOrNumbers).joined(separator: ", ")]
        case .cRLDistributionPoints(let value): value.points.map(\.shown)
        case .freshestCRL(let value): value.points.map(\.shown)
        case .inhibitAnyPolicy(let value): ["after \(counted(value.skipCerts, "certificate"))"]
        case .authorityInfoAccess(let value): value.descriptions.map(\.shown)
        case .subjectInfoAccess(let value): value.descriptions.map(\.shown)
        case .tlsFeature(let value):
            [value.features.map { $0 == 5 ? "status_request" : String($0) }.joined(separator: ", ")]
        case .netscapeCertType(let value): [value.names.joined(separator: ", ")]
        case .netscapeComment(let value): [value.comment.text.safeToShow]
        case .signedCertificateTimestamps(let value): value.timestamps.map(\.shown)
        case .cRLNumber(let value): [hexadecimal(value.number.content)]
        case .deltaCRLIndicator(let value): ["changes since list \(hexadecimal(value.baseCRLNumber.content))"]
        case .issuingDistributionPoint(let value): [value.shown]
        case .reasonCode(let value): ["\(value.reason)"]
        case .invalidityDate(let value): [value.date.description]
        case .certificateIssuer(let value): [value.names.shown]
        case .unknown: [hexadecimal(extnValue)]
        case .malformed(let error): ["can not be decoded: \(error.sentence)", hexadecimal(extnValue)]
        }
    }
}

extension PolicyInformation {
    fileprivate var shown: String {
        let qualifiers = (policyQualifiers ?? []).map { qualifier in
            switch qualifier {
            case .cps(let uri): "CPS \(uri.text.safeToShow)"
            case .userNotice(let notice):
                [
                    "notice", notice.noticeRef?.organization.text.safeToShow,
                    notice.explicitText.map { "“\($0.text.safeToShow)”" },
                ]
                .compactMap { $0 }.joined(separator: " ")
            case .other(let oid, let value): "\(oid.nameOrNumbers) \(hexadecimal(value))"
            }
        }
        return ([policyIdentifier.nameOrNumbers] + qualifiers).joined(separator: "; ")
    }
}

extension DistributionPointName {
    fileprivate var shown: String {
        switch self {
        case .fullName(let names): names.shown
        case .nameRelativeToCRLIssuer(let part): "relative to the CRL issuer: \(part)"
        }
    }
}

extension IssuingDistributionPoint {
    fileprivate var shown: String {
        let flags = [
            onlyContainsUserCerts ? "onlyContainsUserCerts" : nil, onlyContainsCACerts ? "onlyContainsCACerts" : nil,
            indirectCRL ? "indirectCRL" : nil, onlyContainsAttributeCerts ? "onlyContainsAttributeCerts" : nil,
        ]
        let reasons = onlySomeReasons.map { "only for \($0.names.joined(separator: ", "))" }
        return ([distributionPoint?.shown, reasons] + flags).compactMap { $0 }.joined(separator: "; ")
    }
}

extension DistributionPoint {
    fileprivate var shown: String {
        let parts = [
            distributionPoint?.shown, reasons.map { "for \($0.names.joined(separator: ", "))" },
            cRLIssuer.map { "issued by \($0.shown)" },
        ]
        return parts.compactMap { $0 }.joined(separator: "; ")
    }
}

extension AccessDescription {
    fileprivate var shown: String { "\(accessMethod.nameOrNumbers): \(accessLocation.shown)" }
}

extension SignedCertificateTimestamp {
    /// The timestamp as a time, to the second.
    var time: CalendarTime { CalendarTime(secondsSince1970: Int64(clamping: timestamp / 1000)) }

    fileprivate var shown: String { "log \(hexadecimal(logID)) at \(time)" }
}
