import Foundation
import LucidTestSupport

/// Keys, certificates, requests and configurations that the tests of `req` and `x509` begin with, made once by openssl.
enum FaceCertificates {
    /// By name; empty where there is no openssl.
    static let files: [String: [UInt8]] = (try? make()) ?? [:]

    private static let configurations = [
        "min.cnf": "[req]\ndistinguished_name=dn\n[dn]\n",
        "np.cnf": """
        [req]
        prompt=no
        distinguished_name=dn
        req_extensions=re
        x509_extensions=xe
        attributes=at
        [dn]
        C=DE
        O=x
        1.OU=ä
        0.OU=b
        +CN=joint
        [at]
        challengePassword=secret12
        [re]
        subjectAltName=DNS:q
        [xe]
        subjectAltName=DNS:c

        """,
        "md.cnf": """
        [req]
        distinguished_name=dn
        default_md=sha384
        default_bits=3072
        encrypt_key=no
        default_keyfile=dk.pem
        [dn]
        CN=My prompt
        CN_default=dflt
        O=Org
        [other]
        distinguished_name=dn2
        prompt=no
        [dn2]
        O=from other

        """,
        "v3.cnf": """
        [req]
        prompt=no
        distinguished_name=dn
        req_extensions=re
        x509_extensions=xe
        default_md=sha384
        [dn]
        CN=x
        [re]
        keyUsage=digitalSignature
        [xe]
        basicConstraints=CA:TRUE
        subjectKeyIdentifier=hash
        keyUsage=keyCertSign

        """,
        "e1.cnf": "basicConstraints=CA:FALSE\nsubjectAltName=DNS:x\n",
        "e2.cnf":
            "extensions=v\n[v]\nauthorityKeyIdentifier=keyid,issuer\nbasicConstraints=CA:FALSE\nsubjectAltName=DNS:x\n",
        "none.cnf": "subjectKeyIdentifier=none\n", "nodn.cnf": "[req]\nx=y\n",
        "nodn2.cnf": "[req]\ndistinguished_name=dn\n",
        "empt.cnf": "[req]\ndistinguished_name=dn\nprompt=no\n[dn]\n",
        "unk.cnf": "[req]\ndistinguished_name=dn\nprompt=no\n[dn]\nfoo=bar\nCN=x\n",
        "unk2.cnf": "[req]\ndistinguished_name=dn\n[dn]\nfoo=Prompt foo\nCN=x\n",
        "longc.cnf": "[req]\ndistinguished_name=dn\nprompt=no\n[dn]\nC=DEU\n",
    ]

    private static let commands = [
        "genrsa -out k.pem 2048", "genrsa -out sub.pem 2048", "ecparam -name prime256v1 -genkey -noout -out ec.pem",
        "ec -in ec.pem -pubout -out ecp.pem", "genpkey -algorithm ed25519 -out ed.pem",
        "ecparam -name secp384r1 -out p384.pem",
        "req -x509 -key k.pem -subj /CN=a -out a.pem",
        "req -x509 -key k.pem -subj /CN=a -config min.cnf -addext keyUsage=digitalSignature -addext subjectAltName=DNS:a -out b.pem",
        "req -x509 -key k.pem -config min.cnf -subj /CN=v1 -out v1.pem", "req -x509 -key ec.pem -subj /CN=e -out e.pem",
        "req -x509 -key ed.pem -subj /CN=e -out ed-c.pem",
        "req -new -key sub.pem -subj /CN=sub -addext subjectAltName=DNS:s -out sub.csr",
        "req -new -utf8 -key k.pem -config np.cnf -out r.csr",
        "req -new -key k.pem -subj /CN=a -outform DER -out d.der",
        "x509 -req -in sub.csr -signkey sub.pem -days 5 -out o1.pem", "x509 -in a.pem -outform DER -out o1.der",
        "rsa -in k.pem -outform DER -out k.der",
    ]

    private static func make() throws -> [String: [UInt8]] {
        guard let openssl = Programs.openssl else { return [:] }
        let folder = try TemporaryFolder()
        for (name, text) in configurations { try folder.write(Array(text.utf8), to: name) }
        for command in commands {
            let result = try Programs.run(openssl, BothFaces.arguments(command), folder: folder.url)
            guard result.exitCode == 0 else { throw ProgramProblem("openssl \(command): \(result.errors)") }
        }
        var files: [String: [UInt8]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            files[name] = try folder.read(name)
        }
        files["both.pem"] = (files["k.pem"] ?? []) + (files["a.pem"] ?? [])
        files["bad.csr"] = files["sub.csr"].map { Array($0.prefix(200)) }
        files["badsig.csr"] = files["sub.csr"].map(withAlteredSignature)
        return files
    }

    /// The last octet of the signature is in the last line but one.
    private static func withAlteredSignature(_ pem: [UInt8]) -> [UInt8] {
        var lines = String(decoding: pem, as: UTF8.self).split(separator: "\n").map(String.init)
        let place = lines.count - 3
        lines[place] = lines[place].hasPrefix("A") ? "B" + lines[place].dropFirst() : "A" + lines[place].dropFirst()
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}
