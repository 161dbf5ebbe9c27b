import Foundation
import LucidDER
import LucidExplain
import LucidPEM
import LucidReport
import LucidTestSupport
import Testing

/// Private keys whose PEM label is unknown, or says that they are something else.
@Suite("Mislabelled private keys")
struct MislabelledKeyTests {
    /// A private key, and octets of it that nobody may see.
    struct Key: Sendable, CustomTestStringConvertible {
        let name: String
        let octets: [UInt8]
        let secret: [UInt8]
        var testDescription: String { name }
    }

    private static let d = (0..<32).map { UInt8(truncatingIfNeeded: 0x90 + $0) }
    private static let number = [0x5a] + (1..<40).map { UInt8(truncatingIfNeeded: $0 &* 37) }

    /// A number that everybody may see.
    private static let open = [UInt8](repeating: 0x33, count: 40)

    private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        let count = content.count
        let length: [UInt8] = count < 0x80 ? [UInt8(count)] : [0x82, UInt8(count >> 8), UInt8(count & 0xff)]
        return [tag] + length + content
    }

    private static func string(_ content: [UInt8]) -> [UInt8] { [0, 0, 0, UInt8(content.count)] + content }

    /// One of each form.
    static let keys: [Key] = {
        let curve = element(0x30, hex("020101") + element(0x04, d))
        let algorithm = element(0x30, hex("06072a8648ce3d020106082a8648ce3d030107"))
        let ed25519 = hex("020100") + element(0x30, hex("06032b6570")) + element(0x04, element(0x04, d))
        let withNull = hex("020100") + element(0x30, hex("06032b65700500")) + element(0x04, element(0x04, d))
        let dsa = element(0x30, hex("020100") + (1...4).flatMap { _ in element(0x02, open) } + element(0x02, number))
        let rsa = element(
            0x30,
            hex("020100") + element(0x02, open) + hex("0203010001") + (1...6).flatMap { _ in element(0x02, number) })
        let openSSH =
            Array("openssh-key-v1\0".utf8) + string(Array("none".utf8)) + string(Array("none".utf8)) + string([])
            + [0, 0, 0, 1] + string(string(Array("ssh-ed25519".utf8)) + string([1, 2, 3, 4])) + string(d)
        return [
            Key(name: "PKCS#8", octets: element(0x30, hex("020100") + algorithm + element(0x04, curve)), secret: d),
            Key(name: "PKCS#8 of Ed25519", octets: element(0x30, ed25519), secret: d),
            Key(name: "PKCS#8 with parameters that are wrong", octets: element(0x30, withNull), secret: d),
            Key(name: "PKCS#8 in BER", octets: [0x30, 0x80] + ed25519 + [0, 0], secret: d),
            Key(name: "PKCS#8 with octets behind it", octets: element(0x30, ed25519) + [5, 0], secret: d),
            Key(name: "PKCS#8 cut off", octets: element(0x30, ed25519).dropLast(4), secret: d.dropLast(4)),
            Key(name: "SEC 1", octets: curve, secret: d), Key(name: "PKCS#1", octets: rsa, secret: number),
            Key(name: "DSA", octets: dsa, secret: number), Key(name: "OpenSSH", octets: openSSH, secret: d),
        ]
    }()

    static let labels = [
        "ANY PRIVATE KEY", "RSA-PSS PRIVATE KEY", "SM2 PRIVATE KEY", "ED25519 PRIVATE KEY", "OPENSSH PRIVATE KEY",
        "private key", "Ec Private Key", "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY",
        "ENCRYPTED PRIVATE KEY", "EC PARAMETERS", "DH PARAMETERS", "X9.42 DH PARAMETERS", "DSA PARAMETERS", "FOO",
        "CERTIFICATE", "TRUSTED CERTIFICATE", "CERTIFICATE REQUEST", "PUBLIC KEY", "RSA PUBLIC KEY", "X509 CRL", "CMS",
        "PKCS7", "PKCS12", "OCSP REQUEST", "OCSP RESPONSE",
    ]

    private static func file(_ label: String, _ octets: [UInt8], headers: String = "") -> ExplainedFile {
        let text = Data(octets).base64EncodedString()
        return ExplainedFile(Array("-----BEGIN \(label)-----\n\(headers)\(text)\n-----END \(label)-----\n".utf8))
    }

    /// All that text, JSON and page show of a file.
    private static func shown(_ file: ExplainedFile, secrets: Bool = false) -> [String] {
        var form = ExplanationText()
        form.showsAllOctets = true
        form.showsSecrets = secrets
        let json = JSONValue.array(ExplanationJSON.value(file, name: "k", showsSecrets: secrets)).text
        let page = secrets ? "" : ExplainedPage([(name: "k", file: file)]).html
        return [form.text(file, name: "k") ?? "", json, page]
    }

    /// Whether four octets of a secret, one behind the other, are in a text: in hexadecimal, together or apart.
    private static func isShown(_ secret: [UInt8], in text: String) -> Bool {
        let joined = text.filter { !$0.isWhitespace }
        return (0...secret.count - 4).contains { start in joined.contains(hex(Array(secret[start..<start + 4]))) }
    }

    @Test(arguments: keys) func `keep their secret under any label, and are not compared`(key: Key) throws {
        for label in Self.labels {
            let file = Self.file(label, key.octets)
            let block = try #require(file.blocks.first, "\(label)")
            for text in Self.shown(file) { #expect(!Self.isShown(key.secret, in: text), "\(label): \(text)") }
            #expect(Self.shown(file, secrets: true).contains { Self.isShown(key.secret, in: $0) }, "\(label)")
            #expect(DifferenceProblem.ofKind(block.explanation.kind) != nil, "\(label): \(block.explanation.kind)")
        }
    }

    @Test(arguments: keys) func `keep their secret in DER`(key: Key) throws {
        let file = ExplainedFile(key.octets)
        for text in Self.shown(file) { #expect(!Self.isShown(key.secret, in: text), "\(text)") }
        #expect(DifferenceProblem.ofKind(try #require(file.blocks.first).explanation.kind) != nil)
    }

    @Test(arguments: keys) func `keep their secret where headers say that they are encrypted`(key: Key) throws {
        guard key.name != "PKCS#8 cut off" else { return }
        let file = Self.file("FOO", key.octets, headers: "Proc-Type: 4,ENCRYPTED\nDEK-Info: DES-CBC,00\n\n")
        for text in Self.shown(file) { #expect(!Self.isShown(key.secret, in: text), "\(text)") }
    }

    @Test func `are explained as what they are, and a note says that the label says otherwise`() throws {
        let key = Self.keys[0].octets
        for (label, isProblem) in [("ANY PRIVATE KEY", false), ("FOO", false), ("CERTIFICATE", true), ("CMS", true)] {
            let file = Self.file(label, key)
            let block = try #require(file.blocks.first)
            #expect(block.explanation.kind == .privateKey && block.explanation.isFlawless)
            #expect(block.explanation.notes.first?.hasPrefix("The label says “\(label)”") == true)
            #expect(file.isFlawless == !isProblem, "\(label)")
        }
        #expect(try #require(Self.file("PRIVATE KEY", key).blocks.first).explanation.notes.isEmpty)
    }

    @Test func `in no form at all are one line that is hidden, if the label calls them private keys`() throws {
        for label in ["ANY PRIVATE KEY", "my private key", "OPENSSH PRIVATE KEY", "ENCRYPTED PRIVATE KEY"] {
            let file = Self.file(label, Self.d)
            for text in Self.shown(file) { #expect(!Self.isShown(Self.d, in: text), "\(label): \(text)") }
        }
        #expect(try #require(Self.file("FOO", Self.d).blocks.first).explanation.kind == .unknown)
    }

    @Test func `are no excuse: what is mislabelled and no key stays what its label says`() throws {
        let signature = Self.element(0x30, Self.element(0x02, Self.number) + Self.element(0x02, Self.number))
        let parameters = Self.element(0x30, (1...3).flatMap { _ in Self.element(0x02, Self.number) })
        for octets in [signature, parameters, Self.element(0x04, Self.d)] {
            #expect(try #require(Self.file("FOO", octets).blocks.first).explanation.kind == .unknown)
            let block = try #require(Self.file("CERTIFICATE", octets).blocks.first)
            #expect(block.explanation.kind == .certificate && block.explanation.notes.isEmpty)
        }
    }

    @Test func `of ssh-keygen keep their secret`() throws {
        let program = "/usr/bin/ssh-keygen"
        guard FileManager.default.isExecutableFile(atPath: program) else { return }
        let folder = try TemporaryFolder()
        for arguments in [["-t", "ed25519"], ["-t", "ecdsa"], ["-t", "rsa", "-b", "2048"]] {
            let path = folder.url.appending(path: arguments.joined()).path
            let made = try Programs.run(
                program, arguments + ["-q", "-N", "", "-f", path], environment: [:], folder: folder.url)
            try #require(made.exitCode == 0, "\(made.errors)")
            let file = ExplainedFile(Array(try Data(contentsOf: URL(filePath: path))))
            let explanation = try #require(file.blocks.first).explanation
            #expect(explanation.kind == .opensshPrivateKey && explanation.isFlawless)
            let line = try #require(explanation.lines.last)
            // The private keys have the public one among them, which is shown before.
            let shown = explanation.octets[0..<line.range.lowerBound]
            let secret = explanation.octets[line.range].array.split { shown.contains($0) }.max { $0.count < $1.count }
            let hidden = Array(try #require(secret))
            try #require(hidden.count >= 4)
            for text in Self.shown(file) { #expect(!Self.isShown(hidden, in: text), "\(text)") }
        }
    }
}
