import LucidDER
import LucidModel

// RFC 5280 §6.1.5 Wrap-Up Procedure, and what the target is used for.

extension PathValidator {
    mutating func wrapUp(_ index: Int) {
        // (a), (b) explicit_policy: see `checkUnprocessedConstraints`. (c) to (e) hand the target's key to the caller, who
        // finds it in the verdict's path.
        checkCriticalExtensions(index)  // (f)
        // (g) the valid_policy_tree: without constraints any policy will do.
    }

    /// RFC 5280 §4.2.1.12: a certificate with extended key usages is for those alone; by common practice an intermediate's
    /// list bounds all certificates below it.
    mutating func checkExtendedKeyUsage(_ index: Int) {
        guard let keyPurpose = purpose.keyPurpose, let usage = certificates[index].extensions.extKeyUsage else {
            return
        }
        note(
            .extendedKeyUsage, index,
            isGood: usage.purposes.contains(keyPurpose) || usage.purposes.contains(OID.anyExtendedKeyUsage),
            [
                .init("needed", .text(keyPurpose.nameOrNumbers)),
                .init("present", .list(usage.purposes.map(\.nameOrNumbers))),
            ])
    }

    /// RFC 5280 §4.2.1.3: a TLS server's key signs or receives a key, a client's signs.
    mutating func checkKeyUsage() {
        guard purpose != .any, let usage = certificates.first?.extensions.keyUsage else { return }
        let useful: KeyUsage =
            purpose == .server
            ? [.digitalSignature, .keyEncipherment, .keyAgreement] : [.digitalSignature, .keyAgreement]
        note(
            .keyUsage, 0, isGood: !usage.isDisjoint(with: useful),
            [.init("needed", .list(useful.names)), .init("present", .list(usage.names))])
    }

    /// RFC 9525 §6: the name or address that was asked for is in subjectAltName.
    mutating func checkIdentity() {
        guard let identity, let target = certificates.first else { return }
        guard let names = target.extensions.subjectAltName?.names else {
            note(
                .hasSubjectAltName, 0, isGood: false,
                [
                    .init("asked", .text(identity.description)),
                    .init("commonName", .text(target.subject.commonName ?? "")),
                ])
            return
        }
        let presented = ServerIdentity.presented(names)
        switch identity {
        case .dnsName(let name):
            note(
                .dnsName, 0, isGood: ServerIdentity.matches(dnsName: name, names),
                [.init("asked", .text(name)), .init("presented", .list(presented))])
        case .ipAddress(let address):
            note(
                .ipAddress, 0, isGood: ServerIdentity.matches(ipAddress: address, names),
                [.init("asked", .text(address.description)), .init("presented", .list(presented))])
        }
    }
}

extension ReferenceIdentity: CustomStringConvertible {
    /// The name or address as text.
    public var description: String {
        switch self {
        case .dnsName(let name): name
        case .ipAddress(let address): address.description
        }
    }
}
