import LucidModel

/// The state variables permitted_subtrees and excluded_subtrees of RFC 5280 §6.1.2(b) and (c): which names the certificates
/// above allow.
///
/// The intersection of permitted subtrees is not computed. Each certificate's permitted subtrees are kept as a set of their
/// own, and a name has to be within one subtree of each set of its form. A form that no set mentions is free.
struct NameConstraintsState: Sendable {
    /// permitted_subtrees: the sets to be satisfied all at once, by name form.
    private(set) var permittedSubtrees: [NameForm: [SubtreeSet]] = [:]
    /// excluded_subtrees: the union of all that was excluded, by name form, and by certificate only to tell who did.
    private(set) var excludedSubtrees: [NameForm: [SubtreeSet]] = [:]

    /// RFC 5280 §6.1.2(b) and (c): begins with the inputs of §6.1.1(h) and (i); without them all names are permitted and none is
    /// excluded. The constraints in a trust anchor's own certificate can be added first (RFC 5937 §3.2).
    init(initialPermittedSubtrees: [GeneralSubtree] = [], initialExcludedSubtrees: [GeneralSubtree] = []) {
        intersect(initialPermittedSubtrees, certificateIndex: nil)
        unite(initialExcludedSubtrees, certificateIndex: nil)
    }

    /// Whether all names are allowed.
    var isEmpty: Bool { permittedSubtrees.isEmpty && excludedSubtrees.isEmpty }

    /// RFC 5280 §6.1.4(g): adds the constraints of a certificate. They hold for the certificates below it, not for itself.
    ///
    /// - Parameter certificateIndex: the certificate's index in the path, to be told with violations.
    mutating func add(_ constraints: NameConstraints, certificateIndex: Int?) {
        intersect(constraints.permittedSubtrees ?? [], certificateIndex: certificateIndex)  // (g)(1)
        unite(constraints.excludedSubtrees ?? [], certificateIndex: certificateIndex)  // (g)(2)
    }

    private mutating func intersect(_ subtrees: [GeneralSubtree], certificateIndex: Int?) {
        for set in SubtreeSet.sets(of: subtrees, certificateIndex: certificateIndex) {
            permittedSubtrees[set.form, default: []].append(set)
        }
    }

    private mutating func unite(_ subtrees: [GeneralSubtree], certificateIndex: Int?) {
        for set in SubtreeSet.sets(of: subtrees, certificateIndex: certificateIndex) {
            excludedSubtrees[set.form, default: []].append(set)
        }
    }

    /// RFC 5280 §6.1.3(b) and (c): what the names of a certificate violate. The caller leaves these steps out for a self-issued
    /// certificate that is not the last of the path.
    ///
    /// A path can hold thousands of names and thousands of constraints, each to be compared with each. The cost is reckoned
    /// before anything is compared: 1 for each name and each subtree of its form, and 1 more for each 64 octets of the
    /// subtree's base. `comparisonsLeft` pays for it. Nothing is paid for forms that are not constrained.
    func violations(
        of facts: CertificateFacts, comparisonsLeft: inout Int
    ) throws(TooManyNameComparisons) -> [NameConstraintViolation] {
        guard !isEmpty else { return [] }
        let names = PresentedName.all(in: facts)
        let needed = cost(of: names)
        guard needed <= comparisonsLeft else { throw TooManyNameComparisons(needed: needed, left: comparisonsLeft) }
        comparisonsLeft -= needed
        return names.flatMap(violations(of:))
    }

    private func cost(of names: [PresentedName]) -> Int {
        let costs = permittedSubtrees.merging(excludedSubtrees, uniquingKeysWith: +).mapValues { sets in
            sets.reduce(0) { $0 + $1.cost }
        }
        return names.reduce(0) { $0 + (costs[$1.form] ?? 0) }
    }

    /// All that stands against one name.
    private func violations(of name: PresentedName) -> [NameConstraintViolation] {
        let permitted = permittedSubtrees[name.form] ?? []
        let excluded = excludedSubtrees[name.form] ?? []
        guard let first = permitted.first ?? excluded.first else { return [] }
        do throws(Unprocessable) {
            let comparable = try ComparableName(name)
            return permitted.compactMap { violation(ofPermitted: $0, by: name, comparable) }
                + excluded.compactMap { violation(ofExcluded: $0, by: name, comparable) }
        } catch {
            return [
                NameConstraintViolation(
                    name: name, problem: .unprocessable(error, first.subtrees), certificateIndex: first.certificateIndex
                )
            ]
        }
    }

    /// §6.1.3(b): a name is within one of the permitted subtrees.
    private func violation(
        ofPermitted set: SubtreeSet, by name: PresentedName, _ comparable: ComparableName
    ) -> NameConstraintViolation? {
        let problem: NameConstraintViolation.Problem
        switch set.bases {
        case .failure(let reason): problem = .unprocessable(reason, set.subtrees)
        case .success(let bases):
            if bases.contains(where: { $0.covers(comparable, .everyName) }) { return nil }
            problem = .notPermitted(set.subtrees)
        }
        return NameConstraintViolation(name: name, problem: problem, certificateIndex: set.certificateIndex)
    }

    /// §6.1.3(c): a name is within none of the excluded subtrees.
    private func violation(
        ofExcluded set: SubtreeSet, by name: PresentedName, _ comparable: ComparableName
    ) -> NameConstraintViolation? {
        let problem: NameConstraintViolation.Problem
        switch set.bases {
        case .failure(let reason): problem = .unprocessable(reason, set.subtrees)
        case .success(let bases):
            guard let index = bases.firstIndex(where: { $0.covers(comparable, .anyName) }) else { return nil }
            problem = .excluded(set.subtrees[index])
        }
        return NameConstraintViolation(name: name, problem: problem, certificateIndex: set.certificateIndex)
    }
}
