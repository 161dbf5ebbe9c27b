import LucidJSON

/// A value in a file of settings, with the way to it.
///
/// Whatever is not as it should be is an error with its place, an unknown field too: a typing error in a policy must not
/// silently allow what was to be forbidden.
struct Setting {
    let json: JSON
    /// `names.dns[2]`; empty for the whole file.
    let field: String

    /// A whole file.
    init(file bytes: [UInt8]) throws(SettingProblem) {
        do throws(JSONProblem) { json = try JSON(bytes) } catch { throw SettingProblem("", .notJSON(error)) }
        field = ""
    }

    private init(_ json: JSON, _ field: String) {
        self.json = json
        self.field = field
    }

    /// The problem with this value.
    func problem(_ reason: SettingProblem.Reason) -> SettingProblem { SettingProblem(field, reason) }

    /// The same, for a value that is not among what is allowed.
    func notAllowed(_ value: String, _ allowed: String) -> SettingProblem {
        problem(.notAllowed(value, allowed: allowed))
    }

    // MARK: Objects

    /// Throws where the value is no object, or has other fields than these, or one of them twice.
    func checkFields(_ allowed: [String]) throws(SettingProblem) {
        var seen: Set<String> = []
        for key in try keys() {
            let place = SettingProblem.self
            guard allowed.contains(key) else { throw place.init(path(to: key), .unknownField(allowed: allowed)) }
            guard seen.insert(key).inserted else { throw place.init(path(to: key), .repeated) }
        }
    }

    /// The names of the members of an object, in their order.
    func keys() throws(SettingProblem) -> [String] {
        guard let keys = json.keys else { throw problem(.wrongKind(expected: "an object: { … }")) }
        return keys
    }

    /// A member; nil where there is none. `null` is a value of the wrong kind, not an absent one.
    func member(_ name: String) throws(SettingProblem) -> Setting? {
        guard let value = json[name] else {
            if json.keys?.contains(name) == true {
                throw SettingProblem(path(to: name), .wrongKind(expected: "a value; without one leave the field out"))
            }
            return nil
        }
        return Setting(value, path(to: name))
    }

    /// A member that has to be there.
    func required(_ name: String) throws(SettingProblem) -> Setting {
        guard let member = try member(name) else { throw SettingProblem(path(to: name), .missing) }
        return member
    }

    private func path(to name: String) -> String { field.isEmpty ? name : "\(field).\(name)" }

    // MARK: Values

    func string() throws(SettingProblem) -> String {
        guard let value = json.string else { throw problem(.wrongKind(expected: "a string")) }
        return value
    }

    func bool() throws(SettingProblem) -> Bool {
        guard let value = json.bool else { throw problem(.wrongKind(expected: "true or false")) }
        return value
    }

    /// A whole number from zero on.
    func count() throws(SettingProblem) -> Int {
        guard let value = json.integer, value >= 0 else {
            throw problem(.wrongKind(expected: "a whole number, 0 or more"))
        }
        return value
    }

    /// The values of an array.
    func list() throws(SettingProblem) -> [Setting] {
        guard let values = json.array else { throw problem(.wrongKind(expected: "an array: [ … ]")) }
        return values.enumerated().map { Setting($1, "\(field)[\($0)]") }
    }

    func lifetime() throws(SettingProblem) -> Lifetime {
        let text = try string()
        guard let value = Lifetime(text) else { throw notAllowed(text, Lifetime.allowed(insteadOf: text)) }
        return value
    }
}

extension Setting {
    /// Each value of an array by a function.
    func map<Value>(_ read: (Setting) throws(SettingProblem) -> Value) throws(SettingProblem) -> [Value] {
        var values: [Value] = []
        for value in try list() { values.append(try read(value)) }
        return values
    }
}
