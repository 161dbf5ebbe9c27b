import LucidTestSupport
import Testing

/// Which files `req` and others take, and what they leave of a file that is there, by openssl and by Lucid.
@Suite("Files of the openssl face", .enabled(if: Programs.openssl != nil, "openssl is missing"))
struct FaceFileTests {
    private static let newKey = "-newkey rsa:2048 -nodes -subj /CN=a -keyout x.pem"

    @Test(
        arguments: [
            "req -x509 \(newKey) -out x.pem", "req -new \(newKey) -out x.pem",
            "req -new -key k.pem -nodes -subj /CN=a -keyout x.pem -out x.pem",
            "req -in r.csr -keyout old.pem -out old.pem",
        ])
    func `a result that goes where the key goes stands behind it, for the owner alone`(line: String) throws {
        let both = try BothFaces(files: FaceCertificates.files.merging(["old.pem": Array("before\n".utf8)]) { $1 })
        let result = try both.run(line)
        #expect(result.openssl.exitCode == 0 && result.lucid.exitCode == 0, "\(result.lucid.errors)")
        let name = line.hasSuffix("old.pem") ? "old.pem" : "x.pem"
        let file = both.file(name)
        let (openssl, lucid) = (try #require(file.openssl), try #require(file.lucid))
        #expect(Self.lines(lucid) == Self.lines(openssl))
        #expect(try both.lucid.mode(name) == both.openssl.mode(name))
    }

    @Test func `the key stays before a result in DER`() throws {
        let both = try BothFaces(files: [:])
        let result = try both.run("req -x509 \(Self.newKey) -outform DER -out x.pem")
        #expect(result.openssl.exitCode == 0 && result.lucid.exitCode == 0, "\(result.lucid.errors)")
        let file = both.file("x.pem")
        for octets in [try #require(file.openssl), try #require(file.lucid)] {
            let text = String(decoding: octets, as: UTF8.self)
            #expect(text.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
            // What is behind the key is a SEQUENCE.
            let key = Array("-----END PRIVATE KEY-----\n".utf8)
            let end = try #require(octets.firstRange(of: key)).upperBound
            #expect(octets[end] == 0x30)
        }
    }

    @Test func `another name of the key's file does not lose the key, as it does with openssl`() throws {
        let both = try BothFaces(files: [:])
        let result = try both.run("req -x509 \(Self.newKey) -out ./x.pem")
        #expect(result.openssl.exitCode == 0 && result.lucid.exitCode == 0, "\(result.lucid.errors)")
        let file = both.file("x.pem")
        #expect(Self.lines(try #require(file.openssl)).first == "-----BEGIN CERTIFICATE-----")
        #expect(
            Self.lines(try #require(file.lucid)).filter { $0.hasPrefix("-----BEGIN") }
                == ["-----BEGIN PRIVATE KEY-----", "-----BEGIN CERTIFICATE-----"])
        #expect(try both.lucid.mode("x.pem") == 0o600)
    }

    @Test(arguments: [0o600, 0o640, 0o444, 0o644])
    func `a result over a file is no more open than that file was`(mode: Int) throws {
        let both = try BothFaces(files: FaceCertificates.files.merging(["x.pem": [0x0a]]) { $1 })
        for folder in [both.openssl, both.lucid] { try folder.setMode(mode, of: "x.pem") }
        let result = try both.run("x509 -in a.pem -out x.pem")
        #expect(result.lucid.exitCode == 0, "\(result.lucid.errors)")
        #expect(try both.lucid.mode("x.pem") == mode)
        #expect(try both.openssl.mode("x.pem") == mode)
    }

    @Test func `a parameter file may be a pipe`() throws {
        for side in FaceWorkshop.Side.allCases {
            let shop = try FaceWorkshop(side)
            let result = try shop.run(
                "openssl ecparam -name prime256v1 | openssl req -new -newkey ec:/dev/stdin -nodes -subj /CN=a -keyout k -out r"
            )
            #expect(result.exitCode == 0, "\(side): \(result.errors)")
        }
    }

    @Test(
        arguments: [("req -in r.csr -noout", 1), ("req -new -key k.pem -subj /CN=a", 1), ("x509 -in a.pem -noout", 0)])
    func `a configuration that OPENSSL_CONF names has to be there for req`(line: String, code: Int32) throws {
        for side in FaceWorkshop.Side.allCases {
            let shop = try FaceWorkshop(side, files: FaceCertificates.files)
            let result = try shop.run("OPENSSL_CONF=./none openssl \(line)")
            #expect(result.exitCode == code, "\(side)")
            #expect(result.errors.hasPrefix("Can't open \"./none\" for reading") == (code == 1))
            #expect(try shop.run("OPENSSL_CONF= openssl \(line)").exitCode == 0)
        }
    }

    private static func lines(_ octets: [UInt8]) -> [String] {
        String(decoding: octets, as: UTF8.self).split(separator: "\n").map(String.init)
            .filter { $0.hasPrefix("-----") || !$0.contains { $0.isNumber || $0.isUppercase } }
    }
}
