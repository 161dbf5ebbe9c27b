import LucidOpenSSLConfiguration
import LucidX509

/// A certificate in the making: its contents, and who put each part there.
struct CertificateDraft {
    /// The contents; the extensions are in `extensions` until it is signed.
    var tbs: TBSCertificate
    var origins: CertificateOrigins
    private(set) var extensions: [MadeExtension]

    init(_ tbs: TBSCertificate, origins: CertificateOrigins, extensions: [MadeExtension] = []) {
        self.tbs = tbs
        self.origins = origins
        self.extensions = extensions
    }

    /// Adds an extension at the end, in place of one of the same type: a later word replaces an earlier one.
    mutating func add(_ made: MadeExtension) {
        extensions.removeAll { $0.value.extnID == made.value.extnID }
        extensions.append(made)
    }

    /// Takes out extensions.
    mutating func removeExtensions(where isUnwanted: (MadeExtension) -> Bool) {
        extensions.removeAll(where: isUnwanted)
    }

    /// What a certificate with extensions gets from openssl 3 when it is signed, where nobody says otherwise: version 3, a key
    /// identifier and, where the signing key is another one, the identifier of that. `none` as an extension's value means that
    /// there shall be no such extension.
    ///
    /// - Parameters:
    ///   - context: what the identifiers are computed from.
    ///   - isSelfSigned: whether the key that signs is the certificate's own.
    mutating func completeKeyIdentifiers(
        _ maker: ExtensionMaker, _ context: ExtensionContext, isSelfSigned: Bool
    ) throws(ConfigurationProblem) {
        guard !extensions.isEmpty else { return }
        tbs.version = .v3
        origins.version = .preset("v3, because there are extensions")
        try complete(
            OID.subjectKeyIdentifier, "subjectKeyIdentifier", "hash", isAdded: true,
            "certificates with extensions get a subjectKeyIdentifier = hash", maker, context)
        try complete(
            OID.authorityKeyIdentifier, "authorityKeyIdentifier", "keyid, issuer", isAdded: !isSelfSigned,
            "certificates with extensions that another key signs get an authorityKeyIdentifier = keyid, issuer", maker,
            context)
    }

    private mutating func complete(
        _ identifier: ObjectIdentifier, _ name: String, _ value: String, isAdded: Bool, _ reason: String,
        _ maker: ExtensionMaker, _ context: ExtensionContext
    ) throws(ConfigurationProblem) {
        if let present = extensions.first(where: { $0.value.extnID == identifier }) {
            // An empty SEQUENCE or OCTET STRING is what `none` makes.
            if present.value.extnValue.count <= 2 { extensions.removeAll { $0.value.extnID == identifier } }
        } else if isAdded {
            var context = context
            context.extensions = extensions
            extensions.append(try maker.extension(name: name, value: value, origin: .preset(reason), context: context))
        }
    }

    /// Signs the certificate.
    func signed(
        with key: borrowing SigningKey, by scheme: SignatureScheme, of command: String
    ) throws(Failure) -> SignedDraft {
        var tbs = tbs
        var origins = origins
        tbs.extensions = Extensions(extensions.map(\.value))
        origins.extensions = extensions.map(\.origin)
        do throws(SigningKey.Problem) {
            tbs.signature = try key.identifier(of: scheme)
            let message = tbs.derEncoded
            let signature = try key.sign(message.span, by: scheme)
            let certificate = Certificate(
                tbsCertificate: tbs, signatureAlgorithm: tbs.signature, signature: signature)
            return SignedDraft(certificate: certificate, origins: origins)
        } catch { throw Failure("\(command): the certificate can not be signed: \(error.sentence)") }
    }
}

/// A certificate that was made, with who put its parts there.
struct SignedDraft {
    let certificate: Certificate
    let origins: CertificateOrigins
}
