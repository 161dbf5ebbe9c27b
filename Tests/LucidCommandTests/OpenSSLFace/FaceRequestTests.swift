import Foundation
import LucidTestSupport
import Testing

/// `req` and `x509`, by openssl and by Lucid in two clean folders with the same keys.
@Suite("Requests and certificates as openssl makes them", .enabled(if: Programs.openssl != nil, "openssl is missing"))
struct FaceRequestTests {
    @Test(arguments: FaceRequestLines.good + FaceCertificateLines.good)
    func `the same command line says and leaves the same`(line: String) throws {
        let both = try BothFaces(files: FaceCertificates.files)
        let result = try both.run(line)
        #expect(result.openssl.exitCode == 0 && result.lucid.exitCode == 0, "\(result.lucid.errors)")
        #expect(FaceOutput.comparable(result.lucid.output) == FaceOutput.comparable(result.openssl.output))
        #expect(FaceOutput.comparableTalk(result.lucid.errors) == FaceOutput.comparableTalk(result.openssl.errors))
        #expect(try names(both.lucid) == names(both.openssl))
    }

    @Test(arguments: FaceRequestLines.refused + FaceCertificateLines.refused)
    func `what openssl refuses Lucid refuses, in a line or two`(line: String) throws {
        let both = try BothFaces(files: FaceCertificates.files)
        let result = try both.run(line)
        #expect(result.lucid.exitCode == result.openssl.exitCode)
        #expect(FaceOutput.comparable(result.lucid.output) == FaceOutput.comparable(result.openssl.output))
        // -checkend refuses on standard output.
        #expect(!result.lucid.errors.isEmpty || line.contains("-checkend"))
        #expect(!result.lucid.errors.contains("Fatal error"))
    }

    @Test(
        arguments: [
            ("req -new -key k.pem -noout -text", "DE\n.\n\n\nunit\nmy name\nme@x.y\nabc\nabcd\n\n"),
            ("req -new -key k.pem", "DEU\nDE\n\n"), ("req -new -key k.pem", ""),
            ("req -new -key k.pem -noout -text", "\n\n\n\n\n\n\n\n\n"),
            ("req -x509 -key k.pem -noout -text", "\n\n\n\n\n\n\n"),
            ("req -x509 -key k.pem -noout -text", ".\n.\n.\n.\n.\n.\n.\n"),
            ("req -x509 -key k.pem -config md.cnf -noout -text", "a\nb\n"),
            ("req -new -key k.pem -config unk2.cnf -noout -text", "z\n"),
        ])
    func `the questions and what is done with the answers are openssl's`(line: String, answers: String) throws {
        let both = try BothFaces(
            files: FaceCertificates.files.merging(["answers": Array(answers.utf8)]) { $1 })
        let result = try both.run(line, stdin: "answers")
        #expect(result.lucid.exitCode == result.openssl.exitCode)
        #expect(FaceOutput.comparable(result.lucid.output) == FaceOutput.comparable(result.openssl.output))
        let said = FaceOutput.comparableTalk(result.openssl.errors)
        if result.openssl.exitCode == 0 {
            #expect(FaceOutput.comparableTalk(result.lucid.errors) == said)
        } else {
            // Lucid tells why as well.
            #expect(result.lucid.errors.hasPrefix(said.prefix { $0 != "]" }.description))
        }
    }

    private func names(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }
}
