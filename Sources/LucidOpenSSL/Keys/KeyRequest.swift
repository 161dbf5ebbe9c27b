import LucidX509

/// Which key `genpkey` is to make: its algorithm, and the options that each algorithm has (`-pkeyopt name:value`).
struct KeyRequest {
    private enum Algorithm {
        case rsa, ec, ed25519
    }

    private let algorithm: Algorithm
    private(set) var bits = 2048
    private var namedCurve: NamedCurve?
    /// The algorithm as it was typed.
    private(set) var typedName = ""

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

    /// What `req -newkey` asks for: `rsa`, `rsa:3072`, `2048`, `ec`, `ec:FILE`, `param:FILE`, `ed25519`; nil is an RSA key.
    ///
    /// - Parameter preset: the length of an RSA key where nothing says it.
    init(newkey: String?, options: [String], bits preset: Int, of command: String) throws(Failure) {
        let text = newkey ?? "rsa"
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let detail = parts.count > 1 ? parts[1] : ""
        typedName = newkey == nil || Int(text) != nil ? "RSA" : parts[0]
        bits = preset
        if let number = Int(text) {
            (algorithm, bits) = (.rsa, number)
        } else if parts[0] == "param" {
            algorithm = .ec
            namedCurve = try Self.curve(detail, of: command)
        } else {
            algorithm = try Self.algorithm(parts[0], of: command)
            if algorithm == .rsa, let number = Int(detail) {
                bits = number
            } else if !detail.isEmpty {
                guard algorithm == .ec else {
                    throw Failure("Cannot open parameter file \(detail.safeToShow): an \(parts[0]) key has none here")
                }
                namedCurve = try Self.curve(detail, of: command)
            }
        }
        for option in options { try take(option, of: command) }
    }

    /// The curve of a file with parameters, or of a certificate's key.
    private static func curve(_ file: String, of command: String) throws(Failure) -> NamedCurve {
        let unreadable = "Cannot open parameter file \(file)"
        // Read once: it may be a pipe.
        let octets = try FaceFile.read(file, cannotOpen: unreadable)
        if let certificate = try? CertificateInput.certificate(in: octets, file) {
            guard case .ec(let key)? = try? PublicKey(certificate.subjectPublicKeyInfo) else {
                throw Failure("Key type does not match parameters: \(file.safeToShow) has no elliptic curve")
            }
            return key.curve
        }
        return try ECParameterFile.curve(octets, form: .pem, unreadable: unreadable)
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
