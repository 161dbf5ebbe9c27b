/// Where the value of an extension comes from, for errors and `--explain`.
struct ValuePlace {
    let origin: Origin

    func problem(_ what: String) -> ConfigurationProblem { ConfigurationProblem(what, at: origin) }
}
