import LucidAuthority
import LucidDER
import LucidIssuing
import LucidModel
import LucidSignature
import Testing

@Suite("What a renewed certificate says")
struct RenewalContentsTests {
    @Test(arguments: CertificateProfile.known.filter { $0.name != "root" })
    func `A certificate of every kind is renewed with the same extensions, names and life`(
        profile: CertificateProfile
    ) throws {
        var profile = profile
        profile.crlDistributionPoints = [try #require(.uri("http://crl.example/issuing.crl"))]
        profile.ocspResponders = [try #require(.uri("http://ocsp.example/"))]
        profile.furtherExtensions.append(
            Extension(extnID: ObjectIdentifier(1, 3, 6, 1, 4, 1, 99999), critical: false, extnValue: [0x05, 0x00]))
        let begin = CalendarTime(secondsSince1970: 1_800_000_000)
        let root = try CertificateAuthority.root(named: "Root", key: .generate(.p256), from: begin)
        let key = try SigningKey.generate(.rsa(bits: 2048)).publicKey
        let names: [GeneralName] = [try #require(.dns("www.example")), try #require(.email("me@example"))]
        let old = try root.issue(profile, subject: Name(commonName: "x"), names: names, key: key, from: begin)

        let contents = RenewalContents(old, profileName: profile.name)
        let later = begin.adding(seconds: 1_000_000)
        let new = try root.issue(
            contents.profile, subject: contents.subject, names: contents.names, key: key, from: later)
        #expect(Set(new.extensions) == Set(old.extensions))
        #expect(new.subject == old.subject && new.serialNumber != old.serialNumber)
        let life = { (one: Certificate) in
            one.validity.notAfter.time.secondsSince1970 - one.validity.notBefore.time.secondsSince1970
        }
        #expect(life(new) == life(old) && new.validity.notBefore.time == later)
    }
}
