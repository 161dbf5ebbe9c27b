import LucidDER
import LucidModel

// A profile of one's own from a JSON file. The format is in Documentation/profiles.md.

extension CertificateProfile {
    private static let fields = [
        "name", "basedOn", "authority", "life", "keyUsage", "extendedKeyUsage", "nameConstraints", "policies",
        "crlDistributionPoints", "ocsp", "caIssuers", "extensions",
    ]

    /// Reads a file's octets. What the file does not say is as in the profile that `basedOn` names; without that, `life` and
    /// `keyUsage` have to be there, and the rest is empty.
    ///
    /// - Throws: the first thing that is wrong, with its place and what is allowed there.
    public init(json bytes: [UInt8]) throws(SettingProblem) {
        let file = try Setting(file: bytes)
        try file.checkFields(Self.fields)
        self = try Self.base(file)
        name = try Self.name(try file.required("name"))
        if let member = try file.member("authority") { authority = try Authority(member) }
        if let member = try file.member("life") { life = try member.lifetime() }
        if let member = try file.member("keyUsage") { keyUsage = try KeyUsage(member) }
        if let member = try file.member("extendedKeyUsage") {
            extendedKeyUsages = try member.map { (item) throws(SettingProblem) in
                try item.objectIdentifier(names: Self.purposes)
            }
        }
        if let member = try file.member("nameConstraints") { nameConstraints = try NameConstraints(member) }
        if let member = try file.member("policies") {
            policies = try member.map { (item) throws(SettingProblem) in try PolicyInformation(item) }
        }
        func places(_ name: String) throws(SettingProblem) -> [GeneralName]? {
            try file.member(name)?.map { (item) throws(SettingProblem) in try item.place() }
        }
        if let given = try places("crlDistributionPoints") { crlDistributionPoints = given }
        if let given = try places("ocsp") { ocspResponders = given }
        if let given = try places("caIssuers") { issuerCertificates = given }
        if let member = try file.member("extensions") { furtherExtensions = try Self.extensions(member) }
        try checkWhole(file)
    }

    private static func base(_ file: Setting) throws(SettingProblem) -> CertificateProfile {
        if let member = try file.member("basedOn") {
            let text = try member.string()
            guard let base = named(text) else {
                throw member.notAllowed(text, known.map(\.name).joined(separator: ", "))
            }
            return base
        }
        let life = try file.required("life").lifetime()
        return CertificateProfile(
            authority: nil, keyUsage: try KeyUsage(try file.required("keyUsage")), extendedKeyUsages: [], life: life)
    }

    /// Policies and commands know profiles by their names, so a name is plain, and not a built-in one's.
    private static func name(_ setting: Setting) throws(SettingProblem) -> String {
        let text = try setting.string()
        let isPlain = text.utf8.allSatisfy {
            (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
        guard isPlain, (1...64).contains(text.utf8.count) else {
            throw setting.notAllowed(text, "1 to 64 small letters, digits and hyphens")
        }
        guard named(text) == nil, text != "other" else {
            throw setting.problem(.contradiction("“\(text)” is a built-in name; choose another one"))
        }
        return text
    }

    /// The purposes that have a name (RFC 5280 §4.2.1.12).
    private static let purposes: [String: ObjectIdentifier] = [
        "serverAuth": OID.serverAuth, "clientAuth": OID.clientAuth, "codeSigning": OID.codeSigning,
        "emailProtection": OID.emailProtection, "timeStamping": OID.timeStampingUsage, "OCSPSigning": OID.ocspSigning,
        "anyExtendedKeyUsage": OID.anyExtendedKeyUsage,
    ]

    /// What no field can see alone.
    private func checkWhole(_ file: Setting) throws(SettingProblem) {
        let signs = keyUsage.contains(.keyCertSign)
        if authority == nil, signs {
            // RFC 5280 §4.2.1.9: "If the cA boolean is not asserted, then the keyCertSign bit … MUST NOT be asserted".
            throw SettingProblem("keyUsage", .contradiction("keyCertSign is for a CA: add “authority”"))
        }
        if authority != nil, !signs {
            throw SettingProblem("keyUsage", .contradiction("a CA needs keyCertSign (RFC 5280 §4.2.1.3)"))
        }
        if authority == nil, nameConstraints != nil {
            throw SettingProblem(
                "nameConstraints", .contradiction("they are for a CA (RFC 5280 §4.2.1.10): add “authority”"))
        }
    }

    // MARK: Further extensions

    /// The extensions that other fields, or the request, make.
    private static let made: Set<ObjectIdentifier> = [
        OID.basicConstraints, OID.keyUsage, OID.extKeyUsage, OID.subjectAltName, OID.subjectKeyIdentifier,
        OID.authorityKeyIdentifier, OID.nameConstraints, OID.certificatePolicies, OID.cRLDistributionPoints,
        OID.authorityInfoAccess,
    ]

    private static func extensions(_ setting: Setting) throws(SettingProblem) -> [Extension] {
        var all: [Extension] = []
        for item in try setting.list() {
            let next = try oneExtension(item)
            guard !all.contains(where: { $0.extnID == next.extnID }) else {
                // RFC 5280 §4.2: "A certificate MUST NOT include more than one instance of a particular extension."
                throw try item.required("oid").problem(.repeated)
            }
            all.append(next)
        }
        return all
    }

    private static func oneExtension(_ setting: Setting) throws(SettingProblem) -> Extension {
        try setting.checkFields(["oid", "critical", "der"])
        let oidSetting = try setting.required("oid")
        let oid = try oidSetting.objectIdentifier()
        guard !made.contains(oid) else {
            throw oidSetting.problem(
                .contradiction("\(oid.nameOrNumbers) is made from other fields or from the request"))
        }
        let critical = try setting.member("critical")?.bool() ?? false
        let derSetting = try setting.required("der")
        let text = try derSetting.string()
        guard let octets = derSetting.json.octets, !octets.isEmpty else {
            throw derSetting.notAllowed(text, "pairs of hexadecimal digits: the value in DER")
        }
        do throws(DERError) {
            _ = try DERCursor.decode(DERBytes(octets)) { cursor throws(DERError) in try cursor.anyElementBytes("") }
        } catch { throw derSetting.notAllowed(text, "one value in DER, whole and with nothing behind it") }
        let made = Extension(extnID: oid, critical: critical, extnValue: DERBytes(octets))
        if made.problem != nil {
            throw derSetting.notAllowed(text, "a value of the extension \(oid.nameOrNumbers) in DER")
        }
        return made
    }
}

extension CertificateProfile.Authority {
    init(_ setting: Setting) throws(SettingProblem) {
        try setting.checkFields(["pathLength"])
        self.init(pathLength: try setting.member("pathLength")?.count())
    }
}

extension KeyUsage {
    init(_ setting: Setting) throws(SettingProblem) {
        self = try setting.map { (item) throws(SettingProblem) -> KeyUsage in
            let text = try item.string()
            guard let bit = KeyUsage.bitNames.firstIndex(of: text) else {
                throw item.notAllowed(text, KeyUsage.bitNames.joined(separator: ", "))
            }
            return KeyUsage(rawValue: 1 << UInt32(bit))
        }.reduce([]) { $0.union($1) }
        // RFC 5280 §4.2.1.3: "at least one of the bits MUST be set to 1".
        guard !isEmpty else { throw setting.problem(.contradiction("one use at least is wanted (RFC 5280 §4.2.1.3)")) }
    }
}

extension PolicyInformation {
    /// `"1.2.3"`, or `{ "oid": "1.2.3", "cps": "https://…" }`.
    init(_ setting: Setting) throws(SettingProblem) {
        let names = ["anyPolicy": OID.anyPolicy]
        guard setting.json.isObject else {
            self.init(policyIdentifier: try setting.objectIdentifier(names: names))
            return
        }
        try setting.checkFields(["oid", "cps"])
        let cps = try setting.member("cps")?.place().valueText
        let qualifier = cps.flatMap { DERString($0, as: .ia5) }.map { [PolicyQualifier.cps($0)] }
        self.init(
            policyIdentifier: try setting.required("oid").objectIdentifier(names: names), policyQualifiers: qualifier)
    }
}
