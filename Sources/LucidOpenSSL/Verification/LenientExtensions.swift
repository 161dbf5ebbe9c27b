import LucidX509

/// Reads the extensions of a certificate as OpenSSL does: only those that it is about to use, and some in forms that DER forbids.
struct LenientExtensions {
    private let extensions: Extensions
    /// Whether one of those that were asked for can not be decoded, or occurs twice.
    private(set) var foundProblem = false

    init(_ extensions: Extensions) { self.extensions = extensions }

    /// An extension's value; nil where there is none, or none that can be used.
    mutating func value<Value: CertificateExtension>(_ type: Value.Type) -> Value? {
        guard let item = only(Value.extnID) else { return nil }
        let value = try? Value(der: item.extnValue, "")
        if value == nil { foundProblem = true }
        return value
    }

    private mutating func only(_ id: ObjectIdentifier) -> Extension? {
        let all = extensions.filter { $0.extnID == id }
        if all.count > 1 { foundProblem = true }
        return all.count == 1 ? all.first : nil
    }

    /// basicConstraints, also where FALSE is spelled out or TRUE is another octet than FF (X.690 §11.1, §11.5 forbid both).
    mutating func basicConstraints() -> (isCA: Bool, pathLength: Int?)? {
        guard let item = only(OID.basicConstraints) else { return nil }
        if let value = try? BasicConstraints(der: item.extnValue, "") { return (value.cA, value.pathLenConstraint) }
        let spelled = try? DERCursor.decode(item.extnValue) { cursor throws(DERError) in
            try cursor.sequence("") { inner throws(DERError) -> (isCA: Bool, pathLength: Int?) in
                var isCA = false
                if inner.isNext(.boolean) { isCA = try inner.anyElementBytes("").last != 0 }
                return (isCA, inner.isNext(.integer) ? try inner.smallNatural("") : nil)
            }
        }
        if spelled == nil { foundProblem = true }
        return spelled ?? (false, nil)
    }

    /// keyUsage, also with zero bits at its end (X.690 §11.2.2 forbids them).
    mutating func keyUsage() -> KeyUsage? {
        guard let item = only(OID.keyUsage) else { return nil }
        if let value = try? KeyUsage(der: item.extnValue, "") { return value }
        let bits = try? DERCursor.decode(item.extnValue) { cursor throws(DERError) in try cursor.bitString("") }
        var usage = KeyUsage()
        for (index, octet) in (bits?.bytes ?? []).prefix(4).enumerated() {
            for bit in 0..<8 where octet & (0x80 >> UInt8(bit)) != 0 {
                usage.insert(KeyUsage(rawValue: 1 << UInt32(8 * index + bit)))
            }
        }
        if usage.isEmpty { foundProblem = true }
        return usage
    }

    /// subjectAltName, also without a name in it.
    mutating func subjectAltNames() -> [GeneralName]? {
        decode(OID.subjectAltName) { cursor throws(DERError) in try cursor.lenientNames() }
    }

    /// extKeyUsage, also without a usage in it.
    mutating func extendedKeyUsage() -> [ObjectIdentifier]? {
        decode(OID.extKeyUsage) { cursor throws(DERError) in
            try cursor.sequenceOf("") { inner throws(DERError) in try inner.objectIdentifier("") }
        }
    }

    /// nameConstraints, also without a subtree in them.
    mutating func nameConstraints() -> NameConstraints? {
        decode(OID.nameConstraints) { cursor throws(DERError) in try cursor.lenientNameConstraints() }
    }

    private mutating func decode<Value>(
        _ id: ObjectIdentifier, _ read: (inout DERCursor) throws(DERError) -> Value
    ) -> Value? {
        guard let item = only(id) else { return nil }
        do throws(DERError) {
            return try DERCursor.decode(item.extnValue) { cursor throws(DERError) in try read(&cursor) }
        } catch {
            foundProblem = true
            return nil
        }
    }

    /// proxyCertInfo (RFC 3820 §3.8). Such a certificate is no CA's and has no alternative names.
    mutating func proxy(isCA: Bool) -> ProxyCertificate? {
        guard let item = only(ProxyCertificate.identifier) else { return nil }
        guard let proxy = ProxyCertificate(item.extnValue) else {
            foundProblem = true
            return nil
        }
        if isCA || extensions[OID.subjectAltName] != nil || extensions[OID.issuerAltName] != nil { foundProblem = true }
        return proxy
    }
}

/// What a proxy certificate says about itself (RFC 3820 §3.8), as far as chains need it.
struct ProxyCertificate: Sendable {
    static let identifier = ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 1, 14)

    /// pCPathLenConstraint: how many proxies may follow.
    let pathLength: Int?

    init?(_ value: DERBytes) {
        do throws(DERError) {
            pathLength = try DERCursor.decode(value) { cursor throws(DERError) in
                try cursor.sequence("") { inner throws(DERError) -> Int? in
                    let length = inner.isNext(.integer) ? try inner.smallNatural("") : nil
                    _ = try inner.anyElementBytes("")
                    return length
                }
            }
        } catch { return nil }
    }
}
