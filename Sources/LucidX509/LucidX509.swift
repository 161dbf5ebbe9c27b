// The façade: `import LucidX509` is all that most programs need to parse, verify and issue certificates.
//
//     import LucidX509
//
//     let root = try CertificateAuthority.root(named: "My Root CA", key: .generate(.p256))
//     let key = try SigningKey.generate(.p256)
//     let certificate = try root.server(names: ["localhost"], key: key.publicKey)
//     let verdict = Verifier(trustAnchors: [root.certificate]).verify(certificate, identity: ReferenceIdentity("localhost"))
//
// It re-exports the layers that make it up, and adds what they leave out on purpose: the system's clock and the system's
// trusted roots. Everything below this module takes the time as a parameter.

@_exported public import LucidClients
@_exported public import LucidCrypto
@_exported public import LucidDER
@_exported public import LucidFiles
@_exported public import LucidIssuing
@_exported public import LucidModel
@_exported public import LucidNumber
@_exported public import LucidPEM
@_exported public import LucidReport
@_exported public import LucidSignature
@_exported public import LucidValidation
