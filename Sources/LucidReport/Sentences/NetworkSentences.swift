public import LucidNetwork

extension NetworkProblem {
    /// The problem as one sentence that begins with the place.
    public var sentence: String { "\(place.safeToShow): \(reason.statement)" }
}

extension NetworkProblem.Reason {
    /// What is wrong, without the place.
    var statement: String {
        switch self {
        case .noSuchHost: "there is no host of that name"
        case .lookupFailed(let words): "the host's address could not be looked up: \(words.safeToShow)"
        case .refused: "refused the connection; nothing listens there"
        case .unreachable(let words): "can not be reached: \(words)"
        case .timedOut(.lookup): "the host's address could not be looked up in time"
        case .timedOut(.connecting): "no connection in time"
        case .timedOut(.sending): "took what was sent to it too slowly"
        case .timedOut(.receiving): "did not answer in time"
        case .closedEarly: "closed the connection in the middle"
        case .reset: "broke the connection off"
        case .addressInUse: "another program listens there already"
        case .addressNotAvailable: "is no address of this machine"
        case .permissionDenied: "permission denied"
        case .tooLong(let limit): "sent more than \(limit) octets"
        case .system(let words): words
        }
    }
}

extension HostAndPort.Problem {
    /// What is wrong, and what would be right.
    public var statement: String {
        switch self {
        case .noPort: "the port is missing; HOST:PORT is wanted, such as example.com:443 or [::1]:8443"
        case .badPort: "the port must be a number up to 65535"
        case .badHost: "that is no host name and no IP address"
        case .url: "HOST:PORT is wanted, such as example.com:443, and no URL"
        case .bareIPv6: "an IPv6 address stands in brackets, as in [::1]:443"
        }
    }
}

extension StartTLSProblem {
    /// What is wrong.
    var statement: String {
        switch self {
        case .refused(let line): "does not go over to TLS; it said “\(String(line.prefix(200)).safeToShow)”"
        case .notOffered: "does not offer STARTTLS (RFC 3207 §4)"
        case .tooLong: "sent a line, or an answer, that is too long"
        case .octetsBehindConsent:
            "sent something in the clear behind its consent to TLS, which somebody in between could have put there"
        }
    }
}
