public import LucidFiles
public import LucidModel
import LucidPEM

/// The folder of a CA that `openssl ca` runs. Its configuration is not read: the files have names that everybody uses, and those
/// that are called otherwise can be named.
public struct OpenSSLFolder: Sendable {
    public let folder: String
    /// The CA's certificate.
    public let certificate: Certificate
    public let certificatePath: String
    /// The CA's private key; nil where none was found.
    public let keyPath: String?
    public let indexPath: String
    /// Where the certificates are, as `SERIAL.pem`; nil where there is no such folder.
    public let newCertificates: String?
    /// Nil where there is none: no CRL had a number.
    public let crlNumberPath: String?

    /// The files that have other names.
    public struct Names: Sendable {
        public var certificate, key, index, newCertificates, crlNumber: String?
        public init() {}
    }

    public enum Problem: Error, Hashable, Sendable {
        case file(FileProblem)
        /// None of these files is there.
        case missing(what: String, tried: [String])
        /// A file has no usable certificate.
        case noCertificate(String)
        case index(String, OpenSSLIndexProblem)
        /// `crlnumber` is no hexadecimal number below 2^62.
        case badCRLNumber(String)
        /// A certificate in `newcerts/` is not the one that its line is about, or is not the CA's.
        case otherCertificate(String, line: Int, Difference)

        public enum Difference: Hashable, Sendable { case serialNumber, notAfter, issuer, signature }
    }

    /// Finds the files.
    public init(_ folder: String, names: Names = Names()) throws(Problem) {
        self.folder = folder
        certificatePath = try Self.find(
            "the CA's certificate", names.certificate, folder,
            [
                "cacert.pem", "ca.pem", "ca.crt", "ca.cert.pem", "certs/ca.cert.pem", "certs/cacert.pem",
                "certs/ca.pem",
                "certs/ca.crt", "certs/intermediate.cert.pem",
            ])
        certificate = try Self.certificate(certificatePath)
        indexPath = try Self.find("the index", names.index, folder, ["index.txt"])
        keyPath = try Self.findOptional(
            names.key, folder,
            [
                "private/cakey.pem", "private/ca.key.pem", "private/ca.key", "private/ca-key.pem",
                "private/intermediate.key.pem", "cakey.pem", "ca.key.pem", "ca.key", "ca-key.pem",
            ])
        newCertificates = try Self.findOptional(names.newCertificates, folder, ["newcerts"])
        crlNumberPath = try Self.findOptional(names.crlNumber, folder, ["crlnumber"])
    }

    private static func find(
        _ what: String, _ named: String?, _ folder: String, _ usual: [String]
    ) throws(Problem) -> String {
        guard let found = try findOptional(named, folder, usual) else { throw .missing(what: what, tried: usual) }
        return found
    }

    /// The file that was named, which must be there, or the first of the usual ones that is.
    private static func findOptional(
        _ named: String?, _ folder: String, _ usual: [String]
    ) throws(Problem) -> String? {
        if let named {
            guard Folder.kind(named) != nil else { throw .file(FileProblem(path: named, reason: .notFound)) }
            return named
        }
        return usual.map { Folder.path(folder, $0) }.first { Folder.kind($0) != nil }
    }

    /// The first certificate of a file, in PEM, perhaps behind text, or in DER.
    private static func certificate(_ path: String) throws(Problem) -> Certificate {
        let octets: [UInt8]
        do throws(FileProblem) { octets = try FileReader.read(path) } catch { throw .file(error) }
        let blocks = PEMReader.blocks(in: octets.span).compactMap { try? $0.get() }
        let der = blocks.first { ["CERTIFICATE", "X509 CERTIFICATE"].contains($0.label) }?.bytes ?? octets
        guard let certificate = try? Certificate(der: der) else { throw .noCertificate(path) }
        return certificate
    }

    // MARK: What it has

    /// Everything that the index lists, with the certificates that are there.
    ///
    /// - Returns: the certificates, and the lines whose certificates were on hold and were released.
    public func certificates() throws(Problem) -> (certificates: [ImportedCertificate], released: [Int]) {
        var octets: [UInt8] = []
        do throws(FileProblem) { octets = try FileReader.read(indexPath, limit: Self.indexLimit) } catch {
            // A CA that issued nothing has an empty index.
            guard error.reason == .empty else { throw .file(error) }
        }
        let entries: [OpenSSLIndex.Entry]
        do throws(OpenSSLIndexProblem) { entries = try OpenSSLIndex.read(octets) } catch {
            throw .index(indexPath, error)
        }
        var certificates: [ImportedCertificate] = []
        for entry in entries {
            var imported = ImportedCertificate(entry)
            imported.certificate = try certificate(of: entry)
            if let certificate = imported.certificate { imported.subject = certificate.subject.description }
            certificates.append(imported)
        }
        return (certificates, entries.filter(\.isReleased).map(\.line))
    }

    /// A line has some 100 octets.
    private static let indexLimit = 1 << 30

    /// The certificate of a line, held against what the line says; nil where there is no file for it.
    private func certificate(of entry: OpenSSLIndex.Entry) throws(Problem) -> Certificate? {
        guard let newCertificates else { return nil }
        let path = Folder.path(newCertificates, OpenSSLIndex.serialText(entry.serialNumber) + ".pem")
        guard Folder.kind(path) != nil else { return nil }
        let found = try Self.certificate(path)
        let difference: Problem.Difference? =
            if SerialNumber(found.serialNumber) != entry.serialNumber {
                .serialNumber
            } else if found.validity.notAfter.time != entry.notAfter { .notAfter } else { self.difference(of: found) }
        if let difference { throw .otherCertificate(path, line: entry.line, difference) }
        return found
    }

    private func difference(of found: Certificate) -> Problem.Difference? {
        guard found.issuer.matches(certificate.subject) else { return .issuer }
        return (try? found.checkSignature(signer: certificate.subjectPublicKeyInfo)) == nil ? .signature : nil
    }

    /// The number that the next CRL will have; nil where no file says.
    public func nextRevocationListNumber() throws(Problem) -> Int? {
        guard let crlNumberPath else { return nil }
        let octets: [UInt8]
        do throws(FileProblem) { octets = try FileReader.read(crlNumberPath, limit: 1 << 12) } catch {
            throw .file(error)
        }
        let text = String(decoding: octets.filter { $0 > 0x20 }, as: UTF8.self)
        guard let number = Int(text, radix: 16), (0..<1 << 62).contains(number) else {
            throw .badCRLNumber(crlNumberPath)
        }
        return number
    }
}
