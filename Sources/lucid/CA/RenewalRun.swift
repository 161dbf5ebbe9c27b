import ArgumentParser
import LucidAuthority
import LucidX509

/// What a run of `lucid ca renew` has done so far, and how it is told.
struct RenewalRun {
    let json: Bool
    let makesNewKey: Bool
    /// Whether certificates were named, and not chosen by their ends.
    let isByName: Bool
    var loop = ArgumentLoop()
    private(set) var results: [JSONValue] = []
    /// How many certificates there was something to do for.
    private(set) var count = 0
    /// Those that are renewed only where somebody names them.
    private var skipped: [String] = []

    init(json: Bool, makesNewKey: Bool, isByName: Bool) {
        self.json = json
        self.makesNewKey = makesNewKey
        self.isByName = isByName
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

    /// - Parameter lostItsKey: whether the key's file is missing where it should be.
    mutating func tell(
        renewed old: CertificateRecord, by new: CertificateRecord, lostItsKey: Bool, at time: CalendarTime
    ) {
        add("renewed", new, old, at: time)
        guard lostItsKey, let place = new.output else { return }
        Terminal.complain(
            "lucid: \(new.title): \(CertificateFiles(place).key.safeToShow) is not there: the certificate is for the key that the one before had; put it there"
        )
    }

    mutating func tell(_ record: CertificateRecord, _ problem: RenewalProblem) {
        if !isByName, problem == .noPlace || problem == .indexLineOnly {
            // Nothing failed: it is somebody else's to renew.
            skip(record, problem)
            return
        }
        count += 1
        if case .authority(.alreadyReplaced) = problem, record.replacedBy == nil {
            // Two runs at the same time: the other one did it.
            Terminal.complain("lucid: \(record.title): was renewed by another process in the meantime")
            return
        }
        Terminal.complain("lucid: \(record.title): \(problem.sentence)")
        loop.note(problem.exitCode)
        add(failure: "failed", record, problem)
    }

    /// Tells that a certificate named by the user was replaced before, and by which.
    mutating func tell(_ record: CertificateRecord, replacedBy successor: CertificateRecord?) {
        count += 1
        let next = successor.map { "; name \($0.serialNumber), which has its place now" } ?? ""
        Terminal.complain("lucid: \(record.title): was replaced already\(next)")
        loop.note(.refused)
        add(failure: "failed", record, .authority(.alreadyReplaced(record.serialNumber)))
    }

    private mutating func skip(_ record: CertificateRecord, _ problem: RenewalProblem) {
        let way = problem == .noPlace ? ": `lucid ca renew --out DIR \(record.serialNumber)` renews it" : ""
        skipped.append("\(record.title)\(way)")
        add(failure: "skipped", record, problem)
    }

    /// Tells what was passed over: a CA that came from another program may have thousands.
    func tellSkipped() {
        guard !skipped.isEmpty else { return }
        Terminal.complain("lucid: passed over \(skipped.count), as the CA does not know their files:")
        for line in skipped.prefix(Self.mostShown) { Terminal.complain("  \(line)") }
        if skipped.count > Self.mostShown { Terminal.complain("  … and \(skipped.count - Self.mostShown) more") }
    }

    private static let mostShown = 20

    private mutating func add(failure outcome: String, _ record: CertificateRecord, _ problem: RenewalProblem) {
        guard json else { return }
        results.append(
            .object([
                "outcome": .string(outcome), "serialNumber": .string(record.serialNumber.description),
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
        let written = makesNewKey && old != nil ? [files.key] : []
        for path in written + [files.certificate, files.fullChain] { Terminal.write("  \(path.safeToShow)") }
    }
}
