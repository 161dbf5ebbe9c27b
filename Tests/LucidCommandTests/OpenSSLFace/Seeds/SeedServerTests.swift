import Foundation
import LucidTestSupport
import Testing

@Suite(
    "The first tutorial's look at its server",
    .enabled(if: Programs.openssl != nil && Programs.lucid != nil && Programs.python3 != nil, "a program is missing"))
struct SeedServerTests {
    /// The tutorial's line, on another port than its 443, in front of a server that has what each side made.
    @Test(arguments: FaceWorkshop.Side.allCases)
    func `s_client shows the chain that the commands made, whoever made it and whoever looks`(
        maker: FaceWorkshop.Side
    ) throws {
        let run = try TutorialRun(.seed001, maker)
        let folder = try TemporaryFolder()
        try folder.write(try run.workshop.read("ca/intermediate/certs/www.example.com.cert.pem"), to: "localhost.pem")
        try folder.write(try run.workshop.read("ca/intermediate/certs/ca-chain.cert.pem"), to: "ca-chain.cert.pem")
        try folder.write(
            try run.workshop.read("ca/intermediate/private/www.example.com.key.pem"), to: "localhost-key.pem")
        let server = try ServerProgram.openssl(
            folder, "localhost", ["-cert_chain", "ca-chain.cert.pem", "-pass", "pass:serversecret"])
        let looks = try FaceWorkshop.Side.allCases.map { side in
            let workshop = try FaceWorkshop(side)
            let line = "openssl s_client -connect \(server.place) -prexit -showcerts </dev/null"
            return Self.chain(try workshop.run(line).output)
        }
        #expect(looks[0] == looks[1])
        #expect(looks[0].count > 60)
        #expect(looks[0].contains { $0.hasPrefix(" 2 s:") })
    }

    /// From the headline to the end of the last certificate.
    private static func chain(_ output: String) -> [Substring] {
        let lines = output.split(separator: "\n")
        guard let start = lines.firstIndex(of: "Certificate chain"),
            let end = lines[start...].firstIndex(where: { $0.hasPrefix("Server certificate") })
        else { return lines }
        return Array(lines[start..<end])
    }
}
