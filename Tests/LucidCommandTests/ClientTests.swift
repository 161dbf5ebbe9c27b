import Foundation
import LucidTestSupport
import Testing

/// A client that fetches a page, with the demonstration's root as the only trusted one.
private enum Client: String, CaseIterable, CustomTestStringConvertible {
    case curl, python

    var testDescription: String { rawValue }

    var path: String? { self == .curl ? Programs.curl : Programs.python3 }

    /// Fetches `https://host:port/` from a server on `address`.
    func fetch(_ host: String, _ address: String, _ port: Int, root: String) throws -> ProgramResult {
        let program = try #require(path)
        switch self {
        case .curl:
            let authority = host.contains(":") ? "[\(host)]" : host
            let resolution = host == address ? [] : ["--resolve", "\(host):\(port):\(address)"]
            return try Programs.run(
                program,
                [
                    "--silent", "--show-error", "--noproxy", "*", "--max-time", "20", "--cacert", root, "--capath",
                    "/nonexistent",
                ] + resolution + ["https://\(authority):\(port)/"],
                environment: ["SSL_CERT_FILE": "/nonexistent", "CURL_HOME": "/nonexistent"])
        case .python: return try Programs.run(program, ["-c", Self.script, root, address, String(port), host])
        }
    }

    /// Verifies as strictly as Python 3.13 and newer do by themselves.
    private static let script = """
        import socket, ssl, sys
        root, address, port, host = sys.argv[1:]
        context = ssl.create_default_context(cafile=root)
        context.verify_flags |= ssl.VERIFY_X509_STRICT | ssl.VERIFY_X509_PARTIAL_CHAIN
        with socket.create_connection((address, int(port)), timeout=20) as connection:
            with context.wrap_socket(connection, server_hostname=host) as tls:
                tls.sendall(b"GET / HTTP/1.0\\r\\n\\r\\n")
                answer = b""
                while True:
                    part = tls.recv(65536)
                    if not part: break
                    answer += part
        sys.stdout.write(answer.partition(b"\\r\\n\\r\\n")[2].decode())
        """
}

@Suite(
    "Clients of the world accept the demonstration's server, and refuse it under other names",
    .enabled(if: Programs.python3 != nil, "python3, which is the server, is not installed"))
struct ClientTests {
    private static let hasIPv6 =
        FileManager.default.contents(atPath: "/proc/net/if_inet6")
        .map { String(decoding: $0, as: UTF8.self).contains("00000000000000000000000000000001") } ?? true

    private func withServer(_ body: (HTTPSServer, TemporaryFolder) throws -> Void) throws {
        let folder = try TemporaryFolder()
        #expect(try runLucid("demo", folder.path).exitCode == 0)
        try body(HTTPSServer(folder), folder)
    }

    @Test("The page comes over localhost and 127.0.0.1", arguments: Client.allCases)
    private func page(_ client: Client) throws {
        guard client.path != nil else { try Test.cancel("\(client) is not installed") }
        try withServer { server, folder in
            let port = try #require(server.ports["127.0.0.1"])
            for host in ["localhost", "127.0.0.1"] {
                let result = try client.fetch(host, "127.0.0.1", port, root: folder.path("root.pem"))
                #expect(
                    result.exitCode == 0 && result.output == HTTPSServer.page, "\(client) \(host): \(result.errors)")
            }
        }
    }

    @Test("The page comes over [::1]", .enabled(if: hasIPv6, "this machine has no ::1"), arguments: Client.allCases)
    private func pageOverIPv6(_ client: Client) throws {
        guard client.path != nil else { try Test.cancel("\(client) is not installed") }
        try withServer { server, folder in
            let port = try #require(server.ports["::1"])
            let result = try client.fetch("::1", "::1", port, root: folder.path("root.pem"))
            #expect(result.exitCode == 0 && result.output == HTTPSServer.page, "\(client): \(result.errors)")
        }
    }

    @Test("A name that is not in the certificate is refused for that reason", arguments: Client.allCases)
    private func otherName(_ client: Client) throws {
        guard client.path != nil else { try Test.cancel("\(client) is not installed") }
        try withServer { server, folder in
            let port = try #require(server.ports["127.0.0.1"])
            let result = try client.fetch("other.example", "127.0.0.1", port, root: folder.path("root.pem"))
            let reason =
                client == .curl
                ? "no alternative certificate subject name matches target host name" : "Hostname mismatch"
            #expect(result.exitCode != 0 && result.stdout == [])
            #expect(result.errors.contains(reason), "\(client): \(result.errors)")
        }
    }

    @Test("Another demonstration's root does not help", arguments: Client.allCases)
    private func otherRoot(_ client: Client) throws {
        guard client.path != nil else { try Test.cancel("\(client) is not installed") }
        let other = try TemporaryFolder()
        _ = try runLucid("demo", other.path)
        try withServer { server, _ in
            let port = try #require(server.ports["127.0.0.1"])
            let result = try client.fetch("localhost", "127.0.0.1", port, root: other.path("root.pem"))
            #expect(result.exitCode != 0 && result.stdout == [])
            #expect(result.errors.contains("certificate"), "\(client): \(result.errors)")
        }
    }
}
