import LucidDER
import LucidIssuing
import LucidModel
import LucidValidation

extension RevocationScenario {
    /// The CA's certificate with another key usage.
    private static func issuer(_ w: RevocationWorld, _ usage: KeyUsage?) throws -> Certificate {
        try w.world.root.certify(w.ca, World.ca(usage: usage))
    }

    static let crlSigners: [RevocationScenario] = [
        RevocationScenario("the issuer's key may not sign CRLs", .undetermined, [.crlSignerKeyUsage]) { w, q in
            q.issuer = try issuer(w, .keyCertSign)
            q.pool = [q.issuer]
            q.lists = [try w.list { $0.revoke() }]
        },
        RevocationScenario("the issuer has no key usage", .good) { w, q in
            q.issuer = try issuer(w, nil)
            q.lists = [try w.list()]
        },
        RevocationScenario("a CRL by another key of the issuer", .good) { w, q in
            q.pool.append(w.crlKeyCertificate)
            q.lists = [try w.list(key: w.crlKey)]
        },
        RevocationScenario("a CRL by another key of the issuer, revoked", .revoked(.unspecified)) { w, q in
            q.pool.append(w.crlKeyCertificate)
            q.lists = [try w.list(key: w.crlKey) { $0.revoke() }]
        },
        RevocationScenario("another key of the issuer, and all name their keys", .good) { w, q in
            // `certify` has written each key's identifier.
            q.pool = [q.issuer, w.crlKeyCertificate]
            q.lists = [try w.list(key: w.crlKey) { $0.issuerKeyIdentifier = w.crlKey.info.keyIdentifier }]
        },
        RevocationScenario("another key that may not sign CRLs", .undetermined, [.crlSignerKeyUsage]) { w, q in
            q.pool.append(try w.ca.certify(w.crlKey, [Extension(KeyUsage.digitalSignature, critical: true)]))
            q.lists = [try w.list(key: w.crlKey) { $0.revoke() }]
        },
        RevocationScenario("another key without a path to the trust anchor", .undetermined, [.crlSignerPath]) { w, q in
            q.pool.append(try w.world.second.certify(w.crlKey, [Extension(KeyUsage.cRLSign, critical: true)]))
            q.lists = [try w.list(key: w.crlKey) { $0.revoke() }]
        },
        RevocationScenario("another key whose certificate has expired", .undetermined, [.crlSignerPath]) { w, q in
            q.pool.append(
                try w.ca.certify(
                    w.crlKey, to: World.time.adding(seconds: -1), [Extension(KeyUsage.cRLSign, critical: true)]))
            q.lists = [try w.list(key: w.crlKey)]
        },
        RevocationScenario("another key that nobody has a certificate of", .undetermined, [.crlSignature]) { w, q in
            q.lists = [try w.list(key: w.crlKey) { $0.revoke() }]
        },
        RevocationScenario("a key of nobody among those of the name, and the right one", .good) { w, q in
            let unusable = try w.ca.certify(w.crlKey, [Extension(KeyUsage.cRLSign, critical: true)]) {
                $0.subjectPublicKeyInfo = SubjectPublicKeyInfo(
                    algorithm: AlgorithmIdentifier(OID.ed448), subjectPublicKey: DERBitString([1]))
            }
            q.pool += [unusable, w.crlKeyCertificate]
            q.lists = [try w.list(key: w.crlKey)]
        },
        RevocationScenario("more keys of the name than are tried, and the CRL names the right one", .good) { w, q in
            q.pool +=
                try (0..<20).map { number in
                    try w.ca.certify(w.crlIssuer, []) { tbs in
                        tbs.subject = w.ca.name
                        tbs.serialNumber = DERInteger(1000 + number)
                    }
                } + [w.crlKeyCertificate]
            q.lists = [try w.list(key: w.crlKey) { $0.issuerKeyIdentifier = w.crlKey.info.keyIdentifier }]
        },
    ]
}
