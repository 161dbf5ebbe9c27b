import ArgumentParser
import LucidX509

/// The options of commands that make certificates for a lesson.
struct LessonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Make the same files on every machine, from these words. UNSAFE: for lessons only.", valueName: "words"),
        transform: TeachingSeed.parse)
    var teachingSeed: TeachingSeed?

    @Option(
        help: ArgumentHelp(
            "With --teaching-seed: when the certificates begin, such as 2026-09-01. Default: 2026-01-01, for ten years.",
            valueName: "time"),
        transform: Self.parseBeginning)
    var from: CalendarTime?

    func validate() throws {
        if from != nil, teachingSeed == nil {
            throw ValidationError("--from goes with --teaching-seed; other certificates begin when they are made")
        }
    }

    /// The lesson, where there is one.
    var lesson: Lesson? { teachingSeed.map { Lesson($0, from: from) } }

    /// Ends with exit code 2 where a certificate of the lesson would not end before the calendar of certificates does.
    func check(_ profile: CertificateProfile) throws {
        guard let lesson, !lesson.fits(profile) else { return }
        Terminal.complain(
            "lucid: --from \(lesson.beginning): a certificate would be valid beyond the year 9999, which none can state; take an earlier time"
        )
        throw ExitCode.unusable
    }

    private static func parseBeginning(_ argument: String) throws -> CalendarTime {
        guard let time = CalendarTime(argument) else {
            throw ValidationError("allowed is 2026-09-01, 2026-09-01T08:00:00Z or @ and seconds since 1970")
        }
        guard Lesson.canBegin(at: time) else {
            throw ValidationError("certificates can not state a time before the year 1950 (RFC 5280 §4.1.2.5)")
        }
        return time
    }
}
