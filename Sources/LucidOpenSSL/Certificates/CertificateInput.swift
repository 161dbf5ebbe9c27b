import LucidOpenSSLText
import LucidX509

/// Reads certificates and requests as openssl's commands do: the first one of a file.
enum CertificateInput {
    /// The first certificate of a file, in PEM, perhaps among other things, or in DER.
    ///
    /// - Parameters:
    ///   - path: nil or `-` is standard input.
    ///   - what: how openssl's messages call it: `certificate`, `CA certificate`.
    ///   - form: what the file must be; nil where both are welcome.
    static func certificate(
        _ path: String?, what: String = "certificate", form: KeyForm? = nil
    ) throws(Failure) -> Certificate {
        try certificate(try octets(path, what: what, form: form), FaceFile.shown(path), what: what)
    }

    /// Reads a certificate; behind it may stand what openssl trusts it for (`TRUSTED CERTIFICATE`).
    ///
    /// - Parameter file: the file's name for messages.
    static func certificate(
        _ octets: [UInt8], _ file: String, what: String = "certificate"
    ) throws(Failure) -> Certificate {
        do throws(DERError) {
            var cursor = DERCursor(DERBytes(octets))
            let bytes = try cursor.anyElementBytes("certificate")
            return try Certificate(der: bytes.array)
        } catch { throw Failure("Could not read \(what) from \(file): \(error.sentence)\nUnable to load \(what)") }
    }

    /// The first certificate in a file's octets, in PEM or DER.
    static func certificate(in octets: [UInt8], _ file: String) throws(Failure) -> Certificate {
        try certificate(try certificateOctets(octets, file, what: "certificate", form: nil), file)
    }

    /// The DER of the first certificate of a file, as it stands there: not yet read, so that it can be printed even where it keeps
    /// not all rules of DER.
    static func octets(
        _ path: String?, what: String = "certificate", form: KeyForm? = nil
    ) throws(Failure) -> [UInt8] {
        do throws(Failure) {
            let octets = try FaceFile.read(
                path, cannotOpen: "Could not open file or uri for loading \(what) from \(FaceFile.shown(path))")
            return try certificateOctets(octets, path, what: what, form: form)
        } catch { throw Failure("\(error.message)\nUnable to load \(what)") }
    }

    private static func certificateOctets(
        _ octets: [UInt8], _ path: String?, what: String, form: KeyForm?
    ) throws(Failure) -> [UInt8] {
        let unreadable = "Could not read \(what) from \(FaceFile.shown(path))"
        let isPEM = PEMReader.looksLikePEM(octets.span)
        guard form != .der, isPEM else {
            if form == .pem || octets.isEmpty { throw Failure("\(unreadable): it has no certificate in PEM") }
            if isPEM { throw Failure("\(unreadable): it is in PEM, not in DER") }
            guard CertificateText(der: octets) != nil else {
                throw Failure("\(unreadable): it has no certificate in PEM, and is none in DER")
            }
            return octets
        }
        let labels: Set = ["CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"]
        let block = try firstBlock(octets, labels: labels, unreadable)
        guard CertificateText(der: block.bytes) != nil else {
            throw Failure("\(unreadable): what its PEM block has is no certificate")
        }
        return block.bytes
    }

    /// The first request of a file.
    ///
    /// - Parameters:
    ///   - path: nil or `-` is standard input.
    ///   - form: what the file must be; openssl takes PEM where nothing is said.
    ///   - failing: what openssl says where there is none.
    static func request(_ path: String?, form: KeyForm?, failing: String) throws(Failure) -> CertificateRequest {
        var octets: [UInt8] = []
        do throws(FileProblem) { octets = try FileReader.read(path ?? "-") } catch {
            if error.reason != .empty {
                let reason = error.reason.systemText
                throw Failure("Can't open \"\(FaceFile.shown(path))\" for reading, \(reason)\n\(failing)")
            }
        }
        var bytes = octets
        if form != .der {
            let block = try firstBlock(
                octets, labels: ["CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"], failing)
            bytes = block.bytes
        }
        do throws(DERError) { return try CertificateRequest(der: bytes) } catch {
            throw Failure("\(failing): \(FaceFile.shown(path)): \(error.sentence)")
        }
    }

    private static func firstBlock(
        _ octets: [UInt8], labels: Set<String>, _ unreadable: String
    ) throws(Failure) -> PEMBlock {
        let wanted = labels.sorted().first ?? ""
        guard PEMReader.looksLikePEM(octets.span) else { throw Failure("\(unreadable): it has no PEM block \(wanted)") }
        for block in PEMReader.blocks(in: octets.span) {
            switch block {
            case .success(let block): if labels.contains(block.label) { return block }
            case .failure(let error):
                if labels.contains(error.label) {
                    throw Failure("\(unreadable): \(error.sentence)")
                }
            }
        }
        throw Failure("\(unreadable): it has no PEM block \(wanted)")
    }
}
