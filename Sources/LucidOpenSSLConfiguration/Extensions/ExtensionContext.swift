public import LucidDER
public import LucidModel

/// What extensions need to know about the certificate, request or revocation list that they are for.
public struct ExtensionContext: Sendable {
    /// Whose name, number and key identifier the authority key identifier and `issuer:copy` tell.
    public enum Issuer: Sendable {
        /// The certificate that is being made: it will be self-issued. Its key identifier is looked for among the extensions that
        /// have been made already.
        case itself(serialNumber: DERInteger, issuer: Name)
        /// Another certificate, which is there.
        case certificate(Certificate)
    }

    /// Whether only the form of values is looked at: what depends on the certificate is not asked for. `req` and `ca` look through
    /// their sections so before they do anything.
    public var isRehearsal = false
    /// The subject's name; `email:copy` copies from it, and `email:move` takes out of it.
    public var subject: Name?
    /// The subject's key, which `hash` is made of.
    public var subjectKey: SubjectPublicKeyInfo?
    /// Nil for requests: openssl then refuses an authority key identifier.
    public var issuer: Issuer?
    /// For certificates that issue themselves, the public half of the key that signs: where they have no subject key identifier yet,
    /// `keyid:always` makes one of it. `ca -selfsign` does not give it, and openssl then refuses. With another certificate as issuer it
    /// is not looked at.
    public var issuerKey: SubjectPublicKeyInfo?
    /// The extensions that there are already. `ExtensionMaker.extensions` adds to them.
    public var made: [MadeExtension] = []
    /// Whether a new extension takes the place of one with the same identifier. So it is for certificates; requests may get two.
    public var replaces = true

    public init(
        subject: Name? = nil, subjectKey: SubjectPublicKeyInfo? = nil, issuer: Issuer? = nil,
        issuerKey: SubjectPublicKeyInfo? = nil
    ) {
        self.subject = subject
        self.subjectKey = subjectKey
        self.issuer = issuer
        self.issuerKey = issuerKey
    }

    /// For looking through a section.
    public static var rehearsal: ExtensionContext {
        var context = ExtensionContext()
        context.isRehearsal = true
        return context
    }

    /// Whether the authority key identifier takes the certificate for self-signed. One with its issuer's key, but another
    /// certificate as issuer, is not.
    var isSelfSigned: Bool {
        guard case .itself = issuer else { return false }
        return issuerKey == nil || issuerKey == subjectKey
    }
}

/// An extension, and what put it there.
public struct MadeExtension: Hashable, Sendable {
    public let value: Extension
    public let origin: Origin

    public init(_ value: Extension, origin: Origin) {
        self.value = value
        self.origin = origin
    }
}
