import LucidOpenSSLConfiguration
import LucidX509

/// Serial numbers of certificates: from the command line, from the file beside the CA's certificate, or random.
enum SerialNumberFile {
    /// The file that belongs to a CA's certificate: its name up to the last full stop, with `.srl` behind it.
    static func path(forCertificate path: String) -> String {
        // openssl looks for the full stop in the whole path, folders too.
        guard let stop = path.lastIndex(of: ".") else { return path + ".srl" }
        return String(path[..<stop]) + ".srl"
    }

    /// The next number of the file, which is written back; a random one where there is no file.
    ///
    /// - Parameters:
    ///   - named: the file that `-CAserial` names.
    ///   - creates: `-CAcreateserial`: the file is made where there is none.
    static func next(
        _ named: String?, certificate: String, creates: Bool, of command: String
    ) throws(Failure) -> (DERInteger, Origin) {
        let path = named ?? self.path(forCertificate: certificate)
        var number = random()
        var origin = Origin.preset("a random number, as there is no file \(path)")
        if let last = try read(path, isNeeded: named != nil && !creates) {
            number = DERInteger(magnitude: successor(of: last))
            origin = .counter(file: path)
        } else if !creates {
            return (number, origin)
        } else {
            origin = .preset("a random number, with which -CAcreateserial begins \(path)")
        }
        try FaceFile.write(Array((number.hexadecimal + "\n").utf8), to: path, of: command)
        return (number, origin)
    }

    /// The number in a file, as its magnitude; nil where there is no such file.
    private static func read(_ path: String, isNeeded: Bool) throws(Failure) -> [UInt8]? {
        let octets: [UInt8]
        do throws(FileProblem) { octets = try FileReader.readRegular(path) } catch {
            if error.reason == .notFound, !isNeeded { return nil }
            throw Failure("\(path): \(error.reason.systemText)")
        }
        let line = octets.prefix { $0 != 0x0a && $0 != 0x0d }
        guard let number = magnitude(hexadecimal: line) else {
            throw Failure("Unable to load number from \(path): its first line is not a number of hexadecimal digits")
        }
        return number
    }

    /// The octets of an even number of hexadecimal digits; nil for anything else.
    private static func magnitude(hexadecimal digits: some Collection<UInt8>) -> [UInt8]? {
        let values = digits.map { Character(UnicodeScalar($0)).hexDigitValue }
        guard !values.isEmpty, values.count.isMultiple(of: 2), values.count <= 128 else { return nil }
        var octets: [UInt8] = []
        for index in stride(from: 0, to: values.count, by: 2) {
            guard let high = values[index], let low = values[index + 1] else { return nil }
            octets.append(UInt8(high << 4 | low))
        }
        return octets
    }

    /// The number and one.
    static func successor(of magnitude: [UInt8]) -> [UInt8] {
        var octets = [0] + magnitude
        var index = octets.count - 1
        while index >= 0 {
            let (sum, overflow) = octets[index].addingReportingOverflow(1)
            octets[index] = sum
            if !overflow { break }
            index -= 1
        }
        return Array(octets.drop { $0 == 0 })
    }

    /// A random number of 159 bits, as openssl draws them; never zero (RFC 5280 §4.1.2.2).
    static func random() -> DERInteger {
        var octets = RandomSource.system.bytes(count: 20)
        octets[0] &= 0x7f
        if octets.allSatisfy({ $0 == 0 }) { octets[19] = 1 }
        return DERInteger(magnitude: octets)
    }

    /// The number that `-set_serial` gives: decimal digits, or hexadecimal ones behind `0x`, perhaps with a minus sign; nil where
    /// it is none.
    static func number(_ text: String) -> DERInteger? {
        let isNegative = text.hasPrefix("-")
        let digits = isNegative ? text.dropFirst() : text[...]
        let isHexadecimal = digits.lowercased().hasPrefix("0x")
        let values = (isHexadecimal ? digits.dropFirst(2) : digits).map(\.hexDigitValue)
        guard !values.isEmpty, values.count <= 512 else { return nil }
        var octets: [UInt8] = []
        for value in values {
            guard let value, isHexadecimal || value < 10 else { return nil }
            var carry = value
            for index in octets.indices.reversed() {
                let product = Int(octets[index]) * (isHexadecimal ? 16 : 10) + carry
                octets[index] = UInt8(truncatingIfNeeded: product)
                carry = product >> 8
            }
            if carry > 0 { octets.insert(UInt8(carry), at: 0) }
        }
        let number = DERInteger(magnitude: octets)
        return isNegative ? number.negated : number
    }
}

extension DERInteger {
    /// The number's negative.
    fileprivate var negated: DERInteger {
        guard !isZero, !isNegative else { return self }
        // Two's complement: every bit turned over, and one added; a sign octet first, which is dropped where it says nothing.
        var octets = ([0] + content).map { ~$0 }
        for index in octets.indices.reversed() {
            let (sum, overflow) = octets[index].addingReportingOverflow(1)
            octets[index] = sum
            if !overflow { break }
        }
        while octets.count > 1, octets[0] == 0xff, octets[1] & 0x80 != 0 { octets.removeFirst() }
        let encoded = DERWriter.encode { $0.octetString(octets, tag: .integer) }
        let read = try? DERCursor.decode(DERBytes(encoded)) { cursor throws(DERError) in try cursor.integer("") }
        return read ?? self
    }
}
