import ArgumentParser
import LucidX509

/// What a new CA may issue.
struct CAPolicyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("An allowed DNS name with all below it; .NAME for those below it alone.", valueName: "name"))
    var dns: [String] = []

    @Option(help: ArgumentHelp("Allowed IP addresses: 10.0.0.0/8, or one address.", valueName: "range"))
    var ip: [String] = []

    @Option(help: ArgumentHelp("An allowed mailbox, or the host that mailboxes are at.", valueName: "mailbox"))
    var email: [String] = []

    @Option(help: ArgumentHelp("A host that URIs may name; .NAME for those below it.", valueName: "host"))
    var uriHost: [String] = []

    @Flag(help: "Allow wildcards, such as *.example.internal, below the allowed DNS names.")
    var wildcards = false

    @Option(help: ArgumentHelp("Take the whole policy from a JSON file.", valueName: "file"))
    var policy: String?

    private var hasNames: Bool { !(dns + ip + email + uriHost).isEmpty }

    func validate() throws {
        if policy != nil, hasNames || wildcards {
            throw ValidationError("--policy has the allowed names already: leave out --dns and the like")
        }
        if wildcards, !hasNames { throw ValidationError("without --dns every name is allowed, wildcards too") }
    }

    /// The policy, or why there is none.
    func read() throws -> IssuancePolicy {
        if let policy {
            let bytes: [UInt8]
            do throws(FileProblem) { bytes = try FileReader.read(policy) } catch {
                Terminal.complain("lucid: \(error.sentence)")
                throw ExitCode.unusable
            }
            return try parse(bytes, place: policy)
        }
        guard hasNames else { return IssuancePolicy() }
        // By way of the file's own format, which knows what is a rule and what is not.
        let names = JSONValue.object([
            "dns": .strings(dns), "wildcards": .bool(wildcards), "ip": .strings(ip), "email": .strings(email),
            "uriHosts": .strings(uriHost),
        ])
        return try parse(Array(JSONValue.object(["names": names]).line.utf8), place: "the allowed names")
    }

    private func parse(_ bytes: [UInt8], place: String) throws -> IssuancePolicy {
        do throws(SettingProblem) { return try IssuancePolicy(json: bytes) } catch {
            Terminal.complain("lucid: \(InputFiles.shown(place)): \(error.sentence)")
            throw ExitCode.unusable
        }
    }
}
