import LucidAuthority

/// Looks whether the database has the subject or the serial number of a new certificate already.
enum ClashReport {
    static func check(_ row: OpenSSLIndexRow, in index: AuthorityIndex) throws(Failure) {
        if let other = index.validRow(name: row[.name]) {
            throw Failure("ERROR:There is already a certificate for \(row[.name])\n\(details(other))")
        }
        if let other = index.row(serial: row[.serial]) {
            throw Failure(
                """
                ERROR:Serial number \(row[.serial]) has already been issued,
                      check the database/serial_file for corruption
                \(details(other))
                """)
        }
    }

    private static func details(_ row: OpenSSLIndexRow) -> String {
        var lines = ["The matching entry has the following details"]
        let state =
            switch row[.flag].first {
            case "E": "Expired"
            case "R": "Revoked"
            case "V": "Valid"
            default: "\ninvalid type, Database error"
            }
        lines.append("Type          :\(state)")
        // openssl shows the day of expiry here too.
        if row.isRevoked { lines.append("Was revoked on:\(row[.expiry])") }
        lines.append("Expires on    :\(row[.expiry])")
        lines.append("Serial Number :\(row[.serial])")
        lines.append("File name     :\(row[.file])")
        lines.append("Subject Name  :\(row[.name])")
        return lines.joined(separator: "\n")
    }
}
