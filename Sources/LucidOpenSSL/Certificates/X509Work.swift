import LucidObjectNames
import LucidOpenSSLConfiguration
import LucidOpenSSLText
import LucidX509

/// What `x509` does, from reading to writing.
struct X509Work {
    let options: X509Options
    private var output = TextOutput()
    /// Whether the CA's number came from a file, and the like: for `--explain`.
    private(set) var issuer: Certificate?

    init(_ options: X509Options) { self.options = options }

    private var arguments: Arguments { options.arguments }

    /// Does it all. Returns the exit code.
    mutating func run() throws(Failure) -> Int32 {
        let passphrase = try PassphraseSource.read(arguments.value("passin"))
        let extensionFile = try X509Extensions(arguments)
        for warning in options.warnings { Console.talk(warning + "\n") }
        guard try needsStructure() else {
            let code = try finish(CertificateInput.octets(options.input, form: options.inputForm))
            explainNothing()
            return code
        }
        var signer = try X509Signer(options, passphrase)
        var source: Certificate?
        var draft = try begin(signer.publicKey, &source)
        if arguments.has("preserve_dates"), options.isRequest || options.isNew {
            Console.talk("Warning: ignoring -preserve_dates option with -req or -new\n")
        }
        try signer.readAuthority(options, passphrase)
        issuer = signer.authority
        try change(&draft, signer)
        try extensionFile?.add(to: &draft, issuer: signer.authority, issuerKey: signer.publicKey)
        if options.makesRequest { return try finishRequest(draft, signer, source, extensionFile) }
        if source == nil || options.signs || isChanged {
            let made = try complete(draft, signer, source, extensionFile)
            let octets = made.certificate.der.array
            // openssl keeps the encoding that it read where -ext alone leaves extensions out.
            let isKept = !options.signs && !isEncodedAnew
            let result = try finish(isKept ? source?.der.array ?? octets : octets, shown: octets)
            explain(made, signer)
            return result
        }
        guard let source else { return 1 }
        let code = try finish(source.der.array)
        explainNothing()
        return code
    }

    /// Whether the certificate has to be understood: to print it, openssl's lenient reader is enough.
    private func needsStructure() throws(Failure) -> Bool {
        options.isRequest || options.isNew || options.signs || isChanged || options.makesRequest
    }

    /// Whether something of a certificate that is not signed anew is changed all the same.
    private var isChanged: Bool { isEncodedAnew || arguments.has("ext") }

    private var isEncodedAnew: Bool {
        ["set_serial", "subj", "force_pubkey", "clrext", "extfile"].contains { arguments.has($0) }
    }

    /// The certificate that is to be, before anything is changed.
    private func begin(_ key: PublicKey?, _ source: inout Certificate?) throws(Failure) -> CertificateDraft {
        if options.isNew {
            // The key of -force_pubkey takes this one's place, where there is one.
            let file = arguments.value("force_pubkey")
            let info = try file.map { path throws(Failure) in try KeyInput.publicKey(path).info } ?? key?.info
            guard let info else { throw Failure("The -new option requires using the -key or -force_pubkey option") }
            return X509Source.empty(subject: Name([RelativeDistinguishedName]()), key: info)
        }
        let file = FaceFile.shown(options.input)
        guard options.isRequest else {
            let octets = try CertificateInput.octets(options.input, form: options.inputForm)
            let certificate = try CertificateInput.certificate(octets, file)
            source = certificate
            return X509Source.draft(of: certificate, file: file)
        }
        let request = try CertificateInput.request(
            options.input, form: options.inputForm, failing: "Unable to load certificate request input")
        try X509Source.checkSignature(request, options.nameFormat)
        var draft = try X509Source.draft(of: request, file: file)
        if !options.copiesExtensions { draft.extensions = [] }
        return draft
    }

    /// Everything that flags change before extensions are added.
    private func change(_ draft: inout CertificateDraft, _ signer: borrowing X509Signer) throws(Failure) {
        try changeSubjectAndKey(&draft, signer)
        let isFresh = options.isRequest || options.isNew
        if isFresh || options.signs { changeDates(&draft) }
        if let number = options.serialNumber {
            draft.tbs.serialNumber = number
            draft.origins.serialNumber = .flag("-set_serial", value: arguments.value("set_serial"))
        } else if let authority = options.authority {
            (draft.tbs.serialNumber, draft.origins.serialNumber) = try SerialNumberFile.next(
                arguments.value("CAserial"), certificate: authority, creates: arguments.has("CAcreateserial"),
                of: "x509")
        } else if isFresh {
            draft.tbs.serialNumber = SerialNumberFile.random()
            draft.origins.serialNumber = .preset("a random number, as nobody gives one")
        }
        if let certificate = signer.authority, let file = options.authority {
            draft.tbs.issuer = certificate.subject
            draft.origins.issuer = Array(repeating: .issuer(file), count: certificate.subject.attributeCount)
        } else if signer.hasKey || isFresh {
            draft.tbs.issuer = draft.tbs.subject
            draft.origins.issuer = draft.origins.subject
        }
        changeExtensions(&draft)
    }

    private func changeSubjectAndKey(_ draft: inout CertificateDraft, _ signer: borrowing X509Signer) throws(Failure) {
        if let line = arguments.value("subj") {
            let subject = try SubjectArgument.read(line, NameMaker(names: ObjectNames()), of: "x509")
            draft.tbs.subject = subject.name
            draft.origins.subject = subject.parts.map(\.origin)
        }
        if let path = arguments.value("force_pubkey") {
            draft.tbs.subjectPublicKeyInfo = try KeyInput.publicKey(path).info
            draft.origins.key = .flag("-force_pubkey", value: path)
        } else if let key = signer.publicKey, let path = options.signingKey {
            draft.tbs.subjectPublicKeyInfo = key.info
            draft.origins.key = .flag(arguments.has("signkey") ? "-signkey" : "-key", value: path)
        }
    }

    private func changeDates(_ draft: inout CertificateDraft) {
        guard !arguments.has("preserve_dates") || options.isRequest || options.isNew else { return }
        let now = CalendarTime.now
        let days = options.days ?? 30
        draft.tbs.validity = Validity(notBefore: now, notAfter: now.adding(seconds: Int64(days) * 86_400))
        draft.origins.notBefore = .computed("the time of the signature")
        draft.origins.notAfter =
            options.days.map { .flag("-days", value: "\($0)") } ?? .preset("30 days, as nobody gives -days")
    }

    private func changeExtensions(_ draft: inout CertificateDraft) {
        if arguments.has("clrext") {
            if options.extensionNames != nil { Console.talk("Warning: Ignoring -ext since -clrext is given\n") }
            draft.extensions = []
        } else if let wanted = options.extensionNames {
            let names = Set(wanted.split(separator: ",").map { $0.filter { $0 != " " } })
            draft.extensions.removeAll { !names.contains(ObjectNames().short($0.value.extnID)) }
        }
    }

    /// Signs the certificate, or leaves the old signature where nothing signs.
    private func complete(
        _ draft: CertificateDraft, _ signer: borrowing X509Signer, _ source: Certificate?,
        _ extensionFile: X509Extensions?
    ) throws(Failure) -> SignedDraft {
        guard signer.hasKey else {
            guard let source else {
                throw Failure("We need a private key to sign with, use -key or -CAkey or -CA with private key")
            }
            return draft.unsigned(source)
        }
        if signer.authority != nil, let source { try X509Signer.checkSelfSigned(source, draft) }
        return try signer.sign(draft, options)
    }

    /// Writes a request instead of a certificate: `-x509toreq`.
    private mutating func finishRequest(
        _ draft: CertificateDraft, _ signer: borrowing X509Signer, _ source: Certificate?,
        _ extensionFile: X509Extensions?
    ) throws(Failure) -> Int32 {
        guard options.signingKey != nil, signer.hasKey else {
            throw Failure("Must specify request signing key using -key")
        }
        let request = try X509ToRequest(options: options).request(draft, signer, extensionFile, source)
        if !options.isQuiet {
            let octets = request.der.array
            output.put(
                octets: options.outputForm == .der
                    ? octets : PEMBlock.encode(label: "CERTIFICATE REQUEST", bytes: octets.span))
        }
        let made = try signer.sign(draft, options)
        try X509Printing(options: options, der: made.certificate.der.array).write(to: &output)
        try FaceFile.write(output.octets, to: options.output, of: "x509")
        explainNothing(making: "a request of a certificate")
        return 0
    }

    /// Prints, checks and writes the certificate.
    ///
    /// - Parameter shown: the certificate as it is printed, where that differs from the one that is written.
    private mutating func finish(_ der: [UInt8], shown: [UInt8]? = nil) throws(Failure) -> Int32 {
        try X509Printing(options: options, der: der, shown: shown).write(to: &output)
        let checks = X509Checks(options: options)
        if let seconds = options.seconds {
            let expires = try checks.expires(der, within: seconds, to: &output)
            try FaceFile.write(output.octets, to: options.output, of: "x509")
            return expires ? 1 : 0
        }
        try checks.write(der, to: &output)
        if !options.isQuiet { try output.put(octets: file(of: der)) }
        try FaceFile.write(output.octets, to: options.output, of: "x509")
        return 0
    }

    /// The certificate as it is written.
    private func file(of der: [UInt8]) throws(Failure) -> [UInt8] {
        var cursor = DERCursor(DERBytes(der))
        var octets = (try? cursor.anyElementBytes(""))?.array ?? der
        if arguments.has("badsig"), let last = octets.indices.last { octets[last] ^= 1 }
        return options.outputForm == .der ? octets : PEMBlock.encode(label: "CERTIFICATE", bytes: octets.span)
    }

    /// Where the certificate is the one that was read, or the result is none.
    private func explainNothing(making result: String? = nil) {
        if arguments.has("explain") { Console.talk(UnexplainedResult.line(of: "x509", making: result)) }
    }

    private func explain(_ made: SignedDraft, _ signer: borrowing X509Signer) {
        guard arguments.has("explain") else { return }
        let explanation = Explanation(
            made.certificate, origins: made.origins, issuer: issuer, file: options.output ?? "-",
            fixes: .certificate(extensionFile: arguments.value("extfile")),
            unusedFlags: X509UnusedFlags(options: options).all(made))
        Console.talk(explanation.text(octets: made.certificate.der.array))
    }
}
