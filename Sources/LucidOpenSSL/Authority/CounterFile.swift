import LucidAuthority
import LucidX509

/// A file with the next number in hexadecimal digits: `serial`, `crlnumber`.
struct CounterFile {
    let path: String
    /// The number that is given away next.
    private(set) var next: SerialNumber

    /// Reads a file. As in openssl's, the digits that the first line begins with count, an even number of them.
    ///
    /// - Parameters:
    ///   - what: how the last line of an error calls it: `serial number`, `CRL number`.
    ///   - createsMissing: whether a file that is not there stands for a random number (`-create_serial`).
    init(_ path: String, what: String, createsMissing: Bool = false) throws(Failure) {
        self.path = path
        let octets: [UInt8]
        do throws(FileProblem) { octets = try FileReader.read(path, limit: Self.octetLimit) } catch {
            switch error.reason {
            case .notFound where createsMissing:
                next = Self.random()
                return
            case .empty: octets = []
            default:
                throw Failure("\(path): \(error.reason.systemText)\nerror while loading \(what)")
            }
        }
        let digits = octets.prefix { Character(Unicode.Scalar($0)).hexDigitValue != nil }
        guard digits.count >= 2, digits.count % 2 == 0 else {
            throw Failure(
                """
                Unable to load number from \(path) (its first line is to be an even number of hexadecimal digits, such as 1000)
                error while loading \(what)
                """)
        }
        let values = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        next = SerialNumber(
            octets: stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) })
    }

    /// A file whose number does not count: with `-rand_serial` openssl writes the number behind the random one into it.
    init(_ path: String, overwrittenBy next: SerialNumber) {
        self.path = path
        self.next = next
    }

    /// openssl reads no more of it.
    private static let octetLimit = 1024

    /// A random number of 159 bits: 20 octets, the most that RFC 5280 §4.1.2.2 allows, and no sign.
    static func random() -> SerialNumber {
        var generator = SystemRandomNumberGenerator()
        var octets = (0..<20).map { _ in UInt8.random(in: 0...255, using: &generator) }
        octets[0] &= 0x7f
        return SerialNumber(octets: octets)
    }

    /// Gives the number away.
    mutating func take() -> SerialNumber {
        defer { next = next.successor }
        return next
    }

    /// Another number is the next one.
    mutating func setNext(_ number: SerialNumber) { next = number }

    /// Writes the next number to the new file.
    func writeNew() throws(Failure) {
        try RotatedFile.writeNew(Array("\(OpenSSLIndex.serialText(next))\n".utf8), for: path)
    }

    /// The new file becomes the file.
    func rotate() throws(Failure) { try RotatedFile.rotate(path) }
}

extension SerialNumber {
    /// The number and one.
    var successor: SerialNumber {
        var octets = [0] + octets
        var index = octets.count - 1
        while index >= 0 {
            let (sum, overflow) = octets[index].addingReportingOverflow(1)
            octets[index] = sum
            if !overflow { break }
            index -= 1
        }
        return SerialNumber(octets: octets)
    }
}
