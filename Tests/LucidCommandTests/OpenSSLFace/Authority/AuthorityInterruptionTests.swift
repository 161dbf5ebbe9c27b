import Foundation
import LucidTestSupport
import LucidX509
import Testing

@Suite("ca, killed at any moment", .enabled(if: Programs.openssl != nil && Programs.lucid != nil, "openssl is missing"))
struct AuthorityInterruptionTests {
    @Test func `no certificate that has left is missing in the index, and no serial number is given twice`() throws {
        let workshop = try FaceWorkshop(.lucid, files: AuthorityMaterial.files)
        let lucid = try #require(Programs.lucid)
        let start = Date.now
        try workshop.run("openssl ca -config ca.cnf -batch -notext -in a.csr -out first.pem -subj /CN=first")
        let usual = Date.now.timeIntervalSince(start)
        for number in 0..<40 {
            let arguments = [
                "openssl", "ca", "-config", "ca.cnf", "-batch", "-notext", "-in", "a.csr", "-out", "out-\(number).pem",
                "-subj", "/CN=\(number)",
            ]
            let running = try RunningProgram(lucid, arguments, folder: workshop.url)
            usleep(UInt32(usual * Double.random(in: 0...1.2) * 1_000_000))
            running.stop()
            let files = try FileManager.default.contentsOfDirectory(atPath: workshop.path)
            #expect(files.contains("index.txt") && files.contains("serial"))
        }
        #expect(
            try workshop.run("openssl ca -config ca.cnf -batch -notext -in a.csr -out last.pem -subj /CN=last").exitCode
                == 0)
        let index = try workshop.text("index.txt").split(separator: "\n").map { $0.split(separator: "\t") }
        let serials = index.map { String($0[2]) }
        #expect(Set(serials).count == serials.count)
        var left: [String] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: workshop.path)
        where name.hasPrefix("out-") && name.hasSuffix(".pem") {
            let certificate = try #require(CertificateFile(try workshop.read(name)).certificates.first)
            left.append(certificate.serialNumber.content.map { String($0, radix: 16, uppercase: true) }.joined())
            #expect(
                index.contains { $0.last.map { $0 == "/CN=\(certificate.subject.commonName ?? "")" } ?? false },
                "\(name)")
        }
        #expect(Set(left).count == left.count)
        // Some came through and some did not, or the test has shown nothing.
        #expect(!left.isEmpty && left.count < 40, "\(left.count)")
        for certificate in serials { #expect((try? workshop.read("newcerts/\(certificate).pem")) != nil) }
    }
}
