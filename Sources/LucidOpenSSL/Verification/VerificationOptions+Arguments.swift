import LucidObjectNames
import LucidX509

// The options that `verify`, `s_client` and others have in common.

extension VerificationOptions {
    static let definitions: [OptionDefinition] = [
        .value("policy", "val", "a policy that you accept, as an OID or a name"),
        .value("purpose", "val", "what the certificate is to be used for, such as sslserver"),
        .value("verify_name", "val", "rules for a use: ssl_server, ssl_client or smime_sign"),
        .value("verify_depth", "int", "how many CAs may stand between the certificate and the root"),
        .value("auth_level", "int", "how strong keys and digests must be, from 0 to 5"),
        .value("attime", "intmax", "judge as of this moment, in seconds since 1970"),
        .value("verify_hostname", "val", "the host name that the certificate must be for"),
        .value("verify_email", "val", "the e-mail address that the certificate must be for"),
        .value("verify_ip", "val", "the IP address that the certificate must be for"),
        .flag("ignore_critical", "pass over critical extensions that are not known"),
        .flag("issuer_checks", "no effect; old command lines have it"),
        .flag("crl_check", "look whether the certificate itself is revoked"),
        .flag("crl_check_all", "look whether any certificate of the chain is revoked"),
        .flag("policy_check", "work out the policies, as RFC 5280 tells"),
        .flag("explicit_policy", "the chain must be good for some policy"),
        .flag("inhibit_any", "anyPolicy stands for no other policy"),
        .flag("inhibit_map", "no policy may stand for another one"),
        .flag("x509_strict", "forgive no breach of the rules of RFC 5280"),
        .flag("extended_crl", "understand indirect lists, and lists for some reasons only"),
        .flag("use_deltas", "read delta lists too"),
        .flag("policy_print", "print how the policies came out"),
        .flag("check_ss_sig", "verify the root's own signature too"),
        .flag("trusted_first", "look among trusted certificates first, as is done anyway"),
        .missing("suiteB_128_only", nearest: "lucid verify --profile"),
        .missing("suiteB_128", nearest: "lucid verify --profile"),
        .missing("suiteB_192", nearest: "lucid verify --profile"),
        .flag("partial_chain", "a trusted certificate that is no root may end the chain"),
        .flag("no_alt_chains", "no effect; old command lines have it"),
        .flag("no_check_time", "do not look at the dates"),
        .flag("allow_proxy_certs", "proxy certificates (RFC 3820) are welcome"),
    ]

    private static let flagNames: [String: Flags] = [
        "ignore_critical": .ignoreCritical, "crl_check": .crlCheck, "crl_check_all": [.crlCheck, .crlCheckAll],
        "policy_check": .policyCheck, "explicit_policy": [.explicitPolicy, .policyCheck],
        "inhibit_any": [.inhibitAny, .policyCheck], "inhibit_map": [.inhibitMap, .policyCheck],
        "x509_strict": .strict, "extended_crl": .extendedCRL, "use_deltas": .useDeltas, "policy_print": .policyPrint,
        "check_ss_sig": .checkSelfSignature, "partial_chain": .partialChain, "allow_proxy_certs": .allowProxies,
    ]

    /// From a command line.
    ///
    /// - Parameter names: those of object identifiers, for `-policy`.
    init(_ arguments: Arguments, names: ObjectNames = ObjectNames()) throws(Failure) {
        self.init(time: .now)
        for given in arguments.given {
            if let flag = Self.flagNames[given.name] { flags.formUnion(flag) }
            if let value = given.value { try take(given.name, value, arguments, names) }
        }
        if arguments.has("no_check_time"), !arguments.has("attime") { time = nil }
    }

    private mutating func take(
        _ name: String, _ value: String, _ arguments: Arguments, _ names: ObjectNames
    ) throws(Failure) {
        let command = arguments.command
        switch name {
        case "policy":
            guard let policy = names.identifier(value) else { throw Failure("\(command): Invalid Policy \(value)") }
            policies.append(policy)
            flags.insert(.policyCheck)
        case "purpose":
            guard let purpose = CertificatePurpose(rawValue: value) else {
                throw Failure("\(command): Invalid purpose \(value)")
            }
            self.purpose = purpose
        case "verify_name":
            guard let purpose = Self.policyNames[value] else {
                throw Failure("\(command): Invalid verify name \(value)")
            }
            self.purpose = self.purpose ?? purpose
        case "verify_depth":
            let number = try Self.integer(value, command)
            // A negative depth is none.
            if number >= 0 { depth = min(number, Int(Int32.max / 2)) }
        case "auth_level": level = try Self.integer(value, command)
        case "attime":
            guard let seconds = Self.number(value) else {
                throw .usage("Can't parse \"\(value)\" as a number", of: command)
            }
            time = CalendarTime(secondsSince1970: seconds)
        case "verify_hostname": host = value.isEmpty ? nil : value
        case "verify_email": mailbox = value
        case "verify_ip":
            guard let address = IPAddress(value) else {
                throw Failure("\(command): -verify_ip \(value): that is no IP address")
            }
            self.address = address.octets
        default: break
        }
    }

    /// The named sets of options; all but `default` and `pkcs7` are for a purpose.
    private static let policyNames: [String: CertificatePurpose?] = [
        "default": nil, "pkcs7": .smimesign, "smime_sign": .smimesign, "ssl_client": .sslclient,
        "ssl_server": .sslserver,
    ]

    private static func integer(_ text: String, _ command: String) throws(Failure) -> Int {
        guard let number = number(text) else { throw .usage("Can't parse \"\(text)\" as a number", of: command) }
        guard let small = Int32(exactly: number) else {
            throw .usage("Value \"\(text)\" outside integer range", of: command)
        }
        return Int(small)
    }

    /// A number as C reads it: octal behind a 0, hexadecimal behind 0x.
    private static func number(_ text: String) -> Int64? {
        let isNegative = text.hasPrefix("-")
        let digits = text.drop { $0 == "-" || $0 == "+" }.lowercased()
        let magnitude: Int64? =
            digits.hasPrefix("0x")
            ? Int64(digits.dropFirst(2), radix: 16)
            : digits.count > 1 && digits.hasPrefix("0") ? Int64(digits, radix: 8) : Int64(digits)
        return magnitude.map { isNegative ? -$0 : $0 }
    }
}
