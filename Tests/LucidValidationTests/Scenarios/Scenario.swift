import LucidDER
import LucidModel
import LucidValidation
import Testing

/// A change to the usual chain, and exactly what the verifier has to say about it under a profile.
///
/// The files beside this one have a list for each topic; what is accepted stands beside what is refused.
struct Scenario: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let profile: Profile
    let isAccepted: Bool
    /// The findings: errors of what is refused, warnings of what is accepted.
    let expected: [Failure]
    let change: Change

    typealias Change = @Sendable (World, inout Trial) throws -> Void

    static func refused(
        _ name: String, by profile: Profile = .private, _ expected: [Failure], _ change: @escaping Change
    ) -> Scenario {
        Scenario(
            testDescription: "\(name) (\(profile.name))", profile: profile, isAccepted: false, expected: expected,
            change: change)
    }

    static func accepted(
        _ name: String, by profile: Profile = .private, warnings: [Failure] = [], _ change: @escaping Change
    ) -> Scenario {
        Scenario(
            testDescription: "\(name) (\(profile.name))", profile: profile, isAccepted: true, expected: warnings,
            change: change)
    }

    static let all: [Scenario] =
        structures + extensions + criticalities + keys + web + signatures + anchors + times + authorities
        + nameConstraints + policies + purposes + identities
    static let refused = all.filter { !$0.isAccepted }
    static let accepted = all.filter(\.isAccepted)

    func trial() throws -> Trial {
        let world = try World.shared.get()
        var trial = Trial(world)
        trial.profile = profile
        try change(world, &trial)
        return trial
    }
}

extension Trial {
    typealias Edit = (inout TBSCertificate) -> Void

    /// Another certificate for the server.
    mutating func leaf(_ w: World, _ extensions: [Extension] = World.leaf(), change: Edit = { _ in }) throws {
        target = try w.middle.certify(w.server, extensions, change: change)
    }

    /// A certificate for the server whose commonName is its host's name.
    mutating func site(
        _ w: World, to: CalendarTime = World.to, _ extensions: [Extension] = World.leaf(), change: Edit = { _ in }
    ) throws {
        target = try w.middle.certify(w.site, to: to, extensions, change: change)
    }

    /// Another certificate for the intermediate.
    mutating func middle(_ w: World, _ extensions: [Extension] = World.ca(), change: Edit = { _ in }) throws {
        intermediates = [try w.root.certify(w.middle, extensions, change: change)]
    }

    /// Another certificate for the root.
    mutating func root(_ w: World, _ extensions: [Extension] = World.ca(), change: Edit = { _ in }) throws {
        anchors = [try w.root.certify(w.root, extensions, change: change)]
    }
}

extension TBSCertificate {
    /// Takes an extension out.
    mutating func remove(_ extnID: ObjectIdentifier) {
        extensions = Extensions(extensions.all.filter { $0.extnID != extnID })
    }
}

/// Extensions that are wrong or unknown.
enum Strange {
    static let unknown = ObjectIdentifier(2, 999, 1)
    static func unknown(critical: Bool) -> Extension {
        Extension(extnID: unknown, critical: critical, extnValue: [5, 0])
    }
    static let malformed = Extension(extnID: OID.freshestCRL, critical: false, extnValue: [0x30, 0x80])
}
