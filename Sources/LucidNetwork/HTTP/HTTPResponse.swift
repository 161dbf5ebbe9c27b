/// What became of a request: RFC 9110 §15.
public struct HTTPStatus: RawRepresentable, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let ok = HTTPStatus(rawValue: 200)
    public static let badRequest = HTTPStatus(rawValue: 400)
    public static let notFound = HTTPStatus(rawValue: 404)
    public static let methodNotAllowed = HTTPStatus(rawValue: 405)
    public static let requestTimeout = HTTPStatus(rawValue: 408)
    public static let lengthRequired = HTTPStatus(rawValue: 411)
    public static let contentTooLarge = HTTPStatus(rawValue: 413)
    public static let uriTooLong = HTTPStatus(rawValue: 414)
    public static let unsupportedMediaType = HTTPStatus(rawValue: 415)
    public static let headerTooLarge = HTTPStatus(rawValue: 431)
    public static let internalError = HTTPStatus(rawValue: 500)
    public static let notImplemented = HTTPStatus(rawValue: 501)
    public static let unavailable = HTTPStatus(rawValue: 503)
    public static let versionNotSupported = HTTPStatus(rawValue: 505)

    /// The words behind the number; a client goes by the number alone.
    public var phrase: String { Self.phrases[rawValue] ?? "Status" }

    private static let phrases = [
        200: "OK", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed", 408: "Request Timeout",
        411: "Length Required", 413: "Content Too Large", 414: "URI Too Long", 415: "Unsupported Media Type",
        431: "Request Header Fields Too Large", 500: "Internal Server Error", 501: "Not Implemented",
        503: "Service Unavailable", 505: "HTTP Version Not Supported",
    ]
}

/// The answer to a request.
public struct HTTPResponse: Hashable, Sendable {
    public let status: HTTPStatus
    /// Such as `application/ocsp-response`.
    public let contentType: String
    public let body: [UInt8]
    /// More header fields, such as `Cache-Control`. One with characters that would end it, or the header, is not sent.
    public let fields: [HTTPRequest.Field]

    public init(
        _ status: HTTPStatus, contentType: String, body: [UInt8], fields: [HTTPRequest.Field] = []
    ) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.fields = fields
    }

    /// A line of text.
    public init(_ status: HTTPStatus, text: String, fields: [HTTPRequest.Field] = []) {
        self.init(status, contentType: "text/plain; charset=utf-8", body: Array((text + "\n").utf8), fields: fields)
    }

    /// The response as it is sent. Every connection is closed behind one response, and said to be (RFC 9112 §9.6).
    ///
    /// - Parameters:
    ///   - date: seconds since 1970, for the field Date that a server with a clock sends (RFC 9110 §6.6.1).
    ///   - isForHEAD: leave the body out, as the answer to HEAD does (RFC 9110 §9.3.2).
    func encoded(date: Int64?, isForHEAD: Bool) -> [UInt8] {
        var head = "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n"
        let own = [
            HTTPRequest.Field("Content-Type", contentType), .init("Content-Length", "\(body.count)"),
            .init("Connection", "close"),
        ]
        let dateField = date.map { [HTTPRequest.Field("Date", HTTPDate.text($0))] } ?? []
        for field in dateField + own + fields
        where !field.name.isEmpty && field.name.utf8.allSatisfy(HTTPSyntax.isTokenCharacter)
            && field.value.utf8.allSatisfy(HTTPSyntax.isValueCharacter)
        {
            head += "\(field.name): \(field.value)\r\n"
        }
        return Array((head + "\r\n").utf8) + (isForHEAD ? [] : body)
    }
}
