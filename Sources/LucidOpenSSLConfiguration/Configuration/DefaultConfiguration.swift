import LucidFiles

/// The configuration that openssl's commands read when none is named.
public enum DefaultConfiguration {
    /// Where distributions of openssl keep it; `openssl version -d` prints the folder. Debian's comes first, then that of Red Hat
    /// and its kin, one that was built from its sources, and Homebrew's.
    private static let folders = [
        "/usr/lib/ssl", "/etc/pki/tls", "/etc/ssl", "/usr/local/ssl", "/opt/homebrew/etc/openssl@3",
        "/usr/local/etc/openssl@3",
    ]

    /// What `OPENSSL_CONF` names, whether or not it exists, else the system's file; nil where there is none, and then commands work
    /// as openssl does without a configuration.
    public static func path(environment: (String) -> String? = Environment.value) -> String? {
        if let named = environment("OPENSSL_CONF") { return named }
        return folders.map { "\($0)/openssl.cnf" }.first { Folder.kind($0) == .file }
    }
}
