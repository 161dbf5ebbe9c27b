import LucidIssuing
import LucidReport
import Testing

@Suite("The sentence about a name that is none")
struct BadNameSentenceTests {
    @Test("repeats the beginning of a long one, and says how long labels may be")
    func long() {
        let sentence = IssuingProblem.badName(String(repeating: "a", count: 100_000)).sentence
        #expect(sentence.count < 200)
        #expect(sentence.hasPrefix("“" + String(repeating: "a", count: 80) + "…” is no DNS name"))
        #expect(sentence.hasSuffix("each label of a DNS name has 63 letters at most"))
    }

    @Test("says nothing of lengths where they are not the problem")
    func short() {
        #expect(IssuingProblem.badName("a b").sentence == "“a b” is no DNS name, IP address, e-mail address or URI")
    }
}
