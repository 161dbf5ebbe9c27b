#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The variables of the process's environment.
public enum Environment {
    /// A variable's value; nil where it is not set.
    public static func value(_ name: String) -> String? {
        // The environment is not changed while the program runs, and the value is copied at once.
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }
}
