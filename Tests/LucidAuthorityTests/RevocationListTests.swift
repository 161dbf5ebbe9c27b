import LucidAuthority
import LucidDER
import LucidIssuing
import LucidModel
import LucidNumber
import LucidTestSupport
import Testing

@Suite("Revocation lists of a CA in a folder")
struct RevocationListTests {
    private let authority: TestAuthority
    private let begin = TestAuthority.time

    init() throws { authority = try TestAuthority() }

    private func day(_ number: Int) -> CalendarTime { begin.adding(seconds: Int64(number) * 86_400) }

    private func publish(
        _ kind: RevocationListKind, _ store: borrowing AuthorityStore, at time: CalendarTime
    ) throws -> RevocationList {
        let record = try store.signingAuthority()
        let signer = try store.open(record) { _ throws(AuthorityProblem) in SecretBytes(count: 0) }
        let list = try store.publish(kind, of: record, signedBy: signer, at: time, life: .days(7))
        return try RevocationList(der: try #require(list.der))
    }

    /// What a list says of each serial number.
    private func entries(_ list: RevocationList) -> [SerialNumber: ReasonCode.Reason] {
        var found: [SerialNumber: ReasonCode.Reason] = [:]
        for entry in list.tbsCertList.revokedCertificates ?? [] {
            found[SerialNumber(entry.userCertificate)] =
                entry.crlEntryExtensions.value(ReasonCode.self)?.reason ?? .unspecified
        }
        return found
    }

    @Test func `An entry goes when it has been on one list after its certificate's end, and not earlier`() throws {
        let store = try authority.open()
        let short = try TestAuthority.issue(["short.example"], from: store, days: 10)
        let late = try TestAuthority.issue(["late.example"], from: store, days: 10)
        _ = try store.revoke(short, reason: nil, at: day(1))
        #expect(try entries(publish(.complete, store, at: day(2))).count == 1)
        // It has ended, but no list since then has it.
        #expect(try entries(publish(.complete, store, at: day(20))).count == 1)
        #expect(try entries(publish(.complete, store, at: day(21))).isEmpty)
        // One that is revoked after its end is on one list as well.
        _ = try store.revoke(late, reason: nil, at: day(22))
        #expect(try Array(entries(publish(.complete, store, at: day(23))).keys) == [late.serialNumber])
        #expect(try entries(publish(.delta, store, at: day(24))).isEmpty)
        #expect(try entries(publish(.complete, store, at: day(24))).isEmpty)
    }

    @Test func `A delta has what is new, what changed and what was released, and what earlier deltas spoke of`() throws
    {
        let store = try authority.open()
        let names = ["kept", "held", "ended hold", "new", "held and released"]
        let records = try names.map { try TestAuthority.issue(["\($0.filter { $0 != " " }).example"], from: store) }
        _ = try store.revoke(records[0], reason: .superseded, at: day(1))
        _ = try store.revoke(records[1], reason: .certificateHold, at: day(1))
        _ = try store.revoke(records[2], reason: .certificateHold, at: day(1))
        _ = try publish(.complete, store, at: day(1))
        #expect(try entries(publish(.delta, store, at: day(2))).isEmpty)

        try store.release(records[1])
        _ = try store.revoke(records[2], reason: .keyCompromise, at: day(3))
        _ = try store.revoke(records[3], reason: .unspecified, at: day(3))
        _ = try store.revoke(records[4], reason: .certificateHold, at: day(3))
        let second = try publish(.delta, store, at: day(3))
        #expect(
            entries(second) == [
                records[1].serialNumber: .removeFromCRL, records[2].serialNumber: .keyCompromise,
                records[3].serialNumber: .unspecified, records[4].serialNumber: .certificateHold,
            ])
        // Who put base and delta together has the last one on hold; only the next delta can tell that it was released.
        try store.release(records[4])
        let third = try publish(.delta, store, at: day(4))
        #expect(entries(third)[records[4].serialNumber] == .removeFromCRL)
        #expect(entries(third).count == 4)
        #expect(third.tbsCertList.crlExtensions.value(DeltaCRLIndicator.self)?.baseCRLNumber == DERInteger(1))
        #expect(third.tbsCertList.crlExtensions.value(CRLNumber.self)?.number == DERInteger(4))
        // A new complete list begins anew.
        #expect(try entries(publish(.complete, store, at: day(5))).count == 3)
        #expect(try entries(publish(.delta, store, at: day(6))).isEmpty)
    }

    @Test func `A list is not made before the one that is there, and then no number is used up`() throws {
        let store = try authority.open()
        _ = try publish(.complete, store, at: day(5))
        #expect(throws: AuthorityProblem.listFromTheFuture(number: 1, thisUpdate: day(5))) {
            _ = try publish(.complete, store, at: day(4))
        }
        let next = try publish(.complete, store, at: day(5))
        #expect(next.tbsCertList.crlExtensions.value(CRLNumber.self)?.number == DERInteger(2))
    }

    @Test func `A hold that ends counts from when it began; nothing else changes`() throws {
        let store = try authority.open()
        let record = try TestAuthority.issue(["www.example"], from: store)
        _ = try store.revoke(record, reason: .certificateHold, at: day(1))
        let ended = try store.revoke(record, reason: .keyCompromise, invalidSince: begin, at: day(2))
        let expected = CertificateRecord.Revocation(time: day(1), reason: .keyCompromise, invalidSince: begin)
        #expect(ended == .endedHold(expected))
        #expect(try store.revoke(record, reason: nil, at: day(3)) == .already(expected))
        #expect(throws: AuthorityProblem.reasonStays(record.serialNumber, expected)) {
            _ = try store.revoke(record, reason: .certificateHold, at: day(3))
        }
    }
}
