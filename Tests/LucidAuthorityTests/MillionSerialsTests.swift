import Foundation
import LucidAuthority
import LucidIssuing
import LucidModel
import LucidNumber
import LucidSignature
import Testing

@Suite("Serial numbers")
struct MillionSerialsTests {
    @Test(
        "of a million certificates are a million, and each is found by its own",
        .enabled(
            if: ProcessInfo.processInfo.environment["LUCID_EXHAUSTIVE"] != nil,
            "a million signatures: Scripts/test --all"))
    func million() throws {
        let ca = try TestAuthority(isRootAlone: true)
        let time = TestAuthority.time
        let store = try ca.open()
        let record = try store.signingAuthority()
        let authority = try store.open(record) { _ throws(AuthorityProblem) in SecretBytes(count: 0) }
        let key = authority.key.publicKey
        let total = 1_000_000, batch = 20_000
        var samples: [SerialNumber] = []
        for _ in 0..<total / batch {
            // A number that was there already would end this with `serialNumberTaken`.
            let issuances = try (0..<batch).map { _ in
                Issuance(
                    try authority.issue(.client, subject: Name(commonName: "a"), key: key, from: time), label: "a",
                    profile: "client", origin: .issue)
            }
            try store.record(issuances, of: record, at: time)
            samples.append(SerialNumber(issuances[0].certificate.serialNumber))
        }
        #expect(try store.count(CertificateFilter(), at: time) == total)
        for serial in samples {
            #expect(serial.octets.count == 16)
            #expect(try store.certificates(serial: serial).map(\.serialNumber) == [serial])
        }
    }
}
