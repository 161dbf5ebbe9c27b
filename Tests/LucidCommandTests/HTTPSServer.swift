import Foundation
import LucidTestSupport

/// Python's HTTPS server on the loopback addresses, with the full chain and the key of a demonstration PKI. It is stopped when
/// nobody refers to it any more.
final class HTTPSServer: Sendable {
    /// The port for each address that the machine has.
    let ports: [String: Int]
    private let program: RunningProgram

    /// Starts it in a folder that `lucid demo` has filled, and waits until it listens.
    init(_ folder: TemporaryFolder) throws {
        guard let python = Programs.python3 else { throw ProgramProblem("no python3") }
        program = try RunningProgram(
            python, ["-c", Self.script, folder.path("localhost-fullchain.pem"), folder.path("localhost-key.pem")])
        let deadline = Date(timeIntervalSinceNow: 30)
        while !program.output.contains("ready\n") {
            guard !program.hasEnded, Date.now < deadline else { throw ProgramProblem("no server: \(program.errors)") }
            usleep(10_000)
        }
        let lines = program.output.split(separator: "\n").map { $0.split(separator: " ") }
        ports = Dictionary(
            uniqueKeysWithValues: lines.filter { $0.count == 2 }.map { (String($0[0]), Int($0[1]) ?? 0) })
    }

    deinit { program.stop() }

    /// The page that it serves.
    static let page = "Hello over HTTPS\n"

    /// Listens on port 0, which is any free one, of each address, and prints `address port`.
    private static let script = """
        import http.server, socket, ssl, sys, threading
        class Hello(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b"Hello over HTTPS\\n")
        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True
        class Server6(Server):
            address_family = socket.AF_INET6
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(sys.argv[1], sys.argv[2])
        for kind, address in ((Server, "127.0.0.1"), (Server6, "::1")):
            try:
                server = kind((address, 0), Hello)
            except OSError as error:
                print(address, "is not there:", error, file=sys.stderr)
                continue
            # Each connection shakes hands in its own thread, so that one that is refused holds up no other.
            server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            print(address, server.server_port)
        print("ready", flush=True)
        threading.Event().wait(120)
        """
}
