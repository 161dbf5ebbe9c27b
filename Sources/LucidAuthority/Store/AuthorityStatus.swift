public import LucidDER

/// What a CA's keeper should know at a time: what ends soon, and whether the CRLs are fresh.
public struct AuthorityStatus: Hashable, Sendable {
    /// When this was so.
    public let time: CalendarTime
    /// How many certificates are in each state.
    public let counts: [CertificateRecord.State: Int]
    public let authorities: [Member]
    /// The valid certificates that end within the time that was asked about, are in the last third of their life, and that
    /// nothing has replaced; and OCSP responders that ended without one after them. The first to end comes first: at most
    /// `endingLimit` of them.
    public let ending: [CertificateRecord]
    /// How many there are of them.
    public let endingCount: Int

    public static let endingLimit = 100

    /// One of the folder's CAs.
    public struct Member: Hashable, Sendable {
        public let authority: AuthorityRecord
        /// Whether its certificate ends within the time that was asked about, or has ended.
        public let isEnding: Bool
        /// Since when and why its own certificate is revoked; nil where it is not.
        public let revocation: CertificateRecord.Revocation?
        public let list: ListState
    }

    /// Whether a CA's newest CRL says what is true.
    public enum ListState: Hashable, Sendable {
        /// Nothing is revoked, and no list was ever made.
        case notNeeded
        /// Something is revoked, and no list was ever made.
        case missing
        /// Something was revoked after the list was made.
        case incomplete(PublishedList)
        /// The list's next update is over.
        case overdue(PublishedList)
        case fresh(PublishedList)
    }

    /// Whether somebody should do something.
    public var needsAttention: Bool {
        endingCount > 0
            || authorities.contains { member in
                switch member.list {
                case .missing, .incomplete, .overdue: true
                case .notNeeded, .fresh: member.isEnding || member.revocation != nil
                }
            }
    }
}

extension AuthorityStore {
    /// The CA's state.
    ///
    /// - Parameter seconds: what ends within this time is told.
    public func status(at time: CalendarTime, endingWithin seconds: Int64) throws(AuthorityProblem) -> AuthorityStatus {
        var counts: [CertificateRecord.State: Int] = [:]
        for state in CertificateRecord.State.allCases {
            var filter = CertificateFilter()
            filter.state = state
            counts[state] = try count(filter, at: time)
        }
        let end = time.adding(seconds: seconds)
        var members: [AuthorityStatus.Member] = []
        for authority in try authorities() {
            members.append(
                .init(
                    authority: authority, isEnding: authority.certificate.validity.notAfter.time <= end,
                    revocation: try record(of: authority.certificate)?.revocation,
                    list: try listState(of: authority, at: time)))
        }
        var filter = CertificateFilter()
        filter.state = .valid
        filter.endsBy = end
        filter.isReplaced = false
        // The CAs' own certificates are told above.
        filter.isAuthority = false
        filter.isInLastThird = true
        // The newest responder has ended: nobody answers any more.
        var responders = CertificateFilter()
        responders.state = .expired
        responders.isReplaced = false
        responders.isResponder = true
        var ending: [CertificateRecord] = []
        for filter in [responders, filter] {
            ending += try certificates(filter, at: time, order: .ending, limit: AuthorityStatus.endingLimit)
        }
        return AuthorityStatus(
            time: time, counts: counts, authorities: members,
            ending: Array(ending.prefix(AuthorityStatus.endingLimit)),
            endingCount: try count(filter, at: time) + count(responders, at: time))
    }

    private func listState(
        of authority: AuthorityRecord, at time: CalendarTime
    ) throws(AuthorityProblem) -> AuthorityStatus.ListState {
        guard let list = try newestList(of: authority) else {
            return try revocationCount(of: authority, from: nil) == 0 ? .notNeeded : .missing
        }
        if let next = list.nextUpdate, next < time { return .overdue(list) }
        return try revocationCount(of: authority, from: list.thisUpdate.adding(seconds: 1)) == 0
            ? .fresh(list) : .incomplete(list)
    }
}
