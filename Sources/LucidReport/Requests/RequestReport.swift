import LucidDER
public import LucidModel
import LucidSignature

/// A certification request for people and as JSON.
public enum RequestReport {
    /// Some lines, indented by two spaces.
    public static func text(_ request: CertificateRequest, style: TextStyle = .plain) -> String {
        let info = request.certificationRequestInfo
        var lines: [String] = []
        func line(_ label: String, _ value: String) { lines.append("  \(style.faint(label.padded(to: 13))) \(value)") }

        line("subject", info.subject.shown)
        line("public key", info.subjectPKInfo.shown)
        for number in info.subjectPKInfo.shownNumbers { CertificateReport.wrap(number, into: &lines, style) }
        switch info.requestedExtensions {
        case .success(let extensions)?: CertificateReport.add(extensions, "asks for", to: &lines, style)
        case .failure(let error)?: line("asks for", "extensions that can not be decoded: \(error.sentence)")
        case nil: break
        }
        for attribute in info.attributes where attribute.type != OID.extensionRequest {
            line("attribute", attribute.type.nameOrNumbers)
        }
        line("signed with", request.signatureAlgorithm.algorithm.nameOrNumbers)
        line(
            "signature",
            signatureProblem(request).map { style.bad("✗ ") + $0 } ?? style.good("✓ ")
                + "made with the key that it is for")
        return lines.joined(separator: "\n")
    }

    /// One object. Its members are documented in `Documentation/json.md`.
    public static func json(_ request: CertificateRequest) -> JSONValue {
        let info = request.certificationRequestInfo
        var extensions: JSONValue?
        if case .success(let requested)? = info.requestedExtensions { extensions = .array(requested.all.map(\.json)) }
        return .object([
            "version": .number(info.version + 1),
            "subject": info.subject.json,
            "subjectPublicKeyInfo": info.subjectPKInfo.json,
            "requestedExtensions": extensions,
            "attributes": .array(
                info.attributes.map {
                    .object([
                        "type": .string($0.type.nameOrNumbers), "oid": .string($0.type.description),
                        "values": .strings($0.values.map { hexadecimal($0) }),
                    ])
                }),
            "signatureAlgorithm": request.signatureAlgorithm.json,
            "signatureValue": .string(hexadecimal(request.signature.bytes)),
            "signatureHolds": .bool(signatureProblem(request) == nil),
        ])
    }

    /// Why the request's signature does not hold (RFC 2986 §3: it proves possession of the private key); nil where it does.
    public static func signatureProblem(_ request: CertificateRequest) -> String? {
        do throws(SignatureProblem) {
            try request.checkSignature()
            return nil
        } catch { return error.statement }
    }
}
