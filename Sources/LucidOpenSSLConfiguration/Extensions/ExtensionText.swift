/// The value of an extension as the configuration has it: `CA:TRUE, pathlen:0`, or `@section`.
struct ExtensionText {
    let octets: ArraySlice<UInt8>

    init(_ octets: ArraySlice<UInt8>) { self.octets = octets }
}

/// One of the items that a value lists: `name` or `name:value`.
struct ListItem {
    let name: String
    let value: [UInt8]?
    let place: ValuePlace
}
