public import LucidDER
import LucidModel

/// The database of `openssl ca`: `index.txt`, a line a certificate, six fields with tabs between them.
///
///     V|E|R  expiry  [revocation[,reason[,value]]]  serial  file  /subject
///
/// The file is always called `unknown`. A tab in a field has a backslash before it; a line that begins with `#` is none.
public enum OpenSSLIndex {
    /// One line.
    public struct Entry: Hashable, Sendable {
        /// Counted from 1.
        public let line: Int
        public let serialNumber: SerialNumber
        public let notAfter: CalendarTime
        public let revocation: CertificateRecord.Revocation?
        /// It was on hold, and is not any more.
        public let isReleased: Bool
        /// As it stands there.
        public let name: String

        /// The subject by RFC 4514 where the name can be taken apart, else the name as it stands there. Where a certificate has an
        /// empty subject, openssl writes its serial number.
        public var subject: String {
            if name.isEmpty || SerialNumber(name) == serialNumber { return "" }
            return OpenSSLName.name(name)?.description ?? name
        }
    }

    /// Reads an index whole.
    public static func read(_ octets: [UInt8]) throws(OpenSSLIndexProblem) -> [Entry] {
        var entries: [Entry] = []
        var lines: [SerialNumber: Int] = [:]
        for (index, octets) in octets.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated() {
            // An editor on Windows may have been at it.
            let line = octets.last == 0x0d ? octets.dropLast() : octets
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            let entry = try entry(line, number: index + 1)
            if let firstLine = lines.updateValue(entry.line, forKey: entry.serialNumber) {
                throw OpenSSLIndexProblem(
                    line: entry.line, field: .serial,
                    reason: .repeatedSerialNumber(entry.serialNumber, firstLine: firstLine))
            }
            entries.append(entry)
        }
        return entries
    }

    private static func entry(_ line: ArraySlice<UInt8>, number: Int) throws(OpenSSLIndexProblem) -> Entry {
        let fields = OpenSSLIndexRow.fields(line).map { String(decoding: $0, as: UTF8.self) }
        func problem(_ field: OpenSSLIndexProblem.Field, _ reason: OpenSSLIndexProblem.Reason) -> OpenSSLIndexProblem {
            OpenSSLIndexProblem(line: number, field: field, reason: reason)
        }
        guard fields.count == OpenSSLIndexRow.Column.allCases.count else {
            throw problem(.line, .fieldCount(fields.count))
        }
        let (flag, expiry, revoked, serial) = (fields[0], fields[1], fields[2], fields[3])
        guard ["V", "R", "E"].contains(flag) else { throw problem(.flag, .unknownFlag(flag)) }
        guard let notAfter = OpenSSLTime.time(expiry) else {
            throw problem(.expiry, expiry.isEmpty ? .missing : .badTime(expiry))
        }
        var revocation: OpenSSLRevocation?
        if flag == "R" {
            guard !revoked.isEmpty else { throw problem(.revocation, .missing) }
            do throws(OpenSSLIndexProblem.Reason) { revocation = try OpenSSLRevocation(revoked) } catch {
                throw problem(.revocation, error)
            }
        } else if !revoked.isEmpty {
            throw problem(.revocation, .unexpected(revoked))
        }
        guard serial.utf8.count % 2 == 0, !serial.contains(":"), let serialNumber = SerialNumber(serial) else {
            throw problem(.serial, serial.isEmpty ? .missing : .badSerialNumber(serial))
        }
        // `removeFromCRL`: it had been on hold, and is not any more (RFC 5280 §5.3.1).
        let isReleased = revocation?.reason == .removeFromCRL
        return Entry(
            line: number, serialNumber: serialNumber, notAfter: notAfter,
            revocation: isReleased ? nil : revocation?.record, isReleased: isReleased, name: fields[5])
    }

    /// The line of a certificate, with its line feed.
    ///
    /// - Returns: the line, and whether openssl has words for all of the revocation.
    static func line(_ record: CertificateRecord, at time: CalendarTime) -> (text: String, isWhole: Bool) {
        let (revoked, isWhole) = record.revocation.map(OpenSSLRevocation.text) ?? ("", true)
        let flag =
            switch record.state(at: time) {
            case .valid: "V"
            case .expired: "E"
            case .revoked: "R"
            }
        let serial = serialText(record.serialNumber)
        let subject = ((try? record.certificate())?.subject).map { OpenSSLName.text($0) } ?? oneLine(record.subject)
        let row = OpenSSLIndexRow(
            flag: flag, expiry: OpenSSLTime.text(record.notAfter), revocation: revoked, serial: serial,
            name: subject.isEmpty ? serial : subject)
        return (String(decoding: row.octets, as: UTF8.self), isWhole)
    }

    /// Upper-case hexadecimal, two digits an octet: openssl refuses an odd number of digits.
    public static func serialText(_ serialNumber: SerialNumber) -> String { serialNumber.description.uppercased() }

    /// The subject of a certificate that only an index knew. Nothing but people reads it.
    private static func oneLine(_ subject: String) -> String {
        if subject.isEmpty || subject.hasPrefix("/") { return subject }
        return (try? Name(subject)).map { OpenSSLName.text($0) } ?? "/" + subject.filter { !$0.isNewline }
    }
}
