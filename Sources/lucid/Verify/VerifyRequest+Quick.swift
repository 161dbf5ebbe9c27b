import ArgumentParser
import LucidX509

// A small door beside swift-argument-parser, for speed alone. Three fifths of the instructions of a whole `lucid verify` are
// that parser's: it looks at every property of the command with reflection, three times. A shell loop over a thousand
// certificates feels that. This reader takes the usual way to write the options, as values of the same types. Whatever it
// does not take (another way to write them, --help, any mistake) is left to the parser, which also has the words for it.

extension VerifyRequest {
    /// Reads `verify`'s arguments, the first of which follows the word `verify`. Nil where the parser has to read them.
    init?(quickly arguments: ArraySlice<String>) {
        self.init()
        var rest = arguments
        var seen: [String] = []
        while let argument = rest.popFirst() {
            if argument == "-" || !argument.hasPrefix("-") {
                leaves.append(argument)
            } else if takeFlag(argument) {
                guard !seen.contains(argument) else { return nil }
                seen.append(argument)
            } else {
                guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
                if takeRepeatable(argument, value) { continue }
                // The parser has a rule for an option that is given twice; that is its business.
                guard !seen.contains(argument), takeSingle(argument, value) else { return nil }
                seen.append(argument)
            }
        }
        // What VerifyCommand and VerifyOptions refuse.
        guard !leaves.isEmpty, (maxDepth ?? 0) >= 0 else { return nil }
    }

    private mutating func takeFlag(_ name: String) -> Bool {
        switch name {
        case "--trace": trace = true
        case "--json": json = true
        case "--inhibit-policy-mapping": inhibitPolicyMapping = true
        case "--inhibit-any-policy": inhibitAnyPolicy = true
        default: return false
        }
        return true
    }

    private mutating func takeRepeatable(_ name: String, _ value: String) -> Bool {
        switch name {
        case "--trust": trust.append(value)
        case "--intermediates": intermediates.append(value)
        case "--host": host.append(value)
        case "--email": email.append(value)
        case "--crl": crl.append(value)
        case "--ocsp": ocsp.append(value)
        default: return false
        }
        return true
    }

    private mutating func takeSingle(_ name: String, _ value: String) -> Bool {
        switch name {
        case "--purpose": Self.set(&purpose, Verifier.Purpose(rawValue: value))
        case "--profile": Self.set(&profile, Profile(named: value))
        case "--at": Self.set(&at, CalendarTime(value))
        case "--revocation": Self.set(&revocation, RevocationPolicy(argument: value))
        case "--max-depth": Self.set(&maxDepth, Int(value))
        default: false
        }
    }

    /// False where the value is not one of its kind.
    private static func set<Value>(_ property: inout Value, _ value: Value?) -> Bool {
        guard let value else { return false }
        property = value
        return true
    }

    private static func set<Value>(_ property: inout Value?, _ value: Value?) -> Bool {
        property = value
        return value != nil
    }
}
