import LucidDER
import LucidObjectNames

/// What a certificate may be used for by OpenSSL's older rules, which its `-purpose` prints.
struct CertificatePurposes {
    private let keyUsage: BitStringParts?
    private let netscapeType: BitStringParts?
    private let extendedUsages: [ObjectIdentifier]?
    private let isExtendedUsageCritical: Bool
    /// basicConstraints: cA; nil without the extension.
    private let isCA: Bool?
    private let isSelfSignedVersion1: Bool
    /// Whether OpenSSL gives the certificate up, because an extension that it looks at is malformed.
    private let isUnusable: Bool

    init(_ parts: CertificateParts) {
        func found(_ identifier: ObjectIdentifier) -> (element: BERElement, isCritical: Bool)? {
            guard let item = parts.extensions.first(where: { $0.identifier == identifier }),
                let element = BERElement(item.value, at: 0, end: item.value.count)
            else { return nil }
            return (element, item.isCritical)
        }
        keyUsage = found(ObjectIdentifier(2, 5, 29, 15)).flatMap { BitStringParts($0.element) }
        netscapeType = found(ObjectIdentifier(2, 16, 840, 1, 113730, 1, 1)).flatMap { BitStringParts($0.element) }
        let usages = found(ObjectIdentifier(2, 5, 29, 37))
        extendedUsages = usages?.element.children(of: .sequence)?.compactMap { ObjectIdentifier($0) }
        isExtendedUsageCritical = usages?.isCritical ?? false
        isCA = found(ObjectIdentifier(2, 5, 29, 19)).map { constraints in
            constraints.element.children(of: .sequence)?.first.map { $0.tag == .boolean && $0.octets.first != 0 } ?? false
        }
        isSelfSignedVersion1 =
            parts.version == 0 && parts.subjectElement.encoding.elementsEqual(parts.issuerElement.encoding)
        let isUsageEmpty = keyUsage.map { usage in !(0..<16).contains { usage.hasBit($0) } } ?? false
        isUnusable = isUsageEmpty || parts.extensions.contains { Self.isMalformed($0, among: parts.extensions) }
    }

    /// Whether it is one of the extensions that OpenSSL reads of each certificate, and malformed or there twice.
    private static func isMalformed(_ item: ExtensionParts, among all: [ExtensionParts]) -> Bool {
        let read: [UInt64] = [14, 15, 17, 18, 19, 30, 31, 35, 37]
        let identifiers =
            read.map { ObjectIdentifier(2, 5, 29, $0) } + [
                ObjectIdentifier(2, 16, 840, 1, 113730, 1, 1), ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 1, 14),
            ]
        guard identifiers.contains(item.identifier) else { return false }
        if all.count(where: { $0.identifier == item.identifier }) > 1 { return true }
        guard let printer = ExtensionPrinter.table[item.identifier],
            let element = BERElement(item.value, at: 0, end: item.value.count),
            case .malformed = printer.print(element, ExtensionSurroundings(indent: 0, names: ObjectNames()))
        else { return BERElement(item.value, at: 0, end: item.value.count) == nil }
        return true
    }

    func write(to output: inout TextOutput) {
        let purposes: [(String, (Bool) -> Int)] = [
            ("SSL client", sslClient), ("SSL server", sslServer), ("Netscape SSL server", netscapeServer),
            ("S/MIME signing", mailSigning), ("S/MIME encryption", mailEncryption), ("CRL signing", revocationSigning),
            ("Any Purpose", { _ in 1 }), ("OCSP helper", { $0 ? authority : 1 }),
            ("Time Stamp signing", timeStamping),
        ]
        for (name, judge) in purposes {
            for asCA in [false, true] {
                let verdict = isUnusable ? -1 : judge(asCA)
                let text = verdict == 0 ? "No" : verdict == 1 ? "Yes" : "Yes (WARNING code=\(verdict))"
                output.put("\(name)\(asCA ? " CA" : "") : \(text)\n")
            }
        }
    }

    // The bits of keyUsage (RFC 5280 §4.2.1.3).
    private static let digitalSignature = 0, nonRepudiation = 1, keyEncipherment = 2, keyAgreement = 4
    private static let keyCertSign = 5, crlSign = 6
    // The bits of Netscape's type.
    private static let sslClientType = 0, sslServerType = 1, mailType = 2, sslCAType = 5, mailCAType = 6, signingCAType = 7

    /// Whether keyUsage is there and has none of the bits.
    private func usageForbids(_ bits: Int...) -> Bool {
        keyUsage.map { usage in !bits.contains { usage.hasBit($0) } } ?? false
    }

    /// Whether extKeyUsage is there and has none of the purposes.
    private func extendedUsageForbids(_ purposes: [ObjectIdentifier]) -> Bool {
        extendedUsages.map { usages in !purposes.contains { usages.contains($0) } } ?? false
    }

    private func typeForbids(_ bit: Int) -> Bool { netscapeType.map { !$0.hasBit(bit) } ?? false }

    /// 0 for no CA, 1 for one by basicConstraints, 3 to 5 for one by older signs.
    private var authority: Int {
        if usageForbids(Self.keyCertSign) { return 0 }
        if let isCA { return isCA ? 1 : 0 }
        if isSelfSignedVersion1 { return 3 }
        if keyUsage != nil { return 4 }
        let isAnyCA = [Self.sslCAType, Self.mailCAType, Self.signingCAType].contains { netscapeType?.hasBit($0) == true }
        return isAnyCA ? 5 : 0
    }

    /// Whether it is a CA, and where only Netscape's type says so, of that kind.
    private func authority(ofType bit: Int) -> Int {
        authority != 0 && (authority != 5 || netscapeType?.hasBit(bit) == true) ? 1 : 0
    }

    private static func purpose(_ number: UInt64) -> ObjectIdentifier {
        ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 3, number)
    }

    private func sslClient(asCA: Bool) -> Int {
        if extendedUsageForbids([Self.purpose(2)]) { return 0 }
        if asCA { return authority(ofType: Self.sslCAType) }
        return usageForbids(Self.digitalSignature, Self.keyAgreement) || typeForbids(Self.sslClientType) ? 0 : 1
    }

    private func sslServer(asCA: Bool) -> Int {
        let steppedUp = [
            ObjectIdentifier(2, 16, 840, 1, 113730, 4, 1), ObjectIdentifier(1, 3, 6, 1, 4, 1, 311, 10, 3, 3),
        ]
        if extendedUsageForbids([Self.purpose(1)] + steppedUp) { return 0 }
        if asCA { return authority(ofType: Self.sslCAType) }
        if typeForbids(Self.sslServerType) { return 0 }
        return usageForbids(Self.digitalSignature, Self.keyEncipherment, Self.keyAgreement) ? 0 : 1
    }

    private func netscapeServer(asCA: Bool) -> Int {
        let verdict = sslServer(asCA: asCA)
        return verdict != 0 && !asCA && usageForbids(Self.keyEncipherment) ? 0 : verdict
    }

    private func mail(asCA: Bool) -> Int {
        if extendedUsageForbids([Self.purpose(4)]) { return 0 }
        if asCA { return authority != 5 || netscapeType?.hasBit(Self.mailCAType) == true ? authority : 0 }
        guard let netscapeType else { return 1 }
        // Clients of those days signed mail with the certificates that they had for servers.
        return netscapeType.hasBit(Self.mailType) ? 1 : netscapeType.hasBit(Self.sslClientType) ? 2 : 0
    }

    private func mailSigning(asCA: Bool) -> Int {
        let verdict = mail(asCA: asCA)
        return verdict != 0 && !asCA && usageForbids(Self.digitalSignature, Self.nonRepudiation) ? 0 : verdict
    }

    private func mailEncryption(asCA: Bool) -> Int {
        let verdict = mail(asCA: asCA)
        return verdict != 0 && !asCA && usageForbids(Self.keyEncipherment) ? 0 : verdict
    }

    private func revocationSigning(asCA: Bool) -> Int {
        if asCA { return authority }
        return usageForbids(Self.crlSign) ? 0 : 1
    }

    private func timeStamping(asCA: Bool) -> Int {
        if asCA { return authority }
        if let keyUsage {
            let allowed = [Self.digitalSignature, Self.nonRepudiation]
            let bits = (0..<9).filter { keyUsage.hasBit($0) }
            guard !bits.isEmpty, bits.allSatisfy(allowed.contains) else { return 0 }
        }
        return extendedUsages == [Self.purpose(8)] && isExtendedUsageCritical ? 1 : 0
    }
}
