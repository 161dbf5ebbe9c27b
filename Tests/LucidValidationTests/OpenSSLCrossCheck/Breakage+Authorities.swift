import LucidDER
import LucidModel
import LucidValidation

// Who may issue, and which certificates there are to make a path from.

extension Recipe {
    static let authorities: [Breakage: Recipe] = [
        .authorityMissing: .refused(.trustAnchor) { plan, _ in
            // One with a name of its own: a namesake would be tried in its place.
            let names = plan.links.map(\.entity)
            let place = plan.authorities.first { place in names.filter { $0 == names[place] }.count == 1 }
            guard let place else { throw UnfitChain() }
            plan.withheld = [place]
        },
        .rootUnknown: .refused(.trustAnchor) { plan, _ in
            var other = try stranger(plan.links[0])
            other.name = Name(commonName: "Another root")
            other.issuer = other.name
            plan.otherAnchor = other
        },
        .rootNamesake: .refused(.signature) { plan, _ in plan.otherAnchor = try stranger(plan.links[0]) },
        .issuerNameOther: .refused(.trustAnchor) { plan, _ in plan.leaf.issuer = Name(commonName: "Somebody else") },
        .issuerNameFoldsBeyondASCII: .accepted { plan, _ in
            plan.rename(plan.lastAuthority, Name(plan.organization + unit("Zürich")))
            plan.leaf.issuer = Name(plan.organization + unit("ZÜRICH"))
        },
        .forgedTwin: .accepted { plan, _ in
            var forged = try stranger(plan.links[plan.lastAuthority])
            forged.serialNumber = DERInteger(7)
            plan.twins = [forged]
        },
        .expiredTwin: .accepted { plan, random in
            var old = plan.links[plan.someAuthority(&random)]
            old.serialNumber = DERInteger(7)
            old.validity = Validity(notBefore: World.from, notAfter: World.from.adding(seconds: 86_400))
            plan.twins = [old]
        },

        .authorityIsNone: .refused(.isCA) { plan, random in
            plan.links[plan.someAuthority(&random)].set(BasicConstraints(cA: false), critical: true)
        },
        .basicConstraintsMissing: .refused(.isCA) { plan, random in
            plan.links[plan.someAuthority(&random)].remove(OID.basicConstraints)
        },
        .basicConstraintsNotCritical: .refused(.basicConstraintsCritical) { plan, random in
            plan.links[plan.someAuthority(&random)].setCritical(OID.basicConstraints, false)
        },
        .pathLengthExceeded: .refused(.pathLength) { plan, _ in
            // A CA with another name below it.
            let last = plan.links[plan.lastAuthority].entity
            guard let place = plan.authorities.last(where: { plan.links[$0].entity != last }) else {
                throw UnfitChain()
            }
            plan.links[place].set(BasicConstraints(cA: true, pathLenConstraint: 0), critical: true)
        },
        .pathLengthOfRootExceeded: .refused(.pathLength) { plan, _ in
            guard plan.links[plan.lastAuthority].entity != plan.links[0].entity else { throw UnfitChain() }
            plan.links[0].set(BasicConstraints(cA: true, pathLenConstraint: 0), critical: true)
        },
        .pathLengthInLeaf: .refused(.pathLengthOfCA) { plan, _ in
            plan.leaf.set(BasicConstraints(cA: false, pathLenConstraint: 0), critical: true)
        },
        .keyCertSignMissing: .refused(.keyCertSign) { plan, random in
            plan.links[plan.someAuthority(&random)].set(KeyUsage.cRLSign, critical: true)
        },
        .keyUsageMissing: .accepted { plan, random in
            plan.links[plan.someAuthority(&random)].remove(OID.keyUsage)
        },
        .keyCertSignInLeaf: .refused(.keyCertSignOfCA) { plan, _ in
            plan.leaf.set([.digitalSignature, .keyCertSign] as KeyUsage, critical: true)
        },
        .rootIsNoAuthority: .refused(.isCA) { plan, _ in
            plan.links[0].set(BasicConstraints(cA: false), critical: true)
        },
        .rootWithoutKeyCertSign: .refused(.keyCertSign) { plan, _ in
            plan.links[0].set(KeyUsage.cRLSign, critical: true)
        },
    ]

    /// A certificate that says all that the given one says, of another key and signed with it.
    private static func stranger(_ link: ChainPlan.Link) throws -> ChainPlan.Link {
        var other = link
        let key = try KeyRing.stranger(like: link.key)
        other.key = key
        other.info = key.info
        other.signer = key
        other.scheme = .lucid(key.key.usualScheme)
        return other
    }

    private static func unit(_ text: String) -> [RelativeDistinguishedName] {
        Name([(OID.organizationalUnitName, text)])?.relativeDistinguishedNames ?? []
    }
}
