import LucidDER
import LucidModel
import LucidTestSupport
import LucidValidation
import Testing

@Suite("OpenSSL finds the same about policies", .enabled(if: Programs.openssl != nil, "needs OpenSSL 3"))
struct OpenSSLPolicyTests {
    /// A path, what is asked of it, and what both must say.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let chain: PolicyChain
        let isValid: Bool

        init(_ name: String, _ chain: PolicyChain, isValid: Bool) {
            testDescription = name
            self.chain = chain
            self.isValid = isValid
        }
    }

    static let cases: [Case] = {
        let mapped = [PolicyLink([1, 2], maps: [(1, 3)]), PolicyLink([3, 2])]
        let any = [PolicyLink([0]), PolicyLink([0], isSelfIssued: true), PolicyLink([0])]
        return [
            Case("the accepted policy", .init(links: mapped, accepted: [2], explicit: true), isValid: true),
            Case("mapped from the accepted policy", .init(links: mapped, accepted: [1], explicit: true), isValid: true),
            Case("mapped to the accepted policy", .init(links: mapped, accepted: [3], explicit: true), isValid: false),
            Case(
                "mapped where that is inhibited",
                .init(links: mapped, accepted: [1], inhibitMapping: true, explicit: true), isValid: false),
            Case("anyPolicy throughout", .init(links: any, accepted: [1], explicit: true), isValid: true),
            Case(
                "anyPolicy where that is inhibited", .init(links: any, accepted: [1], explicit: true, inhibitAny: true),
                isValid: false),
            Case(
                "no policy, required by a CA", .init(links: [PolicyLink([1], requireExplicit: 0), PolicyLink(nil)]),
                isValid: false),
            Case(
                "no policy, not required", .init(links: [PolicyLink([1], requireExplicit: 2), PolicyLink(nil)]),
                isValid: true),
            Case(
                "anyPolicy inhibited by a CA, save for a self-issued one",
                .init(
                    links: [PolicyLink([1], requireExplicit: 0, inhibitAny: 0)] + any.dropFirst().prefix(1) + [
                        PolicyLink([1])
                    ]),
                isValid: true),
            Case(
                "anyPolicy is mapped",
                .init(links: [PolicyLink([0], maps: [(0, 1)]), PolicyLink([1])]), isValid: false),
        ]
    }()

    @Test("for the same certificates", arguments: cases)
    func sameCertificates(_ test: Case) throws {
        let certificates = try OpenSSLPolicyPath(test.chain)
        #expect(try certificates.isValidForOpenSSL() == test.isValid)
        #expect(try certificates.isValidForLucid() == test.isValid)
    }
}

/// A path that `openssl` makes from a configuration file.
private struct OpenSSLPolicyPath {
    let chain: PolicyChain
    let folder: TemporaryFolder
    let openssl: String

    init(_ chain: PolicyChain) throws {
        self.chain = chain
        folder = try TemporaryFolder()
        guard let openssl = Programs.openssl else { throw ProgramProblem("openssl is missing") }
        self.openssl = openssl
        try folder.write(Array(configuration.utf8), to: "openssl.cnf")
        let key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc"
        try run("req -x509 -config openssl.cnf -extensions root -subj /CN=0 \(key) -keyout 0.key -out 0.pem")
        var issuer = 0
        for (index, link) in chain.links.enumerated() {
            // A self-issued certificate has its issuer's name, here with a key of its own.
            let name = link.isSelfIssued ? names[index] : "\(index + 1)"
            try run(
                "req -new -config openssl.cnf -subj /CN=\(name) \(key) -keyout \(index + 1).key -out request.pem")
            try run(
                "x509 -req -in request.pem -CA \(issuer).pem -CAkey \(issuer).key -extfile openssl.cnf "
                    + "-extensions link\(index + 1) -out \(index + 1).pem")
            issuer = index + 1
        }
    }

    /// The common names, from the trust anchor down.
    private var names: [String] {
        chain.links.enumerated().reduce(into: ["0"]) { names, link in
            names.append(link.element.isSelfIssued ? names[link.offset] : "\(link.offset + 1)")
        }
    }

    private var configuration: String {
        var text = "[req]\ndistinguished_name = name\n[name]\n[root]\nbasicConstraints = critical, CA:TRUE\n"
        for (index, link) in chain.links.enumerated() {
            text += "[link\(index + 1)]\n"
            text += "basicConstraints = critical, CA:\(index < chain.links.count - 1 ? "TRUE" : "FALSE")\n"
            text += "subjectKeyIdentifier = hash\nauthorityKeyIdentifier = keyid\n"
            if let policies = link.policies {
                text += "certificatePolicies = \(policies.map { policy($0).description }.joined(separator: ", "))\n"
            }
            if !link.maps.isEmpty {
                let maps = link.maps.map { "\(policy($0.0)):\(policy($0.1))" }.joined(separator: ", ")
                text += "policyMappings = critical, \(maps)\n"
            }
            let constraints = [
                link.requireExplicitPolicy.map { "requireExplicitPolicy:\($0)" },
                link.inhibitPolicyMapping.map { "inhibitPolicyMapping:\($0)" },
            ].compactMap { $0 }
            if !constraints.isEmpty { text += "policyConstraints = critical, \(constraints.joined(separator: ", "))\n" }
            if let skip = link.inhibitAnyPolicy { text += "inhibitAnyPolicy = critical, \(skip)\n" }
        }
        return text
    }

    @discardableResult
    private func run(_ command: String) throws -> ProgramResult {
        let result = try Programs.run(openssl, command.split(separator: " ").map(String.init), folder: folder.url)
        guard result.exitCode == 0 else { throw ProgramProblem("openssl \(command): \(result.errors)") }
        return result
    }

    /// What `openssl verify` says.
    func isValidForOpenSSL() throws -> Bool {
        let last = chain.links.count
        var words = ["verify", "-CAfile", "0.pem", "-policy_check"]
        for index in 1..<last { words += ["-untrusted", "\(index).pem"] }
        // OpenSSL takes a call without any -policy for an empty user-initial-policy-set.
        for accepted in (chain.accepted ?? [0]).sorted() { words += ["-policy", policy(accepted).description] }
        if chain.explicit { words.append("-explicit_policy") }
        if chain.inhibitMapping { words.append("-inhibit_map") }
        if chain.inhibitAny { words.append("-inhibit_any") }
        let result = try Programs.run(openssl, words + ["\(last).pem"], folder: folder.url)
        // Nothing but policies speaks against these certificates.
        #expect(result.exitCode == 0 || result.errors.contains("policy"), "\(result.errors)")
        return result.exitCode == 0
    }

    /// What Lucid says of the same files.
    func isValidForLucid() throws -> Bool {
        var isValid = true
        var state = PolicyState(chain.inputs, n: chain.links.count)
        for index in 1...chain.links.count {
            let encoded = try run("x509 -in \(index).pem -outform DER").stdout
            let certificate = try Certificate(der: encoded)
            let extensions = PolicyExtensions(certificate.extensions)
            #expect(extensions == chain.links[index - 1].extensions)
            let isSelfIssued = certificate.isSelfIssued
            #expect(isSelfIssued == chain.links[index - 1].isSelfIssued)
            let basic = state.processBasics(extensions, isSelfIssued: isSelfIssued)
            let rest =
                index < chain.links.count
                ? state.prepareForNext(extensions, isSelfIssued: isSelfIssued) : state.wrapUp(extensions)
            isValid = isValid && basic == nil && rest == nil
        }
        return isValid
    }
}
