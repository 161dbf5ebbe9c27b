import LucidX509

/// PKCS #7: whatever is read is written as it was, in definite form.
func fuzzPKCS7(_ input: [UInt8]) throws(BrokenPromise) {
    try expectDefiniteFormStays(input)
    guard let content = try read({ () throws(DERError) in try ContentInfo(file: input) })?.content,
        let bundle = try read({ () throws(DERError) in try SignedData(der: content, "SignedData") })
    else { return }
    try expect(bundle.derEncoded == content.array, "a bundle is written as it was read")
    try expectSafe(SignedDataReport.text(bundle))
    try expectSafe(SignedDataReport.json(bundle).text)
    for problem in SignedDataReport.problems(bundle) { try expectSafe(problem) }
}

/// PKCS #12 files under the passphrase of the fixtures. Nothing that was altered has a MAC that holds, so they are opened
/// once more without one.
func fuzzPKCS12(_ input: [UInt8]) throws(BrokenPromise) {
    try expectDefiniteFormStays(input)
    guard let pfx = try read({ () throws(DERError) in try PFX(file: input) }) else { return }
    try open(pfx)
    if pfx.macData != nil { try open(PFX(authSafe: pfx.authSafe, macData: nil)) }
}

private func open(_ pfx: PFX) throws(BrokenPromise) {
    let contents: PKCS12Contents, protection: PKCS12ProtectionReport
    do throws(PKCS12Problem) {
        protection = try pfx.protection()
        contents = try pfx.open(passphrase: SecretBytes(copying: passphrase.span), iterationLimit: 2000)
    } catch {
        try expectSafe(error.sentence)
        return
    }
    try expectSafe(PKCS12Report.text(contents, protection, showsSecrets: true))
    try expectSafe(PKCS12Report.json(contents, protection, showsSecrets: true).text)
    for unreadable in contents.unreadable { try expectSafe(unreadable.sentence) }
}

/// The passphrase of the fixtures.
private let passphrase = Array("lucid-fixture".utf8)

/// What is in definite form already stays as it is.
private func expectDefiniteFormStays(_ input: [UInt8]) throws(BrokenPromise) {
    guard let definite = try? BER.definiteForm(of: DERBytes(input)) else { return }
    let again = try? BER.definiteForm(of: DERBytes(definite))
    try expect(again == .some(nil), "the definite form stays as it is")
}

/// What is read, or nil after the error has been put into words.
private func read<Structure>(_ decode: () throws(DERError) -> Structure) throws(BrokenPromise) -> Structure? {
    do throws(DERError) { return try decode() } catch {
        try expectSafe(error.sentence)
        return nil
    }
}
