/// A test's own key is of a wrong length.
struct WrongKeyLength: Error {}

/// The octets after a change in place.
func transformed(_ bytes: [UInt8], _ body: (inout MutableSpan<UInt8>) -> Void) -> [UInt8] {
    var bytes = bytes
    var span = bytes.mutableSpan
    body(&span)
    return bytes
}

/// Whether there is a value; `#expect` can not compare one that is not copyable with nil.
func exists<Value: ~Copyable>(_ value: consuming Value?) -> Bool {
    switch consume value {
    case .some: true
    case .none: false
    }
}
