import LucidDER
import LucidIssuing
import LucidModel
import LucidSignature
import LucidTestSupport
import LucidValidation

/// A list that is no longer what was signed.
func forged(_ list: RevocationList) -> RevocationList {
    var signature = list.signatureValue.bytes.array
    signature[signature.count - 1] ^= 1
    return RevocationList(
        tbsCertList: list.tbsCertList, signatureAlgorithm: list.signatureAlgorithm, signature: signature)
}

extension RevocationScenario {
    /// A serial number from hexadecimal content octets.
    private static func serial(_ text: String) throws -> DERInteger {
        var cursor = DERCursor([2, UInt8(hex(text).count)] + hex(text))
        return try cursor.integer("serial")
    }

    static let crls: [RevocationScenario] = [
        RevocationScenario("no evidence", .undetermined) { _, _ in },
        RevocationScenario("an empty CRL", .good) { w, q in q.lists = [try w.list()] },
        RevocationScenario("a CRL with others", .good) { w, q in
            q.lists = [
                try w.list {
                    $0.revoke(0x1233)
                    $0.revoke(0x1235)
                }
            ]
        },
        RevocationScenario("on the CRL, without a reason", .revoked(.unspecified)) { w, q in
            q.lists = [try w.list { $0.revoke() }]
        },
        RevocationScenario("on the CRL, with a reason", .revoked(.keyCompromise)) { w, q in
            q.lists = [try w.list { $0.revoke(0x1234, .keyCompromise) }]
        },
        RevocationScenario("on hold", .revoked(.certificateHold)) { w, q in
            q.lists = [try w.list { $0.revoke(0x1234, .certificateHold) }]
        },
        RevocationScenario("removed from a complete CRL", .good) { w, q in
            q.lists = [try w.list { $0.revoke(0x1234, .removeFromCRL) }]
        },
        RevocationScenario("the CRL's signature is forged", .undetermined, [.crlSignature]) { w, q in
            q.lists = [forged(try w.list())]
        },
        RevocationScenario("a forged CRL beside a good one", .good, [.crlSignature]) { w, q in
            q.lists = [forged(try w.list(number: 6) { $0.thisUpdate = World.time }), try w.list()]
        },
        RevocationScenario("the CRL is another issuer's", .undetermined) { w, q in
            q.lists = [try w.list(by: w.world.second, key: w.ca)]
        },
        RevocationScenario("unknown critical CRL extension", .undetermined, [.crlCriticalExtensions]) { w, q in
            q.lists = [
                try w.list {
                    $0.revoke()
                    $0.otherExtensions = [Strange.unknown(critical: true)]
                }
            ]
        },
        RevocationScenario("unknown extension that is not critical", .good) { w, q in
            q.lists = [try w.list { $0.otherExtensions = [Strange.unknown(critical: false)] }]
        },
        RevocationScenario("unknown critical entry extension", .undetermined, [.crlEntryExtensions]) { w, q in
            q.lists = [try w.list { $0.revoke(0x99, nil, [Strange.unknown(critical: true)]) }]
        },
        RevocationScenario("unknown entry extension that is not critical", .revoked(.unspecified)) { w, q in
            q.lists = [try w.list { $0.revoke(0x1234, nil, [Strange.unknown(critical: false)]) }]
        },
        RevocationScenario("an entry's reason can not be decoded", .undetermined, [.crlEntryExtensions]) { w, q in
            let bad = Extension(extnID: OID.reasonCode, critical: false, extnValue: [0x0a, 1, 7])
            q.lists = [try w.list { $0.revoke(0x99, nil, [bad]) }]
        },
        RevocationScenario("a CRL extension can not be decoded", .undetermined, [.crlExtensionsDecode]) { w, q in
            q.lists = [try w.list { $0.otherExtensions = [Strange.malformed] }]
        },
        RevocationScenario("a CRL extension twice", .undetermined, [.crlExtensionsDecode]) { w, q in
            let again = Extension(CRLNumber(number: DERInteger(5)), critical: false)
            q.lists = [try w.list { $0.otherExtensions = [again] }]
        },
        RevocationScenario("the CRL has expired a second ago", .undetermined, [.crlNextUpdate]) { w, q in
            q.lists = [try w.list { $0.nextUpdate = World.time.adding(seconds: -1) }]
        },
        RevocationScenario("the CRL is in its last second", .good) { w, q in
            q.lists = [try w.list { $0.nextUpdate = World.time }]
        },
        RevocationScenario("the CRL is a second too early", .undetermined, [.crlThisUpdate]) { w, q in
            q.lists = [try w.list { $0.thisUpdate = World.time.adding(seconds: 1) }]
        },
        RevocationScenario("the CRL is in its first second", .good) { w, q in
            q.lists = [try w.list { $0.thisUpdate = World.time }]
        },
        RevocationScenario("no nextUpdate", .undetermined, [.crlHasNextUpdate]) { w, q in
            q.lists = [try w.list { $0.nextUpdate = nil }]
        },
        RevocationScenario("an old CRL beside a current one", .good) { w, q in
            q.lists = [
                try w.list(number: 1) {
                    $0.thisUpdate = World.from
                    $0.nextUpdate = World.from.adding(seconds: 100)
                    $0.revoke(0x1234, .certificateHold)
                }, try w.list(),
            ]
        },
        RevocationScenario("no cRLNumber", .undetermined, [.crlNumber]) { w, q in
            q.lists = [try w.list { $0.number = nil }]
        },
        RevocationScenario("a critical cRLNumber", .undetermined, [.crlNumber]) { w, q in
            q.lists = [
                try w.list {
                    $0.number = nil
                    $0.otherExtensions = [Extension(CRLNumber(number: DERInteger(5)), critical: true)]
                }
            ]
        },
        RevocationScenario("extensions in a list of version 1", .undetermined, [.crlVersion]) { w, q in
            // Without its first field, the version, and signed again.
            let tbs = try w.list().tbsCertList.derEncoded
            var body = DERCursor(tbs)
            let fields = try body.sequence("") { inner throws(DERError) in
                _ = try inner.integer("version")
                var rest: [UInt8] = []
                while !inner.isAtEnd { rest += try inner.anyElementBytes("") }
                return rest
            }
            let version1 = DERWriter.encode { $0.sequence { $0.append(fields) } }
            let algorithm = try w.ca.key.identifier(of: w.ca.key.usualScheme)
            let signature = try w.ca.key.sign(version1.span, by: w.ca.key.usualScheme)
            q.lists = [
                try RevocationList(
                    der: DERWriter.encode {
                        $0.sequence {
                            $0.append(version1)
                            algorithm.encode(to: &$0)
                            $0.bitString(signature)
                        }
                    })
            ]
        },
        RevocationScenario("algorithms inside and outside disagree", .undetermined, [.crlAlgorithmsAgree]) { w, q in
            let list = try w.list()
            let tbs = TBSCertList(
                signature: AlgorithmIdentifier(OID.ecdsaWithSHA384), issuer: w.ca.name,
                thisUpdate: list.tbsCertList.thisUpdate, nextUpdate: list.tbsCertList.nextUpdate,
                revokedCertificates: [], crlExtensions: list.tbsCertList.crlExtensions)
            let encoded = tbs.derEncoded
            q.lists = [
                RevocationList(
                    tbsCertList: tbs, signatureAlgorithm: list.signatureAlgorithm,
                    signature: try w.ca.key.sign(encoded.span, by: w.ca.key.usualScheme))
            ]
        },
        RevocationScenario("a negative serial number, revoked", .revoked(.unspecified)) { w, q in
            q.certificate = try w.certificate(DERInteger(-1))
            q.lists = [try w.list { $0.revoke(-1) }]
        },
        RevocationScenario("a negative serial number, and 255 revoked", .good) { w, q in
            q.certificate = try w.certificate(DERInteger(-1))
            q.lists = [try w.list { $0.revoke(255) }]
        },
        RevocationScenario("a serial number of 20 octets, revoked", .revoked(.unspecified)) { w, q in
            let long = try serial("7f0102030405060708090a0b0c0d0e0f10111213")
            q.certificate = try w.certificate(long)
            q.lists = [try w.list { $0.entries = [RevocationEntry(serialNumber: long, revokedAt: World.from)] }]
        },
        RevocationScenario("a serial number that differs in its first octet alone", .good) { w, q in
            q.certificate = try w.certificate(serial("7f0102030405060708090a0b0c0d0e0f10111213"))
            let other = try serial("7e0102030405060708090a0b0c0d0e0f10111213")
            q.lists = [try w.list { $0.entries = [RevocationEntry(serialNumber: other, revokedAt: World.from)] }]
        },
        RevocationScenario("two entries, one of which revokes", .revoked(.superseded)) { w, q in
            q.lists = [
                try w.list {
                    $0.revoke(0x1234, .removeFromCRL)
                    $0.revoke(0x1234, .superseded)
                }
            ]
        },
    ]
}
