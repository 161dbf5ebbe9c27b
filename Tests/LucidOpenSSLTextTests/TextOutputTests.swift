import LucidOpenSSLText
import Testing

struct TextOutputTests {
    @Test func `octets stay as they are`() {
        var output = TextOutput()
        output.indent(2)
        output.put("a")
        output.put(octets: [0xff])
        output.endLine()
        #expect(output.octets == [0x20, 0x20, 0x61, 0xff, 0x0a])
    }
}
