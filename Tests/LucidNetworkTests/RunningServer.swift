import Foundation
import LucidNetwork
import LucidTestSupport

/// An `HTTPServer` on a thread of this process. It is stopped when nobody refers to it any more.
final class RunningServer: Sendable {
    let port: UInt16
    private let stop: StopSwitch
    private let hasEnded = DispatchSemaphore(value: 0)

    init(_ server: HTTPServer, handler: @escaping HTTPServer.Handler) throws {
        let listener = try TCPListener(HostAndPort(host: "127.0.0.1", port: 0))
        port = listener.addresses[0].port
        stop = try StopSwitch()
        let (stop, hasEnded) = (stop, hasEnded)
        Thread.detachNewThread {
            try? server.run(on: listener, until: stop, handler: handler)
            hasEnded.signal()
        }
    }

    deinit { stop.stop() }

    var url: String { "http://127.0.0.1:\(port)" }

    func connect() throws -> TCPConnection {
        try TCPConnection.open(HostAndPort(host: "127.0.0.1", port: port), until: Deadline(after: .seconds(5)))
    }

    /// Asks it to stop, and says whether it has ended by then.
    func end(within seconds: Double) -> Bool {
        stop.stop()
        return hasEnded.wait(timeout: .now() + seconds) == .success
    }

    /// What a curious server answers: the method, the path and the body.
    static let echo: HTTPServer.Handler = { request in
        if request.target == "/slow" { usleep(300_000) }
        let path = request.decodedPath ?? Array("?".utf8)
        return HTTPResponse(
            .ok, contentType: "application/octet-stream",
            body: Array(request.method.utf8) + [0x20] + path + [0x20] + request.body)
    }
}

extension TCPConnection {
    func say(_ text: String) throws { try send(Array(text.utf8), until: Deadline(after: .seconds(5))) }

    /// Everything until the other side closes.
    func hearAll(seconds: Int = 10) throws -> String {
        let deadline = Deadline(after: .seconds(seconds))
        var all: [UInt8] = []
        while true {
            let more = try receive(until: deadline)
            if more.isEmpty { return String(decoding: all, as: UTF8.self) }
            all += more
        }
    }
}
