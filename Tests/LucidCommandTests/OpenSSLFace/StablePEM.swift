import LucidX509

/// What is in a PEM block, a field a line, without what differs from run to run.
enum StablePEM {
    static func of(_ text: String, keepsKeys: Bool) -> String {
        let lines = PKIFile(Array(text.utf8)).entries.map { entry -> [String] in
            switch entry.content {
            case .certificate(let certificate): self.certificate(certificate, keepsKeys)
            case .request(let request): self.request(request, keepsKeys)
            case .revocationList(let list): self.list(list, keepsKeys)
            case .publicKey(let info): ["public key"] + key(info, keepsKeys)
            case .privateKey(let block): ["private key \(block.label): \(StableKey.of(block.bytes))"]
            case .other(let label): ["block \(label)"]
            default: ["unusable"]
            }
        }
        return lines.flatMap(\.self).joined(separator: "\n")
    }

    private static func certificate(_ certificate: Certificate, _ keepsKeys: Bool) -> [String] {
        let tbs = certificate.tbsCertificate
        let life = tbs.validity.notAfter.time.secondsSince1970 - tbs.validity.notBefore.time.secondsSince1970
        let isRandom = tbs.serialNumber.content.count > 16
        return [
            "certificate v\(tbs.version.rawValue + 1)",
            "serial \(isRandom ? "random" : hexadecimal(tbs.serialNumber.content))",
            "issuer \(hexadecimal(tbs.issuer.der))", "subject \(hexadecimal(tbs.subject.der))",
            // A second may have passed between two looks at the clock.
            "life \((life + 5) / 10)0 s, \(tbs.validity.notBefore.kind) \(tbs.validity.notAfter.kind)",
            "algorithm \(hexadecimal(DERBytes(tbs.signature.derEncoded)))",
        ] + key(tbs.subjectPublicKeyInfo, keepsKeys)
            + extensions(tbs.extensions, keepsKeys, key: tbs.subjectPublicKeyInfo)
    }

    private static func request(_ request: CertificateRequest, _ keepsKeys: Bool) -> [String] {
        let info = request.certificationRequestInfo
        var lines = ["request", "subject \(hexadecimal(info.subject.der))"] + key(info.subjectPKInfo, keepsKeys)
        lines += info.attributes.map { "attribute \($0.type)" }
        if case .success(let asked)? = info.requestedExtensions {
            lines += extensions(asked, keepsKeys, key: info.subjectPKInfo)
        }
        return lines + ["algorithm \(hexadecimal(DERBytes(request.signatureAlgorithm.derEncoded)))"]
    }

    private static func list(_ list: RevocationList, _ keepsKeys: Bool) -> [String] {
        let tbs = list.tbsCertList
        let life = tbs.nextUpdate.map { $0.time.secondsSince1970 - tbs.thisUpdate.time.secondsSince1970 } ?? 0
        let entries = (tbs.revokedCertificates ?? []).flatMap { entry in
            ["revoked \(hexadecimal(entry.userCertificate.content)) \(entry.revocationDate.kind)"]
                + extensions(entry.crlEntryExtensions, keepsKeys)
        }
        return [
            "list, version 2: \(tbs.isVersion2)", "issuer \(hexadecimal(tbs.issuer.der))", "life \((life + 5) / 10)0 s",
            "algorithm \(hexadecimal(DERBytes(tbs.signature.derEncoded)))",
        ] + entries + extensions(tbs.crlExtensions, keepsKeys)
    }

    private static func key(_ info: SubjectPublicKeyInfo, _ keepsKeys: Bool) -> [String] {
        let algorithm = "key \(hexadecimal(DERBytes(info.algorithm.derEncoded)))"
        return [
            keepsKeys
                ? "\(algorithm) \(hexadecimal(info.subjectPublicKey.bytes))"
                : "\(algorithm) of \(info.subjectPublicKey.bytes.count)"
        ]
    }

    /// Where keys differ, of key identifiers is told whose key they name, and of what else they have the shape.
    private static func extensions(
        _ extensions: Extensions, _ keepsKeys: Bool, key: SubjectPublicKeyInfo? = nil
    ) -> [String] {
        extensions.map { item in
            var value = hexadecimal(item.extnValue)
            if !keepsKeys, case .subjectKeyIdentifier(let identifier) = item.content {
                value =
                    identifier.keyIdentifier == key?.keyIdentifier
                    ? "of the key" : "\(identifier.keyIdentifier.count) octets"
            } else if !keepsKeys, case .authorityKeyIdentifier(let identifier) = item.content {
                let names = identifier.authorityCertIssuer.map { "\($0)" } ?? "none"
                let serial = identifier.authorityCertSerialNumber.map { number in
                    number.content.count > 16 ? "random" : hexadecimal(number.content)
                }
                let isOwn = identifier.keyIdentifier == key?.keyIdentifier
                value =
                    "\(isOwn ? "of the key" : "\(identifier.keyIdentifier?.count ?? 0) octets"), \(names), \(serial ?? "none")"
            }
            return "extension \(item.extnID) \(item.critical ? "critical " : "")\(value)"
        }
    }

    private static func hexadecimal(_ octets: DERBytes) -> String {
        octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
