import CLibFuzzer

/// Called by libFuzzer to alter an input. Half of the time it does so itself, which mostly breaks DER; the other half changes the
/// input element by element, so that it stays DER and gets further.
@_cdecl("LLVMFuzzerCustomMutator")
func mutate(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: CUnsignedInt) -> Int {
    let buffer = UnsafeMutableBufferPointer(start: start, count: limit)
    let prefixCount = ChosenTarget.choiceCount
    guard seed & 1 == 0, count > prefixCount,
        var tree = DERTree(Array(buffer[..<count]).dropFirst(prefixCount))
    else { return LLVMFuzzerMutate(start, count, limit) }
    var random = SmallRandom(state: UInt64(seed))
    for _ in 0...random.below(3) { tree.mutate(&random) }
    let octets = tree.encoded
    guard !octets.isEmpty, prefixCount + octets.count <= limit else { return LLVMFuzzerMutate(start, count, limit) }
    _ = UnsafeMutableBufferPointer(rebasing: buffer[prefixCount...]).update(fromContentsOf: octets)
    return prefixCount + octets.count
}

extension DERTree {
    /// Changes one thing.
    mutating func mutate(_ random: inout SmallRandom) {
        let count = count
        guard count > 0 else { return }
        let place = random.below(count)
        let other = element(random.below(count))
        let kind = random.below(8)
        let draw = random.below(1 << 16)
        replace(place) { element in
            switch kind {
            case 0: return []
            case 1: return [element, element]
            case 2: return [other ?? element]
            case 3: return [element, other ?? element]
            case 4:
                var element = element
                element.tag ^= 1 << UInt8(draw % 8)
                // What stays is read as it was written: constructed with elements, primitive with octets.
                if element.tag & 0x20 != 0, element.inner == nil { element.tag ^= 0x20 }
                return [element]
            default:
                var element = element
                if var inner = element.inner, !inner.isEmpty {
                    inner.swapAt(draw % inner.count, 0)
                    element.inner = inner
                } else {
                    element.octets = Self.mutated(element.octets)
                    element.inner = nil
                }
                return [element]
            }
        }
    }

    /// Octets as libFuzzer changes them, with the words that it knows.
    private static func mutated(_ octets: [UInt8]) -> [UInt8] {
        let limit = octets.count + 32
        return [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            _ = buffer.initialize(fromContentsOf: octets + [UInt8](repeating: 0, count: 32))
            count = buffer.baseAddress.map { LLVMFuzzerMutate($0, octets.count, limit) } ?? 0
        }
    }
}

/// Numbers that follow from libFuzzer's seed, so that its runs can be repeated (splitmix64).
struct SmallRandom {
    var state: UInt64

    /// A number from 0 up to, and not including, `bound`.
    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return Int((value ^ value >> 31) % UInt64(bound))
    }
}
