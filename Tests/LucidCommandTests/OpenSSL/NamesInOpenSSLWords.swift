import Foundation
import LucidTestSupport

// Names of `lucid show --json`, written as openssl writes them in each place where it prints one.

extension JSON {
    /// The parts of a name, each with its attributes.
    private var rdns: [[JSON]] { self["rdns"]?.array?.map { $0.array ?? [] } ?? [] }

    /// `-nameopt oid,sep_multiline,show_type,utf8,esc_ctrl`: a line for each part.
    var nameLines: [String] { rdns.map { $0.map(\.attributeLine).joined(separator: " + ") } }

    private var attributeLine: String {
        let oid = self["oid"]?.string ?? ""
        guard let value = self["value"]?.string, let type = self["stringType"]?.string else {
            return "\(oid)=\(self["der"]?.string ?? "")"
        }
        return "\(oid)=\(Self.typeNames[type] ?? type):\(Self.escaped(value))"
    }

    private static let typeNames = [
        "UTF8String": "UTF8STRING", "PrintableString": "PRINTABLESTRING", "TeletexString": "T61STRING",
        "BMPString": "BMPSTRING", "UniversalString": "UNIVERSALSTRING", "IA5String": "IA5STRING",
        "NumericString": "NUMERICSTRING",
    ]

    /// openssl's `esc_ctrl`: control characters as two digits, and the backslash that announces them twice.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0x5c: "\\\\"
            case 0..<0x20, 0x7f: "\\" + String(format: "%02X", scalar.value)
            default: String(scalar)
            }
        }.joined()
    }

    /// `/C=GR/CN=Name`, as openssl prints names inside of alternative names.
    var nameWithSlashes: String { rdns.joined().map { "/" + $0.attribute("=") }.joined() }

    /// `C = GR, CN = Name`, as openssl prints names in other extensions.
    var nameWithCommas: String {
        rdns.map { $0.map { $0.attribute(" = ") }.joined(separator: " + ") }.joined(separator: ", ")
    }

    /// `CN = Name`.
    func attribute(_ equals: String) -> String {
        OpenSSLObjects.all.shortName(self["oid"]?.string ?? "") + equals + (self["value"]?.string ?? "")
    }

    /// An alternative name as openssl prints it; it prints directory names in two ways.
    func generalName(isOneOfList: Bool) -> String {
        let value = self["value"]?.string ?? ""
        switch self["type"]?.string {
        case "otherName": return otherName(value)
        case "rfc822Name": return "email:\(value)"
        case "dNSName": return "DNS:\(value)"
        case "uniformResourceIdentifier": return "URI:\(value)"
        case "iPAddress": return "\(isOneOfList ? "IP Address" : "IP"):\(Self.address(value))"
        case "registeredID": return "Registered ID:\(OpenSSLObjects.all.longName(value))"
        case "directoryName":
            let name = self["name"] ?? .null
            return "DirName:" + (isOneOfList ? name.nameWithSlashes : name.nameWithCommas)
        case let other: return "\(other ?? "?"):\(value)"
        }
    }

    /// `othername: OID::text` for a UTF8String.
    private func otherName(_ value: String) -> String {
        let parts = value.split(separator: " ")
        let encoded = hex(String(parts.last ?? ""))
        let text = encoded.first == 0x0c ? String(decoding: encoded.dropFirst(2), as: UTF8.self) : "<\(value)>"
        // openssl has words of its own for the types that it decodes; here is one of them.
        let type = parts.first == "1.3.6.1.5.5.7.8.9" ? "SmtpUTF8Mailbox" : String(parts.first ?? "")
        return "othername: \(type)::\(text)"
    }

    /// IPv6 addresses in openssl's long form: `2001:DB8:0:0:0:0:0:1`.
    private static func address(_ text: String) -> String {
        text.split(separator: "/").map { part in
            var octets = [UInt8](repeating: 0, count: 16)
            guard inet_pton(AF_INET6, String(part), &octets) == 1 else { return String(part) }
            return stride(from: 0, to: 16, by: 2).map {
                String(Int(octets[$0]) << 8 | Int(octets[$0 + 1]), radix: 16, uppercase: true)
            }.joined(separator: ":")
        }.joined(separator: "/")
    }
}
