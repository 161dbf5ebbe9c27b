import LucidDER
import LucidModel

// Object identifiers and places on the network in files of settings.

extension Setting {
    /// Dotted numbers, or a name that Lucid knows from a list of its own.
    func objectIdentifier(names: [String: ObjectIdentifier] = [:]) throws(SettingProblem) -> ObjectIdentifier {
        let text = try string()
        if let known = names[text] ?? ObjectIdentifier(dotted: text) { return known }
        let list = names.keys.sorted().joined(separator: ", ")
        throw notAllowed(
            text, (list.isEmpty ? "" : list + ", or ") + "an object identifier such as 1.3.6.1.4.1.99999.1")
    }

    /// `http://…`, `https://…` or `ldap://…`, in ASCII: where a client fetches something from.
    func place() throws(SettingProblem) -> GeneralName {
        let text = try string()
        let isPlain = text.utf8.allSatisfy { (0x21...0x7e).contains($0) }
        let scheme = ["http://", "https://", "ldap://"].first { text.lowercased().hasPrefix($0) }
        guard isPlain, let scheme, text.utf8.count > scheme.utf8.count, let name = GeneralName.uri(text) else {
            throw notAllowed(text, "a URI that begins with http://, https:// or ldap://, in ASCII without spaces")
        }
        return name
    }
}
