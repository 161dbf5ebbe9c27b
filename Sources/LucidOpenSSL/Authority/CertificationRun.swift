import LucidAuthority
import LucidOpenSSLText
import LucidX509

/// Certifies all requests of a command line and then, if the answer is yes, writes everything.
struct CertificationRun {
    let settings: AuthoritySettings
    let terms: CertificationTerms
    /// Where certificates are put as `SERIAL.pem`.
    let folder: String

    /// Returns whether there is to be more done: not where somebody called it off.
    func run(
        _ sources: [AuthorityWishes.Source], signer: borrowing AuthoritySigner, index: inout AuthorityIndex
    ) throws(Failure) -> Bool {
        var serial = terms.serialFile?.next ?? CounterFile.random()
        var made: [Certification.Result] = []
        for source in sources {
            let certification = Certification(settings: settings, terms: terms, source: source, serial: serial)
            guard let result = try certification.result(signer: signer, index: index) else { continue }
            Console.talk("\n")
            serial = serial.successor
            index.append(result.row)
            made.append(result)
        }
        guard !made.isEmpty else {
            if settings.arguments.has("verbose") { Console.talk("writing new certificates\n") }
            return true
        }
        guard askWhetherToCommit(made.count, of: sources.count) else { return false }
        try write(made, index: index, nextSerial: serial)
        if settings.arguments.has("explain") {
            let explanation = CertificationExplanation(settings: settings, terms: terms)
            for result in made { Console.talk(explanation.text(result)) }
        }
        return true
    }

    private func askWhetherToCommit(_ done: Int, of total: Int) -> Bool {
        if settings.arguments.has("batch") { return true }
        Console.talk("\n\(done) out of \(total) certificate requests certified, commit? [y/n]")
        switch Console.readLine()?.first {
        case UInt8(ascii: "y"), UInt8(ascii: "Y"): return true
        case nil:
            Console.talk("CERTIFICATION CANCELED: I/O error\n")
            return false
        default:
            Console.talk("CERTIFICATION CANCELED\n")
            return false
        }
    }

    /// Writes everything, so that a process that dies in between loses nothing: first the new files beside the old ones and the
    /// certificates in their folder, then the serial number and the index in their places; a certificate goes to `-out` or standard
    /// output when the index has it.
    private func write(
        _ made: [Certification.Result], index: AuthorityIndex, nextSerial: SerialNumber
    ) throws(Failure) {
        let isVerbose = settings.arguments.has("verbose")
        Console.talk("Write out database with \(made.count) new entries\n")
        var counter = terms.serialFile
        counter?.setNext(nextSerial)
        try counter?.writeNew()
        try index.writeNew()
        let output = settings.arguments.value("out")
        let files = made.map { file(of: $0.certificate) }
        // Each certificate is written over the one before, as openssl does; all are in the folder.
        let staged = try FaceFile.stage(output == nil ? files.flatMap(\.self) : files.last ?? [], to: output)
        if isVerbose { Console.talk("writing new certificates\n") }
        for (result, octets) in zip(made, files) {
            let name = Folder.path(folder, "\(result.row[.serial]).pem")
            if isVerbose { Console.talk("writing \(name)\n") }
            try FaceFile.write(octets, to: name, of: settings.arguments.command)
        }
        try counter?.rotate()
        try index.rotate()
        try staged.finish()
        Console.talk("Database updated\n")
    }

    /// A certificate as its file has it: its text, but for `-notext`, and PEM.
    private func file(of certificate: Certificate) -> [UInt8] {
        var output = TextOutput()
        if !settings.arguments.has("notext") {
            CertificateText(certificate, names: terms.names)?.write(to: &output, format: .compatible)
        }
        let der = certificate.der.array
        return output.octets + PEMBlock.encode(label: "CERTIFICATE", bytes: der.span)
    }
}
