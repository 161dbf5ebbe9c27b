import LucidDER
import LucidModel

extension Extension {
    /// `name`, `oid`, `critical`, `value` (its members depend on the extension; absent where Lucid does not know it),
    /// `problem` where it can not be decoded, and `der`, the octets of `extnValue`.
    var json: JSONValue {
        var problem: JSONValue?
        if case .malformed(let error) = content { problem = error.json }
        return .object([
            "name": .string(extnID.nameOrNumbers), "oid": .string(extnID.description), "critical": .bool(critical),
            "value": content.json, "problem": problem, "der": .string(hexadecimal(extnValue)),
        ])
    }
}

extension DERError {
    var json: JSONValue {
        .object([
            "message": .string(sentence), "offset": .number(offset), "field": .string(fieldPath),
            "clause": .string(reason.clause),
        ])
    }
}

extension ExtensionContent {
    fileprivate var json: JSONValue? {
        switch self {
        case .authorityKeyIdentifier(let value):
            .object([
                "keyIdentifier": value.keyIdentifier.map { .string(hexadecimal($0)) },
                "authorityCertIssuer": value.authorityCertIssuer?.json,
                "authorityCertSerialNumber": value.authorityCertSerialNumber.map { .string(hexadecimal($0.content)) },
            ])
        case .subjectKeyIdentifier(let value): .object(["keyIdentifier": .string(hexadecimal(value.keyIdentifier))])
        case .keyUsage(let value): .strings(value.names)
        case .certificatePolicies(let value): .array(value.policies.map(\.json))
        case .policyMappings(let value):
            .array(
                value.mappings.map {
                    .object([
                        "issuerDomainPolicy": .string($0.issuerDomainPolicy.description),
                        "subjectDomainPolicy": .string($0.subjectDomainPolicy.description),
                    ])
                })
        case .subjectAltName(let value): value.names.json
        case .issuerAltName(let value): value.names.json
        case .subjectDirectoryAttributes(let value):
            .array(
                value.attributes.map {
                    .object([
                        "type": .string($0.type.nameOrNumbers), "values": .strings($0.values.map { hexadecimal($0) }),
                    ])
                })
        case .basicConstraints(let value):
            .object(["cA": .bool(value.cA), "pathLenConstraint": value.pathLenConstraint.map { .number($0) }])
        case .nameConstraints(let value):
            .object([
                "permittedSubtrees": value.permittedSubtrees.map { .array($0.map(\.json)) },
                "excludedSubtrees": value.excludedSubtrees.map { .array($0.map(\.json)) },
            ])
        case .policyConstraints(let value):
            .object([
                "requireExplicitPolicy": value.requireExplicitPolicy.map { .number($0) },
                "inhibitPolicyMapping": value.inhibitPolicyMapping.map { .number($0) },
            ])
        case .extKeyUsage(let value): .strings(value.purposes.map(\.nameOrNumbers))
        case .cRLDistributionPoints(let value): .array(value.points.map(\.json))
        case .freshestCRL(let value): .array(value.points.map(\.json))
        case .inhibitAnyPolicy(let value): .object(["skipCerts": .number(value.skipCerts)])
        case .authorityInfoAccess(let value): .array(value.descriptions.map(\.json))
        case .subjectInfoAccess(let value): .array(value.descriptions.map(\.json))
        case .tlsFeature(let value): .array(value.features.map { .number($0) })
        case .netscapeCertType(let value): .strings(value.names)
        case .netscapeComment(let value): .string(value.comment.text)
        case .signedCertificateTimestamps(let value): .array(value.timestamps.map(\.json))
        case .cRLNumber(let value): .string(hexadecimal(value.number.content))
        case .deltaCRLIndicator(let value):
            .object(["baseCRLNumber": .string(hexadecimal(value.baseCRLNumber.content))])
        case .issuingDistributionPoint(let value): value.json
        case .reasonCode(let value): .string("\(value.reason)")
        case .invalidityDate(let value): .string(value.date.description)
        case .certificateIssuer(let value): value.names.json
        case .unknown, .malformed: nil
        }
    }
}

extension GeneralSubtree {
    fileprivate var json: JSONValue {
        .object(["base": base.json, "minimum": .number(minimum), "maximum": maximum.map { .number($0) }])
    }
}

extension PolicyInformation {
    fileprivate var json: JSONValue {
        .object([
            "policyIdentifier": .string(policyIdentifier.description),
            "policyQualifiers": policyQualifiers.map { .array($0.map(\.json)) },
        ])
    }
}

extension PolicyQualifier {
    fileprivate var json: JSONValue {
        switch self {
        case .cps(let uri): .object(["cps": .string(uri.text)])
        case .userNotice(let notice):
            .object([
                "organization": notice.noticeRef.map { .string($0.organization.text) },
                "noticeNumbers": notice.noticeRef.map { .strings($0.noticeNumbers.map { hexadecimal($0.content) }) },
                "explicitText": notice.explicitText.map { .string($0.text) },
            ])
        case .other(let oid, let value): .object(["oid": .string(oid.description), "der": .string(hexadecimal(value))])
        }
    }
}

extension DistributionPointName {
    fileprivate var fullName: JSONValue? {
        if case .fullName(let names) = self { names.json } else { nil }
    }

    fileprivate var nameRelativeToCRLIssuer: JSONValue? {
        if case .nameRelativeToCRLIssuer(let part) = self { .array(part.attributes.map(\.json)) } else { nil }
    }
}

extension DistributionPoint {
    fileprivate var json: JSONValue {
        .object([
            "fullName": distributionPoint?.fullName,
            "nameRelativeToCRLIssuer": distributionPoint?.nameRelativeToCRLIssuer,
            "reasons": reasons.map { .strings($0.names) }, "cRLIssuer": cRLIssuer?.json,
        ])
    }
}

extension IssuingDistributionPoint {
    fileprivate var json: JSONValue {
        .object([
            "fullName": distributionPoint?.fullName,
            "nameRelativeToCRLIssuer": distributionPoint?.nameRelativeToCRLIssuer,
            "onlyContainsUserCerts": .bool(onlyContainsUserCerts), "onlyContainsCACerts": .bool(onlyContainsCACerts),
            "onlySomeReasons": onlySomeReasons.map { .strings($0.names) }, "indirectCRL": .bool(indirectCRL),
            "onlyContainsAttributeCerts": .bool(onlyContainsAttributeCerts),
        ])
    }
}

extension AccessDescription {
    fileprivate var json: JSONValue {
        .object(["accessMethod": .string(accessMethod.nameOrNumbers), "accessLocation": accessLocation.json])
    }
}

extension SignedCertificateTimestamp {
    fileprivate var json: JSONValue {
        .object([
            "version": .number(Int(version) + 1), "logID": .string(hexadecimal(logID)),
            "timestamp": .string(time.description), "signature": .string(hexadecimal(signature)),
        ])
    }
}
