import ArgumentParser
import LucidAuthority
import LucidX509

/// What a run of `lucid ca renew` has done so far, and how it is told.
struct RenewalRun {
    let json: Bool
    let makesNewKey: Bool
    var loop = ArgumentLoop()
    private(set) var results: [JSONValue] = []
    /// How many certificates there was something to do for.
    private(set) var count = 0

    init(json: Bool, makesNewKey: Bool) {
        self.json = json
        self.makesNewKey = makesNewKey
    }

    /// Opens a CA's key; nil after a complaint, which counts as a failure.
    mutating func open(_ body: () throws -> CertificateAuthority) -> CertificateAuthority? {
        do { return try body() } catch {
            loop.note(error as? ExitCode ?? .unusable)
            return nil
        }
    }

    mutating func tell(finished: [Result<CertificateRecord, RenewalProblem>], at time: CalendarTime) {
        for result in finished {
            switch result {
            case .success(let record): add("finished", record, nil, at: time)
            case .failure(let problem):
                count += 1
                Terminal.complain("lucid: an interrupted renewal: \(problem.sentence)")
                loop.note(problem.exitCode)
            }
        }
    }

    mutating func tell(renewed old: CertificateRecord, by new: CertificateRecord, at time: CalendarTime) {
        add("renewed", new, old, at: time)
    }

    mutating func tell(_ record: CertificateRecord, _ problem: RenewalProblem) {
        count += 1
        if case .authority(.alreadyReplaced) = problem {
            // Two runs at the same time: the other one did it.
            Terminal.complain("lucid: \(record.title): was renewed by another process in the meantime")
            return
        }
        Terminal.complain("lucid: \(record.title): \(problem.sentence)")
        loop.note(problem.exitCode)
        guard json else { return }
        results.append(
            .object([
                "outcome": .string("failed"), "serialNumber": .string(record.serialNumber.description),
                "label": .string(record.label), "message": .string(problem.sentence),
            ]))
    }

    private mutating func add(
        _ outcome: String, _ record: CertificateRecord, _ old: CertificateRecord?, at time: CalendarTime
    ) {
        count += 1
        if json {
            let replaced = old.map { [JSONValue.Member("replaces", .string($0.serialNumber.description))] } ?? []
            results.append(
                .object([.init("outcome", .string(outcome))] + replaced + record.json(at: time).members))
            return
        }
        let verb = outcome == "finished" ? "Finished what was interrupted" : "Renewed"
        Terminal.write("\(verb): \(record.title), until \(record.notAfter)")
        guard let place = record.output else { return }
        let files = CertificateFiles(place)
        let written = makesNewKey ? [files.key] : []
        for path in written + [files.certificate, files.fullChain] { Terminal.write("  \(path.safeToShow)") }
    }
}
