import LucidOpenSSLConfiguration
import LucidX509

/// Asks one question of `req`, until its answer has the right length.
struct RequestQuestion {
    private let question: NameQuestion
    /// With `-batch` nobody is asked, and the presets are taken.
    private let isAsked: Bool

    init(_ question: NameQuestion, isAsked: Bool) {
        self.question = question
        self.isAsked = isAsked
    }

    /// An answer and who gave it.
    struct Answer {
        let octets: [UInt8]
        let origin: Origin
    }

    /// The answer; nil where the field is left out. Throws where standard input ends, or a fixed answer has the wrong length.
    func answer() throws(ConfigurationProblem) -> Answer? {
        while true {
            if isAsked { Console.talk("\(text) [\(String(decoding: question.preset, as: UTF8.self))]:") }
            guard let answer = try read() else { return nil }
            guard let complaint = complaint(answer.octets.count) else { return answer }
            Console.talk(complaint + "\n")
            guard isAsked, question.fixed == nil else {
                throw ConfigurationProblem("\(text): \(complaint)", at: .value(question.place))
            }
        }
    }

    private var text: String { String(decoding: question.text, as: UTF8.self) }

    private func read() throws(ConfigurationProblem) -> Answer? {
        if let fixed = question.fixed {
            Console.talk(String(decoding: fixed, as: UTF8.self) + "\n")
            return Answer(octets: fixed, origin: .configuration(question.fixedPlace ?? question.place))
        }
        var line: [UInt8] = []
        if isAsked {
            guard let typed = Console.readLine() else {
                throw ConfigurationProblem(
                    "standard input has no answer to \"\(text)\"; give -subj or -batch", at: .preset)
            }
            line = typed
        }
        if line == [UInt8(ascii: ".")] { return nil }
        guard line.isEmpty else { return Answer(octets: line, origin: .answer(question: text)) }
        guard !question.preset.isEmpty else { return nil }
        return Answer(octets: question.preset, origin: .configuration(question.presetPlace ?? question.place))
    }

    private func complaint(_ count: Int) -> String? {
        if let minimum = question.minimum, minimum > 0, count < minimum {
            return "String too short, must be at least \(minimum) bytes long"
        }
        if let maximum = question.maximum, maximum >= 0, count > maximum {
            return "String too long, must be at most \(maximum) bytes long"
        }
        return nil
    }
}
