/// A case of limbo that Lucid disagrees with on purpose. It counts as skipped, as long as Lucid still disagrees.
struct KeptDisagreement {
    let id: String
    /// The clause that Lucid follows.
    let clause: String
    let reason: String

    /// All of them. At most three, so that each is weighed against those that are there.
    static let all: [KeptDisagreement] = []

    static func find(_ id: String) -> KeptDisagreement? { all.first { $0.id == id } }
}
