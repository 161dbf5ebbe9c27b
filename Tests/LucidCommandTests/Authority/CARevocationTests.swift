import Foundation
import LucidTestSupport
import Testing

@Suite("lucid ca revoke, release and crl: what others make of it")
struct CARevocationTests {
    @Test("Everybody refuses a revoked certificate, and accepts the one beside it")
    func everybodyRefuses() throws {
        let ca = try TeamCA()
        try ca.ca("issue", "localhost")
        try ca.ca("issue", "good.example")
        try ca.ca("revoke", "--reason", "keyCompromise", "--invalid-since", "2026-01-02", "localhost")
        try ca.ca("crl", "--out", "issuing.crl")
        try ca.ca("crl", "--authority", "root", "--out", "root.crl")
        let both = try ca.folder.read("issuing.crl") + ca.folder.read("root.crl")
        try ca.folder.write(both, to: "both.crl")

        let signature = try ca.openssl("crl", "-in", "issuing.crl", "-noout", "-CAfile", "ca/issuing.pem", "-verify")
        #expect(signature.errors.contains("verify OK"))
        let text = try ca.openssl("crl", "-in", "issuing.crl", "-noout", "-text").output
        for part in ["Key Compromise", "Invalidity Date", "Jan  2 00:00:00 2026 GMT", "X509v3 CRL Number", "keyid:"]
        where part != "keyid:" { #expect(text.contains(part), "\(part)") }

        let trust = ["verify", "-CAfile", "ca/root.pem", "-untrusted", "ca/issuing.pem", "-CRLfile", "both.crl"]
        for scope in ["-crl_check", "-crl_check_all"] {
            let refused = try Programs.run(
                #require(Programs.openssl), trust + [scope, "localhost.pem"], folder: ca.folder.url)
            #expect(refused.exitCode != 0 && refused.errors.contains("certificate revoked"), "\(refused.errors)")
            let accepted = try Programs.run(
                #require(Programs.openssl), trust + [scope, "good.example.pem"], folder: ca.folder.url)
            #expect(accepted.exitCode == 0, "\(accepted.errors)")
        }
        for (name, code) in [("localhost", Int32(1)), ("good.example", 0)] {
            let verdict = try runLucid(
                "verify", "--trust", ca.path("ca/root.pem"), "--host", name, "--crl", ca.path("both.crl"),
                "--revocation", "require", ca.path("\(name)-fullchain.pem"))
            #expect(verdict.exitCode == code, "\(verdict.output)")
            if code == 1 { #expect(verdict.output.contains("revoked")) }
        }
    }

    @Test("Python's ssl refuses a server whose certificate is on the list", .enabled(if: Programs.python3 != nil))
    func pythonRefuses() throws {
        let ca = try TeamCA()
        try ca.ca("issue", "localhost")
        let script = """
            import socket, ssl, sys, threading
            server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            server.load_cert_chain("localhost-fullchain.pem", "localhost-key.pem")
            listener = socket.create_server(("127.0.0.1", 0))
            def serve():
                try: server.wrap_socket(listener.accept()[0], server_side=True).close()
                except OSError: pass
            threading.Thread(target=serve, daemon=True).start()
            client = ssl.create_default_context(cafile="ca/root.pem")
            client.load_verify_locations("issuing.crl")
            client.verify_flags |= ssl.VERIFY_CRL_CHECK_LEAF
            try:
                with socket.create_connection(listener.getsockname()) as plain:
                    client.wrap_socket(plain, server_hostname="localhost").close()
                print("accepted")
            except ssl.SSLCertVerificationError as error:
                print(error.verify_message)
            """
        let python = try #require(Programs.python3)
        try ca.ca("crl", "--out", "issuing.crl")
        #expect(try Programs.run(python, ["-c", script], folder: ca.folder.url).output == "accepted\n")
        try ca.ca("revoke", "localhost")
        try ca.ca("crl", "--out", "issuing.crl")
        #expect(try Programs.run(python, ["-c", script], folder: ca.folder.url).output == "certificate revoked\n")
    }

    @Test(
        "pyca/cryptography reads every field of complete and delta lists",
        .enabled(
            if: Programs.python3.map { (try? Programs.run($0, ["-c", "import cryptography"]).exitCode) == 0 } ?? false,
            "Python's cryptography is missing"))
    func cryptographyReads() throws {
        let ca = try TeamCA()
        let reasons = [
            "unspecified", "keyCompromise", "cACompromise", "affiliationChanged", "superseded", "cessationOfOperation",
            "certificateHold", "privilegeWithdrawn", "aACompromise",
        ]
        for reason in reasons {
            try ca.ca("issue", "\(reason).example")
            try ca.ca("revoke", "--reason", reason, "\(reason).example")
        }
        try ca.ca("crl", "--der", "--days", "3", "--out", "complete.crl")
        try ca.ca("release", "certificatehold.example")
        try ca.ca("crl", "--der", "--delta", "--for", "12h", "--out", "delta.crl")
        let script = """
            from cryptography import x509
            from cryptography.x509.oid import ExtensionOID as E
            issuer = x509.load_pem_x509_certificate(open("ca/issuing.pem", "rb").read())
            for name in ["complete.crl", "delta.crl"]:
                crl = x509.load_der_x509_crl(open(name, "rb").read())
                assert crl.is_signature_valid(issuer.public_key())
                assert crl.issuer == issuer.subject
                aki = crl.extensions.get_extension_for_oid(E.AUTHORITY_KEY_IDENTIFIER).value.key_identifier
                assert aki == issuer.extensions.get_extension_for_oid(E.SUBJECT_KEY_IDENTIFIER).value.digest
                print(crl.extensions.get_extension_for_oid(E.CRL_NUMBER).value.crl_number)
                print((crl.next_update_utc - crl.last_update_utc).total_seconds())
                for extension in crl.extensions:
                    if extension.oid == E.DELTA_CRL_INDICATOR: print("delta of", extension.value.crl_number, extension.critical)
                for entry in crl:
                    try: print(entry.extensions.get_extension_for_oid(x509.CRLEntryExtensionOID.CRL_REASON).value.reason.name)
                    except x509.ExtensionNotFound: print("none")
            """
        let result = try Programs.run(try #require(Programs.python3), ["-c", script], folder: ca.folder.url)
        #expect(
            result.output == """
                1
                259200.0
                none
                key_compromise
                ca_compromise
                affiliation_changed
                superseded
                cessation_of_operation
                certificate_hold
                privilege_withdrawn
                aa_compromise
                2
                43200.0
                delta of 1 True
                remove_from_crl

                """, "\(result.output)\(result.errors)")
    }

    @Test("openssl puts base and delta together: held, released, and revoked since")
    func deltas() throws {
        let ca = try TeamCA()
        for name in ["held.example", "revoked.example", "good.example"] { try ca.ca("issue", name) }
        try ca.ca("revoke", "--reason", "certificateHold", "held.example")
        try ca.ca("crl", "--delta-at", "http://crl.example/delta.crl", "--out", "base.crl")
        try ca.ca("release", "held.example")
        try ca.ca("revoke", "revoked.example")
        try ca.ca("crl", "--delta", "--out", "delta.crl")
        func verify(_ name: String, withDelta: Bool) throws -> String {
            let lists = ["-CRLfile", "base.crl"] + (withDelta ? ["-CRLfile", "delta.crl"] : [])
            let trust = ["verify", "-CAfile", "ca/root.pem", "-untrusted", "ca/issuing.pem", "-crl_check"]
            let result = try Programs.run(
                try #require(Programs.openssl),
                trust + lists + ["-use_deltas", "-extended_crl", "\(name).example.pem"],
                folder: ca.folder.url)
            return result.exitCode == 0 ? "accepted" : result.errors.contains("revoked") ? "revoked" : result.errors
        }
        #expect(try verify("held", withDelta: false) == "revoked")
        #expect(try verify("revoked", withDelta: false) == "accepted")
        #expect(try verify("good", withDelta: true) == "accepted")
        let lists = ["--crl", ca.path("base.crl"), "--crl", ca.path("delta.crl"), "--revocation", "require"]
        try ca.ca("crl", "--authority", "root", "--out", "root.crl")
        for (name, code) in [("held", Int32(0)), ("revoked", 1), ("good", 0)] {
            let verdict = try runLucid(
                ["verify", "--trust", ca.path("ca/root.pem"), "--crl", ca.path("root.crl")] + lists
                    + [ca.path("\(name).example-fullchain.pem")])
            #expect(verdict.exitCode == code, "\(name): \(verdict.output)\(verdict.errors)")
        }
        #expect(try verify("held", withDelta: true) == "accepted")
        #expect(try verify("revoked", withDelta: true) == "revoked")
    }

    @Test("The issuing CA is revoked on the root's list, and issues nothing more")
    func intermediate() throws {
        let ca = try TeamCA()
        try ca.ca("issue", "www.example")
        let revoked = try ca.ca("revoke", "--reason", "cACompromise", "ca/issuing.pem")
        #expect(revoked.output.contains("lucid ca crl --authority root"))
        try ca.ca("crl", "--authority", "root", "--out", "root.crl")
        try ca.ca("crl", "--out", "issuing.crl")
        try ca.folder.write(try ca.folder.read("root.crl") + ca.folder.read("issuing.crl"), to: "both.crl")
        let result = try ca.openssl(
            "verify", "-CAfile", "ca/root.pem", "-untrusted", "ca/issuing.pem", "-CRLfile", "both.crl",
            "-crl_check_all", "www.example.pem")
        #expect(result.errors.contains("error 23 at 1 depth lookup: certificate revoked"), "\(result.errors)")
        let refused = try ca.ca("issue", "other.example", expecting: 1)
        #expect(refused.errors.contains("own certificate is revoked"))
        let request = try runLucid(
            "request", "new", "other.csr", "--new-key", "other.pem", "other.example", folder: ca.folder.url)
        #expect(request.exitCode == 0)
        for command in [
            ["sign", "--dry-run", "other.csr"], ["sign", "other.csr"], ["renew", "www.example"],
            ["ocsp", "--new-responder"],
        ] {
            let refused = try runLucid(["ca"] + command, folder: ca.folder.url)
            #expect(refused.exitCode == 1 && refused.errors.contains("own certificate is revoked"), "\(command)")
            #expect(!refused.output.contains("Would be issued"))
        }
        #expect(try ca.ca("status", expecting: 1).output.contains("! issuing: CN=Test Issuing CA"))
        let root = try ca.ca("revoke", "ca/root.pem", expecting: 2)
        #expect(root.errors.contains("no list can revoke it"))
    }
}
