import LucidTestSupport
import Testing

@Suite("lucid show says what openssl says", .enabled(if: Programs.openssl != nil, "openssl is not installed"))
struct CertificateFieldTests {
    @Test("The certificates are there")
    func samples() {
        #expect(CertificateSample.fixtures.count > 100)
        #expect(CertificateSample.fixtures.filter { $0.json != nil }.count > 100)
    }

    @Test("Field by field, attribute by attribute, extension by extension", arguments: CertificateSample.all)
    func fields(of sample: CertificateSample) throws {
        let openssl = try OpenSSLCertificate(sample.bytes)
        guard let openssl, let json = sample.json else {
            let isRefusedByBoth = openssl == nil && sample.json == nil
            #expect(isRefusedByBoth || ExpectedDifference.refusedByOne[sample.name] != nil)
            return
        }
        let comparison = CertificateComparison(openssl: openssl, lucid: json)
        let differences = comparison.fields.flatMap { $0.differences(in: sample.name) }
        #expect(differences == [])
    }

    @Test(
        "Each difference that is expected is there",
        arguments: ExpectedDifference.all.filter { $0.certificate.hasSuffix(".pem") })
    func expectedDifference(_ expected: ExpectedDifference) throws {
        let sample = try #require(CertificateSample.fixtures.first { $0.name == expected.certificate })
        let comparison = CertificateComparison(
            openssl: try #require(try OpenSSLCertificate(sample.bytes)), lucid: try #require(sample.json))
        let field = try #require(comparison.fields.first { $0.name == expected.field })
        #expect(
            zip(field.openssl, field.lucid).contains {
                expected.covers(sample.name, field.name, openssl: $0, lucid: $1)
            })
    }
}
