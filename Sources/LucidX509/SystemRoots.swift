#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The roots that the system trusts.
public enum SystemRoots {
    /// Where systems keep them in one PEM file: Debian and Ubuntu, Fedora, Alpine and macOS.
    public static let usualPaths = [
        "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem",
    ]

    /// The file with the system's roots: the one that `SSL_CERT_FILE` names, else the first usual one; nil where there is none.
    public static var path: String? {
        if let named = unsafe getenv("SSL_CERT_FILE") { return unsafe String(cString: named) }
        return usualPaths.first { Folder.kind($0) == .file }
    }

    /// Reads them.
    public static func load() throws(FileProblem) -> [Certificate] {
        guard let path else { throw FileProblem(path: usualPaths[0], reason: .notFound) }
        return CertificateFile(try FileReader.read(path)).certificates
    }
}
