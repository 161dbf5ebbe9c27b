import LucidFiles
import LucidJSON
import LucidX509

/// One request: a JSON object on a line. `certificate` is needed; the other members stand for the command's options, and what
/// is left out is as the command line has it.
enum BulkRequest {
    /// What is wrong with a line.
    private struct Problem: Error { let sentence: String }

    /// The members that a request may have.
    private static let members: Set<String> = [
        "id", "certificate", "intermediates", "hosts", "emails", "time", "purpose", "profile", "crls", "ocsp",
        "maxDepth",
        "policies",
    ]

    /// The answer to a line, whatever it holds.
    static func answer(_ line: BulkLine, _ verifier: Verifier, _ base: BaseQuestion) -> BulkAnswer {
        var id: JSONValue?
        do throws(Problem) {
            let request = try parse(line.content)
            id = try Self.id(request)
            let verdict = try verify(request, verifier, base)
            let head = head(line, id)
            guard case .object(let members) = VerdictReport.json(verdict) else { throw Problem(sentence: "no verdict") }
            return BulkAnswer(
                outcome: verdict.isAccepted ? .accepted : .refused, line: JSONValue.object(head + members).line)
        } catch {
            let members = head(line, id) + [JSONValue.Member("error", .string(error.sentence))]
            return BulkAnswer(outcome: .unusable, line: JSONValue.object(members).line)
        }
    }

    private static func head(_ line: BulkLine, _ id: JSONValue?) -> [JSONValue.Member] {
        [JSONValue.Member("line", .number(line.number))] + (id.map { [JSONValue.Member("id", $0)] } ?? [])
    }

    private static func parse(_ line: LineReader.Line) throws(Problem) -> JSON {
        guard case .octets(let octets) = line else {
            throw Problem(sentence: "the line has more than \(BulkVerification.lineLimit) octets")
        }
        let json: JSON
        do throws(JSONProblem) { json = try JSON(octets) } catch {
            throw Problem(sentence: "no request: \(error.expected) is wanted at octet \(error.offset)")
        }
        guard let keys = json.keys else { throw Problem(sentence: "no request: an object is wanted") }
        if let unknown = keys.first(where: { !members.contains($0) }) {
            throw Problem(sentence: "no request: it has a member “\(unknown.safeToShow)”, and requests have none")
        }
        return json
    }

    /// The caller's own name for the request, handed back as it is.
    private static func id(_ request: JSON) throws(Problem) -> JSONValue? {
        guard let id = request["id"] else { return nil }
        if let text = id.string { return .string(text) }
        if let number = id.integer { return .number(number) }
        throw Problem(sentence: "id: a string or a whole number is wanted")
    }

    private static func verify(
        _ request: JSON, _ base: Verifier, _ common: BaseQuestion
    ) throws(Problem) -> Verdict {
        let presented = try certificates(request, "certificate")
        guard let target = presented.first else { throw Problem(sentence: "certificate: has no certificate") }
        var question = common.question(
            about: target, Array(presented.dropFirst()) + (try certificates(request, "intermediates")))
        question.identities += try identities(request)
        question.time =
            try option(request, "time", "a time like 2026-11-21T20:44:51Z") { CalendarTime($0) } ?? common.time
        if request["crls"] != nil || request["ocsp"] != nil {
            question.evidence = RevocationEvidence(lists: try lists(request), responses: try responses(request))
        }
        var verifier = base
        verifier.purpose =
            try option(request, "purpose", "server, client or any") { Verifier.Purpose(rawValue: $0) } ?? base.purpose
        verifier.profile =
            try option(request, "profile", "private, rfc5280, webPKI or pathValidation") { Profile(named: $0) }
            ?? base.profile
        if let depth = request["maxDepth"] {
            guard let number = depth.integer, number >= 0 else {
                throw Problem(sentence: "maxDepth: a number from 0 is wanted")
            }
            verifier.maximumDepth = number
        }
        let policies = try strings(request, "policies").map { text throws(Problem) in
            guard let policy = ObjectIdentifier(dotted: text) else {
                throw Problem(sentence: "policies: an object identifier like 1.2.3 is wanted")
            }
            return policy
        }
        if !policies.isEmpty {
            verifier.policies.userInitialPolicySet = UserInitialPolicySet(policies)
            verifier.policies.initialExplicitPolicy = true
        }
        return verifier.verify(question)
    }

    private static func identities(_ request: JSON) throws(Problem) -> [ReferenceIdentity] {
        let hosts = try strings(request, "hosts").map { text throws(Problem) in
            guard let identity = ReferenceIdentity(text) else {
                throw Problem(sentence: "hosts: “\(text.safeToShow)” is neither a DNS name nor an IP address")
            }
            return identity
        }
        let mailboxes = try strings(request, "emails").map { text throws(Problem) in
            guard let identity = ReferenceIdentity(mailbox: text) else {
                throw Problem(sentence: "emails: “\(text.safeToShow)” is no e-mail address")
            }
            return identity
        }
        return hosts + mailboxes
    }

    // MARK: Members

    /// A text that stands for something.
    private static func option<Value>(
        _ request: JSON, _ name: String, _ wanted: String, _ read: (String) -> Value?
    ) throws(Problem) -> Value? {
        guard let member = request[name] else { return nil }
        guard let value = member.string.flatMap(read) else { throw Problem(sentence: "\(name): \(wanted) is wanted") }
        return value
    }

    /// A text, or an array of texts; empty where there is none.
    private static func strings(_ request: JSON, _ name: String) throws(Problem) -> [String] {
        guard let member = request[name] else { return [] }
        if let text = member.string { return [text] }
        guard let values = member.array else { throw Problem(sentence: "\(name): a text or an array is wanted") }
        return try values.map { value throws(Problem) in
            guard let text = value.string else { throw Problem(sentence: "\(name): every value has to be a text") }
            return text
        }
    }

    /// Structures in PEM, or in Base64 without the lines around it.
    private static func contents(_ request: JSON, _ name: String, _ label: String) throws(Problem) -> [PKIFile.Entry] {
        try strings(request, name).flatMap { text in PKIFile(pem(text, label)).entries }
    }

    /// PEM as it is, and Base64 with the lines around it.
    private static func pem(_ text: String, _ label: String) -> [UInt8] {
        let octets = Array(text.utf8)
        if PEMReader.looksLikePEM(octets.span) { return octets }
        return Array("-----BEGIN \(label)-----\n\(text)\n-----END \(label)-----\n".utf8)
    }

    private static func certificates(_ request: JSON, _ name: String) throws(Problem) -> [Certificate] {
        try contents(request, name, "CERTIFICATE").map { entry throws(Problem) in
            switch entry.content {
            case .certificate(let certificate): return certificate
            case .unusable(let problem): throw Problem(sentence: "\(name): \(problem.sentence(line: entry.line))")
            default: throw Problem(sentence: "\(name): is no certificate")
            }
        }
    }

    private static func lists(_ request: JSON) throws(Problem) -> [RevocationList] {
        try contents(request, "crls", "X509 CRL").map { entry throws(Problem) in
            switch entry.content {
            case .revocationList(let list): return list
            case .unusable(let problem): throw Problem(sentence: "crls: \(problem.sentence(line: entry.line))")
            default: throw Problem(sentence: "crls: is no revocation list")
            }
        }
    }

    private static func responses(_ request: JSON) throws(Problem) -> [OCSPResponse] {
        try strings(request, "ocsp").map { text throws(Problem) in
            let blocks = PEMReader.blocks(in: pem(text, "OCSP RESPONSE").span)
            guard let block = try? blocks.first?.get(), let response = try? OCSPResponse(der: block.bytes) else {
                throw Problem(sentence: "ocsp: an OCSP response in Base64 is wanted")
            }
            return response
        }
    }
}
