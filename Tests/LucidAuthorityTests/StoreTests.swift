import Foundation
import LucidAuthority
import LucidDER
import LucidIssuing
import LucidModel
import LucidNumber
import LucidSignature
import LucidTestSupport
import Testing

@Suite("The store of a CA")
struct StoreTests {
    private let time = TestAuthority.time

    @Test("has the CAs that were made, with their keys", arguments: [true, false])
    func creation(isRootAlone: Bool) throws {
        let ca = try TestAuthority(isRootAlone: isRootAlone)
        let store = try ca.open(.reading)
        let authorities = try store.authorities()
        #expect(authorities.map(\.role) == (isRootAlone ? [.root] : [.root, .issuing]))
        #expect(
            authorities.map(\.keyFile)
                == (isRootAlone ? ["keys/root-key.pem"] : ["offline/root-key.pem", "keys/issuing-key.pem"]))
        for authority in authorities {
            _ = try store.open(authority) { _ throws(AuthorityProblem) in SecretBytes(count: 0) }
            #expect(try ca.mode(authority.keyFile) == 0o600)
        }
        #expect(try store.signingAuthority() == authorities.last)
        #expect(try ca.mode("keys") == 0o700)
        #expect(try ca.mode("") == 0o700)
        // The intermediate is a certificate that the root can revoke.
        let own = try store.certificates(CertificateFilter(), at: time, limit: 10)
        #expect(own.map(\.origin) == (isRootAlone ? [] : [.authority]))
        #expect(try TemporaryFolderListing.names(ca.folder) == ["ca"])
    }

    @Test("finds a certificate by serial number, by name and by part of a name")
    func lookUp() throws {
        let ca = try TestAuthority()
        let store = try ca.open()
        let first = try TestAuthority.issue(["www.example.com", "example.com", "192.0.2.1"], from: store)
        let second = try TestAuthority.issue(["mail.example.org"], from: store)
        #expect(first.names == ["www.example.com", "example.com", "192.0.2.1"])
        #expect(try store.certificates(serial: first.serialNumber) == [first])
        #expect(try store.certificate(serial: second.serialNumber, of: try store.signingAuthority()) == second)
        #expect(try store.certificate(serial: second.serialNumber, of: try store.authority(.root)) == nil)
        func find(_ set: (inout CertificateFilter) -> Void) throws -> [Int64] {
            var filter = CertificateFilter()
            set(&filter)
            let found = try store.certificates(filter, at: time, limit: 10)
            #expect(try store.count(filter, at: time) == found.count)
            return found.map(\.id)
        }
        #expect(try find { $0.name = "192.0.2.1" } == [first.id])
        #expect(try find { $0.name = "example" } == [])
        #expect(try find { $0.text = "EXAMPLE.c" } == [first.id])
        #expect(try find { $0.text = "example" } == [first.id, second.id])
        #expect(try find { $0.text = "ex_mple%" } == [])
    }

    @Test("derives states from times, and pages in either order")
    func states() throws {
        let ca = try TestAuthority(isRootAlone: true)
        let store = try ca.open()
        let records = try [30, 10, 20, 10].enumerated().map { index, days in
            try TestAuthority.issue(["host\(index).example.com"], from: store, days: days)
        }
        try store.revoke(records[2], .init(time: time, reason: .superseded))
        func find(
            _ state: CertificateRecord.State?, after days: Int64, _ order: CertificateFilter.Order = .recorded
        ) throws -> [Int64] {
            var filter = CertificateFilter()
            filter.state = state
            let time = time.adding(seconds: days * 86_400)
            var ids: [Int64] = []
            var last: CertificateRecord?
            while true {
                let page = try store.certificates(filter, at: time, order: order, after: last, limit: 2)
                if page.isEmpty { break }
                for record in page { #expect(state == nil || record.state(at: time) == state) }
                ids += page.map(\.id)
                last = page.last
            }
            return ids
        }
        let ids = records.map(\.id)
        #expect(try find(nil, after: 0) == ids)
        #expect(try find(nil, after: 0, .ending) == [ids[1], ids[3], ids[2], ids[0]])
        #expect(try find(.valid, after: 0) == [ids[0], ids[1], ids[3]])
        #expect(try find(.expired, after: 10) == [ids[1], ids[3]])
        #expect(try find(.revoked, after: 40) == [ids[2]])
    }

    @Test("revokes once, but takes a certificate off hold, or revokes it then for good")
    func revoking() throws {
        let ca = try TestAuthority(isRootAlone: true)
        let store = try ca.open()
        let record = try TestAuthority.issue(["a.example.com"], from: store)
        #expect(throws: AuthorityProblem.notRevoked(record.serialNumber)) { try store.release(record) }
        try store.revoke(record, .init(time: time, reason: .certificateHold))
        let held = try #require(try store.certificate(record.id))
        #expect(held.revocation == .init(time: time, reason: .certificateHold))
        try store.release(held)
        #expect(try store.certificate(record.id)?.revocation == nil)
        try store.revoke(record, .init(time: time, reason: .certificateHold))
        let later = time.adding(seconds: 60)
        let final = CertificateRecord.Revocation(time: later, reason: .keyCompromise, invalidSince: time)
        try store.revoke(held, final)
        let revoked = try #require(try store.certificate(record.id))
        #expect(revoked.revocation == final)
        #expect(throws: AuthorityProblem.alreadyRevoked(record.serialNumber)) { try store.revoke(held, final) }
        #expect(throws: AuthorityProblem.notOnHold(record.serialNumber)) { try store.release(revoked) }
        let root = try store.authority(.root)
        #expect(
            try store.revocations(of: root)
                == [
                    RevocationEntry(
                        serialNumber: record.serialNumber.number, revokedAt: later, reason: .keyCompromise,
                        invalidFrom: time)
                ])
        #expect(try store.revocations(of: root, revokedSince: later.adding(seconds: 1)) == [])
        #expect(try store.revocations(of: root, endingFrom: time.adding(seconds: 91 * 86_400)) == [])
    }

    @Test("a serial number is recorded once, and nothing of the second certificate stays")
    func serialNumbers() throws {
        let ca = try TestAuthority(isRootAlone: true)
        let store = try ca.open()
        let record = try TestAuthority.issue(["a.example.com"], from: store)
        let certificate = try #require(try record.certificate())
        let root = try store.authority(.root)
        let again = Issuance(certificate, label: "again", profile: nil, origin: .issue)
        #expect(throws: AuthorityProblem.serialNumberTaken(record.serialNumber)) {
            try store.record(again, of: root, at: time)
        }
        #expect(try store.count(CertificateFilter(), at: time) == 1)
        // Made anew, once: then the number is free.
        var calls = 0
        let authority = try store.open(root) { _ throws(AuthorityProblem) in SecretBytes(count: 0) }
        let other = try authority.server(names: ["b"], key: authority.key.publicKey, from: time)
        let issued = try store.issue(of: root, at: time) { () throws(AuthorityProblem) in
            calls += 1
            return calls == 1 ? again : Issuance(other, label: "b", profile: nil, origin: .issue)
        }
        #expect(calls == 2)
        #expect(issued.certificate == other)
    }

    @Test("a renewed certificate names the one that took its place; what a request asked for is found by its digest")
    func renewal() throws {
        let ca = try TestAuthority(isRootAlone: true)
        let store = try ca.open()
        let old = try TestAuthority.issue(["a.example.com"], from: store)
        let root = try store.authority(.root)
        let authority = try store.open(root) { _ throws(AuthorityProblem) in SecretBytes(count: 0) }
        let certificate = try authority.server(names: ["a.example.com"], key: authority.key.publicKey, from: time)
        var issuance = Issuance(certificate, label: "a.example.com", profile: "server", origin: .renewal)
        issuance.replaces = old.id
        issuance.request = [1, 2, 3]
        issuance.output = .init(folder: "/srv/tls", name: "a")
        let id = try store.record(issuance, of: root, at: time)
        let new = try #require(try store.certificate(id))
        #expect(try store.certificate(old.id)?.replacedBy == id)
        #expect(new.requestDigest?.count == 32)
        #expect(new.output == .init(folder: "/srv/tls", name: "a"))
        var filter = CertificateFilter()
        filter.isReplaced = false
        #expect(try store.certificates(filter, at: time, limit: 10) == [new])
    }

    @Test("CRL numbers are never given twice, and the newest list of each kind is kept whole")
    func lists() throws {
        let ca = try TestAuthority(isRootAlone: true)
        let store = try ca.open()
        let root = try store.authority(.root)
        let authority = try store.open(root) { _ throws(AuthorityProblem) in SecretBytes(count: 0) }
        #expect(try store.newestList(of: root) == nil)
        for number in 1...3 {
            #expect(try store.takeRevocationListNumber(of: root) == number)
            let list = try RevocationListContents(
                issuer: authority.certificate, number: number, thisUpdate: time, nextUpdate: time.adding(seconds: 60)
            ).signed(with: authority.key)
            try store.record(list, of: root, number: number, baseNumber: number == 3 ? 2 : nil)
        }
        try store.raiseRevocationListNumber(of: root, to: 100)
        try store.raiseRevocationListNumber(of: root, to: 50)
        #expect(try store.takeRevocationListNumber(of: root) == 100)
        #expect(try store.newestList(of: root)?.number == 2)
        #expect(try store.newestList(of: root)?.der != nil)
        #expect(try store.newestList(of: root, isDelta: true)?.baseNumber == 2)
    }

    @Test("what another program's index knows is recorded without a certificate, once")
    func indexed() throws {
        let ca = try TestAuthority(isRootAlone: true)
        let store = try ca.open()
        let root = try store.authority(.root)
        let entries = [
            IndexedCertificate(serialNumber: SerialNumber(octets: [1]), subject: "CN=old", notAfter: time),
            IndexedCertificate(
                serialNumber: SerialNumber(octets: [2]), subject: "CN=gone", notAfter: time,
                revocation: .init(time: time, reason: .keyCompromise)),
        ]
        #expect(try store.record(indexed: entries, of: root, at: time) == 2)
        #expect(try store.record(indexed: entries, of: root, at: time) == 0)
        let found = try store.certificates(CertificateFilter(), at: time, limit: 10)
        #expect(found.map(\.der) == [nil, nil])
        #expect(found.map { $0.state(at: time.adding(seconds: 1)) } == [.expired, .revoked])
    }

    @Test(
        "serial numbers are read as people write them",
        arguments: [
            ("01", [UInt8(1)]), ("1", [1]), ("00:ff:10", [0xff, 0x10]), ("ABCDEF", [0xab, 0xcd, 0xef]), ("0", [0]),
        ])
    func serialTexts(text: String, octets: [UInt8]) {
        #expect(SerialNumber(text)?.octets == octets)
        #expect(SerialNumber("\(text)g") == nil && SerialNumber("") == nil)
        #expect(SerialNumber(String(repeating: "1", count: 41)) == nil)
    }
}

/// What lies in a temporary folder.
enum TemporaryFolderListing {
    static func names(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }
}
