import Testing

@testable import LucidNetwork

@Suite("STARTTLS")
struct StartTLSDialogTests {
    typealias Step = StartTLSDialog.Step

    private func steps(_ name: StartTLSProtocol, _ lines: [String]) throws -> [Step] {
        var dialog = StartTLSDialog(name)
        return try lines.map { try dialog.receive($0) }
    }

    @Test(
        "the dialogs of the RFCs lead to TLS",
        arguments: [
            (
                StartTLSProtocol.smtp,
                [
                    ("220-mail.example.com", Step.wait), ("220 ready", .send("EHLO [127.0.0.1]")), ("250-hello", .wait),
                    ("250-STARTTLS", .wait), ("250 SIZE 1000", .send("STARTTLS")), ("220 go on", .beginTLS),
                ]
            ),
            (.imap, [("* OK ready", .send("a1 STARTTLS")), ("* CAPABILITY IMAP4rev1", .wait), ("a1 OK", .beginTLS)]),
            (.pop3, [("+OK ready", .send("STLS")), ("+OK", .beginTLS)]),
        ])
    func leadsToTLS(_ name: StartTLSProtocol, _ dialog: [(String, Step)]) throws {
        #expect(try steps(name, dialog.map(\.0)) == dialog.map(\.1))
    }

    @Test(
        "a server that does not want to is told in its own words",
        arguments: [
            (StartTLSProtocol.smtp, ["554 no"], StartTLSProblem.refused("554 no")),
            (.smtp, ["220 ready", "250 nothing"], .notOffered),
            (.smtp, ["220 a", "250 STARTTLS", "454 no"], .refused("454 no")),
            (.smtp, [""], .refused("")), (.imap, ["* BYE"], .refused("* BYE")),
            (.imap, ["* OK", "a1 NO"], .refused("a1 NO")),
            (.imap, ["* OK", "a1 BAD"], .refused("a1 BAD")), (.pop3, ["-ERR"], .refused("-ERR")),
            (.pop3, ["+OK", "-ERR no"], .refused("-ERR no")),
        ])
    func refused(_ name: StartTLSProtocol, _ lines: [String], _ problem: StartTLSProblem) {
        #expect(throws: problem) { try steps(name, lines) }
    }
}
