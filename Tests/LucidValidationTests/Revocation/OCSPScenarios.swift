import LucidCrypto
import LucidDER
import LucidIssuing
import LucidModel
import LucidSignature
import LucidValidation

extension RevocationWorld {
    /// An answer about a certificate, as it is usual.
    func answer(
        about certificate: Certificate, _ status: CertStatus = .good, hash: HashAlgorithm = .sha1, issuer: Party? = nil,
        from: CalendarTime = World.time.adding(seconds: -3600), to: CalendarTime? = World.time.adding(seconds: 3600),
        extensions: [Extension] = []
    ) throws -> SingleResponse {
        guard let id = CertID(of: certificate, issuerKey: (issuer ?? ca).info, hash: hash) else { throw NoCertID() }
        return SingleResponse(
            certID: id, certStatus: status, thisUpdate: from, nextUpdate: to, singleExtensions: Extensions(extensions))
    }

    private struct NoCertID: Error {}

    /// A response by the CA.
    func response(
        _ answers: SingleResponse..., key: Party? = nil, _ change: (inout OCSPResponseContents) -> Void = { _ in }
    ) throws -> OCSPResponse {
        var contents = OCSPResponseContents(
            responder: world.middleCertificate, isDelegated: false, producedAt: World.time.adding(seconds: -3600))
        contents.responses = answers
        change(&contents)
        return try contents.signed(with: (key ?? ca).key)
    }
}

extension RevocationScenario {
    /// A scenario with one response by the CA with one answer.
    private static func answer(
        _ name: String, _ expected: Expected, _ problems: Set<Check> = [],
        _ answer: @escaping @Sendable (RevocationWorld, Certificate) throws -> SingleResponse
    ) -> RevocationScenario {
        RevocationScenario(name, expected, problems) { w, q in
            q.responses = [try w.response(answer(w, q.certificate))]
        }
    }

    private static let since = CertStatus.revoked(at: World.from, reason: nil)

    static let ocsp: [RevocationScenario] = [
        answer("OCSP: good", .good) { w, c in try w.answer(about: c) },
        answer("OCSP: revoked", .revoked(.unspecified)) { w, c in try w.answer(about: c, since) },
        answer("OCSP: revoked with a reason", .revoked(.cACompromise)) { w, c in
            try w.answer(about: c, .revoked(at: World.from, reason: .cACompromise))
        },
        answer("OCSP: unknown", .undetermined, [.ocspKnowsCertificate]) { w, c in try w.answer(about: c, .unknown) },
        answer("OCSP: SHA-256", .good) { w, c in try w.answer(about: c, hash: .sha256) },
        answer("OCSP: SHA-512", .revoked(.unspecified)) { w, c in try w.answer(about: c, since, hash: .sha512) },
        answer("OCSP: a hash that nobody knows", .undetermined, [.ocspHashAlgorithm]) { w, c in
            let good = try w.answer(about: c)
            let id = CertID(
                hashAlgorithm: AlgorithmIdentifier(ObjectIdentifier(1, 2, 840, 113549, 2, 5)),
                issuerNameHash: good.certID.issuerNameHash, issuerKeyHash: good.certID.issuerKeyHash,
                serialNumber: c.serialNumber)
            return SingleResponse(
                certID: id, certStatus: .good, thisUpdate: good.thisUpdate, nextUpdate: good.nextUpdate)
        },
        answer("OCSP: another issuer's key", .undetermined) { w, c in
            try w.answer(about: c, since, issuer: w.world.second)
        },
        answer("OCSP: another issuer's name", .undetermined) { w, c in
            let other = try w.world.second.certify(w.world.server, []) { $0.serialNumber = c.serialNumber }
            return try w.answer(about: other, since)
        },
        answer("OCSP: another serial number", .undetermined) { w, _ in
            try w.answer(about: w.certificate(DERInteger(0x1235)), since)
        },
        answer("OCSP: too old by a second", .undetermined, [.ocspNextUpdate]) { w, c in
            try w.answer(about: c, to: World.time.adding(seconds: -1))
        },
        answer("OCSP: in its last second", .good) { w, c in try w.answer(about: c, to: World.time) },
        answer("OCSP: too early by a second", .undetermined, [.ocspThisUpdate]) { w, c in
            try w.answer(about: c, from: World.time.adding(seconds: 1))
        },
        answer("OCSP: no nextUpdate, a day old", .good) { w, c in
            try w.answer(about: c, from: World.time.adding(seconds: -86_400), to: nil)
        },
        answer("OCSP: no nextUpdate, more than a day old", .undetermined, [.ocspNextUpdate]) { w, c in
            try w.answer(about: c, from: World.time.adding(seconds: -86_401), to: nil)
        },
        answer("OCSP: unknown critical extension of the answer", .undetermined, [.ocspCriticalExtensions]) { w, c in
            try w.answer(about: c, extensions: [Strange.unknown(critical: true)])
        },
        answer("OCSP: unknown extension that is not critical", .good) { w, c in
            try w.answer(about: c, extensions: [Strange.unknown(critical: false)])
        },
        answer("OCSP: an archive cutoff changes nothing", .good) { w, c in
            try w.answer(about: c, extensions: [Extension(ArchiveCutoff(time: World.from), critical: true)])
        },
        RevocationScenario("OCSP: made in the future", .undetermined, [.ocspProducedAt]) { w, q in
            q.responses = [
                try w.response(w.answer(about: q.certificate)) { $0.producedAt = World.time.adding(seconds: 1) }
            ]
        },
        RevocationScenario("OCSP: unknown critical extension", .undetermined, [.ocspCriticalExtensions]) { w, q in
            q.responses = [
                try w.response(w.answer(about: q.certificate)) {
                    $0.otherExtensions = [Strange.unknown(critical: true)]
                }
            ]
        },
        RevocationScenario("OCSP: the second of two answers", .revoked(.unspecified)) { w, q in
            let other = try w.answer(about: w.certificate(DERInteger(7)))
            q.responses = [try w.response(other, w.answer(about: q.certificate, since))]
        },
        RevocationScenario("OCSP: good and revoked", .revoked(.unspecified)) { w, q in
            q.responses = [
                try w.response(w.answer(about: q.certificate)), try w.response(w.answer(about: q.certificate, since)),
                try w.response(w.answer(about: q.certificate)),
            ]
        },
        RevocationScenario("OCSP good, CRL revoked", .revoked(.superseded)) { w, q in
            q.responses = [try w.response(w.answer(about: q.certificate))]
            q.lists = [try w.list { $0.revoke(0x1234, .superseded) }]
        },
        RevocationScenario("OCSP revoked, CRL good", .revoked(.unspecified)) { w, q in
            q.responses = [try w.response(w.answer(about: q.certificate, since))]
            q.lists = [try w.list()]
        },
        RevocationScenario("OCSP good, CRL forged", .good, [.crlSignature]) { w, q in
            q.responses = [try w.response(w.answer(about: q.certificate))]
            q.lists = [forged(try w.list { $0.revoke() })]
        },
        RevocationScenario("OCSP: the responder could not answer", .undetermined) { _, q in
            q.responses = [OCSPResponse(responseStatus: .tryLater)]
        },
        RevocationScenario("OCSP: a response of another type", .undetermined) { _, q in
            q.responses = [
                OCSPResponse(
                    responseStatus: .successful, responseBytes: .other(type: Strange.unknown, response: [5, 0]))
            ]
        },
    ]
}
