import LucidDER
@testable import LucidExplain
import LucidModel

/// A certificate whose parts are changed by the end of their path, wherever in a list they stand.
struct Edited {
    private let octets: [UInt8]

    init(_ certificate: Certificate) { octets = certificate.der.array }

    private init(octets: [UInt8]) { self.octets = octets }

    var explanation: Explanation { Explanation(DERBytes(octets), as: .certificate) }

    func replacing(_ end: String, by element: [UInt8]) -> Edited {
        guard let line = explanation.lines.first(where: { $0.path.hasSuffix(end) }) else { return self }
        return Edited(octets: Edit(path: line.path, change: .replace(element)).applied(to: octets))
    }

    func without(_ end: String) -> Edited { replacing(end, by: []) }
}
