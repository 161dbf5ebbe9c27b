import LucidFiles

/// What must hold before a CA's folder is used. Nothing here changes anything.
enum AuthorityFolderChecks {
    /// Whether the folder has a CA's database of a version that is known. Its first octets are read as a plain file, so that
    /// SQLite never touches a file that is not ours.
    static func checkDatabase(_ layout: AuthorityLayout) throws(AuthorityProblem) {
        let path = layout.database
        let header: [UInt8]
        do throws(FileProblem) { header = try FileReader.prefix(path, count: headerByteCount) } catch {
            if error.reason == .notFound || error.reason == .isNotDirectory { throw .noAuthority(layout.folder) }
            throw .file(error)
        }
        guard header.starts(with: "SQLite format 3\u{0}".utf8), header.count == headerByteCount,
            number(header, at: 68) == AuthorityStore.applicationID
        else { throw .notACADatabase(path) }
        let version = number(header, at: 60)
        guard version <= AuthorityStore.schemaVersion else {
            throw .newerVersion(path, found: Int(version), known: Int(AuthorityStore.schemaVersion))
        }
        guard version == AuthorityStore.schemaVersion else {
            throw .damaged(path, detail: "its version is \(version)")
        }
    }

    /// Whether this user may issue with the folder.
    static func checkMayChange(_ layout: AuthorityLayout) throws(AuthorityProblem) {
        let folder = try status(layout.folder)
        guard folder.owner == FileStatus.currentUser else { throw .foreignOwner(layout.folder, owner: folder.owner) }
        try checkPrivate(layout.folder, folder)
        for path in [layout.folder, layout.database] where !FileStatus.isWritable(path) { throw .readOnly(path) }
    }

    /// Whether a key's file and the folder around it are the owner's alone.
    static func checkKey(_ path: String) throws(AuthorityProblem) {
        let key: FileStatus
        do throws(FileProblem) { key = try FileStatus(path) } catch {
            throw error.reason == .notFound || error.reason == .isNotDirectory ? .keyMissing(path) : .file(error)
        }
        try checkPrivate(path, key)
        let folder = Folder.containing(path)
        try checkPrivate(folder, try status(folder))
    }

    private static func checkPrivate(_ path: String, _ status: FileStatus) throws(AuthorityProblem) {
        guard status.isOpenToOthers else { return }
        let wanted: UInt32 = status.kind == .directory ? 0o700 : 0o600
        throw .openToOthers(path, permissions: status.permissions, wanted: wanted)
    }

    private static func status(_ path: String) throws(AuthorityProblem) -> FileStatus {
        do throws(FileProblem) { return try FileStatus(path) } catch { throw .file(error) }
    }

    /// SQLite, "Database File Format" §1.3: the header has 100 octets, `user_version` at 60 and `application_id` at 68, both
    /// big-endian.
    private static let headerByteCount = 100

    private static func number(_ header: [UInt8], at offset: Int) -> Int64 {
        header[offset..<offset + 4].reduce(0) { $0 << 8 | Int64($1) }
    }
}
