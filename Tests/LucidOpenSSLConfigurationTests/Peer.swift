import Foundation
import LucidDER
import LucidModel
import LucidObjectNames
import LucidTestSupport

@testable import LucidOpenSSLConfiguration

/// The system's openssl, which makes many certificates with one start of a shell.
struct Peer {
    let folder: TemporaryFolder
    /// The public key of all that it makes.
    let key: SubjectPublicKeyInfo

    static let subject = "/CN=x/emailAddress=a@example.com"
    static let serialNumber = 4660

    /// Nil where there is no OpenSSL 3.
    init?() throws {
        guard let openssl = Programs.openssl else { return nil }
        folder = try TemporaryFolder()
        let script = """
            openssl() { "$OPENSSL" "$@"; }
            openssl ecparam -name prime256v1 -genkey -noout -out key.pem
            openssl pkey -in key.pem -pubout -outform DER -out key.der
            """
        _ = try Programs.run("/bin/sh", ["-c", script], environment: ["OPENSSL": openssl], folder: folder.url)
        key = try SubjectPublicKeyInfo(der: DERBytes(try folder.read("key.der")), "key")
    }

    /// Self-signed certificates, one a configuration: with the extensions of its section `e`. Nil where openssl refuses.
    ///
    /// - Parameter arguments: of `openssl req` beside those that are always there; one text, in the shell's syntax, a configuration.
    func certificates(
        _ configurations: [String], arguments: [String]? = nil, environment: [String: String] = [:]
    ) throws -> [Certificate?] {
        try certificates(configurations.map { Array($0.utf8) }, arguments: arguments, environment: environment)
    }

    /// The same of octets, which need not be text.
    func certificates(
        _ configurations: [[UInt8]], arguments: [String]? = nil, environment: [String: String] = [:]
    ) throws -> [Certificate?] {
        var script = ""
        for (index, octets) in configurations.enumerated() {
            try folder.write(octets, to: "\(index).cnf")
            let own = arguments?[index] ?? "-subj \(Self.subject)"
            script += "\"$OPENSSL\" req -x509 -new -key key.pem -set_serial \(Self.serialNumber) -config \(index).cnf"
            script += " -extensions e -outform DER -out \(index).der \(own) 2> \(index).err </dev/null"
            script += " || rm -f \(index).der\n"
        }
        try folder.write(Array(script.utf8), to: "all.sh")
        var variables = environment
        variables["OPENSSL"] = Programs.openssl
        _ = try Programs.run("/bin/sh", ["all.sh"], environment: variables, folder: folder.url)
        return try configurations.indices.map { index in
            guard let octets = try? folder.read("\(index).der") else { return nil }
            return try Certificate(der: octets)
        }
    }

    /// What openssl said about a configuration.
    func complaint(_ index: Int) -> String {
        let text = (try? folder.read("\(index).err")).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.split(separator: "\n").filter { $0.contains("error:") }.joined(separator: "\n")
    }

    /// The extensions that Lucid makes of a configuration's section `e`, in a certificate that issues itself.
    func extensions(_ text: String, environment: [String: String] = [:]) throws -> [Extension] {
        try extensions(Array(text.utf8), environment: environment)
    }

    /// The same of octets, which need not be text.
    func extensions(_ octets: [UInt8], environment: [String: String] = [:]) throws -> [Extension] {
        let configuration = try Configuration(octets: octets, file: "test.cnf") { environment[$0] }
        var names = ObjectNames()
        try names.add(configuration)
        let mask = configuration.value("string_mask", in: "req").flatMap { StringMask($0.text) } ?? .preset
        let subject = try NameMaker(names: names).subject(line: Self.subject).name
        var context = ExtensionContext(
            subject: subject, subjectKey: key,
            issuer: .itself(serialNumber: DERInteger(Self.serialNumber), issuer: subject), issuerKey: key)
        let maker = ExtensionMaker(configuration: configuration, names: names, stringMask: mask)
        try maker.extensions(section: "e", context: &context)
        try maker.completeKeyIdentifiers(signingKey: key, context: &context)
        return context.made.map(\.value)
    }
}

/// What every configuration of these tests begins with.
let head = "[req]\ndistinguished_name=dn\nprompt=no\n[dn]\nCN=x\n"
