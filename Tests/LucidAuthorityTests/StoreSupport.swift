import Foundation
import LucidAuthority
import LucidDER
import LucidIssuing
import LucidModel
import LucidNumber
import LucidSignature
import LucidTestSupport

/// A CA in a folder of its own, without passphrases, at a fixed time.
final class TestAuthority: Sendable {
    let folder: TemporaryFolder
    /// The CA's folder.
    let path: String
    static let time = CalendarTime(secondsSince1970: 1_800_000_000)

    init(isRootAlone: Bool = false) throws {
        folder = try TemporaryFolder()
        path = folder.path("ca")
        try Self.creation(isRootAlone: isRootAlone).make(in: path, at: Self.time)
    }

    static func creation(isRootAlone: Bool = false) -> AuthorityCreation {
        AuthorityCreation(
            root: .init(subject: Name(commonName: "Test Root"), profile: .root, passphrase: nil),
            issuing: isRootAlone
                ? nil : .init(subject: Name(commonName: "Test Issuing"), profile: .intermediate, passphrase: nil),
            policy: Array("{}\n".utf8))
    }

    func open(_ purpose: AuthorityStore.Purpose = .changing) throws(AuthorityProblem) -> AuthorityStore {
        try AuthorityStore(path, for: purpose)
    }

    /// Issues a certificate for these names.
    @discardableResult
    static func issue(
        _ names: [String], from store: borrowing AuthorityStore, days: Int = 90, at time: CalendarTime = time
    ) throws -> CertificateRecord {
        let record = try store.signingAuthority()
        let authority = try store.open(record) { _ throws(AuthorityProblem) in SecretBytes(count: 0) }
        let key = try SigningKey.generate(.p256).publicKey
        var profile = CertificateProfile.server
        profile.life = .days(days)
        let certificate = try authority.server(names: names, key: key, profile: profile, from: time)
        let id = try store.record(
            Issuance(certificate, label: names[0], profile: "server", origin: .issue), of: record, at: time)
        guard let found = try store.certificate(id) else { throw ProgramProblem("the certificate is not there") }
        return found
    }

    /// The octets of every file of the folder, by path.
    func contents() throws -> [String: [UInt8]] {
        var all: [String: [UInt8]] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
            let file = "\(path)/\(name)"
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
            all[name] = isFolder.boolValue ? [] : [UInt8](try Data(contentsOf: URL(filePath: file)))
        }
        return all
    }

    func mode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.posixPermissions] as? Int
    }
}

/// Why a CA's folder can not be opened; nil where it can.
func problem(opening path: String, for purpose: AuthorityStore.Purpose) -> AuthorityProblem? {
    do throws(AuthorityProblem) {
        _ = try AuthorityStore(path, for: purpose)
        return nil
    } catch { return error }
}
