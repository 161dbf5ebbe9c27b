import LucidDER
import LucidModel

// RFC 8018 and RFC 7292: encryption under a passphrase.

extension Annotator {
    /// EncryptedPrivateKeyInfo (RFC 5958 §3).
    mutating func encryptedPrivateKey(_ field: String = "") throws(DERError) {
        try structure(
            Meaning(
                field, "EncryptedPrivateKeyInfo ::= SEQUENCE { encryptionAlgorithm, encryptedData }",
                "A private key that nobody can read without the passphrase.", "RFC 5958 §3")
        ) { inner throws(DERError) in
            try inner.algorithm(
                "encryptionAlgorithm", "How it is encrypted, and how the passphrase becomes the key for that.",
                "RFC 5958 §3")
            try inner.octetString(
                Meaning(
                    "encryptedData", "encryptedData  OCTET STRING",
                    "The encrypted PrivateKeyInfo: to whoever lacks the passphrase these are random octets.",
                    "RFC 5958 §3"))
        }
    }

    func scheme(_ type: String, _ sentence: String, _ clause: String) -> Meaning {
        Meaning("parameters", type, sentence, clause)
    }

    mutating func pbes2Parameters() throws(DERError) {
        try structure(
            scheme(
                "PBES2-params ::= SEQUENCE { keyDerivationFunc, encryptionScheme }",
                "Two steps: the passphrase becomes a key, and the key encrypts.", "RFC 8018 §A.4")
        ) { inner throws(DERError) in
            try inner.algorithm(
                "keyDerivationFunc", "How the passphrase becomes a key: slowly, so that guessing is dear.",
                "RFC 8018 §A.4")
            try inner.algorithm("encryptionScheme", "The cipher that the key is for.", "RFC 8018 §A.4")
        }
    }

    mutating func pbmac1Parameters() throws(DERError) {
        try structure(
            scheme(
                "PBMAC1-params ::= SEQUENCE { keyDerivationFunc, messageAuthScheme }",
                "Two steps: the passphrase becomes a key, and the key makes the MAC.", "RFC 8018 §A.5")
        ) { inner throws(DERError) in
            try inner.algorithm("keyDerivationFunc", "How the passphrase becomes a key.", "RFC 8018 §A.5")
            try inner.algorithm("messageAuthScheme", "How the MAC is made.", "RFC 8018 §A.5")
        }
    }

    mutating func pbkdf2Parameters() throws(DERError) {
        let clause = "RFC 8018 §A.2"
        try structure(
            scheme(
                "PBKDF2-params ::= SEQUENCE { salt, iterationCount, keyLength, prf }",
                "PBKDF2 hashes the passphrase and the salt again and again.", clause)
        ) { inner throws(DERError) in
            try inner.salt(clause)
            try inner.iterations("iterationCount", clause)
            if inner.isNext(.integer) {
                try inner.smallNatural(
                    Meaning("keyLength", "keyLength INTEGER (1..MAX) OPTIONAL", "How many octets the key has.", clause))
            }
            if !inner.isAtEnd {
                try inner.algorithm(
                    "prf", "What is computed again and again; without this field HMAC with SHA-1.", clause)
            }
        }
    }

    mutating func scryptParameters() throws(DERError) {
        let clause = "RFC 7914 §7.1"
        try structure(
            scheme(
                "scrypt-params ::= SEQUENCE { salt, costParameter, blockSize, parallelizationParameter, keyLength }",
                "scrypt needs much memory as well as time, so that guessing with special hardware is dear too.", clause)
        ) { inner throws(DERError) in
            try inner.salt(clause)
            for (field, sentence) in [
                ("costParameter", "N: how much work and memory."), ("blockSize", "r: how large the blocks are."),
                ("parallelizationParameter", "p: how many such computations."),
                ("keyLength", "How many octets the key has."),
            ] where inner.isNext(.integer) {
                try inner.smallNatural(Meaning(field, "\(field) INTEGER (1..MAX)", sentence, clause))
            }
        }
    }

    /// PBES1's PBEParameter and pkcs-12PbeParams, which are alike.
    mutating func passwordSchemeParameters() throws(DERError) {
        let clause = "RFC 7292 §C"
        try structure(
            scheme(
                "pkcs-12PbeParams ::= SEQUENCE { salt, iterations }",
                "What the passphrase is mixed with, and how often.",
                clause)
        ) { inner throws(DERError) in
            try inner.salt(clause)
            try inner.iterations("iterations", clause)
        }
    }

    mutating func salt(_ clause: String, field: String = "salt") throws(DERError) {
        try octetString(
            Meaning(
                field, "\(field) OCTET STRING",
                "Random octets, which are no secret: because of them equal passphrases give different keys, and no table of hashed passphrases helps.",
                clause))
    }

    mutating func iterations(_ field: String, _ clause: String) throws(DERError) {
        try smallNatural(
            Meaning(
                field, "\(field) INTEGER (1..MAX)",
                "How many rounds: each guess at the passphrase takes an attacker as many.", clause))
    }
}
