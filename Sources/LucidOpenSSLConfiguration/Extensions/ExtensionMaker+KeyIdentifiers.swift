import LucidDER
public import LucidModel

extension ExtensionMaker {
    /// What openssl 3 does to the key identifiers of every certificate that has extensions, just before it signs: it adds
    /// `subjectKeyIdentifier = hash` and, unless the certificate is self-signed, `authorityKeyIdentifier = keyid, issuer`, where there
    /// are none; and it takes out those that say `none`, or came out empty. Certificates without extensions stay without.
    ///
    /// - Parameter signingKey: the public half of the key that will sign. The certificate is self-signed if its own key is the same.
    public func completeKeyIdentifiers(
        signingKey: SubjectPublicKeyInfo, context: inout ExtensionContext
    ) throws(ConfigurationProblem) {
        guard !context.made.isEmpty else { return }
        try complete(
            OID.subjectKeyIdentifier, "subjectKeyIdentifier", "hash", adds: true,
            why: "openssl 3 names the key of every certificate that has extensions", &context)
        try complete(
            OID.authorityKeyIdentifier, "authorityKeyIdentifier", "keyid, issuer",
            adds: signingKey != context.subjectKey,
            why: "openssl 3 names the issuer's key in every certificate that has extensions and is not self-signed",
            &context)
    }

    private func complete(
        _ identifier: ObjectIdentifier, _ name: String, _ value: String, adds: Bool, why: String,
        _ context: inout ExtensionContext
    ) throws(ConfigurationProblem) {
        if let index = context.made.firstIndex(where: { $0.value.extnID == identifier }) {
            // An empty OCTET STRING or SEQUENCE has two octets.
            if context.made[index].value.extnValue.count <= 2 { context.made.remove(at: index) }
        } else {
            let presetValue = try make(
                name: name, value: Array(value.utf8), origin: .preset("\(name) = \(value): \(why)"), context: &context)
            if adds { context.made.append(presetValue) }
        }
    }
}
