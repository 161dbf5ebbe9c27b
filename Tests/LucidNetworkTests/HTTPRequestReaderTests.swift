import Testing

@testable import LucidNetwork

@Suite("HTTP requests")
struct HTTPRequestReaderTests {
    private static let post =
        "POST /ocsp?x=1 HTTP/1.1\r\nHost: ca.example.com\r\nContent-Type:\t application/ocsp-request \r\nContent-Length: 5\r\n\r\n"

    /// What a reader makes of text that arrives in pieces of that size.
    private func read(
        _ text: String, piece: Int = 4096, limits: HTTPRequestReader.Limits = .init()
    ) throws(HTTPRefusal) -> HTTPRequest? {
        let octets = Array(text.utf8)
        var reader = HTTPRequestReader(limits)
        for start in stride(from: 0, to: octets.count, by: piece) {
            let request = try reader.receive(octets[start..<min(start + piece, octets.count)])
            if let request { return request }
        }
        return nil
    }

    @Test("split at every place, a request is the same; without its last octet it is not whole")
    func everySplit() throws {
        let octets = Array((Self.post + "\u{0}\r\n\r\n").utf8)
        for place in 0...octets.count {
            var reader = HTTPRequestReader()
            var request = try reader.receive(octets[..<place])
            #expect((request != nil) == (place == octets.count))
            if request == nil { request = try reader.receive(octets[place...]) }
            #expect(request?.method == "POST" && request?.target == "/ocsp?x=1")
            #expect(request?.body == [0, 13, 10, 13, 10])
            #expect(request?.value(of: "content-type") == "application/ocsp-request")
            #expect(request?.decodedPath == Array("/ocsp".utf8))
        }
        #expect(try read(Self.post + "12345", piece: 1)?.body == Array("12345".utf8))
    }

    @Test("what follows a request is dropped")
    func pipelined() throws {
        #expect(try read(Self.post + "12345GET / HTTP/1.1\r\n")?.body == Array("12345".utf8))
    }

    @Test(
        "paths are percent-decoded",
        arguments: [
            ("/a%2Fb%3D?c%2F", "/a/b="), ("/", "/"), ("/%e2%82%AC", "/€"), ("/%", nil), ("/%4", nil), ("/%4g", nil),
            ("/+", "/+"),
        ])
    func paths(_ target: String, _ path: String?) throws {
        let request = try #require(try read("GET \(target) HTTP/1.0\r\n\r\n"))
        #expect(request.decodedPath == path.map { Array($0.utf8) })
    }

    @Test(
        "a whole URI is taken for its path",
        arguments: [
            ("http://h.example/a/b?c", "/a/b?c"), ("HTTP://h.example", "/"), ("https://h.example/", "/"), ("*", "*"),
        ])
    func absolute(_ target: String, _ path: String) throws {
        #expect(try read("GET \(target) HTTP/1.1\r\nHost: h\r\n\r\n")?.target == path)
    }

    @Test(
        "what could be read in two ways, or is not supported, is refused with its status",
        arguments: [
            ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
            ("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400), ("GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400),
            ("GET /\r\n\r\n", 400), (" GET / HTTP/1.1\r\n", 400), ("GET / HTTP/1.1\nHost: a\n\n", 400),
            ("G(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400), ("GET relative HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("GET /\u{1} HTTP/1.1\r\nHost: a\r\n\r\n", 400), ("GET /ä HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505), ("GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505),
            ("GET / FTP/1.1\r\nHost: a\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: a\r\nX: a\u{0}\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\n\r\n", 411),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", 411),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1,1\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n", 413),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\n", 413),
            ("\r\n\r\nGET / HTTP/1.1\r\n", 400), ("\u{16}\u{3}\u{1}", 400),
            ("GET /" + String(repeating: "a", count: 20_000), 414),
            ("GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 20_000), 431),
            ("GET / HTTP/1.1\r\nHost: a\r\n" + String(repeating: "X: y\r\n", count: 101) + "\r\n", 431),
        ])
    func refused(_ text: String, _ status: Int) {
        for piece in [1, 4096] {
            let refusal = #expect(throws: HTTPRefusal.self) { try read(text, piece: piece) }
            #expect(refusal?.status.rawValue == status, "\(refusal?.reason ?? "")")
        }
    }

    @Test("a client that waits for 100 Continue is known, until its body comes")
    func expectation() throws {
        var reader = HTTPRequestReader()
        let head = Self.post.replacing("Host", with: "Expect: 100-Continue\r\nHost")
        #expect(try reader.receive(Array(head.utf8)) == nil && reader.awaitsContinue)
        #expect(try reader.receive(Array("1234".utf8)) == nil && !reader.awaitsContinue)
        #expect(try reader.receive(Array("5".utf8))?.body.count == 5)
    }

    @Test("one empty line in front, HTTP/1.0 without Host, and bodies up to the limit are fine")
    func lenient() throws {
        #expect(try read("\r\nGET / HTTP/1.0\r\n\r\n")?.target == "/")
        let body = String(repeating: "a", count: 65_536)
        #expect(try read("PUT / HTTP/1.0\r\nContent-Length: 65536\r\n\r\n" + body)?.body.count == 65_536)
    }
}

@Suite("HTTP responses")
struct HTTPResponseTests {
    @Test("a response says its length, its type, and that the connection ends")
    func response() {
        let response = HTTPResponse(
            .ok, contentType: "application/ocsp-response", body: [1, 2], fields: [.init("Cache-Control", "max-age=60")])
        let text = """
            HTTP/1.1 200 OK\r
            Date: Sun, 06 Nov 1994 08:49:37 GMT\r
            Content-Type: application/ocsp-response\r
            Content-Length: 2\r
            Connection: close\r
            Cache-Control: max-age=60\r
            \r

            """
        #expect(response.encoded(date: 784_111_777, isForHEAD: false) == Array(text.utf8) + [1, 2])
        #expect(response.encoded(date: 784_111_777, isForHEAD: true) == Array(text.utf8))
    }

    @Test("no field ends the header")
    func injection() {
        let fields = [HTTPRequest.Field("X", "a\r\nY: b"), .init("X\r\nY", "b"), .init("", "a"), .init("X: Y", "a")]
        let octets = HTTPResponse(.ok, text: "hello", fields: fields).encoded(date: nil, isForHEAD: true)
        #expect(!String(decoding: octets, as: UTF8.self).contains("X"))
    }

    @Test(
        "dates are written as RFC 9110 has them",
        arguments: [
            (Int64(784_111_777), "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (-1, "Wed, 31 Dec 1969 23:59:59 GMT"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
            (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"), (Int64.max, "Fri, 31 Dec 9999 23:59:59 GMT"),
            (Int64.min, "Sat, 01 Jan 0000 00:00:00 GMT"),
        ])
    func dates(_ seconds: Int64, _ text: String) { #expect(HTTPDate.text(seconds) == text) }
}
