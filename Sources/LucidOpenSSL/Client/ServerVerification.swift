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
    private let isPartialChainWelcome: Bool
    /// The name of the certificate that the host of `-verify_hostname` matches; nil where nobody asks, or none does.
    let peerName: String?

    /// Verifies what a server sent, its own certificate first.
    init(_ certificates: [[UInt8]], _ arguments: Arguments) throws(Failure) {
        var options = try VerificationOptions(arguments)
        options.purpose = options.purpose ?? .sslserver
        endsAtError = arguments.has("verify_return_error")
        isQuiet = arguments.has("verify_quiet")
        isPartialChainWelcome = options.has(.partialChain)
        options.passedOver = endsAtError ? [] : Set(VerifyError.allCases)
        let sources = try VerifySources(arguments)
        format = try arguments.nameFormat()
        let server: Certificate
        do throws(DERError) { server = try Certificate(der: certificates.first ?? []) } catch {
            throw Failure("\(arguments.command): the server's certificate can not be read: \(error.sentence)")
        }
        peerName = options.host.flatMap { HostCheck.name(matching: $0, ExaminedCertificate(server)) }
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
        var steps = events.prefix { !Self.isOfVisits($0) && !Self.isAfterVisits($0) }.map(Step.error)
        let isOver = endsAtError && !steps.isEmpty
        for depth in visitedDepths where !isOver {
            steps += events.filter { $0.depth == depth && Self.isOfVisits($0) }.map(Step.error)
            steps.append(.visit(depth))
        }
        steps += events.filter(Self.isAfterVisits).map(Step.error)
        return text(of: steps)
    }

    /// From the top of the chain down. A topmost certificate that is not its own issuer's is passed over, since nothing vouches for
    /// it, but where that is asked for (`-partial_chain`) or it is the only one.
    private var visitedDepths: ReversedCollection<Range<Int>> {
        let chain = outcome.chain
        let isWhole = chain.count < 2 || isPartialChainWelcome || chain.last.map(Self.isSelfIssued) ?? true
        return (0..<(isWhole ? chain.count : chain.count - 1)).reversed()
    }

    private static func isSelfIssued(_ certificate: Certificate) -> Bool {
        let examined = ExaminedCertificate(certificate)
        return examined.hasLikelyIssued(examined)
    }

    private enum Step {
        case error(VerifyEvent)
        /// A certificate is well, or its errors were passed over.
        case visit(Int)
    }

    private func text(of steps: [Step]) -> String {
        var text = ""
        // OpenSSL keeps the last error, and shows what belongs to it with every certificate that follows.
        var last: VerifyError?
        for step in steps {
            switch step {
            case .error(let event):
                last = event.error
                text += "depth=\(event.depth) \(name(event.certificate))\n"
                text += "verify error:num=\(event.error.rawValue):\(event.error.text)\n"
                text += event.certificate.map { detail(event.error, $0) } ?? ""
                if endsAtError { return text }
            case .visit(let depth):
                if isQuiet { continue }
                text += "depth=\(depth) \(name(outcome.chain[depth]))\n"
                text += last.map { detail($0, outcome.chain[depth]) } ?? ""
            }
            if !isQuiet { text += "verify return:1\n" }
        }
        return text
    }

    private func name(_ certificate: Certificate?) -> String {
        certificate.map { format.text(of: $0.subject) } ?? "<no cert>"
    }

    private static func isOfVisits(_ event: VerifyEvent) -> Bool { errorsOfVisits.contains(event.error) }
    private static func isAfterVisits(_ event: VerifyEvent) -> Bool { errorsAfterVisits.contains(event.error) }

    private static let errorsOfVisits: Set<VerifyError> = [
        .unableToDecodeIssuerKey, .certificateSignature, .notYetValid, .expired, .unableToVerifyLeafSignature,
    ]
    /// Names that constraints refuse, and policies.
    private static let errorsAfterVisits: Set<VerifyError> = [
        .permittedViolation, .excludedViolation, .subtreeMinMax, .unsupportedConstraintType,
        .unsupportedConstraintSyntax, .unsupportedNameSyntax, .invalidPolicyExtension, .noExplicitPolicy,
    ]

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
