import LucidX509

/// What a `ca` command line asks for. It may ask for several things, which are done in openssl's order.
struct AuthorityWishes {
    /// The serial number whose state is asked for (`-status`); nothing else is done then.
    let status: String?
    /// The requests and certificates that are to be certified, in this order.
    let sources: [Source]
    let issues: Bool
    /// `-gencrl`.
    let makesList: Bool
    /// `-revoke`, `-valid`.
    let revokes: Bool
    /// Whether the certificate is only to be listed as valid (`-valid`).
    let isOnlyListed: Bool
    /// The file that `-in`, `-revoke` or `-valid` names: to openssl they are one, and the last one counts.
    let input: String?
    let isSelfSigning: Bool

    /// Something with a name and a key.
    enum Source: Hashable {
        case request(String)
        /// `-ss_cert`: a self-signed certificate stands for a request.
        case certificate(String)

        var file: String {
            switch self {
            case .request(let file), .certificate(let file): file
            }
        }
    }

    /// Whether something will be signed.
    var signs: Bool { issues || makesList }

    /// Reads what there is to read of the arguments before any file is.
    init(_ arguments: Arguments) throws(Failure) {
        for name in ["days", "crldays", "crlhours", "crlsec"] { _ = try arguments.positiveNumber(name) }
        for name in ["inform", "certform", "keyform"] {
            _ = try KeyForm(
                name, in: arguments,
                others: name == "inform" ? [:] : ["p12": "lucid convert --to pem", "engine": "a key file"])
        }
        if let folder = arguments.value("outdir"), Folder.kind(folder) != .directory {
            throw .usage("Not a directory: \(folder)", of: arguments.command)
        }
        status = arguments.value("status")
        isSelfSigning = arguments.has("selfsign") && !arguments.has("ss_cert")
        input = arguments.given.last { ["in", "revoke", "valid"].contains($0.name) }?.value
        issues = arguments.has("in") || arguments.has("infiles") || arguments.has("ss_cert")
        makesList = arguments.has("gencrl")
        revokes = arguments.has("revoke") || arguments.has("valid")
        isOnlyListed = arguments.has("valid")
        sources =
            arguments.values("ss_cert").suffix(1).map { .certificate($0) }
            + [input].compactMap { $0 }.map { .request($0) } + arguments.rest.map { .request($0) }
    }
}

extension Arguments {
    /// The value of an option as a number above zero; nil where it was not given.
    func positiveNumber(_ name: String) throws(Failure) -> Int? {
        guard let number = try number(name) else { return nil }
        guard number > 0 else {
            throw .usage("Non-positive number \"\(value(name) ?? "")\" for option -\(name)", of: command)
        }
        return number
    }
}
