package import LucidCrypto
package import LucidDER

/// What the certificates of a lesson follow from, besides the command: words and a day. Neither the clock nor chance has a part in
/// them, so they are the same on every machine and on every day.
package struct Lesson: Hashable, Sendable {
    package let seed: TeachingSeed
    /// When the certificates begin to be valid.
    package let beginning: CalendarTime
    /// How long they are all valid; nil for as long as their profiles say.
    let life: Lifetime?

    /// - Parameter time: when the certificates begin, and their lives are then the usual ones. Without it they all are valid for
    ///   the ten years from 2026 to 2035: a hand-out without a day stays true, and its commands work, for that long.
    package init(_ seed: TeachingSeed, from time: CalendarTime?) {
        self.seed = seed
        beginning = time ?? Self.usualBeginning
        life = time == nil ? .days(3652) : nil
    }

    /// 2026-01-01T00:00:00Z. It must never change: hand-outs are printed.
    private static let usualBeginning = CalendarTime(secondsSince1970: 1_767_225_600)

    /// The profile with the lesson's life.
    package func adapted(_ profile: CertificateProfile) -> CertificateProfile {
        var profile = profile
        if let life { profile.life = life }
        return profile
    }

    /// Whether certificates can state that they begin then (RFC 5280 §4.1.2.5: a UTCTime for the years up to 2049, which it has from
    /// 1950 on).
    package static func canBegin(at time: CalendarTime) -> Bool { time.components.year >= 1950 }

    /// Whether a certificate with such a life ends before the calendar does, with the year 9999 (RFC 5280 §4.1.2.5).
    package func fits(_ profile: CertificateProfile) -> Bool {
        let end = profile.validity(from: beginning).notAfter.time
        return end.secondsSince1970 - beginning.secondsSince1970 == profile.life.seconds - 1
    }
}
