import LucidDER
import LucidTestSupport
import Testing

/// Reads one thing and says nothing about its value.
typealias Reading = @Sendable (inout DERCursor) throws(DERError) -> Void

/// An encoding that has to be refused, and how.
struct Refusal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let input: [UInt8]
    let reason: DERError.Reason
    let offset: Int
    let path: String
    let read: Reading

    init(
        _ name: String, _ input: String, _ reason: DERError.Reason, at offset: Int, in path: String = "f",
        _ read: @escaping Reading
    ) {
        self.init(name, bytes: hex(input), reason, at: offset, in: path, read)
    }

    init(
        _ name: String, bytes: [UInt8], _ reason: DERError.Reason, at offset: Int, in path: String = "f",
        _ read: @escaping Reading
    ) {
        testDescription = name
        input = bytes
        self.reason = reason
        self.offset = offset
        self.path = path
        self.read = read
    }

    /// The refusal is the expected one, both at the beginning of an input and in its midst: offsets are absolute.
    func check(sourceLocation: SourceLocation = #_sourceLocation) {
        for junk in [0, 7] {
            let whole = [UInt8](repeating: 0xee, count: junk) + input + [UInt8](repeating: 0xee, count: junk)
            let error = failure(DERBytes(whole, junk..<junk + input.count), read)
            #expect(error?.reason == reason, sourceLocation: sourceLocation)
            #expect(error?.offset == offset + junk, sourceLocation: sourceLocation)
            #expect(error?.fieldPath == path, sourceLocation: sourceLocation)
        }
    }
}

/// The error of reading a whole input, or nil where it is accepted.
func failure(_ bytes: DERBytes, _ read: Reading) -> DERError? {
    do throws(DERError) {
        try DERCursor.decode(bytes, read)
        return nil
    } catch { return error }
}

/// What a reader makes of a whole input.
func decode<Value>(_ input: [UInt8], _ read: (inout DERCursor) throws(DERError) -> Value) throws(DERError) -> Value {
    try DERCursor.decode(DERBytes(input), read)
}

/// A generator with a seed, so that a failing case comes again (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
        return z ^ z >> 31
    }
}
