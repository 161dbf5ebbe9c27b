import LucidJSON
import LucidX509

extension JSON {
    /// The largest files of the suites have some 30 megabytes.
    private static let byteCountLimit = 256 << 20

    /// Reads a file that has to be JSON.
    init(file path: String) throws(Unusable) {
        let bytes: [UInt8]
        do throws(FileProblem) { bytes = try FileReader.read(path, limit: Self.byteCountLimit) } catch {
            throw Unusable(error.sentence)
        }
        do throws(JSONProblem) { self = try JSON(bytes) } catch {
            throw Unusable("\(path): is not JSON: \(error.expected) should be at byte \(error.offset)")
        }
    }

    /// The strings of an array; none where the member is missing or null, nil where it is anything else.
    func strings(_ key: String) -> [String]? {
        guard let value = self[key] else { return [] }
        guard let array = value.array else { return nil }
        let strings = array.compactMap(\.string)
        return strings.count == array.count ? strings : nil
    }
}

extension JSONValue {
    /// Writes the value as a file, over one that is there.
    func write(to path: String) throws(Unusable) {
        let octets = Array(text.utf8)
        do throws(FileProblem) {
            try FileWriter.write(octets.span, to: path, access: .everybody, replaces: true)
        } catch { throw Unusable(error.sentence) }
    }
}
