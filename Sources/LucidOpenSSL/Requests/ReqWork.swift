import LucidObjectNames
import LucidOpenSSLConfiguration
import LucidOpenSSLText
import LucidX509

/// What `req` does, from the key to the file.
struct ReqWork {
    let settings: ReqSettings

    init(_ settings: ReqSettings) { self.settings = settings }

    /// What comes out: a request, or the certificate that is made of one.
    enum Result {
        case request(CertificateRequest)
        case certificate(Certificate)
    }

    private var options: ReqOptions { settings.options }
    private var arguments: Arguments { settings.options.arguments }

    /// Does it all. Returns the exit code.
    mutating func run() throws(Failure) -> Int32 {
        if arguments.has("CAkey"), options.authority == nil {
            Console.talk("Warning: Ignoring -CAkey option since no -CA option is given\n")
        }
        let key = try ReqKey.obtain(settings)
        let read = try options.isNew ? nil : readRequest()
        if options.makesCertificate { return try makeCertificate(key, read) }
        guard options.isNew else {
            guard let read else { return 1 }
            return try finish(.request(withSubject(read)), explanation: nil)
        }
        let made: ReqMaking.Made
        switch key {
        case .some(let key): made = try ReqMaking(settings: settings).request(key)
        case .none: throw Failure("req: there is no key to sign with; give -key or -newkey")
        }
        let explanation = Explanation(
            made.request, origins: made.origins, file: options.output ?? "-",
            unusedFlags: ReqUnusedFlags(options: options).all(usesDigest: isDigestUsed(made.request.signatureAlgorithm))
        )
        return try finish(.request(made.request), explanation: explanation)
    }

    private mutating func makeCertificate(
        _ key: consuming ReqKey?, _ read: CertificateRequest?
    ) throws(Failure) -> Int32 {
        let subjectKey = read.map {
            ($0.certificationRequestInfo.subjectPKInfo, Origin.request(FaceFile.shown(options.input)))
        }
        let own = Self.publicPart(key)
        let signer = try ReqSigner(settings, key)
        guard let subject = subjectKey ?? own else {
            throw Failure("Must provide a signature key using -key or provide -CA / -CAkey")
        }
        let made = try ReqCertificate(settings: settings).certificate(signer, read, key: subject.0, origin: subject.1)
        let explanation = Explanation(
            made.certificate, origins: made.origins, issuer: signer.authority, file: options.output ?? "-",
            fixes: .request,
            unusedFlags: ReqUnusedFlags(options: options).all(
                usesDigest: isDigestUsed(made.certificate.signatureAlgorithm)))
        if arguments.has("verify"), let read { verify(read) }
        return try finish(.certificate(made.certificate), explanation: explanation)
    }

    private static func publicPart(_ key: borrowing ReqKey?) -> (SubjectPublicKeyInfo, Origin)? {
        switch key {
        case .some(let key): (key.info, key.flag)
        case .none: nil
        }
    }

    private func isDigestUsed(_ algorithm: AlgorithmIdentifier) -> Bool { algorithm.algorithm != OID.ed25519 }

    private func readRequest() throws(Failure) -> CertificateRequest {
        try CertificateInput.request(
            options.input, form: options.inputForm, failing: "Unable to load X509 request")
    }

    /// `-subj` with `-in`: the name is another one, and the signature does not hold any more, as with openssl.
    private func withSubject(_ request: CertificateRequest) throws(Failure) -> CertificateRequest {
        guard let line = arguments.value("subj") else { return request }
        let info = request.certificationRequestInfo
        if arguments.has("verbose") { Console.talk("Modifying subject of certificate request\n") }
        let subject = try SubjectArgument.read(line, settings.nameMaker, of: "req").name
        return CertificateRequest(
            certificationRequestInfo: CertificationRequestInfo(
                subject: subject, subjectPKInfo: info.subjectPKInfo, attributes: info.attributes),
            signatureAlgorithm: request.signatureAlgorithm, signature: request.signature.bytes.array)
    }

    /// Says whether the request's own key signed it.
    private func verify(_ request: CertificateRequest) {
        let holds: Void? = try? request.checkSignature()
        Console.talk(
            holds != nil
                ? "Certificate request self-signature verify OK\n"
                : "Certificate request self-signature verify failure\n")
    }

    /// Whether the result goes where the private key is: it then stands behind the key, and does not take its place.
    private var sharesKeyFile: Bool {
        guard let path = options.output, let keyPath = ReqKey.output(settings) else { return false }
        return path == keyPath || FileIdentity.areSame(path, keyPath)
    }

    /// Checks, prints and writes.
    private func finish(_ result: Result, explanation: Explanation?) throws(Failure) -> Int32 {
        if case .request(let request) = result, arguments.has("verify") { verify(request) }
        var output = TextOutput()
        try ReqPrinting(options: options, names: settings.names).write(result, to: &output)
        if sharesKeyFile {
            try FaceFile.append(output.octets, to: options.output, of: "req")
        } else {
            try FaceFile.write(output.octets, to: options.output, of: "req")
        }
        if arguments.has("explain") {
            Console.talk(explanation?.text(octets: result.der) ?? UnexplainedResult.line(of: "req"))
        }
        return 0
    }
}

extension ReqWork.Result {
    var der: [UInt8] {
        switch self {
        case .request(let request): request.der.array
        case .certificate(let certificate): certificate.der.array
        }
    }
}
