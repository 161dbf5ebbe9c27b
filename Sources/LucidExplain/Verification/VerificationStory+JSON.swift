import LucidReport
public import LucidJSON

extension VerificationStory {
    /// The verdict's JSON with the signatures of the story: `signatures`, an array in the order in which they were checked.
    public func adding(to verdict: JSONValue) -> JSONValue {
        guard case .object(let members) = verdict else { return verdict }
        return .object(members + [JSONValue.Member("signatures", .array(signatures))])
    }

    private var signatures: [JSONValue] {
        parts.compactMap { part in
            guard case .certificate(let step) = part else { return nil }
            var worked: JSONValue?
            var problem: String?
            switch step.signature {
            case .success(let verification): worked = verification.json
            case .failure(let reason): problem = reason.statement
            }
            return .object([
                "certificateIndex": .number(step.index), "subject": .string(step.certificate.subject.description),
                "signer": .string(step.signer.description), "verification": worked,
                "problem": problem.map { .string($0) }, "hash": step.hash?.json,
            ])
        }
    }
}
