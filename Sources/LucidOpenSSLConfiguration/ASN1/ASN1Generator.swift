import LucidObjectNames

struct ASN1Generator {
    let configuration: Configuration?
    let names: ObjectNames

    func generate(_ text: ArraySlice<UInt8>, at place: ValuePlace) throws(ConfigurationProblem) -> [UInt8] {
        throw place.problem("not there yet")
    }
}
