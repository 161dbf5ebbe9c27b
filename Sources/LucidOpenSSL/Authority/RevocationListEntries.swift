import LucidAuthority
import LucidObjectNames
import LucidX509

/// The entries of a CRL, of the rows of the database that are revoked.
struct RevocationListEntries {
    let names: ObjectNames

    /// In the order that openssl writes: shorter serial numbers first, and of equal length the smaller ones.
    func entries(of index: AuthorityIndex) throws(Failure) -> [RevokedCertificate] {
        try index.rows.filter(\.isRevoked)
            .map { row throws(Failure) in (SerialNumber(row[.serial], isLong: true), row) }
            .sorted { a, b in
                a.0.octets.count == b.0.octets.count
                    ? a.0.octets.lexicographicallyPrecedes(b.0.octets) : a.0.octets.count < b.0.octets.count
            }
            .map { serial, row throws(Failure) in try entry(serial, try row.readRevocation(names: names)) }
    }

    private func entry(
        _ serial: SerialNumber, _ revocation: OpenSSLRevocation
    ) throws(Failure) -> RevokedCertificate {
        var extensions: [Extension] = []
        // RFC 5280 §5.3.1 asks for no reason in place of `unspecified`; openssl writes what the index says.
        if let reason = revocation.reason { extensions.append(Extension(ReasonCode(reason), critical: false)) }
        if let since = revocation.invalidSince {
            extensions.append(Extension(InvalidityDate(date: since), critical: false))
        }
        if let instruction = revocation.holdInstruction, let identifier = names.identifier(instruction) {
            let value = DERWriter.encode { $0.objectIdentifier(identifier) }
            extensions.append(
                Extension(extnID: Self.holdInstructionCode, critical: false, extnValue: DERBytes(value)))
        }
        return RevokedCertificate(
            userCertificate: serial.number, revocationDate: DERTime(revocation.time),
            crlEntryExtensions: Extensions(extensions))
    }

    /// id-holdInstruction's extension (RFC 3280 §5.3.2, gone since RFC 5280).
    private static let holdInstructionCode = ObjectIdentifier(2, 5, 29, 23)
}

extension SerialNumber {
    /// From an even number of hexadecimal digits, however many: the index has been looked through.
    fileprivate init(_ text: String, isLong: Bool) {
        let values = text.compactMap(\.hexDigitValue)
        self.init(
            octets: stride(from: 0, to: values.count - values.count % 2, by: 2).map {
                UInt8(values[$0] << 4 | values[$0 + 1])
            })
    }
}
