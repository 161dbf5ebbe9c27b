import LucidModel

/// The subtrees of one name form that one certificate permits, or that it excludes.
struct SubtreeSet: Sendable {
    let form: NameForm
    /// The subtrees, as they stand in the certificate.
    let subtrees: [GeneralSubtree]
    /// The certificate that they stand in, by its index in the path; nil for the inputs of the validation.
    let certificateIndex: Int?
    /// The subtrees taken apart, once for all names; or the reason why one of them can not be.
    let bases: Result<[SubtreeBase], Unprocessable>
    /// What comparing one name with all subtrees costs, see `NameConstraintsState.violations`.
    let cost: Int

    init(form: NameForm, subtrees: [GeneralSubtree], certificateIndex: Int?) {
        self.form = form
        self.subtrees = subtrees
        self.certificateIndex = certificateIndex
        bases = Self.parse(subtrees)
        cost = subtrees.reduce(0) { $0 + 1 + $1.base.octetCount / 64 }
    }

    private static func parse(_ subtrees: [GeneralSubtree]) -> Result<[SubtreeBase], Unprocessable> {
        do throws(Unprocessable) {
            return .success(try subtrees.map { subtree throws(Unprocessable) in try SubtreeBase(subtree) })
        } catch { return .failure(error) }
    }

    /// One set for each form that occurs among the subtrees, in the order of `NameForm`.
    static func sets(of subtrees: [GeneralSubtree], certificateIndex: Int?) -> [SubtreeSet] {
        if subtrees.isEmpty { return [] }
        let byForm = Dictionary(grouping: subtrees) { NameForm(of: $0.base) }
        return NameForm.allCases.compactMap { form in
            byForm[form].map { SubtreeSet(form: form, subtrees: $0, certificateIndex: certificateIndex) }
        }
    }
}

/// The base of a subtree, taken apart for comparing.
enum SubtreeBase: Hashable, Sendable {
    case dns(DNSConstraint)
    case mailbox(MailboxConstraint)
    case uri(URIConstraint)
    case ipAddress(IPAddressConstraint)
    case directory(DirectoryNameConstraint)

    /// Takes a subtree apart, or says why that can not be done.
    init(_ subtree: GeneralSubtree) throws(Unprocessable) {
        guard subtree.minimum == 0, subtree.maximum == nil else { throw .distance }
        let parsed: SubtreeBase?
        switch subtree.base {
        case .dNSName(let text): parsed = text.content.withSpan(DNSConstraint.init).map { .dns($0) }
        case .rfc822Name(let text): parsed = text.content.withSpan(MailboxConstraint.init).map { .mailbox($0) }
        case .uniformResourceIdentifier(let text): parsed = text.content.withSpan(URIConstraint.init).map { .uri($0) }
        case .iPAddress(let octets): parsed = octets.withSpan(IPAddressConstraint.init).map { .ipAddress($0) }
        case .directoryName(let name):
            parsed = .directory(DirectoryNameConstraint(base: try DirectoryNameConstraint.prepared(name)))
        case .otherName, .x400Address, .ediPartyName, .registeredID: throw .formWithoutRules
        }
        guard let parsed else { throw .malformedConstraint }
        self = parsed
    }

    /// Whether a name, or the part of what it stands for that `extent` tells, is within the subtree. A name of another form
    /// never is.
    func covers(_ name: ComparableName, _ extent: Extent) -> Bool {
        switch (self, name) {
        case (.dns(let base), .dns(let name)): base.covers(name, extent)
        case (.mailbox(let base), .mailbox(let name)): base.covers(name, extent)
        case (.uri(let base), .uriHost(let name)): base.covers(name)
        case (.ipAddress(let base), .ipAddress(let name)): base.covers(name)
        case (.directory(let base), .directory(let name)): base.covers(name)
        default: false
        }
    }
}

extension GeneralName {
    /// How long the name is, in octets.
    fileprivate var octetCount: Int {
        switch self {
        case .rfc822Name(let text), .dNSName(let text), .uniformResourceIdentifier(let text): text.content.count
        case .directoryName(let name): name.der.count
        case .otherName(_, let octets), .x400Address(let octets), .ediPartyName(let octets), .iPAddress(let octets):
            octets.count
        case .registeredID: 0
        }
    }
}
