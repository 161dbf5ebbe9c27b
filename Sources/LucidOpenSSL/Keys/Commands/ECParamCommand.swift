import LucidX509

/// `ecparam`: shows a curve's parameters, and makes a key on it.
enum ECParamCommand: FaceCommand {
    static let name = "ecparam"
    static let abstract = "Shows the parameters of a curve, and makes a key on it"
    static let options: [OptionDefinition] =
        [
            .flag("list_curves", "show which curves there are"),
            .flag("genkey", "make a key on the curve"),
            .value("in", "infile", "read the curve from here, else standard input"),
            .value("inform", "PEM|DER", "PEM or DER, for -in"),
            .value("out", "outfile", "where the result goes, else standard output"),
            .value("outform", "PEM|DER", "PEM or DER, for the result"),
            .flag("text", "show the curve in words"),
            .flag("noout", "leave the curve itself out of the output"),
            .value("param_enc", "val", "how the curve is told: named_curve alone"),
            .flag("check", "tell whether the curve is sound"),
            .flag("check_named", "tell whether the curve is the one that its name says"),
            .flag("no_seed", "no effect, as a named curve is written without a seed"),
            .value("name", "val", "the curve, such as prime256v1"),
            .value("conv_form", "val", "no effect, as a named curve is written without points"),
            .flag("explain", "Lucid's own: tell what the key is, and who decided it"),
        ] + CommonOptions.randomness + CommonOptions.modules

    static func run(_ arguments: Arguments) throws(Failure) -> Int32 {
        guard arguments.rest.isEmpty else { throw .usage("Extra arguments given.", of: name) }
        // The point form is that of a base point that is spelled out; a named curve has none to write.
        _ = try arguments.pointForm("conv_form")
        try arguments.checkParameterEncoding("param_enc")
        let inputForm = try KeyForm("inform", in: arguments) ?? .pem
        var output = KeyOutput()
        output.form = try KeyForm("outform", in: arguments) ?? .pem
        let path = arguments.value("out")
        if arguments.has("explain"), arguments.has("list_curves") || !arguments.has("genkey") {
            Console.talk(UnexplainedResult.line(of: name))
        }
        if arguments.has("list_curves") {
            try FaceFile.write(Array(KeyCurve.list.utf8), to: path, of: name)
            return 0
        }
        let curve = try curve(arguments, inputForm)
        var results = SecretText()
        if arguments.has("text") { results.append(curve.parametersText) }
        if arguments.has("check") || arguments.has("check_named") {
            // A curve that has a name here has the standard's own numbers.
            Console.talk("checking elliptic curve parameters: ok\n")
        }
        let makesKey = arguments.has("genkey")
        // In DER a file holds one structure.
        if !arguments.has("noout"), !(makesKey && output.form == .der) {
            results.append(output.form == .der ? curve.parameters : Self.block(curve))
        }
        var explanation = ""
        if makesKey {
            output.isTraditional = true
            let key = try KeyMaking.make(curve.keyKind, showsProgress: false, of: name)
            try output.octets(of: key).withSpan { results.append($0) }
            explanation =
                KeyExplanation(of: key, origin: arguments.typed("name", "in"), output, arguments, Self.self).text
        }
        try results.write(to: path, access: makesKey ? .owner : .everybody, of: name)
        Console.talk(explanation)
        return 0
    }

    private static func block(_ curve: NamedCurve) -> [UInt8] {
        PEMBlock.encode(label: "EC PARAMETERS", bytes: curve.parameters.span)
    }

    /// The curve that `-name` says, or the parameters in a file.
    private static func curve(_ arguments: Arguments, _ form: KeyForm) throws(Failure) -> NamedCurve {
        guard let given = arguments.value("name") else {
            return try ECParameterFile.read(
                arguments.value("in"), form: form,
                unreadable: "Unable to load parameters from \(arguments.value("in") ?? "standard input")", of: name)
        }
        guard given == "secp256r1" else { return try KeyCurve.named(given, of: name) }
        Console.talk("using curve name prime256v1 instead of secp256r1\n")
        return .p256
    }
}

/// Files with a curve's parameters.
enum ECParameterFile {
    /// Reads the first `EC PARAMETERS` of a file.
    ///
    /// - Parameter unreadable: the message where there are none.
    static func read(
        _ path: String?, form: KeyForm, unreadable: String, of command: String
    ) throws(Failure) -> NamedCurve {
        try curve(try FaceFile.read(path, cannotOpen: unreadable), form: form, unreadable: unreadable)
    }

    /// The curve of the first `EC PARAMETERS` in a file's octets.
    static func curve(_ octets: [UInt8], form: KeyForm, unreadable: String) throws(Failure) -> NamedCurve {
        guard let parameters = form == .der ? octets : block(octets) else {
            throw Failure("\(unreadable): the file has no EC PARAMETERS block")
        }
        let identifier: ObjectIdentifier
        do throws(DERError) {
            identifier = try DERCursor.decode(DERBytes(parameters)) { cursor throws(DERError) in
                try cursor.objectIdentifier("namedCurve")
            }
        } catch { throw Failure("\(unreadable): \(error.sentence)") }
        guard let curve = NamedCurve(identifier) else {
            throw Failure("\(unreadable): Lucid has no curve \(identifier.nameOrNumbers)")
        }
        return curve
    }

    private static func block(_ octets: [UInt8]) -> [UInt8]? {
        for case .success(let block) in PEMReader.blocks(in: octets.span) where block.label == "EC PARAMETERS" {
            return block.bytes
        }
        return nil
    }
}
