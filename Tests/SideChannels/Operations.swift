/// Something that is done with secrets. It looks at its result as well, so that it is known to have done its work.
struct Operation: Sendable {
    let name: String
    /// Whether memcheck has to find fault with it.
    var isLeaky = false
    let run: @Sendable () throws -> Void
}

let operations: [Operation] = signing + symmetric + keyFiles + leakyTwins

/// Why an operation's result is not what it should be.
struct Failure: Error {
    let expected: String
}

func expect(_ isTrue: Bool, _ what: String) throws {
    if !isTrue { throw Failure(expected: what) }
}

/// The value, or the failure that there is none.
func unwrapped<Value: ~Copyable>(_ value: consuming Value?, _ what: String) throws -> Value {
    guard let value else { throw Failure(expected: what) }
    return value
}
