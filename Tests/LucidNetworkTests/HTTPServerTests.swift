import Foundation
import LucidNetwork
import LucidTestSupport
import Synchronization
import Testing

@Suite("The HTTP server")
struct HTTPServerTests {
    private func curl(_ arguments: [String], stdin: [UInt8] = []) throws -> ProgramResult {
        try Programs.run(try #require(Programs.curl), ["-sS", "--max-time", "10"] + arguments, stdin: stdin)
    }

    @Test("curl gets answers to GET, POST and HEAD", .enabled(if: Programs.curl != nil, "curl is not installed"))
    func curlGetsAnswers() throws {
        let server = try RunningServer(HTTPServer(), handler: RunningServer.echo)
        #expect(try curl([server.url + "/MFQ%2Fa%3D%3D"]).output == "GET /MFQ/a== ")
        #expect(try curl(["--http1.0", server.url + "/"]).output == "GET / ")
        #expect(
            try curl(["--data-binary", "@-", server.url + "/"], stdin: [1, 0, 2]).stdout == Array("POST / ".utf8) + [
                1, 0, 2,
            ])
        let head = try curl(["--head", server.url + "/"])
        #expect(head.output.contains("Content-Length: 7\r\n") && head.output.hasSuffix("\r\n\r\n"))
        // curl asks for 100 Continue before a body of that size; without one it would wait for a second.
        let body = [UInt8](repeating: 65, count: 60_000)
        let begin = ContinuousClock.now
        let large = try curl(["-H", "Expect: 100-continue", "--data-binary", "@-", server.url + "/"], stdin: body)
        #expect(large.stdout.count == 60_007)
        #expect(ContinuousClock.now - begin < .milliseconds(900))
    }

    @Test("curl is told why a body is not taken", .enabled(if: Programs.curl != nil, "curl is not installed"))
    func curlIsRefused() throws {
        let server = try RunningServer(HTTPServer(), handler: RunningServer.echo)
        let status = ["-o", "/dev/null", "-w", "%{http_code}"]
        let large = [UInt8](repeating: 65, count: 3 << 20)
        #expect(try curl(status + ["--data-binary", "@-", server.url], stdin: large).output == "413")
        #expect(try curl(status + ["-H", "Expect:", "--data-binary", "@-", server.url], stdin: large).output == "413")
        #expect(try curl(status + ["-H", "Transfer-Encoding: chunked", "-d", "x", server.url]).output == "411")
        #expect(try curl(status + ["-H", "X: " + String(repeating: "y", count: 17_000), server.url]).output == "431")
    }

    @Test("slow clients hold nobody, and are ended")
    func slowClients() throws {
        var settings = HTTPServer()
        settings.times.request = .milliseconds(1500)
        settings.connectionLimit = 8
        let server = try RunningServer(settings, handler: RunningServer.echo)
        // More than there is room for, each in the middle of its request.
        let slow = try (0..<20).map { _ in try server.connect() }
        for connection in slow { try connection.say("GET / HT") }
        let begin = ContinuousClock.now
        for _ in 0..<20 {
            let connection = try server.connect()
            try connection.say("GET /quick HTTP/1.0\r\n\r\n")
            #expect(try connection.hearAll().hasSuffix("GET /quick "))
        }
        #expect(ContinuousClock.now - begin < .milliseconds(1400))
        // The first of them had to make room, and was told nothing.
        #expect(((try? slow[0].hearAll()) ?? "") == "")
        // The last of them was not in the way of anybody; its time is over all the same.
        let last = try server.connect()
        try last.say("GET / HT")
        #expect(try last.hearAll().hasPrefix("HTTP/1.1 408 "))
    }

    @Test("a client that sends an octet now and then gets no more time")
    func drippingClient() throws {
        var settings = HTTPServer()
        settings.times.request = .milliseconds(600)
        let server = try RunningServer(settings, handler: RunningServer.echo)
        let connection = try server.connect()
        let begin = ContinuousClock.now
        for _ in 0..<6 {
            try? connection.say("G")
            usleep(150_000)
        }
        #expect(try connection.hearAll().hasPrefix("HTTP/1.1 408 "))
        #expect(ContinuousClock.now - begin < .seconds(2))
    }

    @Test("answers that take long are made side by side, and no more of them than there are threads")
    func threads() throws {
        let busy = Mutex((now: 0, most: 0))
        var settings = HTTPServer()
        settings.threadLimit = 2
        let server = try RunningServer(settings) { _ in
            busy.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
            usleep(100_000)
            busy.withLock { $0.now -= 1 }
            return HTTPResponse(.ok, text: "done")
        }
        let connections = try (0..<6).map { _ in try server.connect() }
        for connection in connections { try connection.say("GET / HTTP/1.0\r\n\r\n") }
        for connection in connections { #expect(try connection.hearAll().hasSuffix("done\n")) }
        #expect(busy.withLock { $0.most } == 2)
    }

    @Test("asked to stop, it finishes what it has begun and takes no new clients")
    func stops() throws {
        let server = try RunningServer(HTTPServer(), handler: RunningServer.echo)
        let idle = try server.connect()
        let begun = try server.connect()
        try begun.say("GET /slow HTTP/1.0\r\n\r\n")
        usleep(100_000)
        #expect(server.end(within: 3))
        #expect(try begun.hearAll().hasSuffix("GET /slow "))
        #expect(try idle.hearAll() == "")
        // The listener goes with the thread that ran the server.
        let deadline = Deadline(after: .seconds(5))
        while !deadline.hasPassed, (try? server.connect()) != nil { usleep(10_000) }
        #expect(throws: NetworkProblem.self) { try server.connect() }
    }

    @Test("SIGTERM and SIGINT stop it, and a second one ends the process")
    func signals() async {
        await #expect(processExitsWith: .success) {
            let listener = try TCPListener(HostAndPort(host: "127.0.0.1", port: 0))
            for number in [SIGTERM, SIGINT] {
                let stop = try StopSwitch()
                stop.listenToSignals()
                Thread.detachNewThread {
                    usleep(100_000)
                    kill(getpid(), number)
                }
                try HTTPServer().run(on: listener, until: stop, handler: RunningServer.echo)
            }
        }
        await #expect(processExitsWith: .signal(SIGTERM)) {
            let stop = try StopSwitch()
            stop.listenToSignals()
            for _ in 0..<2 {
                kill(getpid(), SIGTERM)
                usleep(100_000)
            }
        }
    }

    @Test("who comes in too many, goes away early or takes no answer does no harm")
    func rudeClients() throws {
        var settings = HTTPServer()
        settings.times.answer = .milliseconds(300)
        let server = try RunningServer(settings) { request in
            HTTPResponse(
                .ok, contentType: "text/plain",
                body: [UInt8](repeating: 65, count: request.target == "/" ? 1 : 64 << 20))
        }
        for text in ["", "GET", "GET / HTTP/1.0\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}"] {
            for _ in 0..<20 { try? server.connect().say(text) }
        }
        // Takes nothing of a long answer, and is left alone after a while.
        let deaf = try server.connect()
        try deaf.say("GET /long HTTP/1.0\r\n\r\n")
        usleep(800_000)
        #expect(throws: Never.self) {
            let connection = try server.connect()
            try connection.say("GET / HTTP/1.0\r\n\r\n")
            #expect(try connection.hearAll().hasSuffix("\r\n\r\nA"))
        }
        let rest = (try? deaf.hearAll()) ?? ""
        #expect(rest.utf8.count < 64 << 20)
        #expect(server.end(within: 3))
    }

    @Test("what was answered is told to the log")
    func log() throws {
        let told = Mutex<[HTTPServer.Exchange]>([])
        var settings = HTTPServer()
        settings.log = { exchange in told.withLock { $0.append(exchange) } }
        settings.clock = { 784_111_777 }
        let server = try RunningServer(settings, handler: RunningServer.echo)
        for text in ["GET /a HTTP/1.0\r\n\r\n", "nonsense\r\n\r\n"] {
            let connection = try server.connect()
            try connection.say(text)
            #expect(try connection.hearAll().contains("Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"))
        }
        let exchanges = told.withLock { $0 }
        #expect(exchanges.map(\.target) == ["/a", nil] && exchanges.map(\.status) == [.ok, .badRequest])
        #expect(exchanges.allSatisfy { $0.peer?.host == "127.0.0.1" })
    }
}
