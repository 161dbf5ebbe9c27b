import LucidObjectNames
import LucidX509

// The options that `verify`, `s_client` and others have in common.

extension VerificationOptions {
    static let definitions: [OptionDefinition] = [
        .value("policy", "val", "adds policy to the acceptable policy set"),
        .value("purpose", "val", "certificate chain purpose"),
        .value("verify_name", "val", "verification policy name"),
        .value("verify_depth", "int", "chain depth limit"),
        .value("auth_level", "int", "chain authentication security level"),
        .value("attime", "intmax", "verification epoch time"),
        .value("verify_hostname", "val", "expected peer hostname"),
        .value("verify_email", "val", "expected peer email"),
        .value("verify_ip", "val", "expected peer IP address"),
        .flag("ignore_critical", "permit unhandled critical extensions"),
        .flag("issuer_checks", "(deprecated)"),
        .flag("crl_check", "check leaf certificate revocation"),
        .flag("crl_check_all", "check full chain revocation"),
        .flag("policy_check", "perform rfc5280 policy checks"),
        .flag("explicit_policy", "set policy variable require-explicit-policy"),
        .flag("inhibit_any", "set policy variable inhibit-any-policy"),
        .flag("inhibit_map", "set policy variable inhibit-policy-mapping"),
        .flag("x509_strict", "disable certificate compatibility work-arounds"),
        .flag("extended_crl", "enable extended CRL features"),
        .flag("use_deltas", "use delta CRLs"),
        .flag("policy_print", "print policy processing diagnostics"),
        .flag("check_ss_sig", "check root CA self-signatures"),
        .flag("trusted_first", "search trust store first (default)"),
        .missing("suiteB_128_only", nearest: "lucid verify --profile"),
        .missing("suiteB_128", nearest: "lucid verify --profile"),
        .missing("suiteB_192", nearest: "lucid verify --profile"),
        .flag("partial_chain", "accept chains anchored by intermediate trust-store CAs"),
        .flag("no_alt_chains", "(deprecated)"),
        .flag("no_check_time", "ignore certificate validity time"),
        .flag("allow_proxy_certs", "allow the use of proxy certificates"),
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
        case "verify_hostname": host = value
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
