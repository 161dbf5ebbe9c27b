import LucidJSON

/// How many vectors of a file were as they should be, for the evidence map (Documentation/evidence.md).
struct WycheproofEvidence {
    /// The file's name, without its folders.
    let name: String
    /// What its vectors are for; nil where Lucid has nothing for them.
    var kind: VectorKind?
    private var accepted = 0
    private var refused = 0

    init(path: String) { name = path.split(separator: "/").last.map(String.init) ?? path }

    /// Counts a vector of which Lucid made what it should.
    mutating func count(_ finding: Finding) {
        if case .accepted = finding { accepted += 1 } else { refused += 1 }
    }

    static func json(_ files: [WycheproofEvidence]) -> JSONValue {
        .object([
            "suite": .string("wycheproof"),
            "files": .array(
                files.map { file in
                    .object([
                        "name": .string(file.name), "verifiesSignatures": .bool(file.kind?.verifiesSignatures ?? false),
                        "accepted": .number(file.accepted), "refused": .number(file.refused),
                    ])
                }),
        ])
    }
}

extension VectorKind {
    /// Whether its vectors are signatures to be verified, by the function that verifies those of certificates.
    ///
    /// Signatures in the form of IEEE P1363 are not: no certificate has such.
    fileprivate var verifiesSignatures: Bool {
        switch self {
        case .ecdsaVerify, .eddsaVerify, .rsaPKCS1Verify, .rsaPSSVerify, .rsaPSSWithParametersVerify: true
        default: false
        }
    }
}
