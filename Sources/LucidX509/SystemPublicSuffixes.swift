// The system's list of public suffixes. `PublicSuffixList` itself opens no file.

extension PublicSuffixList {
    /// Where systems keep Mozilla's list: Debian's package publicsuffix and Fedora's publicsuffix-list, and what was installed
    /// by hand or by Homebrew.
    public static let usualPaths = [
        "/usr/share/publicsuffix/public_suffix_list.dat", "/usr/local/share/publicsuffix/public_suffix_list.dat",
        "/opt/homebrew/share/publicsuffix/public_suffix_list.dat",
    ]

    /// Reads the first one that is there.
    public static func system() throws(FileProblem) -> PublicSuffixList {
        let path = usualPaths.first { Folder.kind($0) == .file } ?? usualPaths[0]
        return PublicSuffixList(text: String(decoding: try FileReader.read(path), as: UTF8.self))
    }
}
