import LucidAuthority
import LucidObjectNames

extension AuthorityIndex {
    /// Looks whether each row makes sense, as openssl does before it uses them; only `-status` goes without.
    func check(names: ObjectNames) throws(Failure) {
        for (index, row) in rows.enumerated() {
            if !row.isRevoked, !row[.revocation].isEmpty {
                throw Failure("entry \(index + 1): not revoked yet, but has a revocation date")
            }
            if row.isRevoked {
                do throws(Failure) { _ = try row.readRevocation(names: names) } catch {
                    throw Failure("\(error.message)\n in entry \(index + 1)")
                }
            }
            guard OpenSSLTime.time(row[.expiry]) != nil else {
                throw Failure("entry \(index + 1): invalid expiry date")
            }
            try Self.checkSerial(row[.serial], entry: index + 1)
        }
    }

    private static func checkSerial(_ text: String, entry: Int) throws(Failure) {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let count = digits.utf8.count
        guard count >= 2, count % 2 == 0 else { throw Failure("entry \(entry): bad serial number length (\(count))") }
        if let bad = digits.utf8.first(where: { Character(Unicode.Scalar($0)).hexDigitValue == nil }) {
            let octal = String(bad, radix: 8)
            throw Failure(
                "entry \(entry): bad char 0\(octal) '\(Character(Unicode.Scalar(bad)))' in serial number")
        }
    }
}

extension OpenSSLIndexRow {
    /// When and why the certificate was revoked.
    func readRevocation(names: ObjectNames) throws(Failure) -> OpenSSLRevocation {
        let text = self[.revocation]
        let revocation: OpenSSLRevocation
        do throws(OpenSSLIndexProblem.Reason) { revocation = try OpenSSLRevocation(text) } catch {
            throw Failure(Self.sentence(error, in: text))
        }
        if let instruction = revocation.holdInstruction, names.identifier(instruction) == nil {
            throw Failure("invalid object identifier \(instruction)")
        }
        return revocation
    }

    private static func sentence(_ reason: OpenSSLIndexProblem.Reason, in text: String) -> String {
        switch reason {
        case .unknownReason(let name): "invalid reason code \(name)"
        case .reasonWithoutValue(let name):
            name.lowercased() == "holdinstruction" ? "missing hold instruction" : "missing compromised time"
        case .badTime(let time) where text.split(separator: ",").first.map(String.init) ?? "" != time:
            "invalid compromised time \(time)"
        default: "invalid revocation date \(text.split(separator: ",").first ?? "")"
        }
    }
}
