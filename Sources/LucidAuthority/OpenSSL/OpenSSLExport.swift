public import LucidDER
import LucidFiles
public import LucidIssuing
public import LucidModel
import LucidNumber
import LucidPEM

/// Writes a CA as `openssl ca` keeps its own: `index.txt`, `index.txt.attr`, `serial`, `crlnumber`, `newcerts/SERIAL.pem`,
/// `cacert.pem` and a configuration, so that openssl can go on where Lucid was.
public struct OpenSSLExport: Sendable {
    /// What was written.
    public struct Result: Hashable, Sendable {
        public var certificateCount = 0
        /// Certificates of which only an index line is known: there is no file in `newcerts/` for them.
        public var withoutFileCount = 0
        /// Revocations of which openssl has no words for a part: `privilegeWithdrawn`, `aACompromise`, and the time of invalidity
        /// beside lost keys. They are revoked there all the same.
        public var shortened: [SerialNumber] = []
        /// Whether the CA's key is there.
        public var hasKey = false
    }

    private let authority: AuthorityRecord
    private let folder: String

    /// - Parameter folder: must be new or empty.
    public init(_ authority: AuthorityRecord, to folder: String) {
        self.authority = authority
        self.folder = folder
    }

    /// Writes everything.
    ///
    /// - Parameters:
    ///   - issuers: the certificates above the CA's, for `ca-chain.pem`.
    ///   - key: the CA's key as the text of an encrypted PEM file; nil leaves it out.
    public func write(
        from store: borrowing AuthorityStore, issuers: [Certificate], key: [UInt8]?, at time: CalendarTime
    ) throws(AuthorityProblem) -> Result {
        do throws(FileProblem) {
            try Folder.make(folder, mode: 0o700)
            guard try Folder.names(in: folder).isEmpty else { throw FileProblem(path: folder, reason: .alreadyExists) }
            for name in ["newcerts", "private"] { try Folder.makeNew(path(name), mode: 0o700) }
            if let key {
                try FileWriter.write(key.span, to: path("private/cakey.pem"), access: .owner, replaces: false)
            }
        } catch { throw error.reason == .alreadyExists ? .folderInUse(folder) : .file(error) }

        var result = Result()
        result.hasKey = key != nil
        var index: [UInt8] = []
        var filter = CertificateFilter()
        filter.authority = authority.id
        var last: CertificateRecord?
        while true {
            let page = try store.certificates(filter, at: time, after: last, limit: Self.pageSize)
            if page.isEmpty { break }
            for record in page {
                let (line, isWhole) = OpenSSLIndex.line(record, at: time)
                index += line.utf8
                result.certificateCount += 1
                if !isWhole { result.shortened.append(record.serialNumber) }
                guard let der = record.der else {
                    result.withoutFileCount += 1
                    continue
                }
                try write(
                    PEMBlock.encode(label: "CERTIFICATE", bytes: der.span),
                    "newcerts/\(OpenSSLIndex.serialText(record.serialNumber)).pem")
            }
            last = page.last
        }
        let certificates = [authority.certificate] + issuers
        try write(pem(certificates[...0]), "cacert.pem")
        try write(pem(certificates[...]), "ca-chain.pem")
        try write(index, "index.txt")
        // A renewed certificate has the subject of the one before.
        try write(Array("unique_subject = no\n".utf8), "index.txt.attr")
        try write(Array("\(Self.freshSerial())\n".utf8), "serial")
        try write(Array("\(Self.evenHexadecimal(authority.nextRevocationListNumber))\n".utf8), "crlnumber")
        try write(Array(try configuration().utf8), "openssl.cnf")
        return result
    }

    private static let pageSize = 500

    /// For whoever turns `rand_serial` off: 16 random octets that are counted up from. Nobody has such numbers already.
    private static func freshSerial() -> String {
        var octets = RandomSource.system.bytes(count: 16)
        octets[0] = octets[0] & 0x3f | 0x40
        return OpenSSLIndex.serialText(SerialNumber(octets: octets))
    }

    private static func evenHexadecimal(_ number: Int) -> String {
        let digits = String(number, radix: 16, uppercase: true)
        return digits.count % 2 == 0 ? digits : "0" + digits
    }

    private func configuration() throws(AuthorityProblem) -> String {
        do throws(FileProblem) {
            return OpenSSLConfiguration.text(folder: try Folder.absolute(folder))
        } catch { throw .file(error) }
    }

    private func pem(_ certificates: ArraySlice<Certificate>) -> [UInt8] {
        certificates.flatMap { PEMBlock.encode(label: "CERTIFICATE", bytes: $0.der.array.span) }
    }

    private func path(_ name: String) -> String { Folder.path(folder, name) }

    private func write(_ octets: [UInt8], _ name: String) throws(AuthorityProblem) {
        // An empty index is a file without a line.
        do throws(FileProblem) {
            try FileWriter.write(octets.span, to: path(name), access: .everybody, replaces: false)
        } catch { throw .file(error) }
    }
}
