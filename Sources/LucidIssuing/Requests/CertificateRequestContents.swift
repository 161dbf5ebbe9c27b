import LucidDER
public import LucidModel
public import LucidSignature

/// What a request for a certificate is to say, before it is signed (RFC 2986 §4.1).
public struct CertificateRequestContents: Hashable, Sendable {
    public var subject: Name
    /// The extensions that are asked for; they go into one extensionRequest attribute (RFC 2985 §5.4.2), and without any there
    /// is no such attribute.
    public var extensions: [Extension] = []
    /// Attributes beside extensionRequest.
    public var otherAttributes: [Attribute] = []

    public init(subject: Name) { self.subject = subject }

    /// A request for these names. Without a subject of its own it is named by the first one that fits into a commonName.
    ///
    /// - Parameters:
    ///   - profile: whose key usage and purposes are asked for, and for a CA its basicConstraints; nil to leave that to the CA.
    ///   - key: decides which of the profile's key usages it can have.
    public init(subject: Name? = nil, names: [GeneralName], profile: CertificateProfile? = nil, key: PublicKey) {
        self.subject =
            subject ?? names.lazy.compactMap(\.asCommonName).first.map(Name.init(commonName:))
            ?? Name([RelativeDistinguishedName]())
        if !names.isEmpty {
            // RFC 5280 §4.2.1.6: critical only where the subject is empty.
            extensions.append(Extension(SubjectAltName(names: names), critical: self.subject.isEmpty))
        }
        guard let profile else { return }
        if let authority = profile.authority {
            let constraints = BasicConstraints(cA: true, pathLenConstraint: authority.pathLength)
            extensions.append(Extension(constraints, critical: true))
        }
        let usage = profile.keyUsage(for: key.info)
        if !usage.isEmpty { extensions.append(Extension(usage, critical: true)) }
        if !profile.extendedKeyUsages.isEmpty {
            extensions.append(Extension(ExtendedKeyUsage(purposes: profile.extendedKeyUsages), critical: false))
        }
    }

    /// Signs the request with the key that the certificate is to be for.
    ///
    /// - Parameter scheme: how; the key's usual way where nil.
    public func signed(
        with key: borrowing SigningKey, by scheme: SignatureScheme? = nil
    ) throws(IssuingProblem) -> CertificateRequest {
        var attributes = otherAttributes
        if !extensions.isEmpty {
            let value = DERBytes(Extensions(extensions).derEncoded)
            attributes.insert(Attribute(type: OID.extensionRequest, values: [value]), at: 0)
        }
        let info = CertificationRequestInfo(
            subject: subject, subjectPKInfo: key.publicKey.info, attributes: attributes)
        let encoded = info.derEncoded
        do throws(SigningKey.Problem) {
            let scheme = scheme ?? key.usualScheme
            return CertificateRequest(
                certificationRequestInfo: info, signatureAlgorithm: try key.identifier(of: scheme),
                signature: try key.sign(encoded.span, by: scheme))
        } catch { throw .signing(error) }
    }
}
