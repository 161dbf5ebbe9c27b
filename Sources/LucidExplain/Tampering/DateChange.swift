public import LucidDER
public import LucidModel

extension CertificateChange {
    /// Moves notAfter.
    ///
    /// - Parameters:
    ///   - end: the new end; nil for ten years after the old one, or after `time` where that is later.
    ///   - time: the moment that the verification is about, so that an expired certificate is valid again.
    public static func date(
        to end: CalendarTime?, of certificate: Certificate, at time: CalendarTime
    ) throws(Problem) -> CertificateChange {
        let old = certificate.validity.notAfter.time
        guard let new = end ?? later(than: max(old, time)) else {
            throw Problem("notAfter is \(old) already, and no later time can be written")
        }
        guard new != old else { throw Problem("notAfter is \(old) already") }
        var surgery = DERSurgery(certificate.der.array)
        guard let line = surgery.lines.first(where: { $0.path == "tbsCertificate.validity.notAfter" }) else {
            throw Problem("there is no notAfter in it")
        }
        let element = DERWriter.encode { $0.time(DERTime(new)) }
        let isUTC = element.first == DERTag.utcTime.octet
        let hasOtherType = element.first != surgery.octets[line.range.lowerBound]
        let reason =
            isUTC
            ? ", now a UTCTime, as RFC 5280 §4.1.2.5 asks for the years 1950 to 2049"
            : ", now a GeneralizedTime, as UTCTime has the years 1950 to 2049 only (RFC 5280 §4.1.2.5.1)"
        surgery.replace(line.range, with: element)
        return CertificateChange(
            .date, certificate, surgery.octets,
            "notAfter \(old) → \(new)" + (hasOtherType ? reason : ""))
    }

    private static func later(than time: CalendarTime) -> CalendarTime? {
        let parts = time.components
        // Of all days only the 29th of February may be missing ten years later.
        let isLeapDay = parts.month == 2 && parts.day == 29
        return CalendarTime(
            year: parts.year + 10, month: parts.month, day: isLeapDay ? 28 : parts.day, hour: parts.hour,
            minute: parts.minute, second: parts.second)
    }
}
