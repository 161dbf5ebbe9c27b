import LucidAuthority
import LucidNetwork
import LucidX509

/// OCSP over HTTP: RFC 6960 appendix A, with the header fields for caches of RFC 5019 §6.2.
enum OCSPOverHTTP {
    /// What a request asks for.
    enum Reading {
        /// The octets of an OCSP request, as far as anybody can tell.
        case request([UInt8])
        /// The answer to what is no OCSP request.
        case answer(HTTPResponse)
    }

    static func read(_ request: HTTPRequest) -> Reading {
        switch request.method {
        case "POST": return .request(request.body)
        case "GET", "HEAD":
            guard let path = request.decodedPath, let octets = octets(inPath: path) else {
                return .answer(
                    HTTPResponse(
                        .badRequest, text: "an OCSP responder: POST a request, or GET /BASE64 (RFC 6960 appendix A)"))
            }
            return .request(octets)
        default:
            return .answer(
                HTTPResponse(.methodNotAllowed, text: "POST and GET only", fields: [.init("Allow", "GET, HEAD, POST")]))
        }
    }

    /// The request in a path: `/BASE64`, or behind folders that the responder's URL names. Base64 has slashes of its own, which
    /// some clients escape and some do not; so where it begins is tried out: it is a SEQUENCE from there to the end.
    private static func octets(inPath path: [UInt8]) -> [UInt8]? {
        var rest = path[...]
        for _ in 0..<folderLimit {
            guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
            rest = rest[(slash + 1)...]
            if let octets = Base64.decode(rest), octets.first == 0x30 { return octets }
        }
        return nil
    }

    /// How many folders a responder's URL may have.
    private static let folderLimit = 8

    /// The answer. Whatever the response says, HTTP's status is 200: the error is OCSP's, not HTTP's.
    static func response(_ answer: OCSPAnswer, to method: String, at time: CalendarTime) -> HTTPResponse {
        HTTPResponse(
            .ok, contentType: "application/ocsp-response", body: answer.der, fields: cacheFields(answer, method, time))
    }

    /// RFC 5019 §6.2. A response with a nonce, and one that says nothing, are of no use to anybody else.
    private static func cacheFields(_ answer: OCSPAnswer, _ method: String, _ time: CalendarTime) -> [HTTPRequest.Field]
    {
        guard case .answered(let answered) = answer.outcome, !answered.hasNonce, method != "POST" else {
            return [.init("Cache-Control", "no-store")]
        }
        // Half of the life, so that what comes out of a cache can still be believed for a while.
        let seconds = max(0, answered.nextUpdate.secondsSince1970 - time.secondsSince1970) / 2
        let digest = SHA256.hash(answer.der.span).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return [
            .init("Last-Modified", HTTPDate.text(answered.thisUpdate.secondsSince1970)),
            .init("Expires", HTTPDate.text(answered.nextUpdate.secondsSince1970)),
            .init("ETag", "\"\(digest)\""),
            .init("Cache-Control", "max-age=\(seconds), public, no-transform, must-revalidate"),
        ]
    }
}
