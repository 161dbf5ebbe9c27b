import LucidObjectNames
import LucidOpenSSLConfiguration
import LucidOpenSSLText
import LucidX509

/// `asn1parse`: lists the elements of a DER or BER file, and makes such files.
enum ASN1ParseCommand: FaceCommand {
    static let name = "asn1parse"
    static let abstract = "Lists the elements of an ASN.1 structure"
    static let options: [OptionDefinition] =
        [
            .value("oid", "infile", "file with names of more object identifiers"),
            .value("inform", "PEM|DER", "PEM or DER"),
            .value("in", "infile", "what to read, else standard input"),
            .value("out", "outfile", "also write the octets, as DER, to this file"),
            .flag("noout", "list nothing"),
            .value("offset", "+int", "where to begin, in octets"),
            .value("length", "+int", "how many octets to look at, else all"),
            .value("strparse", "+int", "go into the string at this place; again goes deeper"),
            .value("genstr", "val", "look at what these words describe, such as UTF8:hello"),
            .value("genconf", "val", "configuration file that describes what to look at"),
            .flag("strictpem", "refuse Base64 without PEM lines around it"),
            .flag("i", "show by spaces how deep an element is"),
            .flag("dump", "show contents that have no better form in hexadecimal"),
            .value("dlimit", "+int", "like -dump, but this many octets of each at most"),
            .missing("item", takesValue: true, nearest: "the same command without it, or lucid show"),
        ] + CommonOptions.modules

    static func run(_ arguments: Arguments) throws(Failure) -> Int32 {
        guard arguments.rest.isEmpty else { throw Failure("asn1parse: Use -help for summary.") }
        var names = ObjectNames()
        if let path = arguments.value("oid") { try addNames(of: path, to: &names) }
        let isGenerated = arguments.has("genstr") || arguments.has("genconf")
        let input = isGenerated ? try generate(arguments) : try read(arguments)
        guard let dug = try dig(input, arguments) else { return 1 }
        let offset = try natural("offset", arguments) ?? 0
        guard offset < dug.count else {
            Console.talk("Error: offset out of range\n")
            return 1
        }
        let wanted = try natural("length", arguments) ?? 0
        let length = wanted == 0 || wanted > dug.count - offset ? dug.count - offset : wanted
        let part = Array(dug[offset..<offset + length])
        if let path = arguments.value("out") { try FaceFile.write(part, to: path, of: name) }
        if arguments.has("noout") { return 0 }
        var limit = try natural("dlimit", arguments)
        if arguments.has("dump") { limit = .max }
        var output = TextOutput()
        let isComplete = ASN1Listing(
            part, options: .init(isIndented: arguments.has("i"), dumpLimit: limit == 0 ? nil : limit), names: names
        ).write(to: &output)
        Console.write(output.octets)
        return isComplete ? 0 : 1
    }

    /// A value that is a number and not below zero.
    private static func natural(_ option: String, _ arguments: Arguments) throws(Failure) -> Int? {
        try arguments.value(option).map { text throws(Failure) in try number(text) }
    }

    private static func number(_ text: String) throws(Failure) -> Int {
        let isHexadecimal = text.lowercased().hasPrefix("0x")
        guard let number = isHexadecimal ? Int(text.dropFirst(2), radix: 16) : Int(text), number >= 0 else {
            throw .usage("Can't parse \"\(text.safeToShow)\" as a number", of: name)
        }
        return number
    }

    /// Goes into the elements at the places of `-strparse`, one after the other; nil where there is none, which has been said.
    private static func dig(_ input: [UInt8], _ arguments: Arguments) throws(Failure) -> [UInt8]? {
        var octets = input
        for text in arguments.values("strparse") {
            let place = try number(text)
            guard place > 0, place < octets.count else {
                Console.talk("'\(place)' is out of range\n")
                continue
            }
            switch ASN1Listing.value(in: octets, at: place) {
            case .octets(let value): octets = value
            case .notAString(let type):
                Console.talk("Can't parse \(type) type\n")
                return nil
            case .malformed:
                Console.talk("Error parsing structure\n")
                return nil
            }
        }
        return octets
    }

    /// The file's octets, out of PEM's armour.
    private static func read(_ arguments: Arguments) throws(Failure) -> [UInt8] {
        let form = try KeyForm("inform", in: arguments) ?? .pem
        let path = arguments.value("in")
        let octets: [UInt8]
        do throws(FileProblem) { octets = try FileReader.read(path ?? "-") } catch {
            if error.reason == .empty { return [] }
            throw Failure("Can't open \"\(path ?? "-")\" for reading, \(error.reason.systemText)")
        }
        guard form == .pem else { return octets }
        for block in PEMReader.blocks(in: octets.span) {
            switch block {
            case .success(let block):
                guard block.headers.first?.name == "Proc-Type", !arguments.has("strictpem") else { return block.bytes }
                Console.talk(encryptedNote)
                return octetsOfHeader
            case .failure(let problem):
                throw Failure("Error reading PEM file: \(problem.sentence)")
            }
        }
        // openssl takes Base64 without armour too.
        guard !arguments.has("strictpem"), let bytes = Base64.decode(octets.filter { !$0.isLineEnd }) else {
            throw Failure("Error reading PEM file: it has no PEM block; -inform DER is for files without armour")
        }
        return bytes
    }

    /// openssl looks for the first line that begins with Base64, and takes `Proc-Type` (RFC 1421 §4.6.1.1) for one: this is all it
    /// then lists, and there is nothing more to list, as what follows is encrypted.
    private static let octetsOfHeader: [UInt8] = Base64.decode(Array("Proc".utf8)) ?? []

    private static let encryptedNote = "the PEM block is encrypted as a whole; lucid openssl rsa or ec opens it\n"

    /// The structure that `-genstr` and `-genconf` describe.
    private static func generate(_ arguments: Arguments) throws(Failure) -> [UInt8] {
        do throws(ConfigurationProblem) {
            var configuration: Configuration?
            if let path = arguments.value("genconf") { configuration = try Configuration(reading: path) }
            let text: [UInt8]
            if let given = arguments.value("genstr") {
                text = Array(given.utf8)
            } else if let value = configuration?.value("asn1") {
                text = value.octets
            } else {
                throw ConfigurationProblem(
                    "Can't find 'asn1' in '\(arguments.value("genconf") ?? "")'", at: .flag("-genconf"))
            }
            return try ASN1Text.generate(text, configuration: configuration, flag: "-genstr")
        } catch { throw Failure("Error parsing structure: \(error)") }
    }

    /// Names out of a file of lines `1.2.3.4 short Long name`, as far as they are new: openssl stops at one that has a name already.
    private static func addNames(of path: String, to names: inout ObjectNames) throws(Failure) {
        let octets = try FaceFile.read(path, cannotOpen: "Can't open \"\(path)\" for reading")
        for line in String(decoding: octets, as: UTF8.self).split(whereSeparator: \.isNewline) {
            let words = line.split(maxSplits: 2, whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
            guard let first = words.first, let identifier = ObjectIdentifier(dotted: first), words.count > 1,
                names.name(of: identifier) == nil
            else { break }
            names.add(ObjectName(identifier, short: words[1], long: words.count > 2 ? words[2] : words[1]))
        }
    }
}

extension UInt8 {
    /// A line feed or a carriage return.
    fileprivate var isLineEnd: Bool { self == 0x0a || self == 0x0d }
}
