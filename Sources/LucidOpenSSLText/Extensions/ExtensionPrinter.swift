import LucidDER

/// How the value of one kind of extension is printed.
struct ExtensionPrinter: Sendable {
    let print: @Sendable (BERElement, ExtensionSurroundings) -> ExtensionText

    init(_ print: @escaping @Sendable (BERElement, ExtensionSurroundings) -> ExtensionText) { self.print = print }

    /// The extensions that OpenSSL 3.0 knows.
    static let table: [ObjectIdentifier: ExtensionPrinter] = [
        // RFC 5280 §4.2.1 and §5.2.
        ObjectIdentifier(2, 5, 29, 14): ExtensionPrinter(SimpleExtensions.octets),
        ObjectIdentifier(2, 5, 29, 15): BitNames.keyUsage.printer,
        ObjectIdentifier(2, 5, 29, 16): ExtensionPrinter(SimpleExtensions.privateKeyUsagePeriod),
        ObjectIdentifier(2, 5, 29, 17): ExtensionPrinter(GeneralNameText.list),
        ObjectIdentifier(2, 5, 29, 18): ExtensionPrinter(GeneralNameText.list),
        ObjectIdentifier(2, 5, 29, 19): ExtensionPrinter(SimpleExtensions.basicConstraints),
        ObjectIdentifier(2, 5, 29, 20): ExtensionPrinter(SimpleExtensions.number),
        ObjectIdentifier(2, 5, 29, 21): ExtensionPrinter(SimpleExtensions.reasonCode),
        ObjectIdentifier(2, 5, 29, 23): ExtensionPrinter(SimpleExtensions.object),
        ObjectIdentifier(2, 5, 29, 24): ExtensionPrinter(SimpleExtensions.generalizedTime),
        ObjectIdentifier(2, 5, 29, 27): ExtensionPrinter(SimpleExtensions.number),
        ObjectIdentifier(2, 5, 29, 28): ExtensionPrinter(DistributionPointText.issuingDistributionPoint),
        ObjectIdentifier(2, 5, 29, 29): ExtensionPrinter(GeneralNameText.list),
        ObjectIdentifier(2, 5, 29, 30): ExtensionPrinter(NameConstraintText.nameConstraints),
        ObjectIdentifier(2, 5, 29, 31): ExtensionPrinter(DistributionPointText.distributionPoints),
        ObjectIdentifier(2, 5, 29, 32): ExtensionPrinter(PolicyText.policies),
        ObjectIdentifier(2, 5, 29, 33): ExtensionPrinter(PolicyText.mappings),
        ObjectIdentifier(2, 5, 29, 35): ExtensionPrinter(SimpleExtensions.authorityKeyIdentifier),
        ObjectIdentifier(2, 5, 29, 36): ExtensionPrinter(PolicyText.constraints),
        ObjectIdentifier(2, 5, 29, 37): ExtensionPrinter(SimpleExtensions.objects),
        ObjectIdentifier(2, 5, 29, 46): ExtensionPrinter(DistributionPointText.distributionPoints),
        ObjectIdentifier(2, 5, 29, 54): ExtensionPrinter(SimpleExtensions.number),
        // PKIX's own.
        ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 1, 1): ExtensionPrinter(SimpleExtensions.informationAccess),
        ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 1, 7): ExtensionPrinter(ResourceText.addressBlocks),
        ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 1, 8): ExtensionPrinter(ResourceText.systemNumbers),
        ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 1, 11): ExtensionPrinter(SimpleExtensions.informationAccess),
        ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 1, 14): ExtensionPrinter(SimpleExtensions.proxyInformation),
        ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 1, 24): ExtensionPrinter(SimpleExtensions.tlsFeatures),
        ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 48, 1, 5): ExtensionPrinter(SimpleExtensions.nothing),
        ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 48, 1, 6): ExtensionPrinter(SimpleExtensions.generalizedTime),
        // RFC 6962 §3.
        ObjectIdentifier(1, 3, 6, 1, 4, 1, 11129, 2, 4, 2): ExtensionPrinter(TimestampText.list),
        ObjectIdentifier(1, 3, 6, 1, 4, 1, 11129, 2, 4, 3): ExtensionPrinter(SimpleExtensions.null),
        ObjectIdentifier(1, 3, 6, 1, 4, 1, 11129, 2, 4, 5): ExtensionPrinter(TimestampText.list),
        // Netscape's.
        ObjectIdentifier(2, 16, 840, 1, 113730, 1, 1): BitNames.netscapeType.printer,
        ObjectIdentifier(2, 16, 840, 1, 113730, 1, 2): ExtensionPrinter(SimpleExtensions.text),
        ObjectIdentifier(2, 16, 840, 1, 113730, 1, 3): ExtensionPrinter(SimpleExtensions.text),
        ObjectIdentifier(2, 16, 840, 1, 113730, 1, 4): ExtensionPrinter(SimpleExtensions.text),
        ObjectIdentifier(2, 16, 840, 1, 113730, 1, 7): ExtensionPrinter(SimpleExtensions.text),
        ObjectIdentifier(2, 16, 840, 1, 113730, 1, 8): ExtensionPrinter(SimpleExtensions.text),
        ObjectIdentifier(2, 16, 840, 1, 113730, 1, 12): ExtensionPrinter(SimpleExtensions.text),
        ObjectIdentifier(2, 16, 840, 1, 113730, 1, 13): ExtensionPrinter(SimpleExtensions.text),
        // Others.
        ObjectIdentifier(1, 3, 101, 1, 4, 1): ExtensionPrinter(SimpleExtensions.strongExtranet),
        ObjectIdentifier(1, 3, 36, 8, 3, 3): ExtensionPrinter(AdmissionText.admissions),
        ObjectIdentifier(1, 2, 643, 100, 112): ExtensionPrinter(SimpleExtensions.issuerSignTool),
    ]
}

/// The names of bits.
struct BitNames: Sendable {
    let names: [String]

    var printer: ExtensionPrinter {
        ExtensionPrinter { element, _ in
            guard let bits = BitStringParts(element) else { return .malformed }
            return .values(
                names.enumerated().filter { bits.hasBit($0.offset) }.map { ExtensionValue($0.element) })
        }
    }

    static let keyUsage = BitNames(names: [
        "Digital Signature", "Non Repudiation", "Key Encipherment", "Data Encipherment", "Key Agreement",
        "Certificate Sign", "CRL Sign", "Encipher Only", "Decipher Only",
    ])
    static let netscapeType = BitNames(names: [
        "SSL Client", "SSL Server", "S/MIME", "Object Signing", "Unused", "SSL CA", "S/MIME CA", "Object Signing CA",
    ])
    static let reasons = BitNames(names: [
        "Unused", "Key Compromise", "CA Compromise", "Affiliation Changed", "Superseded", "Cessation Of Operation",
        "Certificate Hold", "Privilege Withdrawn", "AA Compromise",
    ])
}
