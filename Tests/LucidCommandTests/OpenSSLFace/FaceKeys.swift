import Foundation
import LucidTestSupport

/// Key files in many forms, made once by openssl.
enum FaceKeys {
    /// By name; empty where there is no openssl.
    static let files: [String: [UInt8]] = (try? make()) ?? [:]

    private static let commands = [
        "genrsa -out rsa.pem 2048",
        "rsa -in rsa.pem -traditional -out rsa-old.pem",
        "rsa -in rsa.pem -outform DER -out rsa.der",
        "rsa -in rsa.pem -aes256 -passout pass:secret -out rsa-sealed.pem",
        "rsa -in rsa.pem -aes192 -traditional -passout pass:secret -out rsa-old-sealed.pem",
        "rsa -in rsa.pem -pubout -out rsa-public.pem",
        "rsa -in rsa.pem -pubout -outform DER -out rsa-public.der",
        "rsa -in rsa.pem -RSAPublicKey_out -out rsa-public-old.pem",
        "ecparam -name prime256v1 -genkey -out p256.pem",
        "ecparam -name secp384r1 -genkey -noout -out p384.pem",
        "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-521 -out p521.pem",
        "ec -in p256.pem -conv_form compressed -out p256-compressed.pem",
        "ec -in p256.pem -no_public -out p256-lone.pem",
        "ec -in p256.pem -des3 -passout pass:secret -out p256-sealed.pem",
        "ec -in p256.pem -pubout -out p256-public.pem",
        "ec -in p256.pem -pubout -conv_form compressed -out p256-public-compressed.pem",
        "ecparam -name secp384r1 -out parameters.pem",
        "ecparam -name secp384r1 -outform DER -out parameters.der",
        "genpkey -algorithm ed25519 -out ed25519.pem",
        "pkey -in ed25519.pem -outform DER -out ed25519.der",
        "pkey -in ed25519.pem -aes128 -passout pass:secret -out ed25519-sealed.pem",
        "pkey -in ed25519.pem -pubout -out ed25519-public.pem",
        "req -x509 -new -key p256.pem -subj /CN=certificate -out certificate.pem",
    ]

    private static func make() throws -> [String: [UInt8]] {
        guard let openssl = Programs.openssl else { return [:] }
        let folder = try TemporaryFolder()
        for command in commands {
            let result = try Programs.run(openssl, BothFaces.arguments(command), folder: folder.url)
            guard result.exitCode == 0 else { throw ProgramProblem("openssl \(command): \(result.errors)") }
        }
        var files: [String: [UInt8]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            files[name] = try folder.read(name)
        }
        files["garbage"] = Array("this is no key\n".utf8)
        files["empty"] = []
        files["truncated.pem"] = files["rsa.pem"].map { Array($0.prefix($0.count / 2)) }
        files["truncated.der"] = files["rsa.der"].map { Array($0.prefix($0.count / 2)) }
        files["passphrases"] = Array("secret\nother\n".utf8)
        return files
    }
}
