import Foundation
import Synchronization
@_spi(FixedExpiryValidationTime) import X509

extension SwiftCertificatesPeer {
    /// Parses leaf and intermediate and verifies them by RFC 5280 and for the host. Roots and policies are ready.
    static func chainVerifier(_ chain: Chain) throws -> Contender {
        let roots = CertificateStore([try Certificate(derEncoded: chain.root)])
        let time = Date(timeIntervalSince1970: TimeInterval(Chain.time))
        var verifier = Verifier(rootCertificates: roots) {
            RFC5280Policy(fixedExpiryValidationTime: time)
            ServerIdentityPolicy(serverHostname: Chain.host, serverIP: nil)
        }
        return Contender(name) {
            let leaf = try Certificate(derEncoded: chain.leaf)
            let intermediates = CertificateStore([try Certificate(derEncoded: chain.intermediate)])
            let isAccepted = ThisThread.run {
                if case .validCertificate = await verifier.validate(leaf: leaf, intermediates: intermediates) {
                    true
                } else {
                    false
                }
            }
            try check(isAccepted == true, "swift-certificates refuses")
        }
    }
}

/// Runs asynchronous code on the thread that asks for it, whose CPU time is what a row measures.
private final class ThisThread: TaskExecutor {
    private let jobs = Mutex<[UnownedJob]>([])

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
    }

    static func run(_ body: @escaping () async -> Bool) -> Bool? {
        let executor = ThisThread()
        nonisolated(unsafe) let body = body
        nonisolated(unsafe) var result: Bool?
        Task(executorPreference: executor) { result = await body() }
        while let job = executor.jobs.withLock({ $0.popLast() }) {
            job.runSynchronously(on: executor.asUnownedTaskExecutor())
        }
        return result
    }
}
