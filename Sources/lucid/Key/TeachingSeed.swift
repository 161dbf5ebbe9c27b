import LucidX509

/// What is said of everything that was made with a teaching seed.
enum TeachingSeed {
    /// The text before the PEM block, which every reader of PEM skips (RFC 7468 §2).
    static func header(_ seed: String) -> String {
        """
        UNSAFE: made for a lesson with the teaching seed "\(shown(seed))".
        Everybody who knows these words has this private key. Never use it for anything else.

        """
    }

    /// The same for standard error.
    static func warning(_ seed: String) -> String {
        "lucid: UNSAFE: everybody who knows the teaching seed \"\(shown(seed))\" has this private key"
    }

    /// On one line, and without what could be taken for a PEM boundary.
    private static func shown(_ seed: String) -> String {
        seed.safeToShow.replacing("-----", with: "- - -")
    }
}
