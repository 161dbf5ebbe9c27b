import LucidDER
public import LucidPEM
import LucidReport

/// A file, with each PEM block in it explained: or a single structure in DER.
public struct ExplainedFile: Sendable {
    /// The file's parts, in its order.
    public let parts: [Part]

    /// One part of a file.
    public enum Part: Sendable {
        case block(Block)
        /// A block that can not be decoded.
        case broken(PEMError)
        /// Lines outside of all blocks, which readers pass over, and the first of them that is not empty.
        case text(lines: ClosedRange<Int>, beginning: String)
    }

    /// A structure, and where it was.
    public struct Block: Sendable {
        /// The PEM label; nil in a DER file.
        public let label: String?
        /// The line that the PEM block begins on; nil in a DER file.
        public let line: Int?
        /// The PEM headers, each with what it says.
        public let headers: [Header]
        public let explanation: Explanation
        /// Whether the label says that the octets are something else, of a kind that Lucid knows.
        public var contradictsLabel = false
        /// Whether it is what could be read of a block that is broken further on.
        public var isBeginning = false
    }

    /// A header line of a PEM block, explained.
    public struct Header: Sendable {
        public let name: String
        public let value: String
        public let sentence: String
        public let clause: String
    }

    /// Explains a file's octets. Without a PEM block they are one structure in DER.
    public init(_ bytes: [UInt8]) {
        guard PEMReader.looksLikePEM(bytes.span) else {
            let explanation = Explanation(DERBytes(bytes))
            parts = [.block(Block(label: nil, line: nil, headers: [], explanation: explanation))]
            return
        }
        let blocks = PEMReader.blocks(in: bytes.span).flatMap { block -> [(line: Int, part: Part)] in
            switch block {
            case .failure(let error):
                (Self.beginning(error, bytes).map { [(error.blockLine, .block($0))] } ?? [])
                    + [(error.blockLine, .broken(error))]
            case .success(let block): [(block.line, .block(Block(block)))]
            }
        }
        let text = PEMReader.textOutside(in: bytes.span).map { text -> (line: Int, part: Part) in
            (text.lines.lowerBound, .text(lines: text.lines, beginning: text.beginning))
        }
        parts = (blocks + text).sorted { $0.line < $1.line }.map(\.part)
    }

    /// What there is of a block that can not be decoded, as far as it can; nil for what may be a secret. Kinds are named one by one:
    /// who knows what a label stands for that nobody has heard of.
    private static func beginning(_ error: PEMError, _ bytes: [UInt8]) -> Block? {
        if case .endLabelDiffers = error.reason { return nil }
        switch Explanation.Kind(label: error.label) {
        case .certificate, .trustedCertificate, .certificateRequest, .revocationList, .ocspRequest, .ocspResponse,
            .publicKey, .rsaPublicKey, .contentInfo:
            guard let beginning = PEMReader.beginning(of: error, in: bytes.span) else { return nil }
            var block = Block(beginning)
            block.isBeginning = true
            return block
        default: return nil
        }
    }

    /// The blocks that could be decoded, be it in part.
    public var blocks: [Block] {
        parts.compactMap { if case .block(let block) = $0 { block } else { nil } }
    }

    /// The blocks that could be decoded whole.
    public var wholeBlocks: [Block] { blocks.filter { !$0.isBeginning } }

    /// Whether nothing in the file breaks a rule.
    public var isFlawless: Bool {
        parts.allSatisfy { part in
            switch part {
            case .block(let block): block.explanation.isFlawless && !block.contradictsLabel
            case .broken: false
            case .text: true
            }
        }
    }
}

extension ExplainedFile.Block {
    init(_ block: PEMBlock) {
        let isEncrypted = block.headers.contains { $0.name == "Proc-Type" && $0.value.hasSuffix("ENCRYPTED") }
        let announced = Explanation.Kind(label: block.label, isEncrypted: isEncrypted)
        let octets = DERBytes(block.bytes)
        var explanation = Explanation(octets, as: announced)
        let kind = announced.resolved(for: octets, isContradicted: !explanation.isFlawless)
        if kind != announced {
            explanation = Explanation(
                octets, as: kind, note: Self.note(on: block.label, kind, isEncrypted: isEncrypted))
        }
        let isOfAKnownKind = announced != .unknown && announced != .undescribedPrivateKey
        self.init(
            label: block.label, line: block.line, headers: block.headers.map(ExplainedFile.Header.init),
            explanation: explanation, contradictsLabel: kind != announced && isOfAKnownKind)
    }

    /// That a label does not say what its octets are.
    private static func note(on label: String, _ kind: Explanation.Kind, isEncrypted: Bool) -> String {
        let claim =
            isEncrypted ? "The headers say that the octets are encrypted" : "The label says “\(label.safeToShow)”"
        return "\(claim), but what stands there is explained as what it looks like: \(kind.title.lowercasedAtStart)."
    }
}

extension ExplainedFile.Header {
    init(_ header: PEMBlock.Header) {
        let (sentence, clause) =
            switch header.name {
            case "Proc-Type":
                (
                    "4 is the version of PEM's old messages; ENCRYPTED says that the octets below are encrypted under a passphrase.",
                    "RFC 1421 §4.6.1.1"
                )
            case "DEK-Info":
                (
                    "The cipher, and the random block that it begins with, whose first 8 octets are the salt as well. The key is one MD5 of passphrase and salt, which is far too quick: an attacker tries millions a second.",
                    "RFC 1421 §4.6.1.3"
                )
            default: ("A remark in front of the octets; today's PEM has none.", "RFC 7468 §2")
            }
        self.init(name: header.name, value: header.value, sentence: sentence, clause: clause)
    }
}
