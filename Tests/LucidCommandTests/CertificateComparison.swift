import LucidTestSupport

/// A field of a certificate as openssl and as Lucid show it, line by line.
struct ComparedField {
    let name: String
    let openssl: [String]
    let lucid: [String]
}

extension ComparedField {
    init(_ name: String, _ openssl: String, _ lucid: String?) {
        self.init(name: name, openssl: [openssl], lucid: [lucid ?? "(missing)"])
    }

    /// The lines that differ.
    func differences(in certificate: String) -> [String] {
        (0..<max(openssl.count, lucid.count)).compactMap { index in
            let one = index < openssl.count ? openssl[index] : "(missing)"
            let other = index < lucid.count ? lucid[index] : "(missing)"
            let isExpected = ExpectedDifference.all.contains {
                $0.covers(certificate, name, openssl: one, lucid: other)
            }
            return one == other || isExpected ? nil : "\(name): openssl says \(one), Lucid says \(other)"
        }
    }
}

/// Both views of one certificate, field by field.
struct CertificateComparison {
    let openssl: OpenSSLCertificate
    let lucid: JSON

    var fields: [ComparedField] { head + key + extensions }

    private var head: [ComparedField] {
        let version = lucid["version"]?.number ?? 0
        let validity = lucid["validity"] ?? .null
        return [
            ComparedField("version", openssl.version, "\(version) (0x\(version - 1))"),
            ComparedField("serial", openssl.serial, serialNumber),
            ComparedField("notBefore", openssl.notBefore, validity["notBefore"]?.string?.replacing("T", with: " ")),
            ComparedField("notAfter", openssl.notAfter, validity["notAfter"]?.string?.replacing("T", with: " ")),
            ComparedField(name: "issuer", openssl: openssl.issuer, lucid: lucid["issuer"]?.nameLines ?? []),
            ComparedField(name: "subject", openssl: openssl.subject, lucid: lucid["subject"]?.nameLines ?? []),
            ComparedField("signature algorithm", openssl.signatureAlgorithm, algorithm(lucid["signatureAlgorithm"])),
            ComparedField("signature algorithm inside", openssl.signatureAlgorithm, algorithm(lucid["signature"])),
            ComparedField("signature", openssl.signature, lucid["signatureValue"]?.string),
            ComparedField("SHA-256", openssl.sha256, lucid["sha256"]?.string),
        ]
    }

    private func algorithm(_ identifier: JSON?) -> String {
        OpenSSLObjects.all.longName(identifier?["oid"]?.string ?? "")
    }

    /// The content of the INTEGER, two's complement, as openssl writes it: sign and digits, two an octet.
    private var serialNumber: String {
        let octets = hex(lucid["serialNumber"]?.string ?? "")
        guard let first = octets.first, first & 0x80 != 0 else {
            let digits = Array(octets.drop { $0 == 0 })
            return digits.isEmpty ? "00" : hex(digits).uppercased()
        }
        var magnitude = octets.map { ~$0 }
        for index in magnitude.indices.reversed() {
            magnitude[index] &+= 1
            if magnitude[index] != 0 { break }
        }
        return "-" + hex(Array(magnitude.drop { $0 == 0 })).uppercased()
    }

    /// The public key. One that Lucid can not use is compared by its octets.
    private var key: [ComparedField] {
        let info = lucid["subjectPublicKeyInfo"] ?? .null
        let algorithm = ComparedField("key algorithm", openssl.keyAlgorithm, self.algorithm(info))
        let octets = info["subjectPublicKey"]?.string ?? ""
        if let modulus = info["modulus"]?.string {
            let exponent = info["exponent"]?.string.flatMap(Int.init) ?? 0
            return [
                algorithm,
                ComparedField("key bits", openssl.keyBits, "(\(info["bits"]?.number ?? 0) bit)"),
                ComparedField("modulus", String(openssl.modulus.trimmingPrefix("00")), modulus),
                ComparedField("exponent", openssl.exponent, "\(exponent) (0x\(String(exponent, radix: 16)))"),
            ]
        }
        if let curve = info["curve"]?.string, let x = info["x"]?.string, let y = info["y"]?.string {
            return [
                algorithm,
                ComparedField("curve", openssl.curve, curve == "secp256r1" ? "prime256v1" : curve),
                ComparedField("point", openssl.point, octets),
                ComparedField("x", String(openssl.point.dropFirst(2).prefix(x.count)), x),
                // A compressed point has only the sign of y: 02 for an even one, 03 for an odd one.
                openssl.point.hasPrefix("04")
                    ? ComparedField("y", String(openssl.point.suffix(y.count)), y)
                    : ComparedField("sign of y", String(openssl.point.prefix(2)), "0\(2 + (hex(y).last ?? 0) % 2)"),
            ]
        }
        if openssl.modulus.isEmpty { return [algorithm, ComparedField("key octets", openssl.point, octets)] }
        return [
            algorithm,
            ComparedField(
                "modulus inside", openssl.modulus, String(octets.dropFirst(16).prefix(openssl.modulus.count))),
        ]
    }

    private var extensions: [ComparedField] {
        let list = lucid["extensions"]?.array ?? []
        let names = ComparedField(
            name: "extensions",
            openssl: openssl.extensions.map { $0.name + ($0.isCritical ? " critical" : "") },
            lucid: list.map {
                OpenSSLObjects.all.longName($0["oid"]?.string ?? "") + ($0["critical"]?.bool == true ? " critical" : "")
            })
        return [names] + zip(openssl.extensions, list).compactMap(content)
    }

    private func content(_ openssl: OpenSSLCertificate.Extension, _ lucid: JSON) -> ComparedField? {
        let field = "\(lucid["name"]?.string ?? "?") content"
        if openssl.lines.first?.hasPrefix("0000 - ") == true {
            return ComparedField(field, octets(ofDump: openssl.lines), lucid["der"]?.string)
        }
        if ExpectedDifference.decodedByOpenSSLAlone[lucid["oid"]?.string ?? ""] != nil, lucid["value"] == nil {
            return nil
        }
        let lines = openssl.name == "CT Precertificate SCTs" ? openssl.timestampLines : openssl.lines
        return ComparedField(name: field, openssl: lines, lucid: lucid.extensionLines)
    }
}
