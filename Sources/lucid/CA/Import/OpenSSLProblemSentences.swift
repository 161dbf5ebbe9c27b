import LucidAuthority
import LucidX509

extension OpenSSLFolder.Problem {
    /// The problem as one sentence that begins with the file.
    var sentence: String {
        switch self {
        case .file(let problem): problem.sentence
        case .missing(let what, let tried):
            "\(what) was not found; tried \(tried.joined(separator: ", ")) in the folder; name it with \(what == "the index" ? "--index" : "--certificate")"
        case .noCertificate(let path): "\(path.safeToShow): has no usable certificate"
        case .index(let path, let problem): "\(path.safeToShow): \(problem.sentence)"
        case .badCRLNumber(let path): "\(path.safeToShow): is no CRL number in hexadecimal"
        case .otherCertificate(let path, let line, let difference):
            "\(path.safeToShow): \(difference.words) (the index has it on line \(line))"
        }
    }
}

extension OpenSSLFolder.Problem.Difference {
    fileprivate var words: String {
        switch self {
        case .serialNumber: "has another serial number than its name says"
        case .notAfter: "ends at another time than the index says"
        case .issuer: "was issued by another CA"
        case .signature: "its signature is not by this CA's key"
        }
    }
}

extension OpenSSLIndexProblem {
    /// `line 7, revocation date: …`
    var sentence: String {
        let place = field == .line ? "line \(line)" : "line \(line), \(field.rawValue)"
        return "\(place): \(reason.words)"
    }
}

extension OpenSSLIndexProblem.Reason {
    fileprivate var words: String {
        switch self {
        case .fieldCount(let count): "has \(count) fields, and should have 6 with tabs between them"
        case .unknownFlag(let text): "“\(short(text))” is not V, R or E"
        case .badTime(let text): "“\(short(text))” is no time (YYMMDDHHMMSSZ or YYYYMMDDHHMMSSZ)"
        case .missing: "is empty"
        case .unexpected(let text): "is “\(short(text))”, though the certificate is not revoked"
        case .unknownReason(let text): "“\(short(text))” is no reason that openssl knows"
        case .reasonWithoutValue(let text): "\(short(text)) has to be followed by a value"
        case .badSerialNumber(let text):
            "“\(short(text))” is no serial number: an even number of hexadecimal digits, at most 40"
        case .repeatedSerialNumber(let serial, let first): "\(serial) is on line \(first) already"
        }
    }

    /// As much of a field as fits into a message.
    private func short(_ text: String) -> String {
        text.count > 40 ? String(text.prefix(40)).safeToShow + "…" : text.safeToShow
    }
}

extension AuthorityAdoption.Problem {
    var sentence: String {
        switch self {
        case .noCA: "the certificate is not a CA's (basicConstraints, RFC 5280 §4.2.1.9)"
        case .keyOfAnother: "the key is not the one that the CA's certificate is for"
        case .rootNeeded(let issuer):
            "this is an intermediate CA: import the folder of its root (\(issuer)) first, or name the root's certificate with --root"
        case .notIssuedBy(let root): "the CA's certificate was not issued by \(root)"
        }
    }
}
