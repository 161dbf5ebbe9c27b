/// A program that checks certificates, with the version that its rules were measured or quoted for.
public enum Client: String, Hashable, Sendable, CaseIterable {
    case openssl, curl, opensslStrict, python, requests, pyca, go, java, node, gnutls, chromium, firefox, apple,
        android, rustls

    /// Its name and version.
    public var name: String {
        switch self {
        case .openssl: "OpenSSL 3.0"
        case .curl: "curl 7.88"
        case .opensslStrict: "openssl verify -x509_strict"
        case .python: "Python 3.13"
        case .requests: "requests 2.34"
        case .pyca: "pyca/cryptography 50"
        case .go: "Go 1.23"
        case .java: "Java 17"
        case .node: "Node 20"
        case .gnutls: "GnuTLS 3.7"
        case .chromium: "Chromium 156"
        case .firefox: "Firefox"
        case .apple: "Apple"
        case .android: "Android"
        case .rustls: "rustls"
        }
    }
}
