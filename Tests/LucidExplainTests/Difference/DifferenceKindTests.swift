import LucidDER
@testable import LucidExplain
import LucidTestSupport
import Testing

@Suite("What differs, and how")
struct DifferenceKindTests {
    /// A certificate and the same with one change: what is told, beside the signature.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        /// What both have changed, before B gets its own change.
        var common: [Edit] = []
        let edit: Edit
        let kind: Difference.Kind
        let path: String
        let words: String
        var testDescription: String { name }
    }

    private static let extensions = "tbsCertificate.extensions"
    private static let keyUsage: [UInt8] = [
        0x30, 0x0b, 0x06, 0x03, 0x55, 0x1d, 0x0f, 0x04, 0x04, 0x03, 0x02, 0x01, 0x06,
    ]
    private static let looseUsage: [UInt8] = [
        0x30, 0x0b, 0x06, 0x03, 0x55, 0x1d, 0x0f, 0x04, 0x04, 0x03, 0x02, 0x00, 0x06,
    ]
    private static let attribute = Edit.element(
        0x31, Edit.element(0x30, [0x06, 0x03, 0x55, 0x04, 0x0a, 0x0c, 0x01, 0x62]))

    static let cases: [Case] = [
        Case(
            name: "a name as PrintableString in place of UTF8String",
            edit: Edit(path: "tbsCertificate.subject[0][0].value", change: .replace([0x13, 1, 0x61])), kind: .type,
            path: "tbsCertificate.subject(commonName).value", words: "The name is the same to RFC 5280 §7.1"),
        Case(
            name: "a name in capitals",
            edit: Edit(path: "tbsCertificate.issuer[0][0].value", change: .replace([0x0c, 1, 0x41])),
            kind: .value, path: "tbsCertificate.issuer(commonName).value",
            words: "Only capitals, spaces or the like differ."),
        Case(
            name: "another name",
            edit: Edit(path: "tbsCertificate.issuer[0][0].value", change: .replace([0x0c, 1, 0x62])),
            kind: .value, path: "tbsCertificate.issuer(commonName).value", words: "Another issuer"),
        Case(
            name: "a further part of a name",
            edit: Edit(path: "tbsCertificate.subject[0]", change: .insertAfter(attribute)), kind: .presence,
            path: "tbsCertificate.subject", words: "different names"),
        Case(
            name: "the parts of a name in another order",
            common: [Edit(path: "tbsCertificate.subject[0]", change: .insertAfter(attribute))],
            edit: Edit(path: "tbsCertificate.subject", change: .swap), kind: .order, path: "tbsCertificate.subject",
            words: "In names the order counts"),
        Case(
            name: "the same second as GeneralizedTime",
            edit: Edit(
                path: "tbsCertificate.validity.notBefore",
                change: .replace(Edit.element(0x18, Array("20261122070948Z".utf8)))),
            kind: .type, path: "tbsCertificate.validity.notBefore", words: "A is right"),
        Case(
            name: "thirty days more",
            edit: Edit(
                path: "tbsCertificate.validity.notAfter",
                change: .replace(Edit.element(0x17, Array("270322070948Z".utf8)))),
            kind: .value, path: "tbsCertificate.validity.notAfter", words: "B ends 30 days later than A"),
        Case(
            name: "NULL for no parameters",
            edit: Edit(path: "tbsCertificate.signature.algorithm", change: .insertAfter([5, 0])), kind: .encoding,
            path: "tbsCertificate.signature.parameters", words: "A is right"),
        Case(
            name: "FALSE, the default, written out",
            edit: Edit(
                path: "\(extensions)[1](subjectKeyIdentifier).extnID", change: .insertAfter([1, 1, 0])),
            kind: .encoding,
            path: "\(extensions)(subjectKeyIdentifier).critical", words: "the default, which DER does not write"),
        Case(
            name: "criticality",
            edit: Edit(path: "\(extensions)[1](subjectKeyIdentifier).extnID", change: .insertAfter([1, 1, 0xff])),
            kind: .presence, path: "\(extensions)(subjectKeyIdentifier).critical",
            words: "Whoever does not know this extension must refuse B"),
        Case(
            name: "a zero before the serial number",
            edit: Edit(path: "tbsCertificate.serialNumber", change: .replace([2, 2, 0, 5])), kind: .encoding,
            path: "tbsCertificate.serialNumber", words: "Both say the same, but B is not DER"),
        Case(
            name: "TRUE as 01",
            edit: Edit(
                path: "\(extensions)[0](basicConstraints).extnValue.cA", change: .replace([1, 1, 1])), kind: .encoding,
            path: "\(extensions)(basicConstraints).extnValue.cA", words: "Both say the same, but B is not DER"),
        Case(
            name: "a length that is longer than need be, inside of an extension",
            edit: Edit(
                path: "\(extensions)[0](basicConstraints).extnValue", occurrence: 1,
                change: .replace([0x30, 0x81, 3, 1, 1, 0xff])), kind: .encoding,
            path: "\(extensions)(basicConstraints).extnValue", words: "Both say the same, but B is not DER"),
        Case(
            name: "zero bits behind the last one of keyUsage",
            common: [Edit(path: "\(extensions)[1](subjectKeyIdentifier)", change: .replace(keyUsage))],
            edit: Edit(path: "\(extensions)[1](keyUsage)", change: .replace(looseUsage)), kind: .encoding,
            path: "\(extensions)(keyUsage).extnValue", words: "Both say the same, but B is not DER"),
        Case(
            name: "a CA becomes none",
            edit: Edit(path: "\(extensions)[0](basicConstraints).extnValue.cA", change: .replace([])), kind: .presence,
            path: "\(extensions)(basicConstraints).extnValue.cA", words: "A may issue certificates, B may not."),
        Case(
            name: "an extension more",
            edit: Edit(path: "\(extensions)[1](subjectKeyIdentifier)", change: .insertAfter(keyUsage)), kind: .presence,
            path: "\(extensions)(keyUsage)", words: "may be used for everything"),
        Case(
            name: "extensions in another order",
            edit: Edit(path: extensions, occurrence: 1, change: .swap), kind: .order, path: extensions,
            words: "It says nothing, but it is signed"),
        Case(
            name: "another serial number",
            edit: Edit(path: "tbsCertificate.serialNumber", change: .replace([2, 1, 6])),
            kind: .value, path: "tbsCertificate.serialNumber", words: "to revoke one does not revoke the other"),
        Case(
            name: "version 1 written out in place of version 3",
            edit: Edit(path: "tbsCertificate.version", occurrence: 1, change: .replace([2, 1, 0])), kind: .value,
            path: "tbsCertificate.version", words: "Only version 3 may have extensions"),
        Case(
            name: "octets behind the certificate", edit: Edit(path: "", change: .insertAfter([0, 0])),
            kind: .unreadable,
            path: "", words: "B has octets here that can not be read"),
        Case(
            name: "a date that is none",
            edit: Edit(
                path: "tbsCertificate.validity.notBefore",
                change: .replace(Edit.element(0x17, Array("261399070944Z".utf8)))),
            kind: .unreadable, path: "tbsCertificate.validity.notBefore", words: "B can not be read here"),
    ]

    @Test(arguments: cases)
    func `one change is one difference, with its meaning`(_ example: Case) throws {
        let base = example.common.reduce(SmallCertificate.der) { $1.applied(to: $0) }
        let changed = example.edit.applied(to: base)
        #expect(changed != base)
        let differences = DifferenceInvariant.expect(
            Explanation(DERBytes(base), as: .certificate), Explanation(DERBytes(changed), as: .certificate),
            example.name)
        #expect(differences.count == 1, "\(differences.map(\.path))")
        let one = try #require(differences.first)
        #expect(one.kind == example.kind)
        #expect(one.path == example.path)
        #expect(one.sentence.contains(example.words), "\(one.sentence)")
    }

    @Test func `extensions are paired by type, and one that is gone does not shift the others`() throws {
        let removed = Edit(path: "\(Self.extensions)[0](basicConstraints)", change: .replace([]))
        let differences = DifferenceInvariant.expect(
            Explanation(DERBytes(SmallCertificate.der), as: .certificate),
            Explanation(DERBytes(removed.applied(to: SmallCertificate.der)), as: .certificate), "removed")
        #expect(differences.map(\.path) == ["\(Self.extensions)(basicConstraints)"])
        #expect(differences.first?.b == nil && differences.first?.a?.path == "\(Self.extensions)[0](basicConstraints)")
    }

    @Test func `no line is wider than the terminal`() throws {
        let deep = Edit(
            path: "tbsCertificate.extensions[0](basicConstraints).extnValue.cA", change: .insertAfter([2, 1, 0]))
        let difference = try StructuralDifference(
            Explanation(DERBytes(SmallCertificate.der), as: .certificate),
            Explanation(DERBytes(deep.applied(to: SmallCertificate.der)), as: .certificate))
        var form = DifferenceText()
        for width in [60, 80, 84, 120] {
            form.width = width
            let lines = form.text(difference).split(separator: "\n")
            #expect(lines.allSatisfy { $0.count <= width }, "\(width)")
            #expect(lines.contains { $0.contains("pathLenConstraint  only in B") } == (width >= 84))
        }
    }

    @Test func `lengths of BER are told, and what is inside is compared all the same`() throws {
        // 30 81 f8 …: two octets of length where one is enough for neither, so 30 82 00 f8.
        let der = SmallCertificate.der
        let loose = [0x30, 0x82, 0x00] + der.dropFirst(2)
        let a = Explanation(DERBytes(der), as: .certificate)
        let b = Explanation(DERBytes(loose), as: .certificate)
        let difference = try StructuralDifference(a, b)
        #expect(difference.differences.map(\.kind) == [.encoding])
        #expect(difference.differences.first?.b?.value.contains("at byte 0") == true)
        #expect(difference.notes.count == 1 && !difference.isSame)
        let other = Edit(path: "tbsCertificate.serialNumber", change: .replace([2, 1, 6])).applied(to: der)
        let both = try StructuralDifference(Explanation(DERBytes(other), as: .certificate), b)
        #expect(both.differences.map(\.path) == ["", "tbsCertificate.serialNumber"])
    }

    @Test func `parameters of another algorithm are not taken for those of the same`() throws {
        let rsa: [UInt8] = [0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 0x0b, 5, 0]
        let other = Edit(path: "tbsCertificate.signature", change: .replace(Edit.element(0x30, rsa)))
        let differences = DifferenceInvariant.expect(
            Explanation(DERBytes(SmallCertificate.der), as: .certificate),
            Explanation(DERBytes(other.applied(to: SmallCertificate.der)), as: .certificate), "another algorithm")
        #expect(differences.map(\.kind) == [.value, .presence])
        #expect(differences.last?.sentence.contains("go with the algorithm") == true)
    }

    @Test func `a point with one coordinate is the same key as with both, and a curve in numbers is told`() throws {
        let named = try #require(Samples.samples("openssl/certs/root-p256.pem").first).octets
        let key = FieldNode.trees(of: Explanation(DERBytes(named), as: .certificate)).first?
            .descendant("tbsCertificate", "subjectPublicKeyInfo")
        let point = try #require(key?.child("subjectPublicKey")).content.dropFirst()
        let (x, parity) = (point.dropFirst().prefix(32), 2 + (point.last ?? 0) & 1)
        let path = "tbsCertificate.subjectPublicKeyInfo"
        let compressed = Edit(
            path: path + ".subjectPublicKey", change: .replace(Edit.element(3, [0, parity] + x))
        ).applied(to: named)
        let (a, b) = (Explanation(DERBytes(named)), Explanation(DERBytes(compressed)))
        let same = DifferenceInvariant.expect(a, b, "compressed")
        #expect(same.map(\.kind) == [.encoding] && same.first?.sentence.hasPrefix("The same key: A has") == true)
        #expect(try StructuralDifference(a, b).summary.facts.first?.answer == .equivalent)
        let opposite = Edit(
            path: path + ".subjectPublicKey", change: .replace(Edit.element(3, [0, parity ^ 1] + x))
        ).applied(to: named)
        #expect(DifferenceInvariant.expect(a, Explanation(DERBytes(opposite)), "opposite").map(\.kind) == [.value])
        let explicit = try #require(Samples.samples("openssl/certs/root-p256-explicit.pem").first).octets
        let differences = DifferenceInvariant.expect(a, Explanation(DERBytes(explicit)), "explicit")
        let curve = differences.first { $0.path == path + ".algorithm.parameters" }
        #expect(curve?.sentence.hasPrefix("One names its curve") == true)
    }

    @Test func `only the signature`() throws {
        var other = SmallCertificate.der
        other[other.count - 1] ^= 1
        let difference = try StructuralDifference(
            Explanation(DERBytes(SmallCertificate.der)), Explanation(DERBytes(other)))
        #expect(difference.summary.relation == .signedAgain)
        #expect(difference.differences.map(\.path) == ["signatureValue"])
        #expect(difference.differences.first?.sentence.hasPrefix("Only the signature differs") == true)
    }
}
