import LucidOpenSSLText
import LucidX509

/// Whether a server's chain is to be trusted, told as `s_client` tells it: while it is being verified, certificate by certificate.
struct ServerVerification {
    let outcome: VerifyOutcome
    private let format: NameFormat
    /// Whether the first error ends it (`-verify_return_error`).
    private let endsAtError: Bool
    /// Whether only errors are told (`-verify_quiet`).
    private let isQuiet: Bool

    /// Verifies what a server sent, its own certificate first.
    init(_ certificates: [[UInt8]], _ arguments: Arguments) throws(Failure) {
        var options = try VerificationOptions(arguments)
        options.purpose = options.purpose ?? .sslserver
        endsAtError = arguments.has("verify_return_error")
        isQuiet = arguments.has("verify_quiet")
        options.passedOver = endsAtError ? [] : Set(VerifyError.allCases)
        let sources = try VerifySources(arguments)
        format = try arguments.nameFormat()
        let server: Certificate
        do throws(DERError) { server = try Certificate(der: certificates.first ?? []) } catch {
            throw Failure("\(arguments.command): the server's certificate can not be read: \(error.sentence)")
        }
        outcome = Verification.verify(
            server, untrusted: certificates.dropFirst().compactMap { try? Certificate(der: $0) }, lists: sources.lists,
            trust: sources.trust, store: sources.store, options: options)
    }

    /// The number and the words of the last error; 0 where there is none.
    var code: (number: Int, text: String) { outcome.lastError.map { (Int($0.rawValue), $0.text) } ?? (0, "ok") }

    /// Whether the connection ends here because somebody asked for it.
    var isRefused: Bool { endsAtError && outcome.lastError != nil }

    /// For standard error.
    var talk: String {
        // OpenSSL tells the errors as it meets them. It visits the certificates one by one only for signatures and times, from the
        // trusted one down, and tells each visit too.
        let events = outcome.events.filter { !$0.isInCRLPath }
        let firstVisit = events.firstIndex { Self.errorsOfVisits.contains($0.error) }
        let firstAfter = events.firstIndex { Self.errorsAfterVisits.contains($0.error) }
        var text = events[..<(firstVisit ?? firstAfter ?? events.count)].map(lines).joined()
        let isOver = endsAtError && !text.isEmpty
        for depth in outcome.chain.indices.reversed() where !isOver {
            let here = events.filter { $0.depth == depth && Self.errorsOfVisits.contains($0.error) }
            text += here.map(lines).joined()
            if endsAtError, !here.isEmpty { return text }
            if !isQuiet { text += "depth=\(depth) \(format.text(of: outcome.chain[depth].subject))\nverify return:1\n" }
        }
        return text + (firstAfter.map { events[$0...].map(lines).joined() } ?? "")
    }

    private static let errorsOfVisits: Set<VerifyError> = [
        .unableToDecodeIssuerKey, .certificateSignature, .notYetValid, .expired, .unableToVerifyLeafSignature,
    ]
    /// Names that constraints refuse, and policies.
    private static let errorsAfterVisits: Set<VerifyError> = [
        .permittedViolation, .excludedViolation, .subtreeMinMax, .unsupportedConstraintType,
        .unsupportedConstraintSyntax, .unsupportedNameSyntax, .invalidPolicyExtension, .noExplicitPolicy,
    ]

    /// The lines about one error.
    private func lines(_ event: VerifyEvent) -> String {
        let name = event.certificate.map { format.text(of: $0.subject) } ?? "<no cert>"
        var text = "depth=\(event.depth) \(name)\nverify error:num=\(event.error.rawValue):\(event.error.text)\n"
        if let certificate = event.certificate { text += detail(event.error, certificate) }
        return endsAtError ? text : text + (isQuiet ? "" : "verify return:1\n")
    }

    /// What belongs to some errors.
    private func detail(_ error: VerifyError, _ certificate: Certificate) -> String {
        guard let lines = CertificateLines(der: certificate.der.array) else { return "" }
        var output = TextOutput()
        switch error {
        case .unableToGetIssuer: return "issuer= \(format.text(of: certificate.issuer))\n"
        case .notYetValid: lines.notBefore(to: &output)
        case .expired: lines.notAfter(to: &output)
        default: break
        }
        return String(decoding: output.octets, as: UTF8.self)
    }
}
