/// The parts of a request's head, read strictly: what two programs could read in two ways is refused.
enum HTTPSyntax {
    /// `tchar`: RFC 9110 §5.6.2.
    static func isTokenCharacter(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(octet)
        }
    }

    /// What a field's value is made of: printable octets, spaces and tabs (RFC 9110 §5.5).
    static func isValueCharacter(_ octet: UInt8) -> Bool { octet == 0x09 || (octet >= 0x20 && octet != 0x7f) }

    /// `method SP request-target SP HTTP-version`: RFC 9112 §3.
    static func requestLine(_ line: ArraySlice<UInt8>) throws(HTTPRefusal) -> (
        method: String, target: String, isVersion11: Bool
    ) {
        let parts = line.split(separator: 0x20, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, parts[0].allSatisfy(isTokenCharacter),
            !parts[1].isEmpty, parts[1].allSatisfy({ (0x21...0x7e).contains($0) })
        else { throw HTTPRefusal(.badRequest, "the request line is malformed") }
        let version = text(parts[2])
        guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
            guard version.hasPrefix("HTTP/") else { throw HTTPRefusal(.badRequest, "the request line is malformed") }
            throw HTTPRefusal(.versionNotSupported, "only HTTP/1.1 and HTTP/1.0 are spoken here")
        }
        return (text(parts[0]), try target(text(parts[1])), version == "HTTP/1.1")
    }

    /// The path and query. Of a whole URI, which every server must take, the scheme and the authority are left out (RFC 9112
    /// §3.2.2).
    private static func target(_ target: String) throws(HTTPRefusal) -> String {
        if target.hasPrefix("/") || target == "*" { return target }
        for scheme in ["http://", "https://"] where target.lowercased().hasPrefix(scheme) {
            let rest = target.dropFirst(scheme.count)
            guard let slash = rest.firstIndex(of: "/") else { return "/" }
            return String(rest[slash...])
        }
        throw HTTPRefusal(.badRequest, "the request target is no path")
    }

    /// `field-name ":" OWS field-value OWS`: RFC 9112 §5. Lines that go on in the next one are refused (§5.2).
    static func field(_ line: ArraySlice<UInt8>) throws(HTTPRefusal) -> HTTPRequest.Field {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
            line[..<colon].allSatisfy(isTokenCharacter), line[colon...].allSatisfy(isValueCharacter)
        else { throw HTTPRefusal(.badRequest, "a header field is malformed") }
        let isSpace = { (octet: UInt8) in octet == 0x20 || octet == 0x09 }
        var value = line[(colon + 1)...].drop(while: isSpace)
        while let last = value.last, isSpace(last) { value.removeLast() }
        return HTTPRequest.Field(text(line[..<colon]).lowercased(), text(value))
    }

    private static func text(_ octets: ArraySlice<UInt8>) -> String { String(decoding: octets, as: UTF8.self) }

    /// How many octets of body follow: RFC 9112 §6.3.
    static func bodyLength(_ head: HTTPRequestHead, limit: Int) throws(HTTPRefusal) -> Int {
        let lengths = head.values("content-length")
        let codings = head.values("transfer-encoding")
        if !codings.isEmpty {
            // Both together are how requests are smuggled past a proxy: RFC 9112 §6.1.
            guard lengths.isEmpty else { throw HTTPRefusal(.badRequest, "both Transfer-Encoding and Content-Length") }
            guard codings.map({ $0.lowercased() }) == ["chunked"] else {
                throw HTTPRefusal(.notImplemented, "this transfer coding is not understood")
            }
            throw HTTPRefusal(.lengthRequired, "a body needs a Content-Length")
        }
        guard let text = lengths.first else {
            guard !["POST", "PUT", "PATCH"].contains(head.method) else {
                throw HTTPRefusal(.lengthRequired, "a body needs a Content-Length")
            }
            return 0
        }
        guard lengths.count == 1, !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw HTTPRefusal(.badRequest, "the Content-Length is malformed")
        }
        guard let length = Int(text), length <= limit else {
            throw HTTPRefusal(.contentTooLarge, "the body may have \(limit) octets")
        }
        return length
    }
}

/// A request's head: everything before the body.
struct HTTPRequestHead: Hashable {
    let method: String
    let target: String
    let fields: [HTTPRequest.Field]
    let isVersion11: Bool

    func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// Whether the client waits for a word before it sends the body: RFC 9110 §10.1.1.
    var expectsContinue: Bool { isVersion11 && values("expect").contains { $0.lowercased() == "100-continue" } }

    /// - Parameter lines: without their ends.
    init(_ lines: [ArraySlice<UInt8>]) throws(HTTPRefusal) {
        guard let first = lines.first else { throw HTTPRefusal(.badRequest, "the request line is malformed") }
        (method, target, isVersion11) = try HTTPSyntax.requestLine(first)
        guard lines.count <= Self.fieldLimit + 1 else { throw HTTPRefusal(.headerTooLarge, "too many header fields") }
        var fields: [HTTPRequest.Field] = []
        for line in lines.dropFirst() { fields.append(try HTTPSyntax.field(line)) }
        self.fields = fields
        // RFC 9112 §3.2.
        let hosts = values("host").count
        guard hosts == 1 || (hosts == 0 && !isVersion11) else {
            throw HTTPRefusal(.badRequest, "there must be one Host field")
        }
    }

    private static let fieldLimit = 100
}
