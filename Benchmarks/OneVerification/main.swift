import LucidX509

// Verifies one of the chains in `Benchmarks/Fixtures` so many times, and nothing else: for profilers, and for
// `Benchmarks/heap`, which compares no verification with one.
//
//     OneVerification FOLDER KIND COUNT

let folder = CommandLine.arguments[1], kind = CommandLine.arguments[2]
let count = Int(CommandLine.arguments[3]) ?? 0

let presented = CertificateFile(try FileReader.read("\(folder)/\(kind)-fullchain.pem")).certificates
let leaf = presented[0].der.array, intermediate = presented[1].der.array
let roots = CertificateFile(try FileReader.read("\(folder)/\(kind)-root.pem")).certificates
let verifier = Verifier(trustAnchors: roots, profile: .webPKI)
let identity = ReferenceIdentity.dnsName("www.example.com")
let time = CalendarTime(secondsSince1970: 1_782_864_000)

for _ in 0..<count {
    let verdict = verifier.verify(
        try Certificate(der: leaf), intermediates: [try Certificate(der: intermediate)], identity: identity, at: time)
    precondition(verdict.isAccepted)
}
