import LucidTestSupport
import Testing

@testable import LucidModel

@Suite("Punycode")
struct PunycodeTests {
    /// RFC 3492 §7.1.
    @Test(
        "the samples of its standard",
        arguments: [
            ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
            ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
            ("他們爲什麽不說中文", "ihqwctvzc91f659drss3x8bo0yb"),
            ("Pročprostěnemluvíčesky", "Proprostnemluvesky-uyb24dma41a"),
            ("למההםפשוטלאמדבריםעברית", "4dbcagdahymbxekheh6e0a7fei0b"),
            ("यहलोगहिन्दीक्योंनहींबोलसकतेहैं", "i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd"),
            ("なぜみんな日本語を話してくれないのか", "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa"),
            ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
            ("PorquénopuedensimplementehablarenEspañol", "PorqunopuedensimplementehablarenEspaol-fmd56a"),
            ("TạisaohọkhôngthểchỉnóitiếngViệt", "TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g"),
            ("3年B組金八先生", "3B-ww4c5e180e575a65lsy2b"),
            ("安室奈美恵-with-SUPER-MONKEYS", "-with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n"),
            ("Hello-Another-Way-それぞれの場所", "Hello-Another-Way--fc4qua05auwb3674vfr0b"),
            ("ひとつ屋根の下2", "2-u9tlzr9756bt3uc0v"),
            ("MajiでKoiする5秒前", "MajiKoi5-783gue6qz075azm5e"),
            ("パフィーdeルンバ", "de-jg4avhby1noc0d"),
            ("そのスピードで", "d9juau41awczczp"),
            ("-> $1.00 <-", "-> $1.00 <--"),
        ])
    func samples(text: String, encoded: String) throws {
        let codes = text.unicodeScalars.map(\.value)
        #expect(String(decoding: try #require(Punycode.encode(codes)), as: UTF8.self) == encoded)
        #expect(Punycode.decode(encoded.utf8) == codes)
    }

    @Test(
        "what is no Punycode",
        arguments: [
            "-", "-a", "a-!", "ü", "99999999", "999999999999999999999999", "a-b-c99", "zz", "a b-kva0",
        ])
    func refused(text: String) { #expect(Punycode.decode(text.utf8) == nil) }

    @Test("nothing longer than a label is worked on")
    func long() {
        #expect(Punycode.encode(Array(repeating: 0xfc, count: 64)) == nil)
        #expect(Punycode.decode(Array(repeating: 0x61, count: 64)) == nil)
        #expect(Punycode.encode(Array(repeating: 0x10ffff, count: 63)) != nil)
    }

    @Test("random texts are encoded as Python does it, and decoded again", .enabled(if: Programs.python3 != nil))
    func random() throws {
        let script = """
            import random
            random.seed(2)
            tops = [0x80, 0x100, 0x800, 0x3000, 0xd800, 0x110000]
            for _ in range(2000):
                codes = [random.randrange(0x21, random.choice(tops)) for _ in range(random.randrange(0, 20))]
                codes = [c for c in codes if not 0xd800 <= c < 0xe000 and c != 0x7f]
                text = "".join(map(chr, codes))
                print(",".join(map(str, codes)) + " " + text.encode("punycode").decode())
            """
        let python = try #require(Programs.python3)
        let lines = try Programs.run(python, ["-c", script]).output.split(separator: "\n")
        #expect(lines.count == 2000)
        for line in lines {
            let words = line.split(separator: " ", omittingEmptySubsequences: false)
            let codes = words[0].split(separator: ",").compactMap { UInt32($0) }
            let encoded = try #require(Punycode.encode(codes))
            #expect(String(decoding: encoded, as: UTF8.self) == words[1])
            if encoded.count <= 63 { #expect(Punycode.decode(encoded) == codes) }
        }
    }
}
