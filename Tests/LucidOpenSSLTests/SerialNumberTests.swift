@testable import LucidOpenSSL
import LucidX509
import Testing

/// Serial numbers as `-set_serial` and files give them.
struct SerialNumberTests {
    @Test(arguments: [
        ("0", "00"), ("255", "FF"), ("0x10", "10"), ("-5", "-05"), ("-1", "-01"), ("-128", "-80"), ("-256", "-0100"),
        ("123456789012345678901234567890", "018EE90FF6C373E0EE4E3F0AD2"), ("0xABC", "0ABC"),
    ])
    func `numbers are read and printed`(text: String, printed: String) {
        #expect(SerialNumberFile.number(text)?.hexadecimal == printed)
    }

    @Test(arguments: ["", "-", "0x", "12a", "foo", "1 2", "0xG"])
    func `what is no number is none`(text: String) { #expect(SerialNumberFile.number(text) == nil) }

    @Test func `the number after is one more`() {
        #expect(SerialNumberFile.successor(of: [0xff, 0xff]) == [1, 0, 0])
        #expect(SerialNumberFile.successor(of: [0x01]) == [2])
    }

    @Test(arguments: [("ca.pem", "ca.srl"), ("x.y.crt", "x.y.srl"), ("noext", "noext.srl"), ("d.d/noext", "d.srl")])
    func `the file beside a certificate is named as openssl names it`(certificate: String, file: String) {
        #expect(SerialNumberFile.path(forCertificate: certificate) == file)
    }

    @Test func `random numbers are positive and of at most 20 octets`() {
        for _ in 0..<100 {
            let number = SerialNumberFile.random()
            #expect(!number.isNegative && !number.isZero && number.content.count <= 20)
        }
    }
}
