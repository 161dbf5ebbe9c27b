/// One `name = value` of a configuration file, with its variables and escapes resolved.
public struct ConfigurationValue: Hashable, Sendable {
    /// The name as it stands in the file: `DNS.1`, `0.organizationName`.
    public let name: String
    /// The value. Files are octets to openssl: what they mean, the one who uses the value decides.
    public let octets: [UInt8]
    /// Where it stands.
    public let place: ConfigurationPlace

    public init(name: String, octets: [UInt8], place: ConfigurationPlace) {
        self.name = name
        self.octets = octets
        self.place = place
    }

    /// The value as UTF-8; octets that are none become U+FFFD.
    public var text: String { String(decoding: octets, as: UTF8.self) }

    /// A problem at this value's place.
    public func problem(_ what: String) -> ConfigurationProblem { ConfigurationProblem(what, at: .value(place)) }
}
