import LucidX509

/// Every PEM block comes out of its own text as itself, and what a file holds can be shown.
func fuzzPEM(_ input: [UInt8]) throws(BrokenPromise) {
    for block in PEMReader.blocks(in: input.span) {
        switch block {
        case .failure(let error): try expectSafe(error.sentence)
        case .success(let block):
            let text = PEMBlock.encode(label: block.label, bytes: block.bytes.span, headers: block.headers)
            let again = PEMReader.blocks(in: text.span)
            let copy = again.count == 1 ? try? again[0].get() : nil
            try expect(
                copy?.bytes == block.bytes && copy?.label == block.label && copy?.headers == block.headers,
                "a block is read from its text as itself")
        }
    }
    for entry in PKIFile(input).entries {
        switch entry.content {
        case .request(let request):
            try expect(request.derEncoded == request.der.array, "a request is written as it was read")
            try expectSafe(RequestReport.text(request))
            try expectSafe(RequestReport.json(request).text)
        case .publicKey(let key):
            try expectSafe(KeyReport.text(key))
            try expectSafe(KeyReport.json(key).text)
        case .unusable(let problem): try expectSafe(problem.sentence(line: entry.line))
        case .certificate, .revocationList, .privateKey, .signedData, .pfx, .other: break
        }
    }
    _ = CertificateFile(input)
}
