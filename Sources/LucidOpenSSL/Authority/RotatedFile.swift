import LucidX509

/// A file of a CA that is replaced while the one before is kept: `serial` beside `serial.new` and `serial.old`.
///
/// openssl renames the old file away and then the new one to its place, and a process that dies in between leaves no file at all.
/// Here the old file gets its second name first, so that there is one at every moment; the names that stay are the same.
enum RotatedFile {
    /// Writes the new file beside the old one: `serial.new`. It is whole and on the disk when this returns.
    static func writeNew(_ octets: [UInt8], for path: String) throws(Failure) {
        try FaceFile.write(octets, to: path + ".new", of: CACommand.name)
    }

    /// `serial.new` becomes `serial`, and what was `serial` becomes `serial.old`.
    static func rotate(_ path: String) throws(Failure) {
        do throws(FileProblem) {
            if Folder.kind(path) != nil { try keep(path) }
            try Folder.move(path + ".new", to: path)
            try Folder.synchronize(Folder.containing(path))
        } catch {
            throw Failure("Unable to rename \(path).new to \(path): \(error.reason.systemText)")
        }
    }

    /// Gives the file that is there its second name, `serial.old`, in the place of the one that had it.
    private static func keep(_ path: String) throws(FileProblem) {
        let temporary = path + ".old.tmp"
        if Folder.kind(temporary) != nil { try Folder.remove(temporary) }
        // A file system without second names does it as openssl does.
        guard (try? SymbolicLink.writeHard(path, at: temporary)) != nil else {
            return try Folder.move(path, to: path + ".old")
        }
        try Folder.move(temporary, to: path + ".old")
    }
}
