import LucidIssuing
import Testing

@Suite("Lengths of time whose number is the problem")
struct LifetimeTests {
    @Test("are told from texts that are none", arguments: ["0d", "0h", "10000000d", "99999999999999999999y"])
    func outOfRange(text: String) { #expect(Lifetime.isOutOfRange(text)) }

    @Test("are no others", arguments: ["", "d", "1d", "9999y", "-1d", "1.5d", "1s", "d1", "10"])
    func otherTexts(text: String) { #expect(!Lifetime.isOutOfRange(text)) }
}
