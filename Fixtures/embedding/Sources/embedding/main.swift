import LucidX509

let root = try CertificateAuthority.root(named: "My Root CA", key: .generate(.p256))
let issuing = try root.intermediate(named: "My Issuing CA", key: .generate(.p256))
let key = try SigningKey.generate(.p256)
let leaf = try issuing.server(names: ["localhost", "127.0.0.1"], key: key.publicKey)

let parsed = try Certificate(der: leaf.der.array)
let verifier = Verifier(trustAnchors: [root.certificate])
let verdict = verifier.verify(parsed, intermediates: [issuing.certificate], identity: ReferenceIdentity("localhost"))
print(verdict.isAccepted ? "accepted" : "refused")
for finding in verdict.findings { print(finding.sentence, finding.check.clause) }

// What follows is for Scripts/check-embedding: a file in PEM is parsed as well.
let pem = PEMBlock(label: "CERTIFICATE", bytes: root.certificate.der.array).text
precondition(CertificateFile(Array(pem.utf8)).certificates == [root.certificate])
precondition(verdict.isAccepted)
