import LucidDER
import LucidModel
import LucidValidation

// How extensions are written, and which of them are critical.

extension Recipe {
    static let extensions: [Breakage: Recipe] = [
        .criticalUnknownInLeaf: .refused(.criticalExtensions) { plan, _ in
            plan.leaf.extensions.append(Strange.unknown(critical: true))
        },
        .criticalUnknownInAuthority: .refused(.criticalExtensions) { plan, random in
            let place = plan.someAuthority(&random)
            plan.links[place].remove(Strange.unknown)
            plan.links[place].extensions.append(Strange.unknown(critical: true))
        },
        .duplicateExtension: .refused(.extensionsUnique) { plan, _ in
            guard let last = plan.leaf.extensions.last else { throw UnfitChain() }
            plan.leaf.extensions.append(last)
        },
        .malformedKeyUsage: .refused(.extensionsDecode) { plan, _ in
            plan.leaf.write(OID.keyUsage, [0x03, 0x02, 0x07])
        },
        .malformedFreshestCRL: .refused(.extensionsDecode) { plan, _ in plan.leaf.extensions.append(Strange.malformed)
        },
        .paddedKeyUsage: .refused(.extensionsDecode) { plan, _ in
            plan.leaf.write(OID.keyUsage, [0x03, 0x02, 0x00, 0x80])
        },
        .writtenDefault: .refused(.extensionsDecode) { plan, _ in
            plan.leaf.write(OID.basicConstraints, [0x30, 0x03, 0x01, 0x01, 0x00])
        },
        .looseBoolean: .unreadable { plan, _ in
            // The criticality of the basicConstraints: the octet behind 2.5.29.19 and the BOOLEAN's header.
            plan.leaf.rewrite = { octets in
                let critical: [UInt8] = [0x55, 0x1d, 0x13, 0x01, 0x01, 0xff]
                return octets.replacing(critical, with: critical.dropLast() + [0x01])
            }
        },
        .authorityKeyIdentifierMissing: .refused(.authorityKeyIdentifierPresent) { plan, _ in
            plan.leaf.remove(OID.authorityKeyIdentifier)
        },
        .authorityKeyIdentifierCritical: .refused(.authorityKeyIdentifierNotCritical) { plan, _ in
            plan.leaf.setCritical(OID.authorityKeyIdentifier, true)
        },
        .authorityKeyIdentifierOther: .accepted { plan, _ in
            plan.leaf.set(AuthorityKeyIdentifier(keyIdentifier: [1, 2, 3, 4]), critical: false)
        },
        .authorityKeyIdentifierOtherSerial: .accepted { plan, _ in
            let issuer = plan.links[plan.lastAuthority]
            plan.leaf.set(
                AuthorityKeyIdentifier(
                    keyIdentifier: issuer.info.keyIdentifier, authorityCertIssuer: [.directoryName(issuer.issuer)],
                    authorityCertSerialNumber: DERInteger(1)), critical: false)
        },
        .authorityKeyIdentifierHalf: .refused(.authorityKeyIdentifierPair) { plan, _ in
            let issuer = plan.links[plan.lastAuthority]
            plan.leaf.set(
                AuthorityKeyIdentifier(
                    keyIdentifier: issuer.info.keyIdentifier, authorityCertSerialNumber: issuer.serialNumber),
                critical: false)
        },
        .subjectKeyIdentifierMissing: .refused(.subjectKeyIdentifierPresent) { plan, random in
            plan.links[plan.someAuthority(&random)].remove(OID.subjectKeyIdentifier)
        },
        .subjectKeyIdentifierCritical: .refused(.subjectKeyIdentifierNotCritical) { plan, random in
            plan.links[plan.someAuthority(&random)].setCritical(OID.subjectKeyIdentifier, true)
        },
        .nameConstraintsNotCritical: .refused(.nameConstraintsCritical) { plan, random in
            plan.links[plan.someAuthority(&random)].set(harmless, critical: false)
        },
        .nameConstraintsInLeaf: .refused(.nameConstraintsOfCA) { plan, _ in plan.leaf.set(harmless, critical: true) },
        .policyConstraintsNotCritical: .refused(.policyConstraintsCritical) { plan, random in
            plan.links[plan.someAuthority(&random)].set(PolicyConstraints(requireExplicitPolicy: 9), critical: false)
        },
        .inhibitAnyPolicyNotCritical: .refused(.inhibitAnyPolicyCritical) { plan, random in
            plan.links[plan.someAuthority(&random)].set(InhibitAnyPolicy(skipCerts: 9), critical: false)
        },
    ]

    /// Constraints that no name breaks.
    private static let harmless = NameConstraints(
        permittedSubtrees: nil,
        excludedSubtrees: GeneralName.dns("nobody.invalid").map { [GeneralSubtree(base: $0)] })
}

extension ChainPlan.Link {
    /// Gives an extension other octets.
    mutating func write(_ extnID: ObjectIdentifier, _ octets: DERBytes) {
        for (place, item) in extensions.enumerated() where item.extnID == extnID {
            extensions[place] = Extension(extnID: extnID, critical: item.critical, extnValue: octets)
        }
    }
}
