extension AuthorityCase {
    private static let sign = "openssl ca -config ca.cnf"
    private static let valid = "V\t301231235959Z\t\t0A\tunknown\t/CN=x\n"

    private static func index(_ name: String, _ lines: String, status: String = "0A") -> AuthorityCase {
        Self("index: \(name)", files: ["index.txt": lines], "\(sign) -status \(status)", "\(sign) -updatedb")
    }

    /// Revoking, listing, and databases that are not as they should be.
    static let database: [AuthorityCase] = [
        Self(
            "every reason", files: ["index.txt": ""],
            "for n in 1 2 3 4 5 6 7 8 9 10 11; do \(sign) -batch -in a.csr -subj /CN=$n -notext -out $n.pem; done",
            "\(sign) -revoke 1.pem",
            "\(sign) -revoke 2.pem -crl_reason unspecified", "\(sign) -revoke 3.pem -crl_reason KEYCOMPROMISE",
            "\(sign) -revoke 4.pem -crl_reason CACompromise",
            "\(sign) -revoke 5.pem -crl_reason affiliationChanged",
            "\(sign) -revoke 6.pem -crl_reason superseded -crl_reason cessationOfOperation",
            "\(sign) -revoke 7.pem -crl_reason certificateHold", "\(sign) -revoke 8.pem -crl_reason removeFromCRL",
            "\(sign) -revoke 9.pem -crl_hold holdInstructionReject",
            "\(sign) -revoke 10.pem -crl_compromise 20260101000000Z",
            "\(sign) -revoke 11.pem -crl_CA_compromise 20260101000000Z", "\(sign) -gencrl -out crl.pem",
            "\(sign) -gencrl -crldays 1 -crlhours 2 -crlsec 3"),
        Self(
            "reasons that are none", "\(sign) -batch -in a.csr -notext -out 1.pem",
            "\(sign) -revoke 1.pem -crl_reason lost", "\(sign) -revoke 1.pem -crl_hold 'no object'",
            "\(sign) -revoke 1.pem -crl_compromise 260101000000Z", "\(sign) -revoke 1.pem -crl_CA_compromise soon"),
        Self(
            "revoked twice", "\(sign) -batch -in a.csr -notext -out 1.pem", "\(sign) -revoke 1.pem",
            "\(sign) -revoke 1.pem", "\(sign) -valid 1.pem"),
        Self("a stranger is revoked", "\(sign) -revoke rsa.pem -crl_reason superseded", "\(sign) -status 1000"),
        Self("a stranger is listed", "\(sign) -valid rsa.pem", "\(sign) -valid rsa.pem", "\(sign) -revoke rsa.pem"),
        Self(
            "another name has the serial number", "\(sign) -batch -in a.csr -notext -out 1.pem",
            "sed -i s/a.example/z.example/ index.txt", "\(sign) -revoke 1.pem"),
        Self("nothing to revoke", "\(sign) -revoke missing.pem", "\(sign) -revoke b.csr"),
        Self(
            "version 1 of a list", settings: ["crlnumber": ""], "\(sign) -gencrl", "\(sign) -revoke rsa.pem",
            "\(sign) -gencrl", "\(sign) -revoke ed.pem -crl_reason superseded", "\(sign) -gencrl"),
        Self(
            "extensions of a list", settings: ["crl_extensions": "list"], "\(sign) -gencrl -verbose",
            "\(sign) -gencrl -crlexts list_empty", "\(sign) -gencrl -crlexts missing"),
        Self(
            "version 2 without extensions", settings: ["crlnumber": "", "crl_extensions": "list_empty"],
            "\(sign) -gencrl"),
        Self(
            "times of a list", "\(sign) -gencrl -crl_lastupdate 20260101000000Z -crl_nextupdate 20600101000000Z",
            "\(sign) -gencrl -crl_lastupdate soon", "\(sign) -gencrl -crl_nextupdate soon", "\(sign) -gencrl -crldays 0"
        ),
        Self("hours by a line", settings: ["default_crl_days": "", "default_crl_hours": "12"], "\(sign) -gencrl"),
        Self("no time of a list", settings: ["default_crl_days": ""], "\(sign) -gencrl"),
        Self("a list's number is none", files: ["crlnumber": "x\n"], "\(sign) -gencrl"),
        Self("a list's number is missing", settings: ["crlnumber": "nowhere"], "\(sign) -gencrl"),
        Self(
            "states",
            files: [
                "index.txt":
                    "V\t301231235959Z\t\t0A\tunknown\t/CN=x\nR\t301231235959Z\t250101000000Z\t0B\tunknown\t/CN=x\nE\t201231235959Z\t\t0C\tunknown\t/CN=x\nS\t201231235959Z\t\t0D\tunknown\t/CN=x\nX\t201231235959Z\t\t0E\tunknown\t/CN=x\n"
            ],
            "\(sign) -status A", "\(sign) -status 0b", "\(sign) -status 0C", "\(sign) -status 0d", "\(sign) -status E",
            "\(sign) -status 77", "\(sign) -status 00000A"),
        Self(
            "expired ones are marked",
            files: [
                "index.txt":
                    "# a remark\nV\t201231235959Z\t\t0A\tun\\\tknown\t/CN=x\\y\nV\t20600101000000Z\t\t0B\tunknown\t/CN=y\nR\t201231235959Z\t250101000000Z\t0C\tunknown\t/CN=x\n"
            ],
            "\(sign) -updatedb -verbose", "\(sign) -updatedb -verbose", "\(sign) -updatedb"),
        index("missing", ""),
        Self("no index", "rm index.txt", "\(sign) -updatedb", "\(sign) -batch -in a.csr"),
        index("an empty line", valid + "\n"), index("five fields", "V\t301231235959Z\t0A\tunknown\t/CN=x\n"),
        index("a serial number twice", valid + "V\t301231235959Z\t\t000A\tunknown\t/CN=y\n"),
        index("a subject twice", valid + "V\t301231235959Z\t\t0B\tunknown\t/CN=x\n"),
        index("valid and revoked", "V\t301231235959Z\t250101000000Z\t0A\tunknown\t/CN=x\n"),
        index("revoked at no time", "R\t301231235959Z\t\t0A\tunknown\t/CN=x\n"),
        index("revoked at a time that is none", "R\t301231235959Z\tsoon\t0A\tunknown\t/CN=x\n"),
        index("revoked for no known reason", "R\t301231235959Z\t250101000000Z,lost\t0A\tunknown\t/CN=x\n"),
        index("no time of loss", "R\t301231235959Z\t250101000000Z,keyTime\t0A\tunknown\t/CN=x\n"),
        index("a time of loss that is none", "R\t301231235959Z\t250101000000Z,CAkeyTime,soon\t0A\tunknown\t/CN=x\n"),
        index("no hold instruction", "R\t301231235959Z\t250101000000Z,holdInstruction\t0A\tunknown\t/CN=x\n"),
        index(
            "a hold instruction that is none", "R\t301231235959Z\t250101000000Z,holdInstruction,x\t0A\tunknown\t/CN=x\n"
        ),
        index("no expiry", "V\t\t\t0A\tunknown\t/CN=x\n"),
        index("an odd serial number", "V\t301231235959Z\t\t0AB\tunknown\t/CN=x\n"),
        index("a serial number that is none", "V\t301231235959Z\t\t0G\tunknown\t/CN=x\n"),
        index("no serial number", "V\t301231235959Z\t\t\tunknown\t/CN=x\n"),
    ]
}
