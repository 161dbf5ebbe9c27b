import Synchronization

/// The one thread of a server that waits: for new clients, for requests that arrive, for answers that are ready and for those
/// that leave.
final class HTTPServerLoop {
    private let server: HTTPServer
    private let listener: TCPListener
    private let stop: StopSwitch
    private let handler: HTTPServer.Handler
    private let answers: ReadyAnswers

    /// By the number that each got when it came, so that the lowest number is the oldest.
    private var connections: [Int: HTTPConnection] = [:]
    private var nextNumber = 0
    /// Requests that wait for a thread.
    private var waiting: [(number: Int, request: HTTPRequest)] = []
    private var busyThreads = 0
    /// Set when the server was asked to stop: until when it finishes.
    private var end: Deadline?
    /// Set when the system has no room for new clients: until when none are taken.
    private var pause: Deadline?
    private var buffer = [UInt8](repeating: 0, count: 16_384)

    init(
        _ server: HTTPServer, _ listener: TCPListener, _ stop: StopSwitch, _ handler: @escaping HTTPServer.Handler
    ) throws(NetworkProblem) {
        self.server = server
        self.listener = listener
        self.stop = stop
        self.handler = handler
        answers = try ReadyAnswers()
    }

    /// What a ready descriptor stands for.
    private enum Event { case stop, answers, listener(OpenSocket), connection(Int) }

    func run() {
        while !isDone {
            var events: [(event: Event, interest: SystemCalls.Interest)] = [
                (.answers, .init(descriptor: answers.descriptor, toSend: false))
            ]
            if end == nil {
                events.append((.stop, .init(descriptor: stop.descriptor, toSend: false)))
                if pause?.hasPassed ?? true {
                    for socket in listener.sockets {
                        events.append((.listener(socket), .init(descriptor: socket.descriptor, toSend: false)))
                    }
                }
            }
            for (number, connection) in connections {
                if let interest = connection.interest { events.append((.connection(number), interest)) }
            }
            let areReady = SystemCalls.wait(for: events.map(\.interest), milliseconds: nextDeadline)
            for (event, isReady) in zip(events, areReady) where isReady { handle(event.event) }
            endLateOnes()
            startThreads()
            connections = connections.filter { !$0.value.isClosed }
        }
    }

    private var isDone: Bool {
        guard let end else { return false }
        return connections.isEmpty || end.hasPassed
    }

    /// The time until something has to be done without anybody's doing, in milliseconds.
    private var nextDeadline: Int32 {
        let deadlines = connections.values.compactMap(\.deadline) + [end, pause].compactMap { $0 }
        return deadlines.min()?.milliseconds ?? -1
    }

    private func handle(_ event: Event) {
        switch event {
        case .stop:
            end = Deadline(after: server.times.stop)
            for connection in connections.values where connection.isIdle { connection.close() }
        case .answers:
            for (number, response) in answers.take() {
                busyThreads -= 1
                if let connection = connections[number] { answer(connection, response) }
            }
        case .listener(let socket): accept(socket)
        case .connection(let number):
            guard let connection = connections[number] else { return }
            switch connection.proceed(&buffer) {
            case nil: break
            case .success(let request): waiting.append((number, request))
            case .failure(let refusal): answer(connection, HTTPResponse(refusal.status, text: refusal.reason))
            }
        }
    }

    /// Takes the clients that are there, some at a time, so that those already here get their turn.
    private func accept(_ socket: OpenSocket) {
        for _ in 0..<64 {
            do throws(NetworkProblem.Reason) {
                guard let (descriptor, peer) = try SystemCalls.acceptNext(socket.descriptor) else { return }
                let connection = HTTPConnection(descriptor, peer: peer, limits: server.limits, times: server.times)
                guard makeRoom() else {
                    connection.answer(encoded(Self.busy, for: nil))
                    continue
                }
                connections[nextNumber] = connection
                nextNumber += 1
            } catch {
                // Too many open files, as a rule. To ask again at once would keep a processor busy for nothing.
                pause = Deadline(after: .milliseconds(100))
                return
            }
        }
    }

    /// Makes room for a client: of those whose loss costs least, the oldest goes.
    private func makeRoom() -> Bool {
        guard connections.count >= server.connectionLimit else { return true }
        let candidates = connections.compactMap { number, connection in
            connection.expendability.map { (cost: $0, number: number) }
        }
        guard let victim = candidates.min(by: { ($0.cost, $0.number) < ($1.cost, $1.number) }) else { return false }
        connections.removeValue(forKey: victim.number)?.close()
        return true
    }

    /// Ends what has taken too long. A client that has begun a request is told; one that has said nothing is not.
    private func endLateOnes() {
        if pause?.hasPassed == true { pause = nil }
        for connection in connections.values where connection.deadline?.hasPassed == true {
            if case .reading = connection.phase, !connection.isIdle {
                answer(connection, HTTPResponse(.requestTimeout, text: "the request took too long"))
            } else {
                connection.close()
            }
        }
    }

    /// Gives requests to threads as long as there are any.
    private func startThreads() {
        while busyThreads < server.threadLimit, !waiting.isEmpty {
            let (number, request) = waiting.removeFirst()
            guard connections[number] != nil else { continue }
            do throws(NetworkProblem.Reason) {
                try SystemThread.start { [handler, answers] in answers.add(number, handler(request)) }
                busyThreads += 1
            } catch {
                if let connection = connections[number] { answer(connection, Self.busy) }
            }
        }
    }

    private static let busy = HTTPResponse(.unavailable, text: "the server is busy")

    private func answer(_ connection: HTTPConnection, _ response: HTTPResponse) {
        var request: HTTPRequest?
        if case .handling(let handled) = connection.phase { request = handled }
        // Told first, so that who has the answer can rely on the log.
        server.log?(
            HTTPServer.Exchange(
                peer: connection.peer, method: request?.method, target: request?.target, status: response.status))
        connection.answer(encoded(response, for: request))
    }

    private func encoded(_ response: HTTPResponse, for request: HTTPRequest?) -> [UInt8] {
        response.encoded(date: server.clock?(), isForHEAD: request?.method == "HEAD")
    }
}

/// Answers that threads have made, for the one that sends them.
private final class ReadyAnswers: Sendable {
    private let answers = Mutex<[(number: Int, response: HTTPResponse)]>([])
    private let pipe: WakePipe

    init() throws(NetworkProblem) {
        do throws(NetworkProblem.Reason) { pipe = try WakePipe() } catch {
            throw NetworkProblem(place: "pipe", reason: error)
        }
    }

    var descriptor: Int32 { pipe.descriptor }

    func add(_ number: Int, _ response: HTTPResponse) {
        answers.withLock { $0.append((number, response)) }
        pipe.wake()
    }

    func take() -> [(number: Int, response: HTTPResponse)] {
        pipe.drain()
        return answers.withLock { all in
            defer { all = [] }
            return all
        }
    }
}
