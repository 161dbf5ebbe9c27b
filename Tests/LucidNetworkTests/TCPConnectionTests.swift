import Foundation
import LucidReport
import Testing

@testable import LucidNetwork

@Suite("Connections")
struct TCPConnectionTests {
    private func soon(_ milliseconds: Int) -> Deadline { Deadline(after: .milliseconds(milliseconds)) }

    /// A listener that nobody accepts from: connections are made by the system, and then nothing happens.
    private func silentListener(_ host: String = "127.0.0.1") throws -> TCPListener {
        try TCPListener(HostAndPort(host: host, port: 0))
    }

    @Test("a server that says nothing is waited for until the deadline, and no longer")
    func silence() throws {
        let listener = try silentListener()
        let connection = try TCPConnection.open(listener.addresses[0], until: soon(1000))
        let begin = ContinuousClock.now
        #expect(throws: NetworkProblem(place: "\(listener.addresses[0])", reason: .timedOut(.receiving))) {
            try connection.receive(until: soon(200))
        }
        let time = ContinuousClock.now - begin
        #expect(time >= .milliseconds(200) && time < .milliseconds(1500))
    }

    @Test("who takes nothing of what is sent is waited for until the deadline")
    func nothingTaken() throws {
        let listener = try silentListener()
        let connection = try TCPConnection.open(listener.addresses[0], until: soon(1000))
        #expect(throws: NetworkProblem(place: "\(listener.addresses[0])", reason: .timedOut(.sending))) {
            try connection.send([UInt8](repeating: 0, count: 64 << 20), until: soon(300))
        }
    }

    @Test("where nothing listens, the connection is refused")
    func refused() throws {
        var listener: TCPListener? = try silentListener()
        let place = try #require(listener?.addresses.first)
        listener = nil
        let problem = #expect(throws: NetworkProblem.self) { try TCPConnection.open(place, until: soon(1000)) }
        #expect(problem?.reason == .refused)
        #expect(problem?.sentence == "\(place): refused the connection; nothing listens there")
    }

    @Test("a side that is gone is an error and no signal")
    func gone() throws {
        let listener = try silentListener()
        let connection = try TCPConnection.open(listener.addresses[0], until: soon(1000))
        let accepted = try #require(try SystemCalls.acceptNext(listener.sockets[0].descriptor))
        SystemCalls.shut(accepted.descriptor)
        #expect(throws: NetworkProblem.self) {
            for _ in 0..<100 { try connection.send([UInt8](repeating: 0, count: 10_000), until: soon(1000)) }
        }
    }

    @Test("a resolver that does not answer is left behind")
    func slowLookup() throws {
        let place = HostAndPort(host: "example.com", port: 443)
        let begin = ContinuousClock.now
        #expect(throws: NetworkProblem(place: "example.com:443", reason: .timedOut(.lookup))) {
            try Resolver.addresses(place, until: soon(100)) { _ in
                sleep(2)
                return []
            }
        }
        #expect(ContinuousClock.now - begin < .milliseconds(1500))
        #expect(throws: NetworkProblem(place: "example.com:443", reason: .noSuchHost)) {
            try Resolver.addresses(place, until: soon(1000)) { _ in [] }
        }
    }

    @Test("a name that there can not be is told")
    func noSuchHost() {
        let place = HostAndPort(host: "nobody.invalid", port: 443)
        let problem = #expect(throws: NetworkProblem.self) { try TCPConnection.open(place, until: soon(5000)) }
        switch problem?.reason {
        // A machine without a name server can not know.
        case .noSuchHost, .lookupFailed, .timedOut(.lookup): break
        default: Issue.record("\(String(describing: problem))")
        }
    }

    @Test("localhost is listened on by all of its addresses, at one port, and a port is taken once")
    func localhost() throws {
        let listener = try silentListener("localhost")
        #expect(Set(listener.addresses.map(\.port)).count == 1)
        for address in listener.addresses {
            let connection = try TCPConnection.open(address, until: soon(1000))
            #expect(connection.peer == address)
        }
        let problem = #expect(throws: NetworkProblem.self) { try TCPListener(listener.addresses[0]) }
        #expect(problem?.reason == .addressInUse)
    }

    @Test("deadlines end neither early nor never")
    func deadlines() {
        #expect(Deadline(after: .zero).hasPassed && Deadline(after: .seconds(-1)).milliseconds == 0)
        #expect((86_399_000...86_400_000).contains(Deadline(after: .seconds(Int64.max)).milliseconds))
        #expect((1...2).contains(Deadline(after: .microseconds(1500)).milliseconds))
    }
}
