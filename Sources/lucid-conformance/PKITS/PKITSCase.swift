import LucidJSON
import LucidX509

/// One case of NIST's Public Key Interoperability Test Suite (PKITS), or one of its shape.
struct PKITSCase {
    /// Such as `4.10.1.2`.
    let number: String
    /// Names of certificates: the trust anchor, others that may be of use, the target.
    let certificates: [String]
    /// Names of revocation lists.
    let revocationLists: [String]
    let policies: PolicySettings
    let time: CalendarTime
    let isAcceptanceExpected: Bool
    /// The policies that the path is valid for, where it is valid; nil where they are not compared.
    let userConstrainedPolicySet: Set<ObjectIdentifier>?

    /// What RFC 5280 §6.1.1 (c) and (e) to (g) are given.
    struct PolicySettings {
        let initialPolicySet: Set<ObjectIdentifier>
        let isExplicit, inhibitsMapping, inhibitsAny: Bool
    }

    /// PKITS' section: `4.10` of `4.10.1.2`.
    var section: String { number.split(separator: ".").prefix(2).joined(separator: ".") }

    /// - Throws: `Unusable` with what is missing or of another type. Members that are not known are left alone.
    init(_ json: JSON) throws(Unusable) {
        guard let number = json["number"]?.string else { throw Unusable("a case has no number") }
        func wrong(_ key: String) -> Unusable { Unusable("\(number): \(key) is missing, or is not what it should be") }
        func flag(_ key: String, orElse missing: Bool?) throws(Unusable) -> Bool {
            guard let value = json[key] else {
                guard let missing else { throw wrong(key) }
                return missing
            }
            guard let bool = value.bool else { throw wrong(key) }
            return bool
        }
        func policies(_ key: String) throws(Unusable) -> Set<ObjectIdentifier>? {
            guard json[key] != nil else { return nil }
            guard let words = json.strings(key) else { throw wrong(key) }
            let policies = words.compactMap { ObjectIdentifier(dotted: $0) }
            guard policies.count == words.count else { throw wrong(key) }
            return Set(policies)
        }
        self.number = number
        guard let certificates = json.strings("certs"), !certificates.isEmpty else { throw wrong("certs") }
        self.certificates = certificates
        guard let lists = json.strings("crls") else { throw wrong("crls") }
        revocationLists = lists
        // RFC 5280 §6.1.1(c): "The user-initial-policy-set contains the special value any-policy if the user is not
        // concerned about certificate policy."
        self.policies = PolicySettings(
            initialPolicySet: try policies("initialPolicySet") ?? [OID.anyPolicy],
            isExplicit: try flag("explicitPolicy", orElse: false),
            inhibitsMapping: try flag("policyMappingInhibit", orElse: false),
            inhibitsAny: try flag("anyPolicyInhibit", orElse: false))
        guard let time = json["time"]?.string.flatMap(Timestamp.read) else { throw wrong("time") }
        self.time = time
        isAcceptanceExpected = try flag("shouldValidate", orElse: nil)
        userConstrainedPolicySet = try policies("userConstrainedPolicySet")
    }
}
