import LucidOpenSSLConfiguration

/// Who put each part of a certificate or of a request there.
///
/// The lists of names and extensions are in the order of the encoding, one entry an attribute or extension. What a request does
/// not have, as the issuer, is not asked for.
struct CertificateOrigins: Hashable, Sendable {
    var version: Origin = .computed("v3 where there are extensions, else v1")
    var serialNumber: Origin = .preset("a random number, as nobody gives one")
    /// The algorithm of the signature, which stands in a certificate twice.
    var algorithm: Origin = .preset("the key's usual signature algorithm")
    var issuer: [Origin] = []
    var notBefore: Origin = .computed("the time of the signature")
    var notAfter: Origin = .preset("30 days, as nobody gives -days")
    var subject: [Origin] = []
    var key: Origin = .computed("the public half of the private key")
    var extensions: [Origin] = []
    /// Of a request: its attributes in the order of the encoding, extensionRequest too.
    var attributes: [Origin] = []
    var signature: Origin = .computed("the signature over all before it")
}

extension Origin {
    /// For people: a flag as it is typed, a line of a file as it is written.
    ///
    /// - Parameter line: reads the line of a configuration file, for what it says; nil where it can not.
    func text(line: (ConfigurationPlace) -> String?) -> String {
        switch self {
        case .flag(let name, let value):
            return name + (value.map { " " + $0.quotedForTheShell } ?? "")
        case .configuration(let place):
            let written = line(place) ?? place.name
            return "\(place.file):\(place.line) [\(place.section)] \(written)"
        case .answer(let question): return "the answer to \"\(question)\""
        case .request(let file): return "the request \(file)"
        case .issuer(let file): return "the issuer's certificate \(file)"
        case .counter(let file): return "the next number of \(file)"
        case .preset(let sentence): return "openssl's preset: \(sentence)"
        case .computed(let sentence): return "computed: \(sentence)"
        }
    }
}

extension String {
    /// As a shell takes it for one word.
    var quotedForTheShell: String {
        let plain = !isEmpty && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./:=,@+%".contains($0)) }
        return plain ? self : "'\(self)'"
    }
}
