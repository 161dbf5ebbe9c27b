import Foundation
import LucidAuthority
import LucidDER
import LucidTestSupport
import Testing

/// A small generator that gives the same numbers in every run (SplitMix64).
private struct RepeatableNumbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
        return z ^ z >> 31
    }
}

@Suite("A damaged database")
struct DamagedDatabaseTests {
    private let time = TestAuthority.time
    private static let isExhaustive = ProcessInfo.processInfo.environment["LUCID_EXHAUSTIVE"] != nil

    /// A CA with some certificates, and thousands that only an index knew, so that the trees have several levels.
    private func sample() throws -> TestAuthority {
        let ca = try TestAuthority(isRootAlone: true)
        let store = try ca.open()
        for index in 0..<20 { try TestAuthority.issue(["host\(index).example.com", "192.0.2.\(index)"], from: store) }
        let entries = (1...3000).map {
            IndexedCertificate(
                serialNumber: SerialNumber(octets: [1, UInt8($0 >> 8), UInt8($0 & 0xff)]), subject: "CN=old \($0)",
                notAfter: time)
        }
        _ = try store.record(indexed: entries, of: try store.signingAuthority(), at: time)
        return ca
    }

    /// Does with the CA whatever commands do; gives the first problem.
    private func useAll(_ ca: TestAuthority) -> AuthorityProblem? {
        do throws(AuthorityProblem) {
            let store = try ca.open(.changing)
            try store.checkWhole()
            return try use(store)
        } catch { return error }
    }

    /// The same without the check of the whole file: damage must be told, or not matter, but never end the process.
    private func use(_ store: borrowing AuthorityStore) throws(AuthorityProblem) -> AuthorityProblem? {
        _ = try store.status(at: time, endingWithin: 100 * 86_400)
        var last: CertificateRecord?
        while true {
            let page = try store.certificates(CertificateFilter(), at: time, after: last, limit: 500)
            guard let end = page.last else { break }
            last = end
        }
        var filter = CertificateFilter()
        filter.text = "host1"
        _ = try store.certificates(filter, at: time, order: .ending, limit: 500)
        _ = try store.revocations(of: try store.signingAuthority())
        return nil
    }

    @Test("is told when a page of it is lost, whichever, and left as it is")
    func lostPages() throws {
        let ca = try sample()
        let path = AuthorityLayout(ca.path).database
        let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
        var numbers = RepeatableNumbers(state: 1)
        let pageSize = 4096
        let count = whole.count / pageSize
        let pages = Self.isExhaustive ? Array(0..<count) : Array((0..<count).shuffled(using: &numbers).prefix(40))
        for page in pages {
            var damaged = whole
            for index in page * pageSize..<(page + 1) * pageSize { damaged[index] = numbers.next() as UInt8 }
            try Data(damaged).write(to: URL(filePath: path))
            switch useAll(ca) {
            case .damaged, .notACADatabase: break
            case let other: Issue.record("page \(page): \(String(describing: other))")
            }
            #expect([UInt8](try Data(contentsOf: URL(filePath: path))) == damaged)
            #expect(try TemporaryFolderListing.names(ca.folder) == ["ca"])
        }
        try Data(whole).write(to: URL(filePath: path))
        #expect(useAll(ca) == nil)
    }

    @Test("never ends the process, and what is refused is left as it is, whatever octets are overwritten")
    func randomDamage() throws {
        let ca = try sample()
        let path = AuthorityLayout(ca.path).database
        let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let store = try ca.open()
        let entry = IndexedCertificate(serialNumber: SerialNumber(octets: [9]), subject: "CN=new", notAfter: time)
        let root = try store.signingAuthority()
        var refusals = 0
        for seed in 0..<UInt64(Self.isExhaustive ? 1000 : 60) {
            var numbers = RepeatableNumbers(state: seed)
            var damaged = whole
            for _ in 0..<Int.random(in: 1...8, using: &numbers) {
                // Half of the places are where trees begin: there damage does most.
                let end = Bool.random(using: &numbers) ? damaged.count : min(damaged.count, 20 * 4096)
                let start = Int.random(in: 0..<end, using: &numbers)
                for index in start..<min(start + Int.random(in: 1...64, using: &numbers), damaged.count) {
                    damaged[index] = numbers.next() as UInt8
                }
            }
            try Data(damaged).write(to: URL(filePath: path))
            do throws(AuthorityProblem) {
                let store = try ca.open()
                _ = try use(store)
                _ = try store.record(indexed: [entry], of: root, at: time)
            } catch {
                refusals += 1
                #expect([UInt8](try Data(contentsOf: URL(filePath: path))) == damaged, "seed \(seed)")
            }
        }
        #expect(refusals > 20)
    }

    @Test("that was cut short is told")
    func truncated() throws {
        let ca = try sample()
        let path = AuthorityLayout(ca.path).database
        let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
        for count in [99, 100, 4096, whole.count / 2, whole.count - 4096, whole.count - 1] {
            try Data(whole[..<count]).write(to: URL(filePath: path))
            switch useAll(ca) {
            case .damaged, .notACADatabase: break
            case let other: Issue.record("\(count) octets: \(String(describing: other))")
            }
            #expect(try Data(contentsOf: URL(filePath: path)).count == count)
        }
    }
}

extension RandomNumberGenerator {
    fileprivate mutating func next() -> UInt8 { UInt8(truncatingIfNeeded: next() as UInt64) }
}
