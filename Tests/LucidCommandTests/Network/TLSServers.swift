import Foundation
import LucidTestSupport

/// A server that was started as a program and says on which port it listens. It is stopped when nobody refers to it any more.
final class ServerProgram: Sendable {
    let port: Int
    private let program: RunningProgram

    /// - Parameter announcement: what the port follows on standard output.
    init(_ path: String?, _ arguments: [String], announcement: String = "listens on ", folder: TemporaryFolder) throws {
        guard let path else { throw ProgramProblem("no program for \(arguments)") }
        program = try RunningProgram(path, arguments, folder: folder.url)
        let deadline = Date(timeIntervalSinceNow: 30)
        while true {
            if let range = program.output.range(of: announcement) {
                let rest = program.output[range.upperBound...]
                if let number = Int(rest.prefix { $0.isNumber }), rest.contains("\n") {
                    port = number
                    return
                }
            }
            guard !program.hasEnded, Date.now < deadline else { throw ProgramProblem("no server: \(program.errors)") }
            usleep(10_000)
        }
    }

    deinit { program.stop() }

    var place: String { "127.0.0.1:\(port)" }

    /// `openssl s_server` with the chain and the key of a file each in the folder.
    static func openssl(_ folder: TemporaryFolder, _ name: String, _ more: [String] = []) throws -> ServerProgram {
        try ServerProgram(
            Programs.openssl,
            ["s_server", "-accept", "127.0.0.1:0", "-www", "-cert", "\(name).pem", "-key", "\(name)-key.pem"] + more,
            announcement: "ACCEPT 127.0.0.1:", folder: folder)
    }

    /// A Python program whose variable `listener` is a socket that listens on any port of 127.0.0.1. It defines
    /// `serve(client)`, which is called for each client on a thread of its own.
    static func python(_ folder: TemporaryFolder, _ script: String, _ arguments: [String] = []) throws -> ServerProgram
    {
        let frame = """
            import socket, ssl, sys, threading, time
            listener = socket.create_server(("127.0.0.1", 0))
            \(script)
            def guarded(client):
                try:
                    serve(client)
                except OSError:
                    pass
                client.close()
            print("listens on", listener.getsockname()[1], flush=True)
            while True:
                threading.Thread(target=guarded, args=(listener.accept()[0],), daemon=True).start()
            """
        return try ServerProgram(Programs.python3, ["-c", frame] + arguments, folder: folder)
    }

    /// Sends octets, given in hexadecimal, once the client has said something, and then closes or stays.
    static func canned(_ folder: TemporaryFolder, _ octets: [UInt8], stays: Bool) throws -> ServerProgram {
        try python(
            folder,
            """
            def serve(client):
                client.recv(65536)
                client.sendall(bytes.fromhex(sys.argv[1]))
                if sys.argv[2] == "stays":
                    time.sleep(60)
            """, [hex(octets), stays ? "stays" : "closes"])
    }
}

/// Keys and chains for servers, made once: `ecdsa`, a demonstration PKI's, and `rsa` and `ed25519`, each signed by itself.
enum ServerKeys {
    static func make(in folder: TemporaryFolder) throws {
        _ = try runLucid("demo", folder.path("pki"))
        for (name, file) in [("ecdsa", "localhost-fullchain.pem"), ("ecdsa-key", "localhost-key.pem")] {
            try folder.write(try folder.read("pki/\(file)"), to: "\(name).pem")
        }
        for (name, kind) in [("rsa", "rsa:2048"), ("ed25519", "ed25519")] {
            let result = try Programs.run(
                Programs.openssl ?? "",
                [
                    "req", "-x509", "-newkey", kind, "-nodes", "-subj", "/CN=\(name)", "-days", "3", "-keyout",
                    "\(name)-key.pem", "-out", "\(name).pem",
                ], folder: folder.url)
            guard result.exitCode == 0 else { throw ProgramProblem(result.errors) }
        }
    }
}
