import LucidCrypto

/// What the numbers of a signature show, in plain words.
enum SignatureLesson {
    /// What it means that the numbers come out as they do.
    static func sentence(_ worked: WorkedVerification) -> String {
        beginning + (worked.isValid ? proof(worked.procedure) : failure(worked.procedure))
    }

    private static let beginning =
        "Nothing is encrypted here, and nothing stays hidden: everybody has the public key, and can do this "
        + "computation. "

    private static func proof(_ procedure: String) -> String {
        switch procedure {
        case "RSASSA-PKCS1-V1_5-VERIFY":
            "Raised to the power of e, the signature s becomes a block with the hash of the signed octets in it. Only "
                + "who has the "
                + "private exponent can find the s that does that; so the key's owner has signed these very octets."
        case "RSASSA-PSS-VERIFY":
            "Raised to the power of e, the signature s becomes a block from which salt and hash can be unfolded, and "
                + "they agree with "
                + "the signed octets. Only who has the private exponent can find the s that does that."
        case "ECDSA signature verification":
            "Hash, r and s say how often to take the points G and Q, and the sum is a point whose x is r again. Only "
                + "who knows how "
                + "often G was taken to make Q, the private key, can find such an s for this hash."
        default:
            "S times the base point, less k times the signer's point, is the point R that the signature begins with. "
                + "As k is a "
                + "hash over R, the key and the signed octets, only who has the private key can find the S that fits."
        }
    }

    private static func failure(_ procedure: String) -> String {
        let wanted =
            procedure.hasPrefix("RSASSA")
            ? "What comes out should be a block with the hash of the signed octets in it."
            : "What comes out should be the point that the signature names."
        return wanted
            + " It is not: who made this signature did not have the private key, or signed other octets than these, or "
            + "the signature or the certificate was changed since."
    }

    /// What a part of a block is for.
    ///
    /// - Parameters:
    ///   - part: its name, such as `PS`.
    ///   - block: the block's name, such as `EM`.
    static func meaning(ofPart part: String, in block: String) -> String {
        switch (block, part) {
        case ("EM", "hash"): "the hash that the signer computed"
        case ("EM'", "hash"): "the hash that was computed here"
        case ("DB", "PS"): "zeros"
        case ("DB", "01"): "where the zeros end"
        case ("DB", "salt"): "random octets of the signer, new for each signature"
        case ("M'", "salt"): "the signer's, from DB"
        default: meanings[part] ?? ""
        }
    }

    private static let meanings = [
        "00 01": "a zero, so that the number is less than n, and the sign of a signature's block",
        "PS": "filling: as many ff as there is room for, so that nobody can choose what else stands there",
        "00": "where the filling ends", "DigestInfo": "DER that names the hash function, in front of its value",
        "not a frame": "no block that makes sense, as it comes out for a wrong key or a wrong signature",
        "maskedDB": "filling and salt, under a mask", "H": "the signer's hash over the message's hash and the salt",
        "trailer": "bc, always", "zeros": "eight zeros, always", "mHash": "the hash that was computed here",
    ]
}
