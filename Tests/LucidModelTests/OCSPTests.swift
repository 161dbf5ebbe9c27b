import LucidDER
import LucidModel
import LucidTestSupport
import Testing

@Suite("OCSP messages")
struct OCSPTests {
    static let requests = ["request", "request-nonce", "request-two-sha256", "request-signed"]
    static let responses = [
        "good-by-name", "good-by-key", "good-delegated", "good-nonce", "good-no-next-update", "revoked",
        "revoked-key-compromise", "revoked-on-hold", "unknown", "two-sha256",
    ]

    private func bytes(_ name: String) throws -> [UInt8] { try Checkout.fixture("openssl/ocsp/\(name).der") }
    private func response(_ name: String) throws -> OCSPResponse { try OCSPResponse(der: bytes(name)) }

    @Test func `every fixture is a message of these tests`() throws {
        let names = try Checkout.fixtures(in: "openssl/ocsp", endings: ["der"])
        #expect(names == (Self.requests + Self.responses).map { "openssl/ocsp/\($0).der" }.sorted())
    }

    @Test(arguments: requests)
    func `a request is written again as the same octets`(name: String) throws {
        let bytes = try bytes(name)
        let request = try OCSPRequest(der: bytes)
        #expect(request.derEncoded == bytes)
        #expect(request.tbsRequest.derEncoded == request.tbsBytes.array)
    }

    @Test(arguments: responses)
    func `a response is written again as the same octets`(name: String) throws {
        let bytes = try bytes(name)
        let response = try OCSPResponse(der: bytes)
        #expect(response.derEncoded == bytes)
        let basic = try #require(response.basic)
        #expect(basic.tbsResponseData.derEncoded == basic.tbsBytes.array)
    }

    @Test(.enabled(if: Programs.openssl != nil, "there is no OpenSSL 3"), arguments: responses)
    func `openssl reads the same out of a response`(name: String) throws {
        let path = Checkout.fixtures.appending(path: "openssl/ocsp/\(name).der").path
        let program = try #require(Programs.openssl)
        let printed = try Programs.run(program, ["ocsp", "-respin", path, "-resp_text", "-noverify"]).output
        // What follows are the certificates that were sent along.
        let text = printed.split(separator: "\nCertificate:")[0].split(separator: "\n").map(trimmed)
        let basic = try #require(try response(name).basic)
        let expected = basic.inOpenSSLWords
        #expect(text.filter { !$0.isEmpty }.prefix(expected.count) == expected[...])
        #expect((basic.certs?.count ?? 0) == printed.split(separator: "\nCertificate:").count - 1)
    }

    @Test(.enabled(if: Programs.openssl != nil, "there is no OpenSSL 3"), arguments: requests)
    func `openssl reads the same out of a request`(name: String) throws {
        let path = Checkout.fixtures.appending(path: "openssl/ocsp/\(name).der").path
        let program = try #require(Programs.openssl)
        let text = try Programs.run(program, ["ocsp", "-reqin", path, "-req_text"]).output
        let request = try OCSPRequest(der: bytes(name))
        let identifiers = request.tbsRequest.requestList.flatMap(\.reqCert.inOpenSSLWords)
        let lines = text.split(separator: "\n").map(trimmed)
        #expect(lines.filter(identifiers.contains) == identifiers)
        #expect(lines.filter { $0 == "Certificate ID:" }.count == request.tbsRequest.requestList.count)
        #expect(text.contains("Requestor Name") == (request.tbsRequest.requestorName != nil))
        if let nonce = request.tbsRequest.requestExtensions.ocspNonce {
            #expect(lines.contains(hex(nonce.derEncoded).uppercased()))
        }
    }

    @Test func `the optional parts of a request`() throws {
        let signed = try OCSPRequest(der: bytes("request-signed"))
        #expect(signed.optionalSignature?.certs?.first == (try fixture("chain-p256-leaf")))
        #expect(try OCSPRequest(der: bytes("request")).optionalSignature == nil)
        let nonce = try OCSPRequest(der: bytes("request-nonce")).tbsRequest.requestExtensions.ocspNonce
        #expect(nonce?.octets.count == 16)
        #expect(try response("good-nonce").basic?.tbsResponseData.responseExtensions.ocspNonce == nonce)
    }

    @Test func `the statuses and the ways to name a responder`() throws {
        let date = try #require(CalendarTime("2026-03-01"))
        func status(_ name: String) throws -> CertStatus? {
            try response(name).basic?.tbsResponseData.responses.first?.certStatus
        }
        #expect(try status("good-by-key") == .good)
        #expect(try status("unknown") == .unknown)
        #expect(try status("revoked") == .revoked(at: date, reason: nil))
        #expect(try status("revoked-key-compromise") == .revoked(at: date, reason: .keyCompromise))
        #expect(try status("revoked-on-hold") == .revoked(at: date, reason: .certificateHold))
        #expect(
            try response("good-by-name").basic?.tbsResponseData.responderID
                == .byName(fixture("chain-p256-intermediate").subject))
        guard case .byKey(let hash)? = try response("good-by-key").basic?.tbsResponseData.responderID else {
            Issue.record("not by key")
            return
        }
        #expect(hash.count == 20)
    }

    @Test func `a responder that could not answer`() throws {
        let bytes = hex("3003 0a0103")
        let response = try OCSPResponse(der: bytes)
        #expect(response.responseStatus == .tryLater && response.responseBytes == nil && response.derEncoded == bytes)
    }

    @Test func `a response of an unknown type is kept as it came`() throws {
        let bytes = hex("3011 0a0100 a00c 300a 0603 883701 0403 010203")
        let response = try OCSPResponse(der: bytes)
        #expect(response.responseBytes == .other(type: ObjectIdentifier(2, 999, 1), response: [1, 2, 3]))
        #expect(response.basic == nil && response.derEncoded == bytes)
    }

    @Test(arguments: [
        ("3003 0a0104", "status 4 is not used"), ("3003 0a0107", "status 7"), ("3003 020100", "no ENUMERATED"),
        ("3007 0a0100 a002 3000", "empty responseBytes"), ("3006 0a0103 020101", "more behind it"),
    ])
    func `a broken response is refused`(text: String, _: String) {
        #expect(throws: DERError.self) { try OCSPResponse(der: hex(text)) }
    }

    @Test func `a response that is cut short is refused at every length`() throws {
        let bytes = try bytes("revoked-on-hold")
        for count in bytes.indices {
            #expect(throws: DERError.self) { try OCSPResponse(der: Array(bytes.prefix(count))) }
        }
    }

    @Test func `a nonce has 1 to 128 octets`() {
        #expect(OCSPNonce(octets: []) == nil)
        #expect(OCSPNonce(octets: DERBytes([UInt8](repeating: 7, count: 128)))?.octets.count == 128)
        #expect(OCSPNonce(octets: DERBytes([UInt8](repeating: 7, count: 129))) == nil)
        #expect(throws: DERError.self) { try OCSPNonce(der: [4, 0], "nonce") }
    }

    @Test func `the other extensions are read and written again`() throws {
        let time = try #require(CalendarTime("2020-01-01"))
        let cutoff = ArchiveCutoff(time: time)
        #expect(try ArchiveCutoff(der: DERBytes(cutoff.derEncoded), "") == cutoff)
        let types = AcceptableResponses(types: [OID.ocspBasic])
        #expect(try AcceptableResponses(der: DERBytes(types.derEncoded), "") == types)
        let reference = hex("301b a004 16026162 a103 020107 a20e" + "180c 323032363031303130303030")
        #expect(throws: DERError.self) { try CRLReference(der: DERBytes(reference), "") }
        let good = hex("301e a004 16026162 a103 020107 a211 180f" + hex(Array("20260101000000Z".utf8)))
        let read = try CRLReference(der: DERBytes(good), "")
        #expect(read.derEncoded == good && read.crlNum == DERInteger(7))
        let locator = hex("3019 3000 3015 3013 0608 2b06010505073001 8607 687474703a2f2f")
        let service = try ServiceLocator(der: DERBytes(locator), "")
        #expect(service.derEncoded == locator && service.locator != nil)
    }
}

private func trimmed(_ line: Substring) -> String {
    String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
}

extension CertID {
    /// The lines that openssl prints.
    fileprivate var inOpenSSLWords: [String] {
        [
            "Hash Algorithm: " + (hashAlgorithm.algorithm == OID.sha1 ? "sha1" : "sha256"),
            "Issuer Name Hash: " + hex(issuerNameHash).uppercased(),
            "Issuer Key Hash: " + hex(issuerKeyHash).uppercased(),
            "Serial Number: " + hex(serialNumber.content).uppercased(),
        ]
    }
}

extension BasicOCSPResponse {
    /// The lines that openssl prints, as far as they are about the responses.
    fileprivate var inOpenSSLWords: [String] {
        let data = tbsResponseData
        var lines = [
            "OCSP Response Data:", "OCSP Response Status: successful (0x0)", "Response Type: Basic OCSP Response",
            "Version: 1 (0x0)", "Responder Id: " + data.responderID.inOpenSSLWords,
            "Produced At: " + data.producedAt.inOpenSSLWords, "Responses:",
        ]
        for single in data.responses {
            lines += ["Certificate ID:"] + single.certID.inOpenSSLWords
            switch single.certStatus {
            case .good: lines.append("Cert Status: good")
            case .unknown: lines.append("Cert Status: unknown")
            case .revoked(let time, let reason):
                lines += ["Cert Status: revoked", "Revocation Time: " + time.inOpenSSLWords]
                if let reason { lines.append("Revocation Reason: \(reason) (0x\(reason.rawValue))") }
            }
            lines.append("This Update: " + single.thisUpdate.inOpenSSLWords)
            if let next = single.nextUpdate { lines.append("Next Update: " + next.inOpenSSLWords) }
            if !single.singleExtensions.isEmpty {
                lines += ["Response Single Extensions:", "Hold Instruction Code:", "Hold Instruction Reject"]
            }
        }
        if let nonce = data.responseExtensions.ocspNonce {
            lines += ["Response Extensions:", "OCSP Nonce:", hex(nonce.derEncoded).uppercased()]
        }
        return lines + ["Signature Algorithm: ecdsa-with-SHA256"]
    }
}

extension ResponderID {
    fileprivate var inOpenSSLWords: String {
        switch self {
        case .byKey(let hash): hex(hash).uppercased()
        case .byName(let name):
            name.relativeDistinguishedNames.map { "\($0)".replacing("=", with: " = ") }.joined(separator: ", ")
        }
    }
}

extension CalendarTime {
    /// `Nov 22 00:14:43 2026 GMT`
    fileprivate var inOpenSSLWords: String {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let c = components
        let day = c.day < 10 ? " \(c.day)" : "\(c.day)"
        return "\(months[c.month - 1]) \(day) \(description.dropFirst(11).prefix(8)) \(c.year) GMT"
    }
}
