import LucidAuthority
import LucidCrypto
import LucidDER
import LucidIssuing
import LucidModel
import LucidNumber
import LucidSignature
import LucidTestSupport
import Testing

/// A CA with a responder and one certificate.
private struct World {
    let ca: TestAuthority
    let issuer: Certificate
    let leaf: CertificateRecord
    static let time = TestAuthority.time

    init() throws {
        ca = try TestAuthority()
        let store = try ca.open()
        let record = try store.signingAuthority()
        issuer = record.certificate
        leaf = try TestAuthority.issue(["www.example.com"], from: store)
        let opened = try store.open(record) { _ throws(AuthorityProblem) in SecretBytes(count: 0) }
        try store.makeOCSPResponder(by: opened, of: record, at: Self.time)
    }

    func responder(_ settings: OCSPResponder.Settings = .init()) throws -> OCSPResponder {
        let store = try ca.open(.reading)
        let found = try store.ocspResponder(of: try store.signingAuthority())
        guard let identity = found else { throw ProgramProblem("no responder") }
        return OCSPResponder(folder: ca.path, identity: identity, settings: settings)
    }

    /// The leaf's identifier, or that of another number of the same CA.
    func identifier(_ serial: DERInteger? = nil, hash: HashAlgorithm = .sha1) throws -> CertID {
        let certificate = try #require(try leaf.certificate())
        let own = try #require(CertID(of: certificate, issuerKey: issuer.subjectPublicKeyInfo, hash: hash))
        return CertID(
            hashAlgorithm: own.hashAlgorithm, issuerNameHash: own.issuerNameHash, issuerKeyHash: own.issuerKeyHash,
            serialNumber: serial ?? own.serialNumber)
    }

    func request(_ identifiers: [CertID], extensions: [Extension] = []) -> [UInt8] {
        OCSPRequest(
            TBSRequest(
                requestList: identifiers.map { OCSPSingleRequest(reqCert: $0) },
                requestExtensions: Extensions(extensions))
        ).derEncoded
    }

    /// The statuses of an answer.
    func ask(_ responder: borrowing OCSPResponder, _ identifiers: [CertID]) throws -> [CertStatus] {
        let response = try OCSPResponse(der: responder.answer(request(identifiers), at: Self.time).der)
        let basic = try #require(response.basic)
        #expect(basic.tbsResponseData.responses.map(\.certID) == identifiers)
        return basic.tbsResponseData.responses.map(\.certStatus)
    }
}

@Suite("An OCSP responder")
struct OCSPResponderTests {
    @Test(arguments: [HashAlgorithm.sha1, .sha256, .sha384, .sha512])
    func `says good, and revoked with time and reason from that moment on`(hash: HashAlgorithm) throws {
        let world = try World()
        let responder = try world.responder()
        let identifier = try world.identifier(hash: hash)
        #expect(try world.ask(responder, [identifier]) == [.good])
        let time = World.time.adding(seconds: -60)
        try world.ca.open().revoke(
            world.leaf, .init(time: time, reason: .keyCompromise, invalidSince: time.adding(seconds: -60)))
        let answer = responder.answer(world.request([identifier]), at: World.time)
        let single = try #require(try OCSPResponse(der: answer.der).basic?.tbsResponseData.responses.first)
        #expect(single.certStatus == .revoked(at: time, reason: .keyCompromise))
        #expect(single.singleExtensions[OID.invalidityDate] != nil)
        #expect(single.thisUpdate == World.time)
        #expect(single.nextUpdate == World.time.adding(seconds: 3600))
    }

    @Test func `an unspecified reason is not mentioned, and a certificate off hold is good again`() throws {
        let world = try World()
        let responder = try world.responder()
        let store = try world.ca.open()
        try store.revoke(world.leaf, .init(time: World.time, reason: .certificateHold))
        #expect(try world.ask(responder, [world.identifier()]) == [.revoked(at: World.time, reason: .certificateHold)])
        try store.release(world.leaf)
        #expect(try world.ask(responder, [world.identifier()]) == [.good])
        try store.revoke(world.leaf, .init(time: World.time))
        #expect(try world.ask(responder, [world.identifier()]) == [.revoked(at: World.time, reason: nil)])
    }

    @Test func `what was never issued is unknown, or revoked since 1970 where that is wished`() throws {
        let world = try World()
        let never = try world.identifier(DERInteger(0x010203))
        #expect(try world.ask(try world.responder(), [never, world.identifier()]) == [.unknown, .good])
        let strict = try world.responder(.init(neverIssued: .revoked))
        let data = try #require(
            try OCSPResponse(der: strict.answer(world.request([never]), at: World.time).der).basic?.tbsResponseData)
        #expect(
            data.responses[0].certStatus == .revoked(at: CalendarTime(secondsSince1970: 0), reason: .certificateHold))
        #expect(data.responseExtensions[OID.ocspExtendedRevoke] != nil)
    }

    @Test func `a negative number is not the positive one with the same octets`() throws {
        let world = try World()
        let octets: [UInt8] = [0xff, 0x01]
        let store = try world.ca.open()
        let positive = IndexedCertificate(serialNumber: SerialNumber(octets: octets), subject: "", notAfter: World.time)
        _ = try store.record(indexed: [positive], of: try store.signingAuthority(), at: World.time)
        let content = DERWriter.encode { $0.primitive(.integer, octets) }
        let negative = try DERCursor.decode(DERBytes(content)) { cursor throws(DERError) in try cursor.integer("") }
        #expect(negative.isNegative)
        let identifiers = [try world.identifier(negative), try world.identifier(DERInteger(magnitude: octets))]
        #expect(try world.ask(try world.responder(), identifiers) == [.unknown, .good])
    }

    @Test func `another CA's certificates alone are refused, and beside its own they are unknown`() throws {
        let world = try World()
        let responder = try world.responder()
        let root = try world.ca.open(.reading).authority(.root).certificate
        let foreign = try #require(CertID(of: world.issuer, issuerKey: root.subjectPublicKeyInfo))
        #expect(
            try OCSPResponse(der: responder.answer(world.request([foreign]), at: World.time).der).responseStatus
                == .unauthorized)
        #expect(try world.ask(responder, [foreign, world.identifier()]) == [.unknown, .good])
    }

    @Test(arguments: [(1, true), (16, true), (32, true), (128, true), (0, false), (129, false)])
    func `a nonce is given back, and one of a forbidden length refused`(length: Int, isAllowed: Bool) throws {
        let world = try World()
        let value = DERWriter.encode { $0.octetString([UInt8](repeating: 7, count: length)) }
        let nonce = Extension(extnID: OID.ocspNonce, critical: false, extnValue: DERBytes(value))
        let answer = try world.responder().answer(
            world.request([try world.identifier()], extensions: [nonce]), at: World.time)
        let response = try OCSPResponse(der: answer.der)
        #expect(response.responseStatus == (isAllowed ? .successful : .malformedRequest))
        #expect(
            response.basic?.tbsResponseData.responseExtensions.ocspNonce?.octets.count == (isAllowed ? length : nil))
    }

    @Test func `an extension that must be understood is refused, and one that need not is passed over`() throws {
        let world = try World()
        for (isCritical, status) in [(true, OCSPResponseStatus.malformedRequest), (false, .successful)] {
            let strange = Extension(
                extnID: ObjectIdentifier(1, 2, 3, 4), critical: isCritical, extnValue: [0x05, 0x00])
            let answer = try world.responder().answer(
                world.request([try world.identifier()], extensions: [strange]), at: World.time)
            #expect(try OCSPResponse(der: answer.der).responseStatus == status)
        }
    }

    @Test func `what is no request, or asks nothing, is malformed`() throws {
        let world = try World()
        let responder = try world.responder()
        for octets in [[], [0x30], [0x30, 0x00], Array("GET / HTTP/1.0".utf8), world.request([])] {
            #expect(
                try OCSPResponse(der: responder.answer(octets, at: World.time).der).responseStatus == .malformedRequest)
        }
    }

    @Test func `a request altered anywhere gets a response`() throws {
        let world = try World()
        let responder = try world.responder()
        let request = world.request([try world.identifier()])
        var counts: [OCSPResponseStatus: Int] = [:]
        for place in request.indices {
            for bit in [0x01, 0x20, 0x80] as [UInt8] {
                var altered = request
                altered[place] ^= bit
                let response = try OCSPResponse(der: responder.answer(altered, at: World.time).der)
                counts[response.responseStatus, default: 0] += 1
            }
        }
        #expect((counts[.malformedRequest] ?? 0) > 20)
        #expect((counts[.unauthorized] ?? 0) > 20)
        #expect((counts[.successful] ?? 0) > 20)
        #expect(counts[.internalError] == nil)
    }

    @Test func `an answer does not outlive the responder, who says nothing when its certificate has ended`() throws {
        let world = try World()
        let responder = try world.responder()
        let nearEnd = responder.ends.adding(seconds: -10)
        let last = try OCSPResponse(der: responder.answer(world.request([try world.identifier()]), at: nearEnd).der)
        #expect(last.basic?.tbsResponseData.responses.first?.nextUpdate == responder.ends)
        let after = responder.answer(world.request([try world.identifier()]), at: responder.ends.adding(seconds: 1))
        #expect(try OCSPResponse(der: after.der).responseStatus == .internalError)
    }

    @Test func `its certificate is in the store, and its key the owner's alone`() throws {
        let world = try World()
        let store = try world.ca.open(.reading)
        #expect(try world.ca.mode("keys/ocsp.pem") == 0o600)
        let certificate: Certificate
        switch try store.ocspResponder(of: try store.signingAuthority()) {
        case .some(let identity): certificate = identity.certificate
        case .none: throw ProgramProblem("no responder")
        }
        #expect(certificate.extensions.hasOCSPNoCheck)
        #expect(try store.certificates(serial: SerialNumber(certificate.serialNumber)).map(\.profile) == ["ocsp"])
        let ofRoot = try store.ocspResponder(of: try store.authority(.root))
        let isMissing =
            switch ofRoot {
            case .none: true
            case .some: false
            }
        #expect(isMissing)
    }
}
