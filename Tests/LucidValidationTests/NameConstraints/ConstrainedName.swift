import LucidDER
import LucidModel
import LucidTestSupport

@testable import LucidValidation

/// How a name stands to a subtree.
enum Relation: String, Hashable, Sendable {
    /// Permitting the subtree permits it, excluding the subtree excludes it.
    case within
    /// The other way round.
    case outside
    /// Part of what it stands for is within: it is neither permitted nor left alone.
    case partly
    /// Refused either way, because the name is malformed.
    case badName
    /// Refused either way, because the base is malformed.
    case badBase
    /// Refused either way, because the URI has no host name.
    case noHost

    init(_ name: GeneralName, to base: GeneralSubtree) throws {
        let certificate = try Relation.certificate([name])
        let permitted = Set(try Self.problems(of: certificate, permitted: [base]).map(\.kind))
        let excluded = Set(try Self.problems(of: certificate, excluded: [base]).map(\.kind))
        switch (permitted, excluded) {
        case ([], ["excluded"]): self = .within
        case (["notPermitted"], []): self = .outside
        case (["notPermitted"], ["excluded"]): self = .partly
        case (["malformedName"], ["malformedName"]): self = .badName
        case (["malformedConstraint"], ["malformedConstraint"]): self = .badBase
        case (["uriWithoutHostName"], ["uriWithoutHostName"]): self = .noHost
        default: throw ProgramProblem("permitted: \(permitted), excluded: \(excluded)")
        }
    }

    /// A certificate for these names; the subject is empty unless given.
    static func certificate(_ names: [GeneralName], subject: Name = Name([])) throws -> Certificate {
        let world = try World.shared.get()
        var tbs = world.serverCertificate.tbsCertificate
        tbs.subject = subject
        tbs.extensions = Extensions(names.isEmpty ? [] : [Extension(SubjectAltName(names: names), critical: true)])
        return Certificate(
            tbsCertificate: tbs, signatureAlgorithm: world.serverCertificate.signatureAlgorithm, signature: [0])
    }

    static func problems(
        of certificate: Certificate, permitted: [GeneralSubtree]? = nil, excluded: [GeneralSubtree]? = nil
    ) throws -> [NameConstraintViolation.Problem] {
        var state = NameConstraintsState()
        state.add(NameConstraints(permittedSubtrees: permitted, excludedSubtrees: excluded), certificateIndex: 1)
        var left = 1000
        return try state.violations(of: CertificateFacts(certificate), comparisonsLeft: &left).map(\.problem)
    }
}

extension NameConstraintViolation.Problem {
    /// The problem in a word.
    var kind: String {
        switch self {
        case .notPermitted: "notPermitted"
        case .excluded: "excluded"
        case .unprocessable(let reason, _): reason.rawValue
        }
    }
}

extension GeneralSubtree {
    static func dns(_ base: String) -> GeneralSubtree? { GeneralName.dns(base).map { GeneralSubtree(base: $0) } }
    static func email(_ base: String) -> GeneralSubtree? { GeneralName.email(base).map { GeneralSubtree(base: $0) } }
    static func uri(_ base: String) -> GeneralSubtree? { GeneralName.uri(base).map { GeneralSubtree(base: $0) } }
    /// From hexadecimal digits.
    static func ip(_ base: String) -> GeneralSubtree { GeneralSubtree(base: .iPAddress(DERBytes(hex(base)))) }
    static func directory(_ base: Name) -> GeneralSubtree { GeneralSubtree(base: .directoryName(base)) }
}

extension GeneralName {
    /// A SmtpUTF8Mailbox (RFC 9598 §3).
    static func internationalEmail(_ address: String) -> GeneralName {
        let value = DERWriter.encode { writer in
            if let string = DERString(address, as: .utf8) { writer.string(string) }
        }
        return .otherName(type: OID.smtpUTF8Mailbox, value: DERBytes(value))
    }
}
