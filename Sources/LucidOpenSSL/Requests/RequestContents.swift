import LucidOpenSSLConfiguration
import LucidX509

/// A request in the making, with who put each part there.
struct RequestContents {
    var subject: Name
    var key: SubjectPublicKeyInfo
    /// In the order of the answers; a SET puts them into the order of their octets.
    var attributes: [(attribute: Attribute, origin: Origin)] = []
    var extensions: [MadeExtension] = []
    var origins = CertificateOrigins()

    init(subject: Name, key: SubjectPublicKeyInfo) {
        self.subject = subject
        self.key = key
    }

    /// Signs the request.
    func signed(
        with key: borrowing SigningKey, by scheme: SignatureScheme, of command: String
    ) throws(Failure) -> CertificateRequest {
        var all = attributes.map(\.attribute)
        if !extensions.isEmpty {
            let value = DERBytes(Extensions(extensions.map(\.value)).derEncoded)
            all.append(Attribute(type: OID.extensionRequest, values: [value]))
        }
        let info = CertificationRequestInfo(subject: subject, subjectPKInfo: self.key, attributes: all)
        let message = info.derEncoded
        do throws(SigningKey.Problem) {
            return CertificateRequest(
                certificationRequestInfo: info, signatureAlgorithm: try key.identifier(of: scheme),
                signature: try key.sign(message.span, by: scheme))
        } catch {
            throw Failure("\(command): the request can not be signed: \(IssuingProblem.signing(error).sentence)")
        }
    }

    /// Who put the parts of the signed request there. The attributes are in the order of the encoding.
    func finishedOrigins(_ request: CertificateRequest) -> CertificateOrigins {
        var origins = origins
        origins.extensions = extensions.map(\.origin)
        let written = (try? CertificateRequest(der: request.der.array)) ?? request
        origins.attributes = written.certificationRequestInfo.attributes.map { attribute in
            attributes.first { $0.attribute == attribute }?.origin ?? .computed("the list of extensions")
        }
        return origins
    }
}
