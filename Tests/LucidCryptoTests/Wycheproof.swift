import Foundation
import LucidTestSupport

/// A file of Google's Wycheproof test vectors: groups of tests that share parameters.
struct Wycheproof<Group: Decodable>: Decodable {
    let testGroups: [Group]

    /// Reads a file of the conformance data. Only for tests that are skipped where the data are missing.
    static func groups(_ name: String) throws -> [Group] {
        guard let folder = Checkout.conformance else { return [] }
        let data = try Data(contentsOf: folder.appending(path: "wycheproof/\(name).json"))
        return try JSONDecoder().decode(Self.self, from: data).testGroups
    }
}

/// What a test says when it is skipped for want of the vectors.
let needsWycheproof = "skipped: the conformance data with the Wycheproof vectors are not here"
