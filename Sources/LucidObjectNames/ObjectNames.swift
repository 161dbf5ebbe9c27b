public import LucidDER

/// One object identifier as OpenSSL calls it.
public struct ObjectName: Hashable, Sendable {
    public let identifier: ObjectIdentifier
    /// Such as `CN`: what names and configuration files use.
    public let short: String
    /// Such as `commonName`: what `-text` prints for algorithms and extensions.
    public let long: String

    public init(_ identifier: ObjectIdentifier, short: String, long: String) {
        self.identifier = identifier
        self.short = short
        self.long = long
    }
}

/// OpenSSL's names of object identifiers: those that it is born with, and those that a configuration file adds (`oid_section`).
///
/// They are other names than those of the standards, which `LucidModel` has: a certificate's text, and the keys of a configuration
/// file, are full of them.
public struct ObjectNames: Sendable {
    private var added: [ObjectName] = []

    /// The names that OpenSSL is born with.
    public init() {}

    /// Adds a name, which is found before those that were there.
    public mutating func add(_ name: ObjectName) { added.insert(name, at: 0) }

    /// The names of an identifier; nil where OpenSSL has none and prints dotted numbers.
    public func name(of identifier: ObjectIdentifier) -> ObjectName? {
        added.first { $0.identifier == identifier } ?? Self.byIdentifier[identifier]
    }

    /// The identifier that a text stands for: a short name, a long name or dotted numbers, looked for in this order, letters in
    /// their case as `OBJ_txt2obj` does.
    public func identifier(_ text: some StringProtocol) -> ObjectIdentifier? {
        name(called: text)?.identifier ?? Self.numbers(text)
    }

    /// The identifier that numbers stand for. As in `OBJ_txt2obj` spaces may part them as well, one more dot may stand at the end, and
    /// a number that is left out is 0.
    private static func numbers(_ text: some StringProtocol) -> ObjectIdentifier? {
        if let identifier = ObjectIdentifier(dotted: text) { return identifier }
        var arcs = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == " " }.map {
            $0.isEmpty ? "0" : String($0)
        }
        if text.last == "." || text.last == " " { arcs.removeLast() }
        return text.first?.isNumber == true ? ObjectIdentifier(dotted: arcs.joined(separator: ".")) : nil
    }

    /// The object with this short name or, where there is none, with this long name.
    public func name(called text: some StringProtocol) -> ObjectName? {
        let text = String(text)
        return added.first { $0.short == text || $0.long == text } ?? Self.byShortName[text] ?? Self.byLongName[text]
    }

    /// The short name, or the dotted numbers where there is none.
    public func short(_ identifier: ObjectIdentifier) -> String {
        name(of: identifier)?.short ?? identifier.description
    }

    /// The long name, or the dotted numbers where there is none.
    public func long(_ identifier: ObjectIdentifier) -> String { name(of: identifier)?.long ?? identifier.description }

    private static let all: [ObjectName] = [table1, table2, table3].flatMap {
        $0.split(separator: "|").compactMap(entry)
    }

    private static let byIdentifier = Dictionary(all.map { ($0.identifier, $0) }) { first, _ in first }
    private static let byShortName = Dictionary(all.map { ($0.short, $0) }) { first, _ in first }
    private static let byLongName = Dictionary(all.map { ($0.long, $0) }) { first, _ in first }

    /// A line of the table.
    private static func entry(_ text: Substring) -> ObjectName? {
        guard let space = text.firstIndex(of: " "), let identifier = ObjectIdentifier(dotted: String(text[..<space]))
        else {
            return nil
        }
        let names = text[text.index(after: space)...].split(separator: "=", maxSplits: 1).map(String.init)
        guard let short = names.first, let long = names.last else { return nil }
        return ObjectName(identifier, short: short, long: long)
    }
}
