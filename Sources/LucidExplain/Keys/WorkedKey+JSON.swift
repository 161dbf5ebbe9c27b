public import LucidCrypto
public import LucidJSON
import LucidNumber

extension WorkedRSAKeySearch {
    /// The candidates with their fates.
    ///
    /// - Parameter showsSecrets: whether the numbers are there, which are secret.
    public func json(showsSecrets: Bool) -> JSONValue {
        .array(candidates.map { $0.json(showsSecrets) })
    }
}

extension WorkedRSAKeySearch.Candidate {
    fileprivate func json(_ showsSecrets: Bool) -> JSONValue {
        var factor: Int?
        if case .smallFactor(let prime) = fate { factor = Int(prime) }
        return .object([
            "fate": .string(fate.word), "factor": factor.map { .number($0) },
            "number": showsSecrets ? .string(number.hexadecimal) : nil,
            "rounds": witnesses.isEmpty ? nil : .number(witnesses.count),
            "witnesses": showsSecrets && !witnesses.isEmpty ? .strings(witnesses.map(\.hexadecimal)) : nil,
        ])
    }
}

extension WorkedRSAKeySearch.Fate {
    fileprivate var word: String {
        switch self {
        case .tooSmall: "tooSmall"
        case .oneModuloExponent: "oneModuloExponent"
        case .smallFactor: "smallFactor"
        case .composite: "composite"
        case .prime: "prime"
        }
    }
}

extension [WorkedStep] {
    /// The steps of a computation; secret values only where they are asked for.
    public func json(showsSecrets: Bool) -> JSONValue {
        .array(map { $0.json(showsValue: showsSecrets || !$0.isSecret) })
    }
}
