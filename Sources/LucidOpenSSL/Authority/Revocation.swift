import LucidAuthority
import LucidX509

/// `-revoke`, which marks a certificate in the database as revoked, and `-valid`, which only adds it.
struct Revocation {
    let settings: AuthoritySettings

    init(_ settings: AuthoritySettings) { self.settings = settings }

    func apply(_ wishes: AuthorityWishes, to index: inout AuthorityIndex) throws(Failure) {
        guard let file = wishes.input else { throw Failure("no input files") }
        let certificate = try CertificateInput.certificate(file, what: "certificate to be revoked")
        let row = OpenSSLIndexRow(
            validUntil: OpenSSLTime.text(certificate.validity.notAfter.time),
            serialNumber: SerialNumber(certificate.serialNumber),
            name: OpenSSLName.text(certificate.subject, names: settings.names))
        let serial = row[.serial]
        if let present = index.row(serial: serial) {
            if present[.name] != row[.name] { throw Failure("ERROR:name does not match \(row[.name])") }
            if wishes.isOnlyListed { throw Failure("ERROR:Already present, serial number \(serial)") }
            if present.isRevoked { throw Failure("ERROR:Already revoked, serial number \(serial)") }
        } else {
            Console.talk("Adding Entry with serial number \(serial) to DB for \(row[.name])\n")
            index.append(row)
        }
        if !wishes.isOnlyListed {
            Console.talk("Revoking Certificate \(index.row(serial: serial)?[.serial] ?? serial).\n")
            let text = try revocation()
            index.change(serial: serial) { row in
                row[.flag] = "R"
                row[.revocation] = text
            }
        }
        try index.writeNew()
        try index.rotate()
        Console.talk("Database updated\n")
    }

    /// The index's third field: when, why, and what else is known. Of several flags that say why the last one counts.
    private func revocation() throws(Failure) -> String {
        var revocation = OpenSSLRevocation(time: .now)
        let flags = ["crl_reason", "crl_hold", "crl_compromise", "crl_CA_compromise"]
        guard let given = settings.arguments.given.last(where: { flags.contains($0.name) }), let value = given.value
        else { return revocation.text ?? "" }
        switch given.name {
        case "crl_reason":
            guard let reason = OpenSSLRevocation.reason(named: value) else {
                throw Self.wrong("Unknown CRL reason \(value)")
            }
            revocation.reason = reason
        case "crl_hold":
            guard settings.names.identifier(value) != nil else {
                throw Self.wrong("Invalid object identifier \(value)")
            }
            (revocation.reason, revocation.holdInstruction) = (.certificateHold, value)
        default:
            guard value.count == 15, let time = OpenSSLTime.time(value) else {
                throw Self.wrong("Invalid time format \(value). Need YYYYMMDDHHMMSSZ")
            }
            revocation.reason = given.name == "crl_compromise" ? .keyCompromise : .cACompromise
            revocation.invalidSince = time
        }
        return revocation.text ?? ""
    }

    private static func wrong(_ problem: String) -> Failure { Failure("\(problem)\nError in revocation arguments") }
}
