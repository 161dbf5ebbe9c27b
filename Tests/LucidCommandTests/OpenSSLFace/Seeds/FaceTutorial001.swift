extension FaceTutorial {
    /// Root, intermediate, server. The tutorial leaves out how the intermediate's key is made; and its second configuration has two
    /// names.
    static let seed001: FaceTutorial = {
        let intermediate = TutorialConfigurations.authority(
            folder: "ca/intermediate", key: "intermediate.key.pem", certificate: "intermediate.cert.pem",
            policy: "policy_loose")
        return FaceTutorial(
            name: "001: root, intermediate and server",
            files: [
                "openssl.cnf": TutorialConfigurations.authority(
                    folder: "ca", key: "ca.key.pem", certificate: "ca.cert.pem", policy: "policy_strict"),
                "openssl-intermediate.cnf": intermediate,
            ],
            steps: rootSteps + intermediateSteps + serverSteps,
            chains: [
                Chain(
                    roots: "ca/certs/ca.cert.pem", certificates: "ca/chain.pem",
                    key: "ca/intermediate/private/www.example.com.key.pem", host: "www.example.com",
                    passphrase: "serversecret"),
                Chain(
                    roots: "ca/intermediate/certs/ca-chain.cert.pem",
                    certificates: "ca/intermediate/certs/www.example.com.cert.pem",
                    key: "ca/intermediate/private/www.example.com.key.pem", host: "localhost",
                    passphrase: "serversecret"),
            ])
    }()

    private static let rootSteps = [
        Step("mkdir -p ca"), Step(in: "ca", "mkdir certs crl newcerts private"), Step(in: "ca", "chmod 700 private"),
        Step(in: "ca", "touch index.txt serial"), Step(in: "ca", "echo 1000 > serial"), Step("mv openssl.cnf ca"),
        Step(in: "ca", "openssl genrsa -aes256 -out private/ca.key.pem 4096", newPassphrase("rootsecret")),
        Step(in: "ca", "chmod 400 private/ca.key.pem"),
        Step(
            in: "ca",
            "openssl req -config openssl.cnf -key private/ca.key.pem -new -x509 -days 7300 -sha256 -extensions v3_ca -out certs/ca.cert.pem",
            passphrase("rootsecret", for: "private/ca.key.pem")
                + subject(country: "", organization: "", commonName: "Alice Ltd Root CA")),
        Step(in: "ca", "chmod 444 certs/ca.cert.pem"),
        Step(in: "ca", "openssl x509 -noout -text -in certs/ca.cert.pem"),
    ]

    private static let intermediateSteps = [
        Step("mkdir ca/intermediate"), Step(in: "ca/intermediate", "mkdir certs crl csr newcerts private"),
        Step(in: "ca/intermediate", "chmod 700 private"),
        Step(in: "ca/intermediate", "touch index.txt serial crlnumber"),
        Step(in: "ca/intermediate", "echo 1000 > serial"),
        Step("cp openssl-intermediate.cnf ca/intermediate/openssl.cnf && mv openssl-intermediate.cnf ca/intermediate"),
        Step(
            in: "ca", "openssl genrsa -aes256 -out intermediate/private/intermediate.key.pem 4096",
            newPassphrase("middlesecret")),
        Step(
            in: "ca",
            "openssl req -config intermediate/openssl-intermediate.cnf -new -sha256 -key intermediate/private/intermediate.key.pem -out intermediate/csr/intermediate.csr.pem",
            passphrase("middlesecret", for: "intermediate/private/intermediate.key.pem")
                + subject(country: "", organization: "", commonName: "Alice Ltd Intermediate CA")),
        Step(
            in: "ca",
            "openssl ca -config openssl.cnf -extensions v3_intermediate_ca -days 3650 -notext -md sha256 -in intermediate/csr/intermediate.csr.pem -out intermediate/certs/intermediate.cert.pem",
            [("ca.key.pem:", "rootsecret")] + yes),
        Step(in: "ca", "chmod 444 intermediate/certs/intermediate.cert.pem"),
        Step(in: "ca", "openssl x509 -noout -text -in intermediate/certs/intermediate.cert.pem"),
        Step(in: "ca", "openssl verify -CAfile certs/ca.cert.pem intermediate/certs/intermediate.cert.pem"),
        Step(
            in: "ca",
            "cat intermediate/certs/intermediate.cert.pem certs/ca.cert.pem > intermediate/certs/ca-chain.cert.pem"),
        Step(in: "ca", "chmod 444 intermediate/certs/ca-chain.cert.pem"),
    ]

    private static let serverSteps = [
        Step(
            in: "ca", "openssl genrsa -aes256 -out intermediate/private/www.example.com.key.pem 2048",
            newPassphrase("serversecret")),
        Step(in: "ca", "chmod 400 intermediate/private/www.example.com.key.pem"),
        Step(
            in: "ca",
            "openssl req -config intermediate/openssl.cnf -key intermediate/private/www.example.com.key.pem -new -sha256 -out intermediate/csr/www.example.com.csr.pem",
            passphrase("serversecret", for: "intermediate/private/www.example.com.key.pem")
                + subject(country: "US", organization: "", commonName: "www.example.com")),
        Step(
            in: "ca",
            "openssl ca -config intermediate/openssl.cnf -extensions server_cert -days 375 -notext -md sha256 -in intermediate/csr/www.example.com.csr.pem -out intermediate/certs/www.example.com.cert.pem",
            [("intermediate.key.pem:", "middlesecret")] + yes),
        Step(in: "ca", "chmod 444 intermediate/certs/www.example.com.cert.pem"),
        Step(in: "ca", "openssl x509 -noout -text -in intermediate/certs/www.example.com.cert.pem"),
        Step(
            in: "ca",
            "openssl verify -CAfile intermediate/certs/ca-chain.cert.pem intermediate/certs/www.example.com.cert.pem"),
        Step(
            in: "ca",
            "openssl verify -verbose -x509_strict -CAfile intermediate/certs/ca-chain.cert.pem intermediate/certs/www.example.com.cert.pem"
        ),
        Step(
            in: "ca",
            "cat intermediate/certs/www.example.com.cert.pem intermediate/certs/intermediate.cert.pem > chain.pem"),
    ]
}
