/// The server's certificate and those that lead from it towards a root.
///
///     opaque ASN.1Cert<1..2^24-1>;
///
///     struct {
///         ASN.1Cert certificate_list<0..2^24-1>;
///     } Certificate;
///
/// Source: RFC 5246 §7.4.2
struct CertificateMessage: Hashable {
    /// Each in DER, as it was sent; whether it is a certificate is not asked here.
    let certificates: [[UInt8]]

    init(_ body: ArraySlice<UInt8>) throws(TLSMalformation) {
        var reader = PresentationReader(body, "Certificate")
        var list = PresentationReader(try reader.vector(lengthOctets: 3, "certificate_list"), "Certificate")
        try reader.end()
        var certificates: [[UInt8]] = []
        while !list.isAtEnd {
            let certificate = try list.vector(lengthOctets: 3, "certificate_list")
            guard !certificate.isEmpty else {
                throw TLSMalformation("Certificate.certificate_list", .empty, "RFC 5246 §7.4.2")
            }
            certificates.append(Array(certificate))
        }
        self.certificates = certificates
    }
}
