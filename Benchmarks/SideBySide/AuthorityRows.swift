import Benchmark
import Foundation
import LucidAuthority
import LucidX509

/// A CA in a temporary folder that has issued so many certificates already.
final class FilledAuthority {
    private let folder: URL
    private let path: String
    private let key = try? SigningKey.generate(.p256).publicKey

    init(count: Int) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "lucid-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        path = folder.appending(path: "ca").path
        let root = AuthorityCreation.Member(
            subject: Name(commonName: "Lucid Benchmark CA"), profile: .root, passphrase: nil)
        try AuthorityCreation(root: root, issuing: nil, policy: Array("{}\n".utf8)).make(in: path, at: .now)
        // One real certificate; the others are copies of it with serial numbers of their own.
        let store = try AuthorityStore(path, for: .changing)
        let record = try store.signingAuthority()
        let authority = try open(store, record)
        try issue(store, record, authority)
        let fill = Process()
        fill.executableURL = URL(filePath: "/usr/bin/env")
        fill.arguments = [
            "python3", Fixtures.path("Benchmarks/fill-authority"), path + "/ca.db", String(count - 1),
        ]
        try fill.run()
        fill.waitUntilExit()
        try check(fill.terminationStatus == 0, "the CA can not be filled")
        let found = try store.count(CertificateFilter(), at: .now)
        try check(found == count, "\(found) certificates are in the CA, not \(count)")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func open(_ store: borrowing AuthorityStore, _ record: AuthorityRecord) throws -> CertificateAuthority {
        try store.open(record) { path throws(AuthorityProblem) in throw .keyMissing(path) }
    }

    /// Signs a certificate and records it: what `lucid ca issue` does but for the new key, the start of the process and its files.
    private func issue(
        _ store: borrowing AuthorityStore, _ record: AuthorityRecord, _ authority: borrowing CertificateAuthority
    ) throws {
        guard let key else { throw WrongResult(description: "no key") }
        let now = CalendarTime.now
        _ = try store.issue(of: record, at: now) { () throws(AuthorityProblem) in
            do throws(IssuingProblem) {
                let certificate = try authority.server(names: ["new.example.com"], key: key, from: now)
                return Issuance(certificate, label: "new.example.com", profile: "server", origin: .issue)
            } catch { throw .issuing(error) }
        }
    }

    func contender(_ name: String) throws -> Contender {
        Contender(name) { [self] in
            let store = try AuthorityStore(path, for: .changing)
            let record = try store.signingAuthority()
            try issue(store, record, open(store, record))
        }
    }
}

/// Issuing from a CA's folder, from opening it to the certificate on the disk.
func authorityRows() {
    row("issue-among-1000000") {
        [
            try FilledAuthority(count: 1_000_000).contender("Lucid"),
            try FilledAuthority(count: 1000).contender("Lucid, 1,000 issued"),
        ]
    }
}
