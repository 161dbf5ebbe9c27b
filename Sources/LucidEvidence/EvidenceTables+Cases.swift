// Made by Scripts/evidence. Do not edit.

extension EvidenceTables {
    static var cases: [String] { [cases1, cases2, cases3] }
}
