import ArgumentParser
import LucidAuthority
import LucidX509

struct CAReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Takes certificates off hold.",
        discussion: """
            Only what was revoked with certificateHold can be released (RFC 5280 §5.3.1). The next complete CRL leaves \
            it out; a delta CRL says removeFromCRL.

            Exit codes: 0 all of them are released, 1 one is revoked for good or not at all, 2 no such certificate, or several.

            Examples:
              lucid ca release laptop.example.internal
            """)

    @OptionGroup var options: CAOptions

    @Flag(help: "Print a JSON array with one object for each (see Documentation/json.md).")
    var json = false

    @Argument(help: ArgumentHelp("Serial numbers, names, or files with certificates.", valueName: "certificate"))
    var certificates: [String]

    func run() throws {
        let now = CalendarTime.now
        let store = try options.open(for: .changing)
        var loop = ArgumentLoop()
        var results: [JSONValue] = []
        var changedRoles: Set<AuthorityRole> = []
        for text in certificates {
            loop.attempt {
                let record = try CertificateArgument(text: text).find(in: store, for: .revoking, at: now)
                try release(record, store)
                changedRoles.insert(try CARevokeCommand.role(of: record, store))
                guard json else {
                    Terminal.write("Released: \(record.title)")
                    return
                }
                do throws(AuthorityProblem) {
                    let members = try store.certificate(record.id)?.json(at: now).members ?? []
                    results.append(.object([.init("outcome", .string("released"))] + members))
                } catch { throw error.told() }
            }
        }
        if json {
            Terminal.write(JSONValue.array(results).text)
        } else {
            try CARevokeCommand.tellNext(changedRoles, options, store)
        }
        try loop.finish()
    }

    private func release(_ record: CertificateRecord, _ store: borrowing AuthorityStore) throws {
        do throws(AuthorityProblem) { try store.release(record) } catch {
            let code = error.told()
            switch error {
            case .notRevoked, .notOnHold: throw ExitCode.refused
            default: throw code
            }
        }
    }
}
