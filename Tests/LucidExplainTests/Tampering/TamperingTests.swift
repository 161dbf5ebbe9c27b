import LucidDER
import LucidExplain
import LucidIssuing
import LucidModel
import LucidSignature
import LucidTestSupport
import LucidValidation
import Testing

/// One thing is changed, and the step that theory names catches it.
struct TamperingTests {
    /// What must catch a change first, in a chain of some kind; several where that depends on the numbers.
    private static func expected(_ kind: CertificateChange.Kind, _ chain: String) -> Set<Check> {
        switch kind {
        // Of a point one bit more or less is off the curve; of Ed25519's key every other y has a point.
        case .key: chain.hasPrefix("P-") ? [.keyUsable] : chain == "Ed25519" ? [.keyUsable, .signature] : [.signature]
        case .algorithm: [.signatureAlgorithmsAgree]
        // SHA-1 and Ed448 are not on the profile's list; other hashes are.
        case .algorithms: ["RSA", "Ed25519"].contains(chain) ? [.signatureAlgorithm] : [.signature]
        case .bit, .name, .date, .flag: [.signature]
        case .twin: []
        }
    }

    @Test func `there is a chain of each kind`() { #expect(TamperedChain.all.count == 6) }

    @Test(arguments: TamperedChain.all)
    func `each change is caught by the step that theory names`(chain: TamperedChain) throws {
        let scene = chain.scene()
        #expect(scene.before.isAccepted)
        for kind in CertificateChange.Kind.usual {
            let story = TamperingStory(try chain.change(kind), in: scene)
            guard case .check(let finding)? = story.outcome.catcher else {
                Issue.record("\(kind): \(story.outcome.catcher?.sentence ?? "nothing")")
                continue
            }
            #expect(Self.expected(kind, chain.description).contains(finding.check), "\(kind): \(finding.check)")
            #expect(finding.certificateIndex == 0 && story.reasonUncaught == nil)
            // Whatever came first: the signature does not hold either.
            #expect(finding.check == .signature || story.outcome.later.contains { $0.check == .signature }, "\(kind)")
            #expect(story.outcome.later.contains { $0.check == .dnsName } == (kind == .name), "\(kind)")
        }
    }

    /// cA goes on, and a CA without keyUsage breaks a rule that is looked at before the signature.
    @Test(arguments: [SigningKey.Kind.rsa(bits: 2048), .p256, .p384, .p521, .ed25519])
    func `the flag of a server's certificate without keyUsage is caught by a rule on an extension`(
        kind: SigningKey.Kind
    ) throws {
        let begin = TamperedChain.time.adding(seconds: -3600)
        let root = try CertificateAuthority.root(named: "Root", key: .generate(kind), from: begin)
        var contents = try root.server(names: [TamperedChain.host], key: root.key.publicKey, from: begin).tbsCertificate
        contents.extensions = Extensions(contents.extensions.filter { $0.extnID != OID.keyUsage })
        let encoded = contents.derEncoded
        let signature = try root.key.sign(encoded.span, by: root.key.usualScheme)
        let leaf = try Certificate(
            der: Certificate(tbsCertificate: contents, signatureAlgorithm: contents.signature, signature: signature)
                .der.array)
        let scene = TamperingScene(
            Verifier(trustAnchors: [root.certificate]), Question(leaf, at: TamperedChain.time), changing: leaf)
        #expect(scene.before.isAccepted)
        let outcome = scene.outcome(try CertificateChange.flag(of: leaf).octets)
        #expect(outcome.catcher?.id.hasPrefix("extension.") == true, "\(outcome.catcher?.sentence ?? "nothing")")
        #expect(outcome.later.contains { $0.check == .signature })
    }

    @Test(arguments: TamperedChain.all)
    func `the numbers tell what the signature says and what it would have to say`(chain: TamperedChain) throws {
        let scene = chain.scene()
        for kind in [CertificateChange.Kind.name, .date, .flag] {
            let story = TamperingStory(try chain.change(kind), in: scene)
            let comparison = try #require(story.comparison)
            let values = try #require(comparison.values)
            #expect(!values.agree)
            #expect(try !comparison.worked.get().isValid)
            guard let hashes = comparison.hashes else {
                #expect(chain.description == "Ed25519")
                continue
            }
            #expect(hashes.before != hashes.after)
            if chain.description == "RSA" {
                #expect(values.found == hex(hashes.before) && values.expected == hex(hashes.after))
            }
        }
    }

    @Test(arguments: TamperedChain.all.filter { $0.description.hasPrefix("P-") })
    func `nothing catches ECDSA's other signature`(chain: TamperedChain) throws {
        let story = TamperingStory(try chain.change(.twin), in: chain.scene())
        #expect(story.outcome.catcher == nil && story.outcome.verdict?.isAccepted == true)
        #expect(story.change.octets != chain.leaf.der.array)
        #expect(story.comparison?.values?.agree == true)
        #expect(story.reasonUncaught?.contains("(r, n − s)") == true)
    }

    @Test(arguments: TamperedChain.all.filter { !$0.description.hasPrefix("P-") })
    func `other signatures have no twin`(chain: TamperedChain) {
        #expect(throws: CertificateChange.Problem.self) { try chain.change(.twin) }
    }

    @Test(arguments: TamperedChain.all)
    func `an attacker's signature is caught under the issuer's key, an attacker's CA has no trust anchor`(
        chain: TamperedChain
    ) throws {
        let scene = chain.scene()
        let key = try SigningKey.generate(Attacker.kind(like: PublicKey(scene.signer.subjectPublicKeyInfo)))
        // A value that can not be copied is none that #require takes.
        guard let attacker = Attacker(key: key, at: TamperedChain.time) else {
            Issue.record("no attacker")
            return
        }
        for kind in [CertificateChange.Kind.name, .date, .flag, .algorithms] {
            let story = TamperingStory(try chain.change(kind), in: scene, signedAnewBy: attacker)
            let resigning = try #require(story.resigning)
            #expect(resigning.inIssuersName.catcher?.id == Check.signature.id)
            // The way ends above the attacker's CA, which is there.
            guard case .check(let finding)? = resigning.byOwnCA.catcher else {
                Issue.record("\(kind): not caught")
                continue
            }
            #expect(finding.check == .trustAnchor && finding.certificateIndex == 1)
        }
    }

    @Test func `who signs with the attacker's root in the store is caught by nothing but the rest`() throws {
        let chain = try #require(TamperedChain.all.first { $0.description == "P-256" })
        // The root that is trusted is not verified: its signature, its dates as long as they are good, its flags.
        let scene = chain.scene(changing: chain.root, inStore: true, sendsRoot: true)
        let bit = TamperingStory(try .bit(nil, of: chain.root), in: scene)
        #expect(bit.outcome.catcher == nil && bit.reasonUncaught?.contains("RFC 5280 §6.1.1(d)") == true)
        let key = TamperingStory(try .key(of: chain.root), in: scene)
        #expect(key.outcome.catcher != nil)
        // The copy that is sent along is not looked at.
        let sent = chain.scene(changing: chain.root, sendsRoot: true)
        let unseen = TamperingStory(try .key(of: chain.root), in: sent)
        #expect(unseen.outcome.catcher == nil && unseen.reasonUncaught?.contains("its own copy") == true)
    }

    @Test func `an intermediate certificate is protected like any other`() throws {
        for chain in TamperedChain.all {
            let scene = chain.scene(changing: chain.intermediate)
            for change in [
                try CertificateChange.bit(nil, of: chain.intermediate),
                try .date(to: nil, of: chain.intermediate, at: TamperedChain.time),
                try .name(to: nil, of: chain.intermediate), try .key(of: chain.intermediate),
                try .flag(of: chain.intermediate),
            ] { #expect(scene.outcome(change.octets).catcher != nil, "\(chain) \(change.kind)") }
        }
    }

    @Test func `of an original that is refused already only new faults count`() throws {
        let chain = try #require(TamperedChain.all.first)
        let later = TamperedChain.time.adding(seconds: 2 * 365 * 86400)
        let scene = chain.scene(at: later)
        #expect(!scene.before.isAccepted)
        let change = try CertificateChange.date(to: nil, of: chain.leaf, at: later)
        let outcome = scene.outcome(change.octets)
        #expect(outcome.catcher?.id == Check.signature.id)
        #expect(outcome.later.allSatisfy { $0.check != .notAfter })
        #expect(outcome.certificate?.validity.notAfter.time ?? later > later)
        // Another name leaves it expired, as it was.
        let renamed = scene.outcome(try chain.change(.name).octets)
        #expect(renamed.catcher?.id == Check.signature.id && renamed.later.allSatisfy { $0.check != .notAfter })
    }
}
