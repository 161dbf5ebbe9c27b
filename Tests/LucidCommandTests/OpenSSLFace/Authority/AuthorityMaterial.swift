import Foundation
import LucidTestSupport

/// The files of a small CA, made once by openssl, so that both sides begin with the same keys.
enum AuthorityMaterial {
    /// By name; empty where there is no openssl.
    static let files: [String: [UInt8]] = (try? make()) ?? [:]

    static let configuration = """
        # A CA in its own folder.
        oid_section = own_names
        [ own_names ]
        shelfMark = 1.2.3.4.5
        [ ca ]
        default_ca = CA_default
        [ CA_default ]
        dir = .
        certs = $dir/certs
        new_certs_dir = $dir/newcerts
        database = $dir/index.txt
        serial = $dir/serial
        crlnumber = $dir/crlnumber
        certificate = $dir/ca.pem
        private_key = $dir/ca.key
        default_md = sha256
        default_days = 30
        default_crl_days = 7
        policy = policy_loose
        name_opt = ca_default
        cert_opt = ca_default
        x509_extensions = user

        [ policy_loose ]
        countryName = optional
        organizationName = optional
        organizationalUnitName = optional
        commonName = supplied
        emailAddress = optional
        [ policy_strict ]
        countryName = match
        organizationName = match
        commonName = supplied
        [ policy_wrong ]
        commonName = wanted
        [ policy_unknown ]
        comName = optional
        [ policy_misfit ]
        emailAddress = match
        [ policy_two ]
        organizationalUnitName = supplied
        commonName = supplied
        shelfMark = optional
        [ policy_empty ]

        [ user ]
        basicConstraints = CA:FALSE
        keyUsage = digitalSignature
        [ server ]
        basicConstraints = critical, CA:FALSE
        subjectKeyIdentifier = hash
        authorityKeyIdentifier = keyid, issuer:always
        keyUsage = critical, digitalSignature, keyEncipherment
        extendedKeyUsage = serverAuth
        subjectAltName = @names
        [ names ]
        DNS.1 = www.example
        IP.1 = 127.0.0.1
        [ mail ]
        basicConstraints = CA:FALSE
        subjectAltName = email:move
        [ bare ]
        subjectKeyIdentifier = none
        authorityKeyIdentifier = none
        keyUsage = digitalSignature
        [ broken ]
        basicConstraints = CA:PERHAPS
        [ list ]
        authorityKeyIdentifier = keyid:always
        issuerAltName = URI:http://ca.example/
        [ list_empty ]

        [ req ]
        distinguished_name = dn
        [ dn ]
        [ v3_ca ]
        basicConstraints = critical, CA:true
        keyUsage = critical, keyCertSign, cRLSign
        subjectKeyIdentifier = hash
        [ asks ]
        subjectAltName = DNS:asked.example
        basicConstraints = critical, CA:TRUE
        keyUsage = keyCertSign

        """

    private static let commands = [
        "req -x509 -config ca.cnf -extensions v3_ca -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem"
            + " -subj /C=DE/O=Org/CN=Root -days 3650",
        "pkey -in ca.key -aes128 -passout pass:secret -out sealed.key",
        "genpkey -algorithm RSA -out rsa.key",
        "req -x509 -config ca.cnf -extensions v3_ca -new -key rsa.key -out rsa.pem -subj /CN=RSA -days 3650",
        "genpkey -algorithm ed25519 -out ed.key",
        "req -x509 -config ca.cnf -extensions v3_ca -new -key ed.key -out ed.pem -subj /CN=Ed -days 3650",
        "ecparam -name prime256v1 -genkey -noout -out leaf.key",
        "req -new -config ca.cnf -key leaf.key -out a.csr -subj /C=DE/O=Org/OU=one/OU=two/CN=a.example/emailAddress=a@example.org",
        "req -new -config ca.cnf -key leaf.key -out a.der -outform DER -subj /CN=der.example",
        "req -new -config ca.cnf -key leaf.key -out b.csr -subj /C=DE/O=Org/CN=b.example",
        "req -new -config ca.cnf -key leaf.key -out foreign.csr -subj /C=FR/O=Org/CN=c.example",
        "req -new -config ca.cnf -key leaf.key -out empty.csr -subj /",
        "req -new -config ca.cnf -key leaf.key -out asks.csr -reqexts asks -subj /CN=asks.example",
        "req -new -config ca.cnf -utf8 -key leaf.key -out many.csr -subj"
            + " /C=DE/ST=Nord/L=Köln/O=Grüße/OU=x+serialNumber=5/CN=d\\/e/emailAddress=d@example.org/shelfMark=QA76",
    ]

    private static func make() throws -> [String: [UInt8]] {
        guard let openssl = Programs.openssl else { return [:] }
        let folder = try TemporaryFolder()
        try folder.write(Array(configuration.utf8), to: "ca.cnf")
        for command in commands {
            let result = try Programs.run(openssl, BothFaces.arguments(command), folder: folder.url)
            guard result.exitCode == 0 else { throw ProgramProblem("\(command): \(result.errors)") }
        }
        var files: [String: [UInt8]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            files[name] = try folder.read(name)
        }
        files["index.txt"] = []
        files["serial"] = Array("1000\n".utf8)
        files["crlnumber"] = Array("01\n".utf8)
        files["newcerts/.keep"] = []
        files["damaged.csr"] = try damaged(files["b.csr"] ?? [])
        return files
    }

    /// A request whose signature is another one's.
    private static func damaged(_ pem: [UInt8]) throws -> [UInt8] {
        var lines = String(decoding: pem, as: UTF8.self).split(separator: "\n").map(String.init)
        let line = lines.count - 3
        lines[line] = String(lines[line].map { $0 == "A" ? "B" : $0 == "B" ? "A" : $0 == "Q" ? "R" : $0 })
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}
