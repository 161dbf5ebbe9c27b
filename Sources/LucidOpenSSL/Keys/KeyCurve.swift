import LucidX509

/// The curves by openssl's names.
enum KeyCurve {
    /// The curve of a name: openssl's own, letters in any case, or NIST's.
    static func named(_ name: String, of command: String) throws(Failure) -> NamedCurve {
        let wanted = name.lowercased()
        if let curve = NamedCurve.allCases.first(where: { wanted == $0.openSSLName || name == $0.nistName }) {
            return curve
        }
        if wanted == "secp256r1" {
            throw Failure("\(command): openssl calls the curve secp256r1 prime256v1; say prime256v1 or P-256")
        }
        throw Failure(
            "\(command): Lucid has no curve \(name.safeToShow); it has prime256v1 (P-256), secp384r1 (P-384) and secp521r1 (P-521)"
        )
    }

    /// The list of `ecparam -list_curves`, as far as Lucid has them.
    static let list = """
          secp384r1 : NIST/SECG curve over a 384 bit prime field
          secp521r1 : NIST/SECG curve over a 521 bit prime field
          prime256v1: X9.62/SECG curve over a 256 bit prime field

        """
}

extension NamedCurve {
    /// The curve's short name in openssl.
    var openSSLName: String {
        switch self {
        case .p256: "prime256v1"
        case .p384: "secp384r1"
        case .p521: "secp521r1"
        }
    }

    /// The kind of key.
    var keyKind: SigningKey.Kind {
        switch self {
        case .p256: .p256
        case .p384: .p384
        case .p521: .p521
        }
    }

    /// ECParameters (RFC 5480 §2.1.1): the curve's identifier.
    var parameters: [UInt8] { DERWriter.encode { $0.objectIdentifier(objectIdentifier) } }

    /// What openssl prints of a curve's parameters.
    var parametersText: String {
        "EC-Parameters: (\(fieldBitCount) bit)\nASN1 OID: \(openSSLName)\nNIST CURVE: \(nistName)\n"
    }

    /// The length of the curve's field and order in bits.
    var fieldBitCount: Int {
        switch self {
        case .p256: 256
        case .p384: 384
        case .p521: 521
        }
    }
}

/// Whether a curve's point is compressed, and whether the curve is named, as options ask for it.
extension Arguments {
    /// The point form that an option asks for.
    func pointForm(_ option: String) throws(Failure) -> ECPublicKey.PointForm? {
        switch value(option) {
        case nil: return nil
        case "uncompressed": return .uncompressed
        case "compressed": return .compressed
        case "hybrid": return .hybrid
        default: throw .usage("Value must be one of:\n\tuncompressed\n\tcompressed\n\thybrid", of: command)
        }
    }

    /// Sees to it that an option asks for the curve's name and not for its numbers.
    func checkParameterEncoding(_ option: String) throws(Failure) {
        switch value(option) {
        case nil, "named_curve": return
        case "explicit":
            throw Failure(
                "\(command): RFC 5480 §2.1.1 forbids curves that are spelled out, and Lucid has none; say -\(option) named_curve"
            )
        default: throw .usage("Value must be one of:\n\tnamed_curve\n\texplicit", of: command)
        }
    }
}
