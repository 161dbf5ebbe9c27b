import LucidReport
import LucidValidation

/// What a path's drawing tells beside the arrow to a certificate and below its box: a line for each question, in place
/// of one for each check.
enum PathEdge {
    /// A question about a certificate or about the one that issued it.
    enum Topic: CaseIterable {
        case signature, names, validity, isCA, pathLength, mayIssue, constraints, policies, revocation

        /// Whether it is asked of the issuer.
        var isAboutIssuer: Bool { [.isCA, .pathLength, .mayIssue].contains(self) }

        /// Whether a check answers it.
        func has(_ check: Check) -> Bool {
            switch self {
            case .signature: check == .signature
            case .names: check == .nameChaining
            case .validity: check == .notBefore || check == .notAfter
            case .isCA: check == .isCA
            case .pathLength: check == .pathLength
            case .mayIssue: check == .keyCertSign
            case .constraints:
                [.permittedSubtrees, .excludedSubtrees, .nameConstraintsProcessable, .nameComparisons].contains(check)
            case .policies: [.explicitPolicy, .policyMappingNotAny, .acceptablePolicy].contains(check)
            case .revocation: check.id.hasPrefix("revocation.")
            }
        }

        /// What is to be read where all of its checks hold.
        func sentence(_ checks: [VerificationStory.MadeCheck]) -> String {
            switch self {
            case .signature:
                "the key above made its signature (\(Self.fact("algorithm", checks)), \(Self.fact("key", checks)))"
            case .names: "its issuer is the subject above"
            case .validity: "valid from \(Self.fact("notBefore", checks)) to \(Self.fact("notAfter", checks))"
            case .isCA: "the one above is a CA"
            case .pathLength: "the path length allows the one above (\(Self.fact("maxPathLength", checks)) left)"
            case .mayIssue: "the key above may sign certificates"
            case .constraints: "its names are within the name constraints"
            case .policies: "its policies are acceptable"
            case .revocation: "not revoked, says \(Self.fact("source", checks))"
            }
        }

        /// The names are in the boxes already.
        static func brokenSignature(_ made: VerificationStory.MadeCheck) -> String {
            let says =
                made.parameters.leaveSignatureUnchecked
                ? "its signature can not be checked with the key above" : "the key above did not make its signature"
            return "\(says): \(fact("problem", [made]))"
        }

        private static func fact(_ name: String, _ checks: [VerificationStory.MadeCheck]) -> String {
            checks.lazy.flatMap(\.parameters).first { $0.name == name }?.value.text ?? "…"
        }
    }

    /// The lines beside the arrow.
    ///
    /// - Parameters:
    ///   - checks: those of the certificate that the arrow leads to.
    ///   - issuer: those of the certificate above it.
    static func marks(_ checks: CheckList, issuer: CheckList?) -> [ChainDrawing.Mark] {
        Topic.allCases.flatMap { topic -> [ChainDrawing.Mark] in
            guard let list = topic.isAboutIssuer ? issuer : checks else { return [] }
            let places = list.checks.indices.filter { topic.has(list.checks[$0].check) }
            let failed = failures(list, places, topic)
            guard failed.isEmpty, let last = places.last else { return failed }
            // Of CRLs and OCSP responses that hold nobody needs to know, where nothing follows from them.
            if topic == .revocation, !places.contains(where: { list.checks[$0].check == .notRevoked }) { return [] }
            let sentence = topic.sentence(places.map { list.checks[$0] })
            return [mark(.yes, sentence, list, topic == .revocation ? last : places[0])]
        }
    }

    /// The lines below a box: what the certificate alone, or its use, has to do with.
    ///
    /// - Parameter known: a check that is told elsewhere.
    static func below(_ checks: CheckList, use: CheckList?, but known: Check) -> [ChainDrawing.Mark] {
        let rest = checks.checks.indices.filter { place in
            checks.checks[place].check != known
                && !Topic.allCases.contains { $0.has(checks.checks[place].check) }
        }
        var marks = failures(checks, rest, nil)
        let held = rest.count - marks.count
        if held > 0 {
            let rules = held == 1 ? "1 rule" : "\(held) rules"
            marks.insert(ChainDrawing.Mark(outcome: .yes, sentence: "\(rules) about it by itself", clause: ""), at: 0)
        }
        guard let use else { return marks }
        return marks + use.checks.indices.map { whole(use, $0) }
    }

    private static func failures(_ list: CheckList, _ places: [Int], _ topic: Topic?) -> [ChainDrawing.Mark] {
        places.filter { list.checks[$0].finding != nil }.map { place in
            guard topic == .signature else { return whole(list, place) }
            return mark(list.checks[place].outcome, Topic.brokenSignature(list.checks[place]), list, place)
        }
    }

    private static func whole(_ list: CheckList, _ place: Int) -> ChainDrawing.Mark {
        let made = list.checks[place]
        let sentence = made.check.sentence(hasPassed: made.finding == nil, made.parameters)
        return mark(made.outcome, sentence, list, place)
    }

    private static func mark(
        _ outcome: ChainDrawing.Mark.Outcome, _ sentence: String, _ list: CheckList, _ place: Int
    ) -> ChainDrawing.Mark {
        ChainDrawing.Mark(
            outcome: outcome, sentence: HTMLText.shortened(sentence, columns: 84),
            clause: list.checks[place].clause, link: outcome == .yes ? "" : list.row(place))
    }
}
