import LucidX509

/// Which key `genpkey` is to make: its algorithm, and the options that each algorithm has (`-pkeyopt name:value`).
struct KeyRequest {
    private enum Algorithm {
        case rsa, ec, ed25519
    }

    private let algorithm: Algorithm
    private var bits = 2048
    private var namedCurve: NamedCurve?

    var isRSA: Bool { algorithm == .rsa }

    init(_ arguments: Arguments) throws(Failure) {
        let command = arguments.command
        switch (arguments.value("algorithm"), arguments.value("paramfile")) {
        case (nil, nil): throw .usage("No key type is given: -algorithm RSA, EC or ED25519", of: command)
        case (.some, .some): throw Failure("\(command): Algorithm already set! Give -algorithm or -paramfile, not both")
        case (nil, let file):
            algorithm = .ec
            namedCurve = try ECParameterFile.read(
                file, form: .pem, unreadable: "Can't open parameter file \(file ?? "")", of: command)
        case (let name?, nil): algorithm = try Self.algorithm(name, of: command)
        }
        for option in arguments.values("pkeyopt") { try take(option, of: command) }
    }

    private static func algorithm(_ name: String, of command: String) throws(Failure) -> Algorithm {
        switch name.lowercased() {
        case "rsa", "rsaencryption": return .rsa
        case "ec", "id-ecpublickey": return .ec
        case "ed25519": return .ed25519
        default:
            throw Failure(
                "\(command): Error initializing \(name.safeToShow) context: Lucid makes RSA, EC and ED25519 keys")
        }
    }

    private mutating func take(_ option: String, of command: String) throws(Failure) {
        let parts = option.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let value = parts.count > 1 ? parts[1] : ""
        func wrong(_ reason: String) -> Failure {
            Failure("\(command): Error setting \(option.safeToShow) parameter: \(reason)")
        }
        switch (algorithm, parts.first) {
        case _ where parts.count < 2: throw wrong("it has no value")
        case (.rsa, "rsa_keygen_bits"), (.rsa, "bits"):
            guard let number = Int(value) else { throw wrong("not a number") }
            bits = number
        case (.rsa, "rsa_keygen_pubexp"), (.rsa, "e"):
            guard value == "65537" || value.lowercased() == "0x10001" else {
                throw wrong("Lucid makes RSA keys with the public exponent 65537 alone")
            }
        case (.rsa, "rsa_keygen_primes"), (.rsa, "primes"):
            guard value == "2" else { throw wrong("Lucid makes RSA keys of two primes alone") }
        case (.ec, "ec_paramgen_curve"), (.ec, "group"): namedCurve = try KeyCurve.named(value, of: command)
        case (.ec, "ec_param_enc"), (.ec, "encoding"):
            guard value == "named_curve" else { throw wrong("Lucid writes curves by their names alone: named_curve") }
        case (.ec, "point-format"):
            // It is the form of the base point, which a named curve does not spell out.
            guard ["uncompressed", "compressed", "hybrid"].contains(value) else {
                throw wrong("uncompressed, compressed or hybrid")
            }
        default: throw wrong("this kind of key has no such option")
        }
    }

    /// What to make.
    func kind() throws(Failure) -> SigningKey.Kind {
        switch algorithm {
        case .rsa: return .rsa(bits: bits)
        case .ed25519: return .ed25519
        case .ec:
            guard let namedCurve else {
                throw Failure("genpkey: Error generating EC key: no curve is given; -pkeyopt ec_paramgen_curve:P-256")
            }
            return namedCurve.keyKind
        }
    }

    /// The curve whose parameters are wanted; nil where the algorithm has none.
    func curve() throws(Failure) -> NamedCurve? {
        guard algorithm == .ec else { return nil }
        _ = try kind()
        return namedCurve
    }
}
