import LucidDER
import LucidModel

// What the target is used for. RFC 5280 §6.1 leaves that to the application; the rules are those of its §4.2.1.

extension PathValidator {
    /// RFC 5280 §4.2.1.12: a certificate with extended key usages is for those alone; by common practice an intermediate's
    /// list bounds all certificates below it.
    mutating func checkExtendedKeyUsage(_ index: Int) {
        guard let usage = facts(index).extKeyUsage else { return }
        if let keyPurpose = work.verifier.purpose.keyPurpose { checkExtendedKeyUsage(index, usage, keyPurpose) }
        for keyPurpose in work.verifier.extendedKeyUsages where keyPurpose != work.verifier.purpose.keyPurpose {
            checkExtendedKeyUsage(index, usage, keyPurpose)
        }
    }

    private mutating func checkExtendedKeyUsage(
        _ index: Int, _ usage: ExtendedKeyUsage, _ needed: ObjectIdentifier
    ) {
        note(
            .extendedKeyUsage, index,
            isGood: usage.purposes.contains(needed) || usage.purposes.contains(OID.anyExtendedKeyUsage),
            [
                .init("needed", .text(needed.nameOrNumbers)),
                .init("present", .list(usage.purposes.map(\.nameOrNumbers))),
            ])
    }

    /// RFC 5280 §4.2.1.3: a TLS server's key signs or receives a key, a client's signs; and every usage that the caller asks
    /// for is there.
    mutating func checkKeyUsage() {
        guard let facts = nodes.first?.facts, let usage = facts.keyUsage else { return }
        let useful = work.verifier.purpose.keyUsages
        // A CA's keyUsage speaks of its work as a CA, unless its extended usages name another: "the certificate MUST only be
        // used for a purpose consistent with both extensions" (§4.2.1.12).
        let speaksOfPurpose = !facts.isCA || facts.extKeyUsage != nil
        if !useful.isEmpty, speaksOfPurpose, checks.contains(.keyUsage) {
            note(
                .keyUsage, 0, isGood: !usage.isDisjoint(with: useful),
                [.init("needed", .list(useful.names)), .init("present", .list(usage.names))])
        }
        let asked = work.verifier.keyUsage
        if !asked.isEmpty {
            note(
                .keyUsage, 0, isGood: usage.isSuperset(of: asked),
                [.init("needed", .list(asked.names)), .init("present", .list(usage.names))])
        }
    }
}

extension Verifier.Purpose {
    /// The key usages of which one will do.
    fileprivate var keyUsages: KeyUsage {
        switch self {
        case .server: [.digitalSignature, .keyEncipherment, .keyAgreement]
        case .client: [.digitalSignature, .keyAgreement]
        case .any: []
        }
    }
}
