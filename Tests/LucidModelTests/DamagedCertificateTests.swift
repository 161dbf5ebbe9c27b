import LucidDER
import LucidModel
import LucidTestSupport
import Testing

@Suite("Damaged certificates are refused or read as what they are")
struct DamagedCertificateTests {
    @Test("each prefix is refused", arguments: ["chain-p256-leaf", "chain-rsa-leaf", "ext-many"])
    func prefixes(name: String) throws {
        let bytes = try fixtureBytes(name)
        for count in 0..<bytes.count {
            let error = try #require(failure(Array(bytes.prefix(count))))
            switch error.reason {
            case .truncated: break
            case .missingElement(expected: [.sequence]) where count == 0: break
            default: Issue.record("\(count): \(error)")
            }
            #expect((0...count).contains(error.offset))
            #expect(error.fieldPath == "certificate")
        }
        #expect(failure(bytes + [0])?.reason == .trailingBytes(count: 1))
        #expect(failure(bytes + [0])?.offset == bytes.count)
    }

    /// DER has one encoding for each value, so whatever is accepted must come out again as it went in.
    @Test(
        "each octet altered: an error inside the input, or the same octets again",
        arguments: [
            "chain-p256-leaf", "chain-rsa-leaf", "ext-many",
        ])
    func alteredOctets(name: String) throws {
        let bytes = try fixtureBytes(name)
        var refused = 0
        for index in bytes.indices {
            for mask in [0x01, 0x80, 0xff] as [UInt8] {
                var altered = bytes
                altered[index] ^= mask
                do throws(DERError) {
                    let certificate = try Certificate(der: altered)
                    if certificate.derEncoded != altered {
                        Issue.record("\(index) ^ \(mask) is read, but written otherwise")
                    }
                    for item in certificate.extensions.all {
                        guard let structure = item.content.structure else { continue }
                        if structure.derEncoded != item.extnValue.array {
                            Issue.record("\(index) ^ \(mask): \(item.extnID.nameOrNumbers) is written otherwise")
                        }
                    }
                } catch {
                    refused += 1
                    if !(0...bytes.count).contains(error.offset) { Issue.record("offset \(error.offset)") }
                }
            }
        }
        #expect(refused > 200)
    }

    /// The leaf's DER with a change, and the error it must give.
    @Test("errors name the field and the place")
    func fields() throws {
        let leaf = try fixture("chain-p256-leaf")
        func encoded(_ change: (inout DERWriter) -> Void) -> [UInt8] {
            DERWriter.encode {
                $0.sequence { writer in
                    writer.sequence(change)
                    leaf.signatureAlgorithm.encode(to: &writer)
                    writer.bitString(leaf.signatureValue)
                }
            }
        }
        let defaultVersion = encoded { $0.explicit(0) { $0.integer(0) } }
        #expect(failure(defaultVersion)?.reason == .defaultEncoded)
        #expect(failure(defaultVersion)?.fieldPath == "certificate.tbsCertificate.version")
        let unknownVersion = encoded { $0.explicit(0) { $0.integer(3) } }
        guard case .valueNotAllowed(let rule)? = failure(unknownVersion)?.reason else {
            Issue.record("accepted"); return
        }
        #expect(rule.clause == "RFC 5280 §4.1.2.1")
        let noSerial = encoded { $0.explicit(0) { $0.integer(2) } }
        #expect(failure(noSerial)?.reason == .missingElement(expected: [.integer]))
        #expect(failure(noSerial)?.fieldPath == "certificate.tbsCertificate.serialNumber")
        #expect(failure(noSerial)?.offset == (noSerial[1] == 0x81 ? 3 : 2) + 2 + 5)

        func withExtensions(_ list: @escaping (inout DERWriter) -> Void) -> DERError? {
            var tbs = leaf.tbsCertificate
            tbs.extensions = Extensions([])
            let fields = tbs.derEncoded
            // Behind the SEQUENCE's header of two or three octets.
            let content = fields.dropFirst(fields[1] < 0x80 ? 2 : fields[1] == 0x81 ? 3 : 4)
            return failure(
                encoded {
                    $0.append(content); $0.explicit(3, list)
                })
        }
        #expect(withExtensions { $0.sequence { _ in } }?.reason == .emptyList)
        #expect(withExtensions { $0.sequence { _ in } }?.fieldPath == "certificate.tbsCertificate.extensions")
        let falseWritten = withExtensions {
            $0.sequence {
                Extension(KeyUsage.digitalSignature, critical: true).encode(to: &$0)
                $0.sequence {
                    $0.objectIdentifier(OID.keyUsage); $0.boolean(false); $0.octetString([])
                }
            }
        }
        #expect(falseWritten?.reason == .defaultEncoded)
        #expect(falseWritten?.fieldPath == "certificate.tbsCertificate.extensions[1].critical")
        let noValue = withExtensions { $0.sequence { $0.sequence { $0.objectIdentifier(OID.keyUsage) } } }
        #expect(noValue?.fieldPath == "certificate.tbsCertificate.extensions[0].extnValue")
    }

    @Test("an empty SET in a name, and attributes out of order")
    func names() {
        func failure(_ text: String) -> DERError? {
            do throws(DERError) {
                _ = try Name(der: DERBytes(hex(text)), "name")
                return nil
            } catch { return error }
        }
        #expect(failure("30023100")?.reason == .emptyList)
        #expect(failure("30023100")?.fieldPath == "name[0]")
        let unsorted = "3016 3114 3008 0603550403 0c0162 3008 0603550403 0c0161"
        #expect(failure(unsorted)?.reason == .setNotSorted)
        #expect(failure(unsorted)?.fieldPath == "name[0][1]")
        #expect(failure(unsorted)?.offset == 14)
        let noValue = "3009 3107 3005 0603550403"
        #expect(failure(noValue)?.offset == 11)
        #expect(failure(noValue)?.fieldPath == "name[0][0].value")
        #expect(failure("3000") == nil)
    }
}
