import LucidOpenSSLConfiguration
import LucidX509

/// The subject and attributes of a new request: from `-subj`, from the configuration or from answers to questions.
struct DistinguishedName {
    let settings: ReqSettings
    private(set) var parts: [NameMaker.Part] = []
    private(set) var attributes: [(attribute: Attribute, origin: Origin)] = []

    init(_ settings: ReqSettings) throws(Failure) {
        self.settings = settings
        let arguments = settings.options.arguments
        if let line = arguments.value("subj") {
            parts = try SubjectArgument.read(line, settings.nameMaker, of: "req").parts
            return
        }
        do throws(Failure) { try fill() } catch {
            let reason = error.message.isEmpty ? "" : error.message + "\n"
            throw Failure("\(reason)Error making certificate request", exitCode: error.exitCode)
        }
    }

    var name: Name { NameMaker.name(of: parts) }

    private mutating func fill() throws(Failure) {
        let names = try section("distinguished_name")
        let extra = try section("attributes")
        do throws(ConfigurationProblem) {
            if settings.value("prompt")?.text == "no" {
                try takeValues(names, extra)
            } else {
                try ask(names, extra)
            }
        } catch { throw Failure(error.description) }
        if parts.isEmpty { throw Failure("Error: No objects specified in config file") }
    }

    /// The section that a value names; nil where there is no such value.
    private func section(_ name: String) throws(Failure) -> String? {
        guard let section = settings.value(name)?.text else { return nil }
        guard settings.configuration.section(section) != nil else {
            throw Failure("Unable to get '\(section)' section")
        }
        return section
    }

    /// `prompt = no`: the sections have the values themselves.
    private mutating func takeValues(_ names: String?, _ extra: String?) throws(ConfigurationProblem) {
        let values = names.flatMap { settings.configuration.section($0) } ?? []
        parts = try settings.nameMaker.parts(section: values)
        guard !settings.options.makesCertificate else { return }
        for value in extra.flatMap({ settings.configuration.section($0) }) ?? [] {
            guard let type = settings.names.identifier(value.name) else {
                throw value.problem("\(value.name) is no attribute that openssl knows, nor dotted numbers")
            }
            try add(type, value.octets, .configuration(value.place))
        }
    }

    private mutating func ask(_ names: String?, _ extra: String?) throws(ConfigurationProblem) {
        let isTalking = settings.options.asks
        if isTalking { Console.talk(Self.introduction) }
        if let names, settings.configuration.section(names)?.isEmpty == true {
            throw ConfigurationProblem("No template, please set one up.", at: .preset)
        }
        let questions = try all(names)
        for question in questions {
            guard let answer = try RequestQuestion(question, isAsked: isTalking).answer() else { continue }
            let attribute = try settings.nameMaker.attribute(
                type: question.type, value: answer.octets, origin: answer.origin)
            parts.append(NameMaker.Part(attribute, joinsPrevious: question.joinsPrevious, origin: answer.origin))
        }
        guard !parts.isEmpty, !settings.options.makesCertificate else { return }
        let attributeQuestions = try all(extra)
        let hasSection = extra.flatMap { settings.configuration.section($0) }?.isEmpty == false
        if isTalking, hasSection { Console.talk(Self.attributeIntroduction) }
        for question in attributeQuestions {
            guard let answer = try RequestQuestion(question, isAsked: isTalking).answer() else { continue }
            try add(question.type, answer.octets, answer.origin)
        }
    }

    private func all(_ section: String?) throws(ConfigurationProblem) -> [NameQuestion] {
        guard let section else { return [] }
        return try NameQuestion.all(in: section, of: settings.configuration, names: settings.names)
    }

    private mutating func add(
        _ type: ObjectIdentifier, _ value: [UInt8], _ origin: Origin
    ) throws(ConfigurationProblem) {
        let made = try settings.nameMaker.attribute(type: type, value: value, origin: origin)
        guard case .string(let string) = made.value else { return }
        let element = DERBytes(DERWriter.encode { $0.string(string) })
        attributes.append((Attribute(type: type, values: [element]), origin))
    }

    private static let introduction = """
        You are about to be asked to enter information that will be incorporated
        into your certificate request.
        What you are about to enter is what is called a Distinguished Name or a DN.
        There are quite a few fields but you can leave some blank
        For some fields there will be a default value,
        If you enter '.', the field will be left blank.
        -----

        """

    private static let attributeIntroduction = """

        Please enter the following 'extra' attributes
        to be sent with your certificate request

        """
}
