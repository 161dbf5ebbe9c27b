import LucidObjectNames
import LucidOpenSSLText
import LucidX509

/// What `req` prints and writes: in its own order, not in that of the flags.
struct ReqPrinting {
    let options: ReqOptions
    let names: ObjectNames

    func write(_ result: ReqWork.Result, to output: inout TextOutput) throws(Failure) {
        let arguments = options.arguments
        let (subject, key) = parts(result)
        if arguments.has("pubkey") {
            output.put(octets: PEMBlock.encode(label: "PUBLIC KEY", bytes: key.derEncoded.span))
        }
        if arguments.has("text") { try text(result, to: &output) }
        if arguments.has("subject") {
            NameLine(format: options.nameFormat, names: names).write("subject=", subject, to: &output)
        }
        if arguments.has("modulus") { modulus(key, to: &output) }
        if !options.isQuiet { output.put(octets: file(result)) }
    }

    private func modulus(_ key: SubjectPublicKeyInfo, to output: inout TextOutput) {
        switch try? PublicKey(key) {
        case .rsa, .rsaPSS: PublicKeyText(key)?.modulus(to: &output)
        default: output.put("Modulus=Wrong Algorithm type\n")
        }
    }

    private func parts(_ result: ReqWork.Result) -> (Name, SubjectPublicKeyInfo) {
        switch result {
        case .request(let request):
            (request.certificationRequestInfo.subject, request.certificationRequestInfo.subjectPKInfo)
        case .certificate(let certificate): (certificate.subject, certificate.subjectPublicKeyInfo)
        }
    }

    private func text(_ result: ReqWork.Result, to output: inout TextOutput) throws(Failure) {
        switch result {
        case .request:
            RequestText(der: result.der, names: names)?.write(
                to: &output, format: options.nameFormat, options: options.textOptions)
        case .certificate:
            CertificateText(der: result.der, names: names)?.write(
                to: &output, format: options.nameFormat, options: options.textOptions)
        }
    }

    private func file(_ result: ReqWork.Result) -> [UInt8] {
        let der = result.der
        if options.outputForm == .der { return der }
        let label =
            switch result {
            case .certificate: "CERTIFICATE"
            case .request: options.arguments.has("newhdr") ? "NEW CERTIFICATE REQUEST" : "CERTIFICATE REQUEST"
            }
        return PEMBlock.encode(label: label, bytes: der.span)
    }
}
