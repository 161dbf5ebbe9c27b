public import LucidDER
import LucidModel
public import LucidNetwork
import LucidPEM

/// What a TLS server sent, for people and as JSON.
public enum ServerChainReport {
    /// Some lines: how the server was asked, and each certificate's subject, issuer and end.
    ///
    /// - Parameter now: what "in 30 days" counts from.
    public static func text(_ chain: ServerChain, at now: CalendarTime, style: TextStyle = .plain) -> String {
        let name = chain.serverName.map { ", asked for \($0.safeToShow)" } ?? ""
        let count = chain.answer.certificates.count
        var lines = [
            "\("\(chain.place)".safeToShow) sent \(counted(count, "certificate")) (\(chain.answer.versionName), "
                + "\(chain.answer.cipherSuite.name)\(name)); nothing is verified"
        ]
        for warning in chain.warnings { lines.append("  " + style.warning("warning") + " \(warning.shown)") }
        for (index, octets) in chain.answer.certificates.enumerated() {
            let number = index + 1
            do throws(DERError) {
                let certificate = try Certificate(der: octets)
                let end = certificate.validity.notAfter.time
                lines += [
                    "  \(number)  \(style.strong(certificate.subject.shown))",
                    "     issued by \(certificate.issuer.shown)\(certificate.isSelfIssued ? " (the same)" : "")",
                    "     ends \(end), \(Expiry.distance(from: now, to: end))",
                ]
            } catch {
                lines.append("  \(number)  \(style.bad("no certificate")): \(error.sentence)")
            }
        }
        return lines.joined(separator: "\n")
    }

    /// One object. Its members are documented in `Documentation/json.md`.
    public static func json(_ chain: ServerChain) -> JSONValue {
        .object([
            "host": .string(chain.place.host), "port": .number(Int(chain.place.port)),
            "address": chain.peer.map { .string($0.host) },
            "serverName": chain.serverName.map { .string($0) },
            "protocol": .string(chain.answer.versionName),
            "cipherSuite": .string(chain.answer.cipherSuite.name),
            "warnings": .strings(chain.warnings.map { $0.name ?? "\($0.description)" }),
            "certificates": .array(chain.answer.certificates.map(certificate)),
        ])
    }

    private static func certificate(_ octets: [UInt8]) -> JSONValue {
        let pem = JSONValue.string(PEMBlock(label: "CERTIFICATE", bytes: octets).text)
        do throws(DERError) {
            guard case .object(let members) = CertificateReport.json(try Certificate(der: octets)) else { return .null }
            return .object([.init("pem", pem)] + members)
        } catch {
            return .object(["pem": pem, "problem": .string(error.sentence)])
        }
    }

    /// The certificates as PEM, in the server's order.
    public static func pem(_ chain: ServerChain) -> String {
        chain.answer.certificates.map { PEMBlock(label: "CERTIFICATE", bytes: $0).text }.joined()
    }
}

extension ServerChainReader.Answer {
    /// `TLS 1.2`.
    var versionName: String {
        switch version {
        case 0x0300: "SSL 3.0"
        case 0x0301: "TLS 1.0"
        case 0x0302: "TLS 1.1"
        case 0x0303: "TLS 1.2"
        default: "TLS 1.3"
        }
    }
}
