import LucidDER
import LucidModel
import LucidReport

extension ExplainedPage {
    /// One structure of a page.
    struct Item {
        let explanation: Explanation
        /// What people call it: a certificate's subject, else its kind.
        let title: String
        /// Where it comes from, such as `chain.pem, line 12`.
        let place: String
        /// The label of its PEM block, or the one that it would have.
        let label: String
        let headers: [ExplainedFile.Header]
        /// The certificate, where it is one that can be read.
        let certificate: Certificate?

        /// - Parameter file: the file's name.
        init(_ block: ExplainedFile.Block, file: String) {
            explanation = block.explanation
            let kind = explanation.kind
            certificate = kind == .certificate ? try? Certificate(der: explanation.octets.array) : nil
            title = HTMLText.shortened(certificate?.subject.title ?? kind.title, columns: 200)
            place = file + (block.line.map { ", line \($0)" } ?? "")
            label = block.label ?? kind.label
            headers = block.headers
        }
    }

    /// What else is in a file: blocks that can not be decoded, and text outside of blocks.
    struct Remark {
        let isProblem: Bool
        let sentence: String
    }

    /// The parts of a file.
    static func contents(of file: ExplainedFile, name: String) -> (items: [Item], remarks: [Remark]) {
        var (items, remarks) = ([Item](), [Remark]())
        for part in file.parts {
            switch part {
            case .block(let block): items.append(Item(block, file: name))
            case .broken(let error): remarks.append(Remark(isProblem: true, sentence: "\(name): \(error.sentence)"))
            case .text(let lines, let beginning):
                let place =
                    lines.count == 1 ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound) to \(lines.upperBound)"
                let text = HTMLText.shortened(beginning, columns: 60)
                remarks.append(
                    Remark(
                        isProblem: false,
                        sentence:
                            "\(name), \(place): text outside of all blocks, which readers pass over: “\(text)” (RFC 7468 §2)"
                    ))
            }
        }
        return (items, remarks)
    }
}

extension Explanation.Kind {
    /// The label that PEM gives the kind (RFC 7468 §5 to §13, and OpenSSL's); a word of Lucid's own where there is none.
    fileprivate var label: String {
        let labels = [
            "CERTIFICATE", "TRUSTED CERTIFICATE", "CERTIFICATE REQUEST", "X509 CRL", "PUBLIC KEY", "RSA PUBLIC KEY",
            "PRIVATE KEY",
            "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY", "EC PARAMETERS",
            "DH PARAMETERS",
            "DSA PARAMETERS", "PKCS7", "PKCS12", "OCSP REQUEST", "OCSP RESPONSE",
        ]
        return labels.first { Explanation.Kind(label: $0) == self } ?? "UNKNOWN"
    }
}
