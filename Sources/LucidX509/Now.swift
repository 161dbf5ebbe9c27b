#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// The system's clock, and the calls of the lower layers with "now" for their time.

extension CalendarTime {
    /// The system's clock, to the second.
    public static var now: CalendarTime { CalendarTime(secondsSince1970: Int64(time(nil))) }
}

extension Verifier {
    /// Judges a certificate as of now. See `verify(_:intermediates:identity:at:)`.
    public func verify(
        _ target: Certificate, intermediates: some Sequence<Certificate> = [], identity: ReferenceIdentity? = nil
    ) -> Verdict {
        verify(target, intermediates: intermediates, identity: identity, at: .now)
    }
}

extension CertificateAuthority {
    /// A new self-signed root, valid from now on.
    public static func root(
        named commonName: String, key: consuming SigningKey, profile: CertificateProfile = .root
    ) throws(IssuingProblem) -> CertificateAuthority {
        try root(named: commonName, key: key, profile: profile, from: .now)
    }

    /// A new CA below this one, valid from now on.
    public func intermediate(
        named commonName: String, key: consuming SigningKey, profile: CertificateProfile = .intermediate
    ) throws(IssuingProblem) -> CertificateAuthority {
        try intermediate(named: commonName, key: key, profile: profile, from: .now)
    }

    /// A certificate for a TLS server, valid from now on.
    public func server(
        names: [String], key: PublicKey, profile: CertificateProfile = .server
    ) throws(IssuingProblem) -> Certificate {
        try server(names: names, key: key, profile: profile, from: .now)
    }

    /// A certificate for a TLS client, valid from now on.
    public func client(
        names: [String], key: PublicKey, profile: CertificateProfile = .client
    ) throws(IssuingProblem) -> Certificate {
        try client(names: names, key: key, profile: profile, from: .now)
    }

    /// A certificate for a TLS server that its own key signs, valid from now on.
    public static func selfSigned(
        names: [String], key: borrowing SigningKey, profile: CertificateProfile = .server
    ) throws(IssuingProblem) -> Certificate {
        try selfSigned(names: names, key: key, profile: profile, from: .now)
    }
}
