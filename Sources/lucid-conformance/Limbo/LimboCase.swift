import LucidJSON
import LucidX509

/// One case of x509-limbo: what is to be verified, how, and what should come of it.
struct LimboCase {
    let id: String
    let description: String
    let isAcceptanceExpected: Bool

    /// The PEM texts.
    let trusted, untrusted, crls: [String]
    let peer: String

    /// Nil: as of now.
    let time: CalendarTime?
    let purpose: Verifier.Purpose
    let keyUsage: KeyUsage
    let extendedKeyUsages: [ObjectIdentifier]
    let signatureAlgorithms: [ObjectIdentifier]
    let maximumDepth: Int?
    let identities: [ReferenceIdentity]
    /// Names that the certificate should be for, though no certificate can be: they are no DNS names or addresses.
    let impossibleNames: [String]

    /// The first part of the id: `bettertls` of `bettertls::nameconstraints::tests::1`.
    var namespace: String {
        id.firstRange(of: "::").map { String(id[..<$0.lowerBound]) } ?? id
    }

    /// - Throws: `Unusable` with what the schema asks for and the case does not have.
    init(_ json: JSON) throws(Unusable) {
        guard let id = json["id"]?.string else { throw Unusable("a test case has no id") }
        /// A member that may not be missing, read in a certain way.
        func required<Value>(_ key: String, _ read: (JSON) -> Value?) throws(Unusable) -> Value {
            guard let member = json[key], let value = read(member) else {
                throw Unusable("\(id): \(key) is missing, or is not what the schema asks for")
            }
            return value
        }
        /// A list, each of whose words has to be known.
        func list<Value>(_ key: String, _ read: (String) -> Value?) throws(Unusable) -> [Value] {
            guard let words = json.strings(key) else { throw Unusable("\(id): \(key) is no list of strings") }
            var values: [Value] = []
            for word in words {
                guard let value = read(word) else { throw Unusable("\(id): \(key) says \(word), which is unknown") }
                values.append(value)
            }
            return values
        }
        self.id = id
        description = json["description"]?.string ?? ""
        isAcceptanceExpected = try required("expected_result") {
            ["SUCCESS": true, "FAILURE": false][$0.string ?? ""]
        }
        purpose = try required("validation_kind") {
            ["SERVER": Verifier.Purpose.server, "CLIENT": .client][$0.string ?? ""]
        }
        trusted = try list("trusted_certs") { $0 }
        untrusted = try list("untrusted_intermediates") { $0 }
        crls = try list("crls") { $0 }
        peer = try required("peer_certificate", \.string)
        time =
            try json["validation_time"] == nil ? nil : required("validation_time") { Timestamp.read($0.string ?? "") }
        keyUsage = try list("key_usage", KeyUsage.init(limboName:)).reduce([]) { $0.union($1) }
        extendedKeyUsages = try list("extended_key_usage", LimboNames.extendedKeyUsage)
        signatureAlgorithms = try list("signature_algorithms", LimboNames.signatureAlgorithm)
        maximumDepth = try json["max_chain_depth"] == nil ? nil : required("max_chain_depth", \.integer)
        let names =
            try
            (json["expected_peer_names"].map { _ throws(Unusable) in try required("expected_peer_names", \.array) }
            ?? []) + (json["expected_peer_name"].map { [$0] } ?? [])
        var (identities, impossibleNames): ([ReferenceIdentity], [String]) = ([], [])
        for name in names {
            guard let kind = name["kind"]?.string, let value = name["value"]?.string else {
                throw Unusable("\(id): an expected name has no kind or no value")
            }
            if let identity = LimboNames.identity(kind: kind, value) {
                identities.append(identity)
            } else {
                impossibleNames.append("\(value) (\(kind))")
            }
        }
        (self.identities, self.impossibleNames) = (identities, impossibleNames)
    }
}
