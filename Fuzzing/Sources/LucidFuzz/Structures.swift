import LucidX509

// Decoders. Whatever they take has to come out again as the same octets, and its report must be made without a trap.

/// Walks through all elements, into everything that is constructed.
func fuzzDER(_ input: [UInt8]) {
    var cursor = DERCursor(input)
    _ = try? walk(&cursor)
}

private func walk(_ cursor: inout DERCursor) throws(DERError) {
    while let tag = cursor.nextTag {
        if tag.octet & 0x20 != 0 {
            try cursor.constructed(tag, "") { inner throws(DERError) in try walk(&inner) }
        } else {
            _ = try cursor.anyElement()
        }
    }
}

func fuzzCertificate(_ input: [UInt8]) {
    guard let certificate = try? Certificate(der: input) else { return }
    precondition(certificate.derEncoded == input, "written otherwise than it was read")
    _ = CertificateReport.text(certificate)
    _ = CertificateReport.json(certificate).text
    try? certificate.checkSignature(signer: certificate.subjectPublicKeyInfo)
}

func fuzzCRL(_ input: [UInt8]) {
    guard let list = try? RevocationList(der: input) else { return }
    precondition(list.derEncoded == input, "written otherwise than it was read")
    _ = RevocationListReport.text(list)
    _ = RevocationListReport.json(list).text
}

/// Every block comes out again as itself.
func fuzzPEM(_ input: [UInt8]) {
    for case .success(let block) in PEMReader.blocks(in: input.span) {
        let again = PEMReader.blocks(in: Array(block.text.utf8).span)
        precondition(again.count == 1 && (try? again[0].get())?.bytes == block.bytes, "read otherwise than written")
    }
    _ = PKIFile(input)
    _ = CertificateFile(input)
}

func fuzzOCSP(_ input: [UInt8]) {
    if let response = try? OCSPResponse(der: input) {
        precondition(response.derEncoded == input, "written otherwise than it was read")
    }
    if let request = try? OCSPRequest(der: input) {
        precondition(request.derEncoded == input, "written otherwise than it was read")
    }
}
