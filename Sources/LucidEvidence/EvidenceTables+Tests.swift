// Made by Scripts/evidence. Do not edit.

extension EvidenceTables {
    static var tests: [String] { [tests1, tests2] }
}
