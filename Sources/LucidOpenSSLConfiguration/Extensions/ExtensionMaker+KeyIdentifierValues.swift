import LucidCrypto
import LucidDER
import LucidModel

extension ExtensionMaker {
    /// `hash` (RFC 5280 §4.2.1.2, method 1), `none`, or hexadecimal digits.
    func subjectKeyIdentifier(
        _ text: ArraySlice<UInt8>, at place: ValuePlace, _ context: ExtensionContext
    ) throws(ConfigurationProblem) -> [UInt8] {
        let identifier: [UInt8]
        switch text.text {
        case "none": identifier = []
        case "hash":
            if context.isRehearsal {
                identifier = []
            } else if let key = context.subjectKey {
                identifier = Self.hash(of: key)
            } else {
                throw place.problem("there is no key to make the identifier of")
            }
        default: identifier = try Hexadecimal.octets(text, at: place)
        }
        return SubjectKeyIdentifier(keyIdentifier: DERBytes(identifier)).derEncoded
    }

    /// The SHA-1 of the key's BIT STRING without tag, length and number of unused bits.
    static func hash(of key: SubjectPublicKeyInfo) -> [UInt8] {
        key.subjectPublicKey.bytes.withSpan { SHA1.hash($0) }
    }

    /// How strongly a part of the authority key identifier is wanted.
    private enum Wish { case no, ifUseful, always }

    /// `keyid` and `issuer`, each perhaps with `:always`, or `none` (RFC 5280 §4.2.1.1).
    ///
    /// A key identifier alone would tell nothing in a self-signed certificate, so there `keyid` counts with `always` only; and
    /// `issuer` counts without `always` only where no key identifier came of it.
    func authorityKeyIdentifier(
        _ items: [ListItem], at place: ValuePlace, _ context: ExtensionContext
    ) throws(ConfigurationProblem) -> [UInt8] {
        let wishes = try keyWishes(items)
        let nothing = AuthorityKeyIdentifier(keyIdentifier: nil).derEncoded
        if context.isRehearsal { return nothing }
        guard let wishes else { return nothing }
        guard let issuer = context.issuer else {
            throw place.problem("a request has no issuer yet; leave authorityKeyIdentifier to whoever issues")
        }
        var identifier: DERBytes?
        if wishes.keyid == .always || wishes.keyid == .ifUseful && !context.isSelfSigned {
            identifier = keyIdentifier(of: issuer, context)
            // openssl takes an identifier of one or two octets for none, but where issuer stands by.
            if wishes.keyid == .always || wishes.issuer == .no, (identifier?.count ?? 0) <= 2 {
                throw place.problem(
                    "the issuer's certificate has no subjectKeyIdentifier, or a very short one; write keyid,issuer")
            }
        }
        guard wishes.issuer == .always || wishes.issuer == .ifUseful && identifier == nil else {
            return AuthorityKeyIdentifier(keyIdentifier: identifier).derEncoded
        }
        let (name, number) =
            switch issuer {
            case .itself(let serialNumber, let name): (name, serialNumber)
            case .certificate(let certificate): (certificate.issuer, certificate.serialNumber)
            }
        return AuthorityKeyIdentifier(
            keyIdentifier: identifier, authorityCertIssuer: [.directoryName(name)], authorityCertSerialNumber: number
        ).derEncoded
    }

    /// What is wanted; nil for `none`.
    private func keyWishes(_ items: [ListItem]) throws(ConfigurationProblem) -> (keyid: Wish, issuer: Wish)? {
        if items.count == 1, items[0].name == "none" { return nil }
        var keyid = Wish.no
        var issuer = Wish.no
        for item in items {
            // Any other word than always is passed over, as openssl does.
            let wish = item.value?.text == "always" ? Wish.always : .ifUseful
            switch item.name {
            case "keyid": keyid = wish
            case "issuer": issuer = wish
            default:
                throw item.problem(
                    "authorityKeyIdentifier has no \"\(item.name)\" here; it has keyid and issuer, or none alone")
            }
        }
        return (keyid, issuer)
    }

    /// What the issuer's certificate calls its key; for a certificate that issues itself and does not say, the key's hash.
    private func keyIdentifier(of issuer: ExtensionContext.Issuer, _ context: ExtensionContext) -> DERBytes? {
        let found: Extension?
        switch issuer {
        case .certificate(let certificate): found = certificate.extensions[OID.subjectKeyIdentifier]
        case .itself:
            // What it says of its own key is of no use where another key signs.
            found =
                context.isSelfSigned
                ? context.made.first { $0.value.extnID == OID.subjectKeyIdentifier }?.value : nil
            if found == nil { return context.issuerKey.map { DERBytes(Self.hash(of: $0)) } }
        }
        guard case .subjectKeyIdentifier(let value) = found?.content else { return nil }
        return value.keyIdentifier
    }
}
