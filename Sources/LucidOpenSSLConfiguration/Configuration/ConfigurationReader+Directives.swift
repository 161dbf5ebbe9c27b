import LucidFiles

extension ConfigurationReader {
    /// `.pragma = name:value`. Those that openssl does not know it passes over.
    mutating func readPragma(_ argument: ArraySlice<UInt8>, at place: SourceLine) throws(ConfigurationProblem) {
        guard let colon = argument.firstIndex(of: ConfigurationCharacters.colon), colon > argument.startIndex,
            colon + 1 < argument.endIndex
        else { throw place.problem("the pragma is not of the form name:value") }
        let value = argument[(colon + 1)...].withoutBlanks.text
        switch argument[..<colon].withoutBlanks.text {
        case "dollarid": isDollarLetter = try Self.isOn(value, at: place)
        case "abspath": wantsAbsolutePaths = try Self.isOn(value, at: place)
        case "includedir": includeFolder = value
        default: break
        }
    }

    private static func isOn(_ value: String, at place: SourceLine) throws(ConfigurationProblem) -> Bool {
        switch value {
        case "on", "true": true
        case "off", "false": false
        default: throw place.problem("the pragma's value is \"\(value)\"; it may be on, true, off or false")
        }
    }

    /// `.include = path`: the file's lines as if they stood here, or those of all `.cnf` and `.conf` files in a folder. A path that
    /// does not exist is passed over, as openssl does.
    mutating func include(
        _ path: String, at place: SourceLine, environment: (String) -> String?
    ) throws(ConfigurationProblem) {
        var path = path
        if !path.hasPrefix("/"), let folder = environment("OPENSSL_CONF_INCLUDE") ?? includeFolder {
            path = Folder.path(folder, path)
        }
        guard !wantsAbsolutePaths || path.hasPrefix("/") else {
            throw place.problem("\(path) is a relative path, which the pragma abspath forbids")
        }
        switch Folder.kind(path) {
        case nil: return
        case .directory: try includeFolder(path, at: place, environment: environment)
        case .file, .other: try includeFile(path, at: place, environment: environment)
        }
    }

    private mutating func includeFolder(
        _ path: String, at place: SourceLine, environment: (String) -> String?
    ) throws(ConfigurationProblem) {
        // openssl passes over a folder that a file of an included folder includes.
        guard !isInFolder else { return }
        let names: [String]
        do throws(FileProblem) { names = try Folder.names(in: path) } catch {
            throw place.problem("the folder \(path) can not be included: \(error.reason.words)")
        }
        isInFolder = true
        defer { isInFolder = false }
        for name in names where Self.isConfiguration(name) {
            let file = Folder.path(path, name)
            if Folder.kind(file) == .file { try includeFile(file, at: place, environment: environment) }
        }
    }

    /// Whether a folder's file is included: `x.cnf`, `x.conf`, in letters of either case.
    private static func isConfiguration(_ name: String) -> Bool {
        let name = name.lowercased()
        return [".cnf", ".conf"].contains { name.hasSuffix($0) && name.utf8.count > $0.utf8.count }
    }

    private mutating func includeFile(
        _ path: String, at place: SourceLine, environment: (String) -> String?
    ) throws(ConfigurationProblem) {
        includedFileCount += 1
        guard depth < Limit.includeDepth, includedFileCount <= Limit.includedFileCount else {
            throw place.problem("\(path) is included too deeply, or by itself")
        }
        let octets: [UInt8]
        do throws(ConfigurationProblem) { octets = try Self.contents(of: path) } catch {
            throw place.problem("\(path) can not be included: \(error.what)")
        }
        depth += 1
        defer { depth -= 1 }
        try read(octets, file: path, environment: environment)
    }
}

extension FileProblem.Reason {
    /// What is wrong, in a few words.
    var words: String {
        switch self {
        case .notFound: "there is no such file"
        case .isDirectory: "it is a folder"
        case .isNotDirectory: "part of its path is no folder"
        case .isNotRegular: "it is no regular file"
        case .permissionDenied: "permission is denied"
        case .alreadyExists: "it exists already"
        case .tooLarge(let limit): "it has more than \(limit) octets"
        case .empty: "it is empty"
        case .noSpace: "there is no space left"
        case .readerGone: "its reader has gone"
        case .system(let words): words
        }
    }
}
