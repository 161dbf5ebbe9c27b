import LucidAuthority
import LucidOpenSSLConfiguration
import LucidX509

/// `-gencrl`: makes a CRL of the revoked certificates in the database.
struct RevocationListMaking {
    let settings: AuthoritySettings
    private let isVerbose: Bool

    init(_ settings: AuthoritySettings) {
        self.settings = settings
        isVerbose = settings.arguments.has("verbose")
    }

    func make(
        of index: AuthorityIndex, signer: borrowing AuthoritySigner, scheme: SignatureScheme
    ) throws(Failure) {
        guard let issuer = signer.certificate else { throw Failure("ca: a CRL needs the CA's certificate") }
        let section = settings.setting("crlexts", "crl_extensions")?.text
        let maker = ExtensionMaker(
            configuration: settings.configuration, names: settings.names, stringMask: try settings.stringMask())
        if let section {
            var rehearsal = ExtensionContext.rehearsal
            do throws(ConfigurationProblem) { try maker.extensions(section: section, context: &rehearsal) } catch {
                throw Failure("Error checking CRL extension section \(section): \(error.description)")
            }
        }
        var counter = try settings.optional("crlnumber").map { line throws(Failure) in
            try CounterFile(line.text, what: "CRL number")
        }
        let times = try times()
        if isVerbose { Console.talk("making CRL\n") }
        let (thisUpdate, nextUpdate) = try times()
        let entries = try RevocationListEntries(names: settings.names).entries(of: index)
        if isVerbose { Console.talk("signing CRL\n") }
        var context = ExtensionContext(issuer: .certificate(issuer))
        if let section {
            do throws(ConfigurationProblem) { try maker.extensions(section: section, context: &context) } catch {
                throw Failure("Error adding CRL extensions from section \(section): \(error.description)")
            }
        }
        var extensions = context.made.map(\.value)
        if let number = counter?.take() {
            extensions.append(Extension(CRLNumber(number: number.number), critical: false))
        }
        try counter?.writeNew()
        let list = try sign(
            with: signer.key, by: scheme
        ) { algorithm in
            TBSCertList(
                signature: algorithm, issuer: issuer.subject, thisUpdate: DERTime(thisUpdate),
                nextUpdate: DERTime(nextUpdate), revokedCertificates: entries, crlExtensions: Extensions(extensions),
                isVersion2: section != nil)
        }
        let octets = PEMBlock.encode(label: "X509 CRL", bytes: list.der.array.span)
        // A list leaves when its number is taken, so that no two lists have the same one.
        let staged = try FaceFile.stage(octets, to: settings.arguments.value("out"))
        try counter?.rotate()
        try staged.finish()
    }

    private func sign(
        with key: borrowing SigningKey, by scheme: SignatureScheme, _ contents: (AlgorithmIdentifier) -> TBSCertList
    ) throws(Failure) -> RevocationList {
        do throws(SigningKey.Problem) {
            let tbs = contents(try key.identifier(of: scheme))
            let message = tbs.derEncoded
            return RevocationList(
                tbsCertList: tbs, signatureAlgorithm: tbs.signature, signature: try key.sign(message.span, by: scheme))
        } catch { throw Failure("ca: the CRL can not be signed: \(IssuingProblem.signing(error).sentence)") }
    }

    /// When the list is of, and when the next one is due: what the command line says or else, where it names none of days, hours and
    /// seconds, the configuration's days and hours together.
    private func times() throws(Failure) -> () throws(Failure) -> (CalendarTime, CalendarTime) {
        let arguments = settings.arguments
        var days = try arguments.positiveNumber("crldays") ?? 0
        var hours = try arguments.positiveNumber("crlhours") ?? 0
        let seconds = try arguments.positiveNumber("crlsec") ?? 0
        if days == 0, hours == 0, seconds == 0 {
            do throws(ConfigurationProblem) {
                days = try settings.configuration.number("default_crl_days", in: settings.section) ?? 0
                hours = try settings.configuration.number("default_crl_hours", in: settings.section) ?? 0
            } catch { throw Failure(error.description) }
        }
        guard days != 0 || hours != 0 || seconds != 0 || arguments.has("crl_nextupdate") else {
            throw Failure("cannot lookup how long until the next CRL is issued (give -crldays or default_crl_days)")
        }
        guard max(days, hours / 24, seconds / 86400) < 3_000_000 else {
            throw Failure("error setting CRL nextUpdate (its year would have more than four digits)")
        }
        let life = Int64(days) * 86400 + Int64(hours) * 3600 + Int64(seconds)
        return { () throws(Failure) in
            let now = CalendarTime.now
            let thisUpdate = try Self.time(arguments.value("crl_lastupdate"), "lastUpdate") ?? now
            let nextUpdate =
                try Self.time(arguments.value("crl_nextupdate"), "nextUpdate") ?? now.adding(seconds: life)
            guard nextUpdate.components.year <= 9999 else {
                throw Failure("error setting CRL nextUpdate (its year would have more than four digits)")
            }
            return (thisUpdate, nextUpdate)
        }
    }

    private static func time(_ text: String?, _ what: String) throws(Failure) -> CalendarTime? {
        guard let text else { return nil }
        guard let time = OpenSSLTime.time(text) else {
            throw Failure("error setting CRL \(what) (write YYMMDDHHMMSSZ or YYYYMMDDHHMMSSZ)")
        }
        return time
    }
}
