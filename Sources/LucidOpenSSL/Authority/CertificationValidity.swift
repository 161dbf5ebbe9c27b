import LucidAuthority
import LucidOpenSSLConfiguration
import LucidX509

/// From when to when certificates are to be valid: `-startdate`, `-enddate`, `-days` and their lines in the configuration.
struct CertificationValidity {
    let start: (time: CalendarTime, origin: Origin)?
    let end: (time: CalendarTime, origin: Origin)?
    /// Zero where there is an end.
    let days: Int
    let daysOrigin: Origin

    init(_ settings: AuthoritySettings) throws(Failure) {
        start = try Self.time(settings.setting("startdate", "default_startdate"), "start")
        end = try Self.time(settings.setting("enddate", "default_enddate"), "end")
        if let days = try settings.arguments.positiveNumber("days") {
            self.days = days
            daysOrigin = .flag("-days", value: String(days))
        } else {
            let line = settings.optional("default_days")
            do throws(ConfigurationProblem) {
                days = try settings.configuration.number("default_days", in: settings.section) ?? 0
            } catch { throw Failure(error.description) }
            daysOrigin = line.map { .configuration($0.place) } ?? .preset("no days")
        }
        guard days != 0 || end != nil else {
            throw Failure("cannot lookup how many days to certify for (give -days, -enddate or default_days)")
        }
    }

    private static func time(
        _ setting: AuthoritySettings.Setting?, _ what: String
    ) throws(Failure) -> (time: CalendarTime, origin: Origin)? {
        guard let setting else { return nil }
        guard let time = OpenSSLTime.time(setting.text) else {
            throw Failure("\(what) date is invalid, it should be YYMMDDHHMMSSZ or YYYYMMDDHHMMSSZ")
        }
        return (time, setting.origin)
    }

    /// The validity of a certificate that is made now, and the days that the dialogue tells. Days count from now on, also where
    /// the start is another time.
    func validity(now: CalendarTime) throws(Failure) -> (value: Validity, days: Int) {
        let begin = start?.time ?? now
        if let end {
            return (
                Validity(notBefore: begin, notAfter: end.time),
                Int((end.time.secondsSince1970 - now.secondsSince1970) / Self.day)
            )
        }
        // Four digits of a year are all that a time has (X.680 §46.2).
        let end = now.adding(seconds: Int64(min(days, Self.dayLimit)) * Self.day)
        guard days < Self.dayLimit, end.components.year <= 9999 else {
            throw Failure("\(days) days from now the year has more than four digits; give fewer -days")
        }
        return (Validity(notBefore: begin, notAfter: end), days)
    }

    private static let day: Int64 = 86400
    private static let dayLimit = 4_000_000
}
