import Foundation
import LucidDER
import LucidPEM
import LucidTestSupport
import LucidX509

@testable import LucidExplain

/// The pages of verifications that the tests look at.
enum StoryPages {
    /// What was asked and told.
    struct Told {
        let answer: VerificationPage.Answer
        /// Each certificate of the path, from the one in question upwards.
        var certificates: [Certificate] { answer.verdict.path }
    }

    static let time = CalendarTime("2026-11-01") ?? CalendarTime(secondsSince1970: 0)

    static func fixture(_ name: String) throws -> Certificate {
        try Certificate(der: PageSamples.certificate(name).array)
    }

    /// Verifies, and keeps the story.
    static func told(
        _ target: Certificate, _ intermediates: [Certificate] = [], trust: [Certificate], host: String? = nil,
        at time: CalendarTime = time, isDeep: Bool = false, file: String = "leaf.pem"
    ) throws -> Told {
        var trace = Trace()
        let verifier = Verifier(trustAnchors: trust)
        let verdict = verifier.verify(
            target, intermediates: intermediates, identity: host.flatMap { ReferenceIdentity($0) }, at: time,
            trace: &trace)
        return Told(
            answer: VerificationPage.Answer(
                file: file, asked: host.map { [$0] } ?? [], purpose: "server", profile: "private", time: time,
                verdict: verdict, story: VerificationStory(trace, isDeep: isDeep)))
    }

    static func page(_ told: Told...) -> VerificationPage { VerificationPage(told.map(\.answer)) }

    // MARK: Pages

    /// RSA signatures, all of which hold.
    static func rsa(host: String = "www.rsa.chain.example.test", isDeep: Bool = false) throws -> Told {
        try told(
            fixture("chain-rsa-leaf"), [fixture("chain-rsa-intermediate")], trust: [fixture("chain-rsa-root")],
            host: host, isDeep: isDeep)
    }

    static func ecdsa(isDeep: Bool = false) throws -> Told {
        try told(
            fixture("chain-p256-leaf"), [fixture("chain-p256-intermediate")], trust: [fixture("chain-p256-root")],
            isDeep: isDeep)
    }

    static func pss(isDeep: Bool = false) throws -> Told {
        try told(fixture("leaf-rsa-2048-pss-sha256"), trust: [fixture("root-rsa-2048-pss-sha256")], isDeep: isDeep)
    }

    static func ed25519(isDeep: Bool = false) throws -> Told {
        try told(fixture("leaf-ed25519"), trust: [fixture("root-ed25519")], isDeep: isDeep)
    }

    /// A certificate whose issuer is not there.
    static func withoutPath() throws -> Told {
        try told(fixture("chain-rsa-leaf"), trust: [fixture("root-p256")], host: "www.rsa.chain.example.test")
    }

    /// A path that is refused for several reasons: another name was asked for, and the CA may not issue for it.
    static func refused() throws -> Told {
        let root = try CertificateAuthority.root(named: "Root", key: .generate(.p256), from: time)
        var profile = CertificateProfile.intermediate
        let permitted = GeneralName.dns("example.test").map { [GeneralSubtree(base: $0)] }
        profile.nameConstraints = NameConstraints(permittedSubtrees: permitted, excludedSubtrees: nil)
        let middle = try root.intermediate(named: "Middle", key: .generate(.p256), profile: profile, from: time)
        let leaf = try middle.server(names: ["www.example.org"], key: root.key.publicKey, from: time)
        return try told(leaf, [middle.certificate], trust: [root.certificate], host: "www.example.com")
    }

    /// A CA of the same name with another key was sent along and is tried first: a branch that is not taken.
    static func impostor() throws -> Told {
        let root = try CertificateAuthority.root(named: "Root", key: .generate(.p256), from: time)
        let middle = try root.intermediate(named: "Middle", key: .generate(.p256), from: time)
        let leaf = try middle.server(names: ["www.example.test"], key: root.key.publicKey, from: time)
        return try told(leaf, [impostor(of: middle.certificate), middle.certificate], trust: [root.certificate])
    }

    /// The same without the real CA: every way leads over a signature that does not hold.
    static func impostorAlone() throws -> Told {
        let root = try CertificateAuthority.root(named: "Root", key: .generate(.p256), from: time)
        let middle = try root.intermediate(named: "Middle", key: .generate(.p256), from: time)
        let other = try root.intermediate(named: "Middle", key: .generate(.p256), from: time)
        let leaf = try middle.server(names: ["www.example.test"], key: root.key.publicKey, from: time)
        return try told(leaf, [other.certificate], trust: [root.certificate])
    }

    /// Ten certificates for one CA's key, and as many paths, all of which have expired.
    static func manyPaths() throws -> Told {
        let root = try CertificateAuthority.root(named: "Root", key: .generate(.p256), from: time)
        let middles = try (0..<10).map { _ in
            try root.intermediate(named: "Middle", key: SigningKey(pkcs8: root.key.pkcs8()), from: time).certificate
        }
        let middle = try root.intermediate(named: "Middle", key: SigningKey(pkcs8: root.key.pkcs8()), from: time)
        let leaf = try middle.server(names: ["www.example.test"], key: root.key.publicKey, from: time)
        return try told(leaf, middles, trust: [root.certificate], at: time.adding(seconds: 7 * 365 * 86_400))
    }

    /// A certificate that says what another one says, key identifiers included, but for another key. Its serial number is short, so
    /// that it is the first of two equals.
    private static func impostor(of certificate: Certificate) throws -> Certificate {
        let key = try SigningKey.generate(.p256)
        let tbs = TBSCertificate(
            serialNumber: DERInteger(magnitude: [1]), signature: certificate.signatureAlgorithm,
            issuer: certificate.issuer, validity: certificate.validity, subject: certificate.subject,
            subjectPublicKeyInfo: key.publicKey.info, extensions: certificate.extensions)
        let octets = tbs.derEncoded
        let signature = try key.sign(octets.span, by: key.usualScheme)
        // Read again, as if it came from somewhere.
        let made = Certificate(tbsCertificate: tbs, signatureAlgorithm: tbs.signature, signature: signature)
        return try Certificate(der: made.der.array)
    }

    /// Names that would be markup wherever the page forgot to escape them, of every certificate and of the file.
    static func hostile() throws -> Told {
        let names = PageSamples.hostileNames.map { Name(commonName: $0) }
        let root = try CertificateAuthority.root(subject: names[0], key: .generate(.p256), from: time)
        let middle = try root.intermediate(subject: names[2], key: .generate(.p256), from: time)
        let leaf = try middle.issue(
            .server, subject: Name(commonName: PageSamples.hostileNames[3...].joined()),
            names: ["www.example.test"].compactMap { GeneralName.dns($0) }, key: root.key.publicKey, from: time)
        return try told(
            leaf, [impostor(of: middle.certificate), middle.certificate], trust: [root.certificate],
            host: "example.org", file: "<b onclick=alert(1)>\u{202e}.pem")
    }

    /// Four certificates with RSA keys of 4096 bits, as public PKIs have them.
    static func large(isDeep: Bool = false) throws -> Told {
        let text = try Checkout.fixture("openssl/keys/leaf-rsa-4096.pem")
        let der = try PEMReader.blocks(in: text.span)[0].get().bytes
        func key() throws -> SigningKey { try SigningKey(pkcs8: SecretBytes(copying: der.span)) }
        var policyProfile = CertificateProfile.intermediate
        policyProfile.authority = CertificateProfile.Authority(pathLength: 1)
        let root = try CertificateAuthority.root(named: "Large Root", key: key(), from: time)
        let policy = try root.intermediate(
            named: "Large Policy CA", key: key(), profile: policyProfile, from: time)
        let issuing = try policy.intermediate(named: "Large Issuing CA", key: key(), from: time)
        let leafKey = try key()
        let leaf = try issuing.server(
            names: (1...8).map { "www\($0).large.example.test" }, key: leafKey.publicKey, from: time)
        return try told(
            leaf, [issuing.certificate, policy.certificate], trust: [root.certificate], host: "www3.large.example.test",
            isDeep: isDeep)
    }
}
