public import LucidCrypto
public import LucidJSON
import LucidNumber

extension WorkedVerification {
    /// The procedure, its steps, and whether the signature is valid. Numbers and octets are hexadecimal.
    public var json: JSONValue {
        .object([
            "procedure": .string(procedure), "clause": .string(clause), "isValid": .bool(isValid),
            "steps": steps.json(showsSecrets: false),
        ])
    }
}

extension WorkedStep {
    /// - Parameter showsValue: whether the value is there, which may be secret.
    func json(showsValue: Bool) -> JSONValue {
        .object([
            "step": label.isEmpty ? nil : .string(label), "name": name.isEmpty ? nil : .string(name),
            "formula": formula.isEmpty ? nil : .string(formula), "sentence": .string(sentence),
            "secret": isSecret ? .bool(true) : nil, kind: showsValue ? jsonValue : nil,
        ])
    }

    /// What kind of value it is: the member that has it.
    var kind: String {
        switch value {
        case .number: "number"
        case .octets: "octets"
        case .parts: "parts"
        case .point, .neutralPoint: "point"
        case .text: "text"
        case .decision: "holds"
        }
    }

    private var jsonValue: JSONValue {
        switch value {
        case .number(let number): .string(number.hexadecimal)
        case .octets(let octets): .string(hexadecimal(octets))
        case .parts(let parts):
            .array(parts.map { .object(["name": .string($0.name), "octets": .string(hexadecimal($0.octets))]) })
        case .point(let x, let y): .object(["x": .string(x.hexadecimal), "y": .string(y.hexadecimal)])
        case .neutralPoint: .null
        case .text(let text): .string(text)
        case .decision(let holds): .bool(holds)
        }
    }
}

extension WorkedHash {
    /// The states of the hash after each block.
    public var json: JSONValue {
        .object([
            "hash": .string(hash.name), "initialState": .strings(initialState.map(word)),
            "blocks": .array(
                blocks.map {
                    .object(["octets": .string(hexadecimal($0.octets)), "state": .strings($0.state.map(word))])
                }),
            "digest": .string(hexadecimal(digest)),
        ])
    }

    private func word(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: max(0, wordBitCount / 4 - digits.count)) + digits
    }
}
