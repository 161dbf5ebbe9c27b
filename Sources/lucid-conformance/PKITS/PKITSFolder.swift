import LucidX509

/// The certificates and revocation lists of a suite, each in DER under its name. Every file is read once.
struct PKITSFolder {
    private let path: String
    private var certificates: [String: Certificate] = [:]
    private var revocationLists: [String: RevocationList] = [:]

    init(_ path: String) { self.path = path }

    mutating func certificate(_ name: String) throws(Unusable) -> Certificate {
        if let known = certificates[name] { return known }
        let certificate = try read("certs", name, "crt") { (der) throws(DERError) in try Certificate(der: der) }
        certificates[name] = certificate
        return certificate
    }

    mutating func revocationList(_ name: String) throws(Unusable) -> RevocationList {
        if let known = revocationLists[name] { return known }
        let list = try read("crls", name, "crl") { (der) throws(DERError) in try RevocationList(der: der) }
        revocationLists[name] = list
        return list
    }

    private func read<Structure>(
        _ folder: String, _ name: String, _ suffix: String, _ decode: ([UInt8]) throws(DERError) -> Structure
    ) throws(Unusable) -> Structure {
        // A name is a name in its folder, and nothing outside of it.
        guard !name.isEmpty, !name.contains("/"), !name.contains(".."), !name.utf8.contains(0) else {
            throw Unusable("\(name.safeToShow): is no name of a file in \(Folder.path(path, folder))")
        }
        let file = Folder.path(Folder.path(path, folder), "\(name).\(suffix)")
        let der: [UInt8]
        do throws(FileProblem) { der = try FileReader.read(file) } catch { throw Unusable(error.sentence) }
        do throws(DERError) { return try decode(der) } catch { throw Unusable("\(file): \(error.sentence)") }
    }
}
