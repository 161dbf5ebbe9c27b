import LucidDER
import LucidModel
import LucidObjectNames
import Testing

@testable import LucidOpenSSLConfiguration

struct ExtensionMakerTests {
    private func made(
        _ argument: String, _ context: ExtensionContext = ExtensionContext()
    ) throws -> MadeExtension {
        var context = context
        return try ExtensionMaker(configuration: nil, names: ObjectNames()).add(
            argument: argument, flag: "-addext", context: &context)
    }

    @Test func `an argument makes an extension that tells its flag`() throws {
        let made = try made("basicConstraints = critical, CA:TRUE")
        #expect(made.origin == .flag("-addext", value: "basicConstraints = critical, CA:TRUE"))
        #expect(made.value == Extension(BasicConstraints(cA: true), critical: true))
        #expect(try self.made("X509v3 Key Usage=DER:03020106").value.extnID == OID.keyUsage)
    }

    @Test(arguments: [
        ("basicConstraints", "is not of the form name = value"), ("=x", "is not of the form name = value"),
        ("subjectAltName=@alt", "there is no configuration file"), ("foo=x", "openssl knows no extension foo"),
        ("crlNumber=1", "openssl has no way to write crlNumber in words"),
        ("1.2.3=ASN1:SEQ:x", "needs a configuration file"),
    ]) func `a wrong argument is refused in one line`(argument: String, sentence: String) {
        let error = #expect(throws: ConfigurationProblem.self) { try made(argument) }
        #expect(error?.description.hasPrefix("-addext: ") == true)
        #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
    }

    @Test func `a later extension takes the place of an earlier one, but not in requests`() throws {
        let configuration = try Configuration(text: "[e]\nkeyUsage=cRLSign\n2.5.29.15=DER:03020106\n", file: "test.cnf")
        let maker = ExtensionMaker(configuration: configuration, names: ObjectNames())
        var context = ExtensionContext()
        #expect(try maker.extensions(section: "e", context: &context).count == 2)
        #expect(context.made.count == 1)
        context = ExtensionContext()
        context.replaces = false
        try maker.extensions(section: "e", context: &context)
        #expect(context.made.count == 2)
        #expect(throws: ConfigurationProblem.self) { try maker.extensions(section: "nothing", context: &context) }
    }

    @Test func `extensions tell the line of the file that they come from`() throws {
        let configuration = try Configuration(text: "[e]\n\nkeyUsage=cRLSign\n", file: "test.cnf")
        var context = ExtensionContext()
        let made = try ExtensionMaker(configuration: configuration, names: ObjectNames()).extensions(
            section: "e", context: &context)
        let place = ConfigurationPlace(file: "test.cnf", line: 3, section: "e", name: "keyUsage")
        #expect(made.map(\.origin) == [.configuration(place)])
    }

    @Test func `a certificate that issues itself without a key has no identifier to fall back on`() throws {
        let issuer = ExtensionContext.Issuer.itself(serialNumber: DERInteger(1), issuer: Name(commonName: "x"))
        #expect(throws: ConfigurationProblem.self) {
            try made("authorityKeyIdentifier=keyid:always", ExtensionContext(issuer: issuer))
        }
        #expect(try made("authorityKeyIdentifier=keyid", ExtensionContext(issuer: issuer)).value.extnValue.count == 2)
    }
}
