import LucidTestSupport

/// The names that openssl has for object identifiers, as `openssl list -objects` prints them.
struct OpenSSLObjects: Sendable {
    private var longNames: [String: String] = [:]
    private var shortNames: [String: String] = [:]

    static let all = OpenSSLObjects()

    private init() {
        guard let openssl = Programs.openssl, let list = try? Programs.run(openssl, ["list", "-objects"]).output else {
            return
        }
        for line in list.split(separator: "\n") {
            // `CN = commonName, 2.5.4.3`, or `qcStatements = 1.3.6.1.5.5.7.1.3` where both names are the same.
            guard let equals = line.firstRange(of: " = ") else { continue }
            let short = String(line[..<equals.lowerBound])
            let parts = line[equals.upperBound...].split(separator: ",").map { $0.trimmingPrefix(" ") }
            guard let numbers = parts.last.map(String.init) else { continue }
            shortNames[numbers] = short
            longNames[numbers] = parts.count > 1 ? parts.dropLast().joined(separator: ", ") : short
        }
    }

    /// `X509v3 Key Usage`; the dotted numbers where there is no name.
    func longName(_ numbers: String) -> String { longNames[numbers] ?? numbers }

    /// `CN`; the dotted numbers where there is no name.
    func shortName(_ numbers: String) -> String { shortNames[numbers] ?? numbers }
}
