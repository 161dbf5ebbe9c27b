/// What is wrong with a configuration, or with something that it, or the command line, says: one line, with its place.
public struct ConfigurationProblem: Error, Hashable, Sendable {
    /// Where the problem is.
    public enum Place: Hashable, Sendable {
        /// A whole file.
        case file(String)
        /// A line of a file, counted from 1.
        case line(file: String, Int)
        /// A value of a file.
        case value(ConfigurationPlace)
        /// An argument of the command line, such as `-subj`.
        case flag(String)
        /// Something that the command did by itself.
        case preset
    }

    public let place: Place
    /// What is wrong, and what to do about it.
    public let what: String
    /// Whether there is no such file, or it can not be read; commands may go on without one.
    public let isFileUnreadable: Bool

    public init(_ what: String, at place: Place, isFileUnreadable: Bool = false) {
        self.what = what.oneLine
        self.place = place
        self.isFileUnreadable = isFileUnreadable
    }

    /// At the place that an origin tells.
    init(_ what: String, at origin: Origin) {
        let place: Place =
            switch origin {
            case .configuration(let place): .value(place)
            case .flag(let name, _): .flag(name)
            default: .preset
            }
        self.init(what, at: place)
    }
}

extension ConfigurationProblem: CustomStringConvertible {
    /// `ca.cnf, line 7, [v3_ca] keyUsage: there is no …`.
    public var description: String {
        switch place {
        case .file(let file): "\(file): \(what)"
        case .line(let file, let line): "\(file), line \(line): \(what)"
        case .value(let place): "\(place.file), line \(place.line), [\(place.section)] \(place.name): \(what)"
        case .flag(let name): "\(name): \(what)"
        case .preset: what
        }
    }
}

extension String {
    /// The text with control characters as `\x0a`: it quotes files, and goes to terminals.
    fileprivate var oneLine: String {
        guard utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }) else { return self }
        return unicodeScalars.reduce(into: "") { line, scalar in
            guard scalar.value < 0x20 || scalar.value == 0x7f else { return line.unicodeScalars.append(scalar) }
            line += "\\x" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
        }
    }
}
