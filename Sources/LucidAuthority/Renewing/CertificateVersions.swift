import LucidFiles
import LucidNumber
import LucidPEM

/// Key and certificate that change together.
///
/// Two files can not be replaced in one step, so a program that is killed in between would leave a key and a certificate that
/// do not fit. Therefore the files of each version lie in a folder of their own, and one link says which is in use:
///
///     NAME-key.pem        → NAME.versions/current/key.pem
///     NAME.pem            → NAME.versions/current/certificate.pem
///     NAME-fullchain.pem  → NAME.versions/current/fullchain.pem
///     NAME.versions/current → 4f3a…                  the serial number
///     NAME.versions/4f3a…/{key,certificate,fullchain}.pem
///
/// To replace `current` is the one step. A reader who opens one file before it and one after it gets two versions all the same,
/// as with any two files; a server reads both again when it is told to.
struct CertificateVersions {
    let files: CertificateFiles

    /// Whether the files are links to versions already.
    var areInUse: Bool { SymbolicLink.target(current) != nil }

    private var folder: String { Folder.path(files.place.folder, files.place.name + ".versions") }
    private var current: String { Folder.path(folder, "current") }
    private func version(_ serial: SerialNumber) -> String { Folder.path(folder, serial.description) }

    /// Whether there is a key for a version.
    func hasKey(_ serial: SerialNumber) -> Bool { Folder.kind(Folder.path(version(serial), "key.pem")) == .file }

    // MARK: Before the certificate is issued

    /// Writes a new version's key. Nothing uses it yet.
    func prepare(_ serial: SerialNumber, key: borrowing SecretBytes) throws(FileProblem) {
        try Folder.make(folder)
        try Folder.make(version(serial))
        let path = Folder.path(version(serial), "key.pem")
        try key.withSpan { span throws(FileProblem) in
            try FileWriter.write(span, to: path, access: .owner, replaces: false)
        }
        try Folder.synchronize(folder)
    }

    /// Takes a version away that was prepared for a certificate that was not issued.
    func abandon(_ serial: SerialNumber) { remove(version(serial)) }

    // MARK: After it was issued

    /// Brings a version into use. It can be done again when it was interrupted.
    func use(_ serial: SerialNumber, _ texts: CertificateFiles.Texts) throws(FileProblem) {
        let new = version(serial)
        try Folder.make(folder)
        try Folder.make(new)
        // Without a key of its own, a version has the key of the one before.
        if !hasKey(serial), areInUse {
            try SymbolicLink.writeHard(Folder.path(current, "key.pem"), at: Folder.path(new, "key.pem"))
        }
        try FileWriter.write(
            texts.certificate.span, to: Folder.path(new, "certificate.pem"), access: .everybody, replaces: true)
        try FileWriter.write(
            texts.fullChain.span, to: Folder.path(new, "fullchain.pem"), access: .everybody, replaces: true)
        // Before the step all names must stand for the same version; an interrupted run may have left files among them.
        if areInUse { try linkNames() } else { try linkFirst() }
        let old = SymbolicLink.target(current)
        try SymbolicLink.write(serial.description, at: current)
        if let old, old != serial.description { remove(Folder.path(folder, old)) }
    }

    /// Makes a version of the files that are there, and lets `current` name it.
    private func linkFirst() throws(FileProblem) {
        let first = Folder.path(folder, "first")
        // What an interrupted run may have left is made anew.
        remove(first)
        try Folder.make(first)
        for (path, name) in names where Folder.kind(path) == .file {
            try SymbolicLink.writeHard(path, at: Folder.path(first, name))
        }
        try Folder.synchronize(first)
        try SymbolicLink.write("first", at: current)
        // From here on they have the old content through the link.
        try linkNames()
    }

    /// Lets the usual names stand for the current version.
    private func linkNames() throws(FileProblem) {
        for (path, name) in names {
            let target = "\(files.place.name).versions/current/\(name)"
            if SymbolicLink.target(path) != target { try SymbolicLink.write(target, at: path) }
        }
    }

    private var names: [(path: String, name: String)] {
        [(files.key, "key.pem"), (files.certificate, "certificate.pem"), (files.fullChain, "fullchain.pem")]
    }

    /// Takes a version's files away, and nothing else.
    private func remove(_ version: String) {
        for name in names.map(\.name) { try? Folder.remove(Folder.path(version, name)) }
        try? Folder.removeEmpty(version)
    }
}
