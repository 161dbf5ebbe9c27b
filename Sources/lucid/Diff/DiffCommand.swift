import ArgumentParser
import LucidExplain
import LucidX509

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tells in what two certificates differ, and what that means.",
        discussion: """
            Compares two certificates, requests (CSRs), revocation lists (CRLs), public keys or other structures of one kind, \
            PEM or DER; and a certificate with the request that it was made from, or with a public key. What may hold a private \
            key is not compared.

            Parts are paired by their names: extensions and attributes by their type, revoked certificates by their serial \
            number, names of hosts as a set. String types, encodings, criticality and order are told as well as values; no byte \
            that differs is passed over.

            Of files with several structures the first certificates are compared, or the first of another kind that both have; \
            standard error says which. --all pairs all of them: by their bytes, then by subject and key, then by subject.

            Exit code 0 when there is no difference, 1 when there is one, 2 when the files can not be compared.

            Examples:
              lucid diff old.pem new.pem
              lucid diff --bytes old.pem new.der
              lucid diff server.csr server.pem
              lucid diff --all old-bundle.pem /etc/ssl/certs/ca-certificates.crt
              lucid diff --b 2 root.pem fullchain.pem
              lucid fetch example.com:443 | lucid diff server.pem -
            """)

    @Flag(help: "Leave out the sentences.")
    var brief = false

    @Flag(help: "Show where the bytes of each difference are, and values whole.")
    var bytes = false

    @Flag(help: "Compare all structures of the files, in pairs.")
    var all = false

    @Option(
        name: .customLong("a"), help: ArgumentHelp("Compare this structure of A; 1 is the first.", valueName: "number"))
    var numberInA: Int?

    @Option(
        name: .customLong("b"), help: ArgumentHelp("Compare this structure of B; 1 is the first.", valueName: "number"))
    var numberInB: Int?

    @Flag(help: "Print a JSON array with one object for each pair (see Documentation/json.md).")
    var json = false

    @Argument(help: ArgumentHelp("A PEM or DER file; - is standard input.", valueName: "a"))
    var first: String

    @Argument(help: ArgumentHelp("The file that it is compared with; - is standard input.", valueName: "b"))
    var second: String

    func validate() throws {
        if first == "-", second == "-" { throw ValidationError("only one of the two can be standard input") }
        if all, numberInA != nil || numberInB != nil {
            throw ValidationError("--all compares every structure, --a and --b one of them: give either")
        }
        for number in [numberInA, numberInB] where number.map({ $0 < 1 }) == true {
            throw ValidationError("structures are counted from 1")
        }
    }

    func run() throws {
        let files = try DiffInputs(first, second, numbers: (numberInA, numberInB), isAll: all)
        let difference = try files.difference()
        if json {
            let pairs = DifferenceJSON.value(difference, a: InputFiles.name(first), b: InputFiles.name(second))
            Terminal.write(JSONValue.array(pairs).text)
        } else {
            Terminal.write(
                textForm.text(difference, a: InputFiles.shown(first), b: InputFiles.shown(second)))
        }
        if files.hasBrokenBlocks { throw ExitCode.unusable }
        if !difference.isSame { throw ExitCode.refused }
    }

    private var textForm: DifferenceText {
        var form = DifferenceText()
        form.isBrief = brief
        form.showsOctets = bytes
        form.style = Terminal.style
        form.width = Terminal.width ?? 120
        return form
    }
}
