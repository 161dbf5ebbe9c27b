extension FaceTutorial {
    static let all = [seed000, seed001, seed002, seed002Authority, seed003, seed004, repository004]

    /// A root, and a server's certificate by request.
    static let seed000 = FaceTutorial(
        name: "000: a root and a server",
        files: [
            "openssl_jupyter_ca.cnf": TutorialConfigurations.authority(
                folder: "ca", key: "ca.key.pem", certificate: "ca.cert.pem", policy: "policy_loose",
                names: "[ alt_names ]\nDNS.1 = jupyter.example\nIP.1 = 192.168.1.5\n")
        ],
        steps: [
            Step("mkdir ca"), Step(in: "ca", "mkdir certs crl newcerts private"), Step(in: "ca", "chmod 700 private"),
            Step(in: "ca", "touch index.txt"), Step(in: "ca", "echo 1000 > serial"),
            Step(in: "ca", "openssl genrsa -aes256 -out private/ca.key.pem 4096", newPassphrase("rootsecret")),
            Step(in: "ca", "chmod 400 private/ca.key.pem"),
            Step(
                in: "ca",
                "openssl req -config ../openssl_jupyter_ca.cnf -key private/ca.key.pem -new -x509 -days 7300 -sha256 -extensions v3_ca -out certs/ca.cert.pem",
                passphrase("rootsecret", for: "private/ca.key.pem")
                    + subject(country: "DE", organization: "Example", commonName: "Example Root CA")),
            Step(in: "ca", "chmod 444 certs/ca.cert.pem"),
            Step(in: "ca", "openssl x509 -noout -text -in certs/ca.cert.pem"),
            Step("mkdir jupyter"), Step(in: "jupyter", "mkdir csr certs private"),
            Step(in: "jupyter", "chmod 700 private"),
            Step(in: "jupyter", "openssl genrsa -out private/ssl.key.pem 2048"),
            Step(in: "jupyter", "chmod 400 private/ssl.key.pem"),
            Step(
                in: "jupyter",
                "openssl req -config ../openssl_jupyter_ca.cnf -key private/ssl.key.pem -new -sha256 -out csr/ssl.csr.pem",
                subject(country: "", organization: "", commonName: "jupyter.example")),
            Step(
                in: "jupyter",
                "openssl ca -config ../openssl_jupyter_ca.cnf -extensions server_cert -days 1024 -notext -md sha256 -in csr/ssl.csr.pem -out certs/ssl.cert.pem",
                [("ca.key.pem:", "rootsecret")] + yes),
            Step(in: "jupyter", "chmod 444 certs/ssl.cert.pem"),
            Step(in: "jupyter", "openssl x509 -noout -text -in certs/ssl.cert.pem"),
            Step("openssl verify -CAfile ca/certs/ca.cert.pem jupyter/certs/ssl.cert.pem"),
        ],
        chains: [
            Chain(
                roots: "ca/certs/ca.cert.pem", certificates: "jupyter/certs/ssl.cert.pem",
                key: "jupyter/private/ssl.key.pem", host: "jupyter.example")
        ])

    /// The self-signed certificate of version 1.
    static let seed002 = FaceTutorial(
        name: "002: self-signed", files: [:],
        steps: [
            Step(
                "openssl req -newkey rsa:2048 -nodes -keyout server.key -out server.csr",
                [
                    ("Country Name (2 letter code) [AU]:", "DE"),
                    ("State or Province Name (full name) [Some-State]:", ""),
                    ("Locality Name (eg, city) []:", ""),
                    ("Organization Name (eg, company) [Internet Widgits Pty Ltd]:", "Me"),
                    ("Organizational Unit Name (eg, section) []:", ""),
                    ("Common Name (e.g. server FQDN or YOUR name) []:", "localhost"), ("Email Address []:", ""),
                    ("A challenge password []:", ""), ("An optional company name []:", ""),
                ]),
            Step("openssl x509 -req -days 365 -in server.csr -signkey server.key -out server.crt"),
            Step("openssl x509 -noout -text -in server.crt"),
        ],
        chains: [Chain(roots: "server.crt", certificates: "server.crt", key: "server.key", host: "localhost")])

    /// The CA that the second half of the tutorial talks about, by the options of the issue: a CA signs a request with x509.
    static let seed002Authority = FaceTutorial(
        name: "002: signed by a CA of one's own", files: ["names.ext": "subjectAltName = DNS:localhost\n"],
        steps: [
            Step("openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.crt -days 365 -subj '/CN=My CA'"),
            Step("openssl req -newkey rsa:2048 -nodes -keyout server.key -out server.csr -subj /CN=localhost"),
            Step(
                "openssl x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 30 -extfile names.ext -out server.crt"
            ),
            Step("openssl verify -CAfile ca.crt server.crt"),
        ],
        chains: [Chain(roots: "ca.crt", certificates: "server.crt", key: "server.key", host: "localhost")])

    /// The Makefile of the repository: P-384, a chain of three.
    static let seed003 = FaceTutorial(
        name: "003: a chain of three on P-384",
        files: [
            "root.cnf": TutorialConfigurations.chain("root", commonName: "Example Root CA"),
            "ca.cnf": TutorialConfigurations.chain("ca", commonName: "Example CA"),
            "server.cnf": TutorialConfigurations.chain("server", commonName: "localhost"),
        ],
        steps: [
            Step("mkdir -p root ca server"), Step("touch root/index.txt ca/index.txt"),
            Step("openssl ecparam -out root/root.key -name secp384r1 -genkey"),
            Step("openssl req -new -out root/root.csr -key root/root.key -config root.cnf"),
            Step(
                "openssl x509 -req -in root/root.csr -days 30 -signkey root/root.key -out root/root.crt -extensions v3_ca -extfile root.cnf -sha256"
            ),
            Step("openssl ecparam -out ca/ca.key -name secp384r1 -genkey"),
            Step("openssl req -new -out ca/ca.csr -key ca/ca.key -config ca.cnf"),
            Step(
                "openssl ca -batch -in ca/ca.csr -days 30 -out ca/ca.crt -config root.cnf -extensions v3_intermediate_ca"
            ),
            Step("openssl x509 -in ca/ca.crt -out ca/ca.crt"),
            Step("openssl ecparam -out server/server.key -name secp384r1 -genkey"),
            Step("openssl req -new -out server/server.csr -key server/server.key -config server.cnf"),
            Step(
                "openssl ca -batch -in server/server.csr -days 30 -out server/server.crt -config ca.cnf -extensions v3_server"
            ),
            Step("openssl x509 -in server/server.crt -out server/server.crt"),
            Step("cat server/server.crt ca/ca.crt > server/chain.crt"),
            Step("openssl x509 -noout -text -in server/server.crt"),
            Step("openssl verify -CAfile root/root.crt -untrusted ca/ca.crt server/server.crt"),
        ],
        chains: [
            Chain(
                roots: "root/root.crt", certificates: "server/chain.crt", key: "server/server.key", host: "127.0.0.1"),
            Chain(
                roots: "root/root.crt", certificates: "server/server.crt", key: "server/server.key", host: "localhost"),
        ])

    /// One command, and the system's configuration that it needs and does not name.
    static let seed004 = FaceTutorial(
        name: "004: one command", files: [:],
        steps: [
            Step(
                "openssl req -x509 -newkey rsa:4096 -keyout key.pem -out cert.pem -sha256 -days 1000 -nodes",
                [
                    ("Country Name (2 letter code) [AU]:", "CA"),
                    ("State or Province Name (full name) [Some-State]:", "Ontario"),
                    ("Locality Name (eg, city) []:", "Toronto"),
                    ("Organization Name (eg, company) [Internet Widgits Pty Ltd]:", ""),
                    ("Organizational Unit Name (eg, section) []:", ""),
                    ("Common Name (e.g. server FQDN or YOUR name) []:", ""), ("Email Address []:", "me@example.org"),
                ]),
            Step("openssl x509 -noout -text -in cert.pem"),
        ],
        chains: [Chain(roots: "cert.pem", certificates: "cert.pem", key: "key.pem", host: "localhost")])

    /// The repository that the fourth tutorial ends with.
    static let repository004 = FaceTutorial(
        name: "004: the repository",
        files: [
            "server.ext":
                "basicConstraints=CA:FALSE\nsubjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth\n"
        ],
        steps: [
            Step(
                "openssl req -x509 -newkey RSA -nodes -keyout ca.key -days 10 -out ca.crt -reqexts v3_ca -subj '/C=CA/O=Safe/CN=Safe CA'"
            ),
            Step(
                "openssl req -new -newkey RSA -nodes -keyout server.key -out server.csr -batch -reqexts v3_req -subj \"/CN=localhost\""
            ),
            Step(
                "openssl x509 -req -days 10 -in server.csr -CAkey ca.key -CA ca.crt -CAcreateserial -out server.crt -extfile server.ext"
            ),
            Step("openssl x509 -noout -text -in server.crt"), Step("openssl req -noout -text -in server.csr"),
        ],
        chains: [Chain(roots: "ca.crt", certificates: "server.crt", key: "server.key", host: "localhost")])
}
