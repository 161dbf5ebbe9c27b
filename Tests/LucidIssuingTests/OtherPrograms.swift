import LucidModel
import LucidPEM
import LucidTestSupport
import Testing

/// Certificates and requests given to other programs.
enum OtherPrograms {
    static let hasOpenSSL = Programs.openssl != nil
    /// Python with the package that reads certificates.
    static let hasPython =
        Programs.python3.map { python in
            (try? Programs.run(python, ["-c", "import cryptography.x509"]))?.exitCode == 0
        } ?? false

    static func pem(_ certificates: [Certificate]) -> [UInt8] {
        certificates.flatMap { PEMBlock.encode(label: "CERTIFICATE", bytes: $0.der.array.span) }
    }

    static func pem(_ request: CertificateRequest) -> [UInt8] {
        PEMBlock.encode(label: "CERTIFICATE REQUEST", bytes: request.der.array.span)
    }

    static func openssl(_ arguments: [String], stdin: [UInt8] = []) throws -> ProgramResult {
        try Programs.run(try #require(Programs.openssl), arguments, stdin: stdin)
    }

    static func python(_ script: String, stdin: [UInt8]) throws -> ProgramResult {
        try Programs.run(try #require(Programs.python3), ["-c", script], stdin: stdin)
    }

    /// `openssl verify -x509_strict` with these certificates, the leaf last.
    static func opensslVerify(
        root: Certificate, intermediates: [Certificate], leaf: Certificate, _ more: [String] = []
    ) throws -> ProgramResult {
        let folder = try TemporaryFolder()
        try folder.write(pem([root]), to: "root.pem")
        try folder.write(pem(intermediates), to: "intermediates.pem")
        try folder.write(pem([leaf]), to: "leaf.pem")
        let untrusted = intermediates.isEmpty ? [] : ["-untrusted", folder.path("intermediates.pem")]
        return try openssl(
            [
                "verify", "-x509_strict", "-attime", "\(leaf.validity.notBefore.time.secondsSince1970)", "-CAfile",
                folder.path("root.pem"),
            ] + untrusted + more + [folder.path("leaf.pem")])
    }
}
