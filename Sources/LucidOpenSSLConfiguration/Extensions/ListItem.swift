import LucidDER
import LucidObjectNames

/// One of the items that a value lists, or that a section has: `name` or `name:value`.
struct ListItem {
    let name: String
    /// Nil where there is none; in a section every item has one.
    let value: [UInt8]?
    let place: ValuePlace

    func problem(_ what: String) -> ConfigurationProblem { place.problem(what) }

    /// The value, or a problem that says that there is none.
    func neededValue() throws(ConfigurationProblem) -> [UInt8] {
        guard let value else { throw problem("\"\(name)\" needs a value; write \(name):value") }
        return value
    }

    /// What the item says, whether it has a value or not: `clientAuth` in a list, `1 = clientAuth` in a section.
    var valueOrName: String { value?.text ?? name }

    /// Whether the item is called `wanted`, or so with something behind a dot: `DNS.1`.
    func isCalled(_ wanted: String) -> Bool { name == wanted || name.utf8.starts(with: "\(wanted).".utf8) }

    /// The value as yes or no.
    func flag() throws(ConfigurationProblem) -> Bool {
        switch value?.text {
        case "TRUE", "true", "Y", "y", "YES", "yes": return true
        case "FALSE", "false", "N", "n", "NO", "no": return false
        default:
            throw problem(
                "\"\(name)\" is \"\(value?.text ?? "")\"; it may be TRUE, true, Y, y, YES, yes, FALSE, false, N, n, NO or no"
            )
        }
    }

    /// The value as an INTEGER's content octets.
    func integer() throws(ConfigurationProblem) -> [UInt8] { try IntegerText.content(value ?? [], at: place) }

    /// The items of a list such as `CA:TRUE, pathlen:0`: what stands between commas, names and values parted by the first colon.
    /// Blanks around them do not count, and a line end ends the list.
    static func list(_ text: ArraySlice<UInt8>, at place: ValuePlace) throws(ConfigurationProblem) -> [ListItem] {
        let line = text.prefix { $0 != 0x0a && $0 != 0x0d }
        var items: [ListItem] = []
        for part in line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let halves = part.halves(at: ":")
            let name = Self.stripped(halves?.head ?? part)
            guard !name.isEmpty else {
                throw place.problem("there is an empty item in \"\(text.text)\"; take the comma away")
            }
            let value = (halves?.tail).map(Self.stripped)
            guard value?.isEmpty != true else { throw place.problem("there is no value behind \"\(name.text):\"") }
            items.append(ListItem(name: name.text, value: value.map { Array($0) }, place: place))
        }
        return items
    }

    /// Without blanks at either end; but those behind a single character stay, as openssl leaves them.
    private static func stripped(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let trimmed = text.trimmed
        return trimmed.count == 1 ? text[trimmed.startIndex...] : trimmed
    }
}

extension ExtensionMaker {
    /// The items of a value: those that it lists or, of `@name`, those of the section.
    func items(_ text: ArraySlice<UInt8>, at place: ValuePlace) throws(ConfigurationProblem) -> [ListItem] {
        guard let name = text.after("@") else { return try ListItem.list(text, at: place) }
        let items = try section(name.text, at: place)
        guard !items.isEmpty else { throw place.problem("the section [\(name.text)] is empty") }
        return items
    }

    /// The values of a section as items.
    func section(_ name: String, at place: ValuePlace) throws(ConfigurationProblem) -> [ListItem] {
        try sectionValues(name, at: place).map {
            ListItem(name: $0.name, value: $0.octets, place: place.inside($0))
        }
    }

    /// The values of a section that something refers to.
    func sectionValues(_ name: String, at place: ValuePlace) throws(ConfigurationProblem) -> [ConfigurationValue] {
        guard let configuration else {
            throw place.problem("the section [\(name)] is wanted, and there is no configuration file")
        }
        guard let values = configuration.section(name) else {
            throw place.problem("\(configuration.file) has no section [\(name)]")
        }
        guard place.budget.take(values.count) else {
            throw place.problem("the value refers to too many values of other sections")
        }
        return values
    }

    /// The object that a text names.
    func object(_ text: String, at place: ValuePlace) throws(ConfigurationProblem) -> ObjectIdentifier {
        guard let identifier = names.identifier(text) else {
            throw place.problem(
                "\"\(text)\" is no object identifier: neither a name that openssl knows, nor dotted numbers")
        }
        return identifier
    }
}
