import ArgumentParser
import LucidAuthority
import LucidNetwork
import LucidX509
import Synchronization

/// The HTTP responder, from its start to its end.
enum OCSPServing {
    /// The address from the command line: `ADDRESS:PORT`, a port alone, or nothing.
    static func place(_ text: String?) throws -> HostAndPort {
        guard let text else { return HostAndPort(host: loopback, port: defaultPort) }
        if let port = UInt16(text) { return HostAndPort(host: loopback, port: port) }
        do throws(HostAndPort.Problem) { return try HostAndPort(text) } catch {
            Terminal.complain("lucid: --listen \(text.safeToShow): \(error.statement)")
            throw ExitCode.unusable
        }
    }

    private static let loopback = "127.0.0.1"
    /// No port is assigned to OCSP; this one is in OpenSSL's and others' examples.
    private static let defaultPort: UInt16 = 2560

    /// Answers until a signal ends it.
    static func run(
        on place: HostAndPort, folder: String, _ identity: consuming OCSPSigningIdentity,
        settings: OCSPResponder.Settings, isVerbose: Bool
    ) throws {
        let subject = identity.authority.certificate.subject.description
        let responder = CurrentResponder(folder, identity, settings)
        var server = HTTPServer()
        server.clock = { CalendarTime.now.secondsSince1970 }
        do throws(NetworkProblem) {
            let listener = try TCPListener(place)
            let stop = try StopSwitch()
            stop.listenToSignals()
            let addresses = listener.addresses.map { "http://\($0)/" }.joined(separator: " ")
            Terminal.complain("lucid: answering for \(subject) on \(addresses)")
            try server.run(on: listener, until: stop) { request in
                let now = CalendarTime.now
                switch OCSPOverHTTP.read(request) {
                case .answer(let response):
                    if isVerbose { tell(request, "HTTP \(response.status.rawValue)", now) }
                    return response
                case .request(let octets):
                    let answer = responder.answer(octets, at: now)
                    report(answer, request, isVerbose, now)
                    return OCSPOverHTTP.response(answer, to: request.method, at: now)
                }
            }
            Terminal.complain("lucid: stopped")
        } catch {
            Terminal.complain("lucid: \(error.sentence)")
            throw ExitCode.unusable
        }
    }

    /// What is the responder's own fault is always told; everything with --verbose.
    private static func report(_ answer: OCSPAnswer, _ request: HTTPRequest, _ isVerbose: Bool, _ now: CalendarTime) {
        switch answer.outcome {
        case .answered(let answered):
            guard isVerbose else { return }
            let statuses = answered.statuses.prefix(8).map { "\($0.certificate) \($0.status.words)" }
            let rest = answered.statuses.count > 8 ? ", and \(answered.statuses.count - 8) more" : ""
            tell(request, statuses.joined(separator: ", ") + rest, now)
        case .refused(let refusal):
            let isOwnFault = refusal.status == .internalError || refusal.status == .tryLater
            if isVerbose || isOwnFault { tell(request, "\(refusal.status): \(refusal.sentence)", now) }
        }
    }

    private static func tell(_ request: HTTPRequest, _ what: String, _ now: CalendarTime) {
        Terminal.complain("\(now) \(request.method) \(what)")
    }
}

/// The responder that answers now. When two thirds of its certificate's life are over, it looks once a minute whether there is a
/// new one.
private final class CurrentResponder: Sendable {
    private let folder: String
    private let settings: OCSPResponder.Settings
    private let authority: AuthorityRecord
    private let state: Mutex<State>

    /// A responder that several threads use.
    private final class Shared: Sendable {
        let responder: OCSPResponder
        init(_ responder: consuming OCSPResponder) { self.responder = responder }
    }

    private struct State {
        var current: Shared
        var nextLook: CalendarTime
    }

    init(_ folder: String, _ identity: consuming OCSPSigningIdentity, _ settings: OCSPResponder.Settings) {
        self.folder = folder
        self.settings = settings
        authority = identity.authority
        let nextLook =
            identity.isDelegated
            ? Self.firstLook(identity.certificate.validity) : CalendarTime(secondsSince1970: .max)
        state = Mutex(
            State(
                current: Shared(OCSPResponder(folder: folder, identity: identity, settings: settings)),
                nextLook: nextLook))
    }

    private static func firstLook(_ validity: Validity) -> CalendarTime {
        let begin = validity.notBefore.time.secondsSince1970
        return CalendarTime(secondsSince1970: begin + (validity.notAfter.time.secondsSince1970 - begin) * 2 / 3)
    }

    func answer(_ request: [UInt8], at time: CalendarTime) -> OCSPAnswer {
        let current = state.withLock { state in
            if time >= state.nextLook {
                state.nextLook = time.adding(seconds: 60)
                if let (newer, look) = successor(of: state.current, at: time) {
                    state.current = newer
                    state.nextLook = look
                }
            }
            return state.current
        }
        return current.responder.answer(request, at: time)
    }

    /// A responder that lives longer than the one at work; nil where there is none, or one that can not be used.
    private func successor(of current: Shared, at time: CalendarTime) -> (Shared, CalendarTime)? {
        guard let store = try? AuthorityStore(folder, for: .reading),
            let found = try? store.ocspResponder(of: authority), found.isValid(at: time)
        else { return nil }
        let validity = found.certificate.validity
        guard validity.notAfter.time > current.responder.ends else { return nil }
        Terminal.complain("lucid: the responder's new certificate ends at \(validity.notAfter.time)")
        return (
            Shared(OCSPResponder(folder: folder, identity: found, settings: settings)), Self.firstLook(validity)
        )
    }
}
