import LucidJSON

/// Why vectors are not run: Lucid does not have what they are for.
struct Skip: Error, Hashable {
    let reason: String
    init(_ reason: String) { self.reason = reason }
}

/// What Lucid makes of a vector.
enum Finding {
    /// A signature or tag is valid, a computation has the result given.
    case accepted
    /// It is invalid, or can not be computed.
    case refused(String)
    /// By one of its own rules Lucid does not do this at all, valid or not.
    case declined(String)
    /// Wrong whatever the expected result is: two of Lucid's own answers contradict each other.
    case wrong(String)
}

/// Runs the vectors of one group, whose key and parameters it has taken.
protocol VectorRunner {
    func run(_ test: JSON) throws(Skip) -> Finding
}

/// What the vectors of a file are for.
enum VectorKind: String, CaseIterable {
    // The names are those of the schemas.
    case ecdsaVerify = "ecdsa_verify"
    case ecdsaP1363Verify = "ecdsa_p1363_verify"
    case eddsaVerify = "eddsa_verify"
    case rsaPKCS1Verify = "rsassa_pkcs1_verify"
    case rsaPKCS1Generate = "rsassa_pkcs1_generate"
    case rsaPSSVerify = "rsassa_pss_verify"
    case rsaPSSWithParametersVerify = "rsassa_pss_with_parameters_verify"
    case mac = "mac_test"
    case pbkdf = "pbkdf_test"
    case pbe = "pbe_test"
    case unauthenticatedCipher = "ind_cpa_test"
    case primality = "primality_test"

    /// From a file's `schema`, such as `ecdsa_verify_schema_v1.json`. Its version does not matter, as long as the fields
    /// are there that are needed.
    init(schema: String, algorithm: String) throws(Skip) {
        let name = schema.prefix { $0 != "." }
        let words = name.split(separator: "_").filter { word in
            word != "schema" && !(word.first == "v" && word.count > 1 && word.dropFirst().allSatisfy(\.isNumber))
        }
        guard let kind = VectorKind(rawValue: words.joined(separator: "_")) else {
            throw Skip("Lucid has nothing for \(schema) (\(algorithm))")
        }
        self = kind
    }

    /// Takes a group's key and parameters.
    func runner(_ group: JSON, _ algorithm: String) throws(Skip) -> any VectorRunner {
        switch self {
        case .ecdsaVerify: try ECDSAVerification(group, signatureForm: .der)
        case .ecdsaP1363Verify: try ECDSAVerification(group, signatureForm: .p1363)
        case .eddsaVerify: try EdDSAVerification(group)
        case .rsaPKCS1Verify: try RSAVerification(pkcs1: group)
        case .rsaPKCS1Generate: try RSAPKCS1Generation(group)
        case .rsaPSSVerify, .rsaPSSWithParametersVerify: try RSAVerification(pss: group)
        case .mac: try MACComputation(group, algorithm)
        case .pbkdf: try KeyDerivation(algorithm)
        case .pbe: try PassphraseEncryption(algorithm)
        case .unauthenticatedCipher: try CBCEncryption(algorithm)
        case .primality: PrimalityTest()
        }
    }
}

extension JSON {
    /// A member that has to be hexadecimal octets.
    func octets(_ key: String) throws(Skip) -> [UInt8] {
        guard let octets = self[key]?.octets else { throw Skip("the vector has no octets named \(key)") }
        return octets
    }

    /// A member that has to be a whole number of a sensible size: what is beyond `limit` would only keep the machine busy.
    func natural(_ key: String, limit: Int) throws(Skip) -> Int {
        guard let number = self[key]?.integer, number >= 0 else { throw Skip("the vector has no number named \(key)") }
        guard number <= limit else { throw Skip("\(key) is above \(limit)") }
        return number
    }
}
