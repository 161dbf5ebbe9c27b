public import LucidDER
import LucidModel

extension Explanation {
    /// What an input is to be explained as.
    public enum Kind: String, Sendable, CaseIterable {
        case certificate
        /// A certificate with OpenSSL's remarks on trust behind it.
        case trustedCertificate
        case certificateRequest
        case revocationList
        case ocspRequest
        case ocspResponse
        case publicKey
        case rsaPublicKey
        /// PKCS #8: RFC 5958.
        case privateKey
        case encryptedPrivateKey
        case rsaPrivateKey
        case ecPrivateKey
        case dsaPrivateKey
        /// OpenSSH's own form, which is no DER.
        case opensshPrivateKey
        /// What a label calls a private key, in a form that Lucid has no description of.
        case undescribedPrivateKey
        /// The parameters of a curve, as they stand before a private key in some files.
        case ecParameters
        case diffieHellmanParameters
        case dsaParameters
        /// PKCS #7, CMS.
        case contentInfo
        /// PKCS #12.
        case pfx
        /// Octets that were encrypted as a whole, with PEM headers that say how.
        case encryptedOctets
        /// DER of no type that Lucid has a description of.
        case unknown

        /// Whether the octets may be those of private keys.
        var mayBeSecret: Bool {
            switch self {
            case .privateKey, .rsaPrivateKey, .ecPrivateKey, .dsaPrivateKey, .opensshPrivateKey, .undescribedPrivateKey,
                .pfx:
                true
            default: false
            }
        }

        /// What people call it.
        public var title: String {
            switch self {
            case .certificate: "Certificate"
            case .trustedCertificate: "Certificate with OpenSSL's remarks on trust"
            case .certificateRequest: "Certification request"
            case .revocationList: "Revocation list"
            case .ocspRequest: "OCSP request"
            case .ocspResponse: "OCSP response"
            case .publicKey: "Public key"
            case .rsaPublicKey: "RSA public key"
            case .privateKey: "Private key (PKCS#8)"
            case .encryptedPrivateKey: "Encrypted private key"
            case .rsaPrivateKey: "RSA private key"
            case .ecPrivateKey: "Elliptic curve private key"
            case .dsaPrivateKey: "DSA private key"
            case .opensshPrivateKey: "Private key of OpenSSH"
            case .undescribedPrivateKey: "Private key in an unknown form"
            case .ecParameters: "Curve parameters"
            case .diffieHellmanParameters: "Diffie-Hellman parameters"
            case .dsaParameters: "DSA parameters"
            case .contentInfo: "PKCS#7 structure"
            case .pfx: "PKCS#12 file"
            case .encryptedOctets: "Encrypted octets"
            case .unknown: "Octets of an unknown type"
            }
        }

        /// The kind that a PEM label announces (RFC 7468 §5 to §13, and the labels that OpenSSL uses beside them).
        ///
        /// Whatever ends in PRIVATE KEY is one, in small letters as well: who wrote the file said that it is secret.
        public init(label: String, isEncrypted: Bool = false) {
            if isEncrypted {
                self = .encryptedOctets
                return
            }
            self =
                switch label {
                case "CERTIFICATE", "X509 CERTIFICATE": .certificate
                case "TRUSTED CERTIFICATE": .trustedCertificate
                case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST": .certificateRequest
                case "X509 CRL": .revocationList
                case "PUBLIC KEY": .publicKey
                case "RSA PUBLIC KEY": .rsaPublicKey
                case "PRIVATE KEY": .privateKey
                case "ENCRYPTED PRIVATE KEY": .encryptedPrivateKey
                case "RSA PRIVATE KEY": .rsaPrivateKey
                case "EC PRIVATE KEY": .ecPrivateKey
                case "DSA PRIVATE KEY": .dsaPrivateKey
                case "EC PARAMETERS": .ecParameters
                case "DH PARAMETERS", "X9.42 DH PARAMETERS": .diffieHellmanParameters
                case "DSA PARAMETERS": .dsaParameters
                case "PKCS7", "CMS", "PKCS #7 SIGNED DATA": .contentInfo
                case "PKCS12": .pfx
                case "OCSP REQUEST": .ocspRequest
                case "OCSP RESPONSE": .ocspResponse
                case "OPENSSH PRIVATE KEY": .opensshPrivateKey
                default: Self(unlistedLabel: label)
                }
        }

        private init(unlistedLabel label: String) {
            let upper = label.uppercased()
            guard upper.hasSuffix("PRIVATE KEY") else {
                self = .unknown
                return
            }
            self = upper == label ? .undescribedPrivateKey : Self(label: upper)
        }

        /// The kinds that DER without a label is tried as, in this order.
        private static let candidates: [Kind] = [
            .certificate, .certificateRequest, .revocationList, .ocspResponse, .ocspRequest, .privateKey,
            .rsaPrivateKey,
            .ecPrivateKey, .dsaPrivateKey, .encryptedPrivateKey, .publicKey, .rsaPublicKey,
        ]

        /// The kind that octets without a label are: the first that they break no rule of, else the one that they go along with
        /// furthest.
        public init(of octets: DERBytes) {
            let array = octets.array
            if ContentInfo.looksLikeOne(array.span) {
                self = .contentInfo
                return
            }
            if PFX.looksLikeOne(array.span) {
                self = .pfx
                return
            }
            if array.starts(with: OpenSSHKeyFile.magic) {
                self = .opensshPrivateKey
                return
            }
            var best: (kind: Kind, reach: Int) = (.unknown, octets.startIndex)
            for kind in Self.candidates {
                let reach = Annotator.explaining(octets, as: kind).problems.map(\.offset).min()
                guard let reach else {
                    self = kind
                    return
                }
                if reach > best.reach { best = (kind, reach) }
            }
            if let key = Self.privateKey(in: octets) {
                self = key
                return
            }
            // Whatever is a SEQUENCE agrees with all kinds as far as its first octets.
            let isNamed = best.reach > octets.startIndex + 4
            self =
                isNamed && !(Annotator.isFlawless(octets) && !Self.isDistinctive(octets, best.reach))
                ? best.kind : .unknown
        }

        /// Whether a structure was understood so far that it is more likely a broken one of that kind than a whole one of another.
        private static func isDistinctive(_ octets: DERBytes, _ reach: Int) -> Bool {
            reach - octets.startIndex > min(64, octets.count / 2)
        }
    }
}

extension Annotator {
    /// All of an input's lines.
    static func explaining(_ octets: DERBytes, as kind: Explanation.Kind) -> Annotator {
        var annotator = Annotator(octets)
        annotator.finish { a throws(DERError) in try a.explain(kind) }
        if kind.mayBeSecret, !annotator.problems.isEmpty { annotator.hideDoubtfulNumbers() }
        annotator.problems.sort { $0.offset < $1.offset }
        return annotator
    }

    private mutating func explain(_ kind: Explanation.Kind) throws(DERError) {
        switch kind {
        case .certificate: try certificate()
        case .trustedCertificate: try trustedCertificate()
        case .certificateRequest: try certificateRequest()
        case .revocationList: try revocationList()
        case .ocspRequest: try ocspRequest()
        case .ocspResponse: try ocspResponse()
        case .publicKey: try publicKeyInfo("")
        case .rsaPublicKey: try rsaPublicKey()
        case .privateKey: try privateKeyInfo()
        case .encryptedPrivateKey: try encryptedPrivateKey()
        case .rsaPrivateKey: try rsaPrivateKey()
        case .ecPrivateKey: try ecPrivateKey()
        case .dsaPrivateKey: try dsaPrivateKey()
        case .opensshPrivateKey: try opensshPrivateKey()
        case .undescribedPrivateKey: try undescribedPrivateKey()
        case .ecParameters:
            if isNext(.sequence) { return try explicitCurve("") }
            try objectIdentifier(
                Meaning("", "ECParameters ::= CHOICE { namedCurve }", "The curve, by its name.", "RFC 5480 §2.1.1"))
        case .diffieHellmanParameters: try diffieHellmanParameters()
        case .dsaParameters: try dsaParameters("")
        case .contentInfo: try contentInfo()
        case .pfx: try pfx()
        case .encryptedOctets:
            try remainder(
                Meaning(
                    "", "octets",
                    "The file was encrypted as a whole; the headers above say how. Without the passphrase there is nothing to explain.",
                    "RFC 1421 §4.6"))
        case .unknown: while !isAtEnd { try anything(.unnamed) }
        }
    }

    /// In a private key that is damaged, any value may be a piece of a secret one: only short ones and known names are left.
    private mutating func hideDoubtfulNumbers() {
        let isOpenSSH = source.starts(with: OpenSSHKeyFile.magic)
        for index in lines.indices {
            // A length that is wrong in a file of OpenSSH makes the private keys look like public ones.
            if lines[index].kind == .part, lines[index].range.count > OpenSSHKeyFile.magic.count, isOpenSSH {
                lines[index].isSecret = true
            }
            guard case .value(let tag, let content) = lines[index].kind, content.count > 3 else { continue }
            let isName = tag == .objectIdentifier && lines[index].value.hasSuffix(")")
            if !isName { lines[index].isSecret = true }
        }
    }
}
