public import LucidModel

extension NameMaker {
    /// What came of a line such as `/C=DE/O=Example`.
    public struct SubjectLine: Sendable {
        public let parts: [Part]
        /// What openssl says about attributes that it passes over, without the command's name in front.
        public let remarks: [String]

        public var name: Name { NameMaker.name(of: parts) }
    }

    /// Reads `/type=value/type=value…`, the form of `-subj` and `-set_subject`. A `+` joins what follows to what stands before it, and
    /// a backslash takes the meaning from `/`, `+` and itself.
    ///
    /// - Parameters:
    ///   - flag: the flag's name, such as `-subj`.
    ///   - what: what openssl calls the name in its messages.
    public func subject(
        line: String, flag: String = "-subj", what: String = "subject"
    ) throws(ConfigurationProblem) -> SubjectLine {
        let origin = Origin.flag(flag, value: line)
        var rest = Array(line.utf8)[...]
        guard rest.popFirst() == UInt8(ascii: "/") else {
            throw ConfigurationProblem(
                "\(what) name is expected to be in the format /type0=value0/type1=value1/type2=... "
                    + "where characters may be escaped by \\. This name is not in that format: '\(line)'", at: origin)
        }
        var parts: [Part] = []
        var remarks: [String] = []
        var joinsNext = false
        while !rest.isEmpty {
            let joins = joinsNext
            let typeOctets = rest.prefix { $0 != UInt8(ascii: "=") }
            let type = typeOctets.text
            rest = rest.dropFirst(typeOctets.count)
            guard rest.popFirst() != nil else {
                throw ConfigurationProblem(
                    "Missing '=' after RDN type string '\(type)' in \(what) name string", at: origin)
            }
            let value = try Self.value(&rest, joinsNext: &joinsNext, what: what, origin: origin)
            guard let identifier = names.name(of: type) else {
                remarks.append("Skipping unknown \(what) name attribute \"\(type)\"")
                if joins {
                    remarks.append(
                        "Hint: a '+' in a value string needs be escaped using '\\' else a new member of a multi-valued RDN is expected"
                    )
                }
                continue
            }
            guard !value.isEmpty else {
                remarks.append("No value provided for \(what) name attribute \"\(type)\", skipped")
                continue
            }
            parts.append(
                Part(
                    try attribute(type: identifier.identifier, value: value, origin: origin), joinsPrevious: joins,
                    origin: origin))
        }
        return SubjectLine(parts: parts, remarks: remarks)
    }

    /// Takes a value off, and the `/` or `+` behind it.
    private static func value(
        _ rest: inout ArraySlice<UInt8>, joinsNext: inout Bool, what: String, origin: Origin
    ) throws(ConfigurationProblem) -> [UInt8] {
        var value: [UInt8] = []
        joinsNext = false
        while let octet = rest.popFirst(), octet != UInt8(ascii: "/") {
            if octet == UInt8(ascii: "+") {
                joinsNext = true
                break
            }
            if octet == UInt8(ascii: "\\") {
                guard let escaped = rest.popFirst() else {
                    throw ConfigurationProblem("Escape character at end of \(what) name string", at: origin)
                }
                value.append(escaped)
            } else {
                value.append(octet)
            }
        }
        return value
    }
}
