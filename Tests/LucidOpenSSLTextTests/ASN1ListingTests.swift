import LucidOpenSSLText
import Testing

@Suite("asn1parse's list")
struct ASN1ListingTests {
    private func list(_ octets: [UInt8], _ options: ASN1Listing.Options = .init()) -> (text: String, isComplete: Bool) {
        var output = TextOutput()
        let isComplete = ASN1Listing(octets, options: options).write(to: &output)
        return (String(decoding: output.octets, as: UTF8.self), isComplete)
    }

    @Test func `goes into structures and indents them where that is asked for`() {
        let (text, isComplete) = list([0x30, 3, 2, 1, 5], .init(isIndented: true))
        #expect(isComplete)
        #expect(
            text == """
                    0:d=0  hl=2 l=   3 cons: SEQUENCE          
                    2:d=1  hl=2 l=   1 prim:  INTEGER           :05

                """)
    }

    @Test func `says where the octets make no sense`() {
        let (text, isComplete) = list([0x30, 0x80, 5, 0, 0, 0, 0x02, 9])
        #expect(!isComplete)
        #expect(
            text == """
                    0:d=0  hl=2 l=inf  cons: SEQUENCE          
                    2:d=1  hl=2 l=   0 prim: NULL              
                    4:d=1  hl=2 l=   0 prim: EOC               
                Error in encoding

                """)
    }

    @Test func `nesting without end comes to an end`() {
        let (text, isComplete) = list([UInt8](repeating: 0x30, count: 4) + [UInt8](repeating: 0x80, count: 4))
        #expect(!isComplete)
        #expect(text.hasSuffix("Error in encoding\n"))
        #expect(!list((0..<2000).flatMap { _ in [UInt8(0x30), 0x80] }).isComplete)
    }

    @Test func `a place that is asked for gives the content of strings and the whole of structures`() {
        let octets: [UInt8] = [0x30, 8, 4, 2, 0xab, 0xcd, 0x30, 2, 5, 0]
        #expect(ASN1Listing.value(in: octets, at: 2) == .octets([0xab, 0xcd]))
        #expect(ASN1Listing.value(in: octets, at: 6) == .octets([0x30, 2, 5, 0]))
        #expect(ASN1Listing.value(in: octets, at: 8) == .notAString("NULL"))
        #expect(ASN1Listing.value(in: octets, at: 9) == .malformed)
    }
}
