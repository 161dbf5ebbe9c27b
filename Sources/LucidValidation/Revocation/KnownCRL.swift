import LucidDER
import LucidModel
import LucidSignature
import Synchronization

/// A CRL with what has been found out about it. Found out when first asked for, and kept for all who hold the same
/// evidence.
final class KnownCRL: Sendable {
    let list: RevocationList
    /// cRLNumber (§5.2.3).
    let number: DERInteger?
    /// BaseCRLNumber of a delta CRL (§5.2.4).
    let baseNumber: DERInteger?
    /// issuingDistributionPoint (§5.2.5).
    let issuingDistributionPoint: IssuingDistributionPoint?

    private let signatures = SignatureMemory()
    private let indexedEntries = Mutex<CRLEntries?>(nil)

    init(_ list: RevocationList) {
        self.list = list
        let extensions = list.tbsCertList.crlExtensions
        number = if case .cRLNumber(let value)? = extensions[OID.cRLNumber]?.content { value.number } else { nil }
        baseNumber =
            if case .deltaCRLIndicator(let value)? = extensions[OID.deltaCRLIndicator]?.content {
                value.baseCRLNumber
            } else { nil }
        issuingDistributionPoint =
            if case .issuingDistributionPoint(let value)? = extensions[OID.issuingDistributionPoint]?.content {
                value
            } else { nil }
    }

    /// Whether it has changes alone: a list with a deltaCRLIndicator, even one that can not be decoded, is no complete
    /// one.
    var isDelta: Bool { list.tbsCertList.crlExtensions[OID.deltaCRLIndicator] != nil }

    var issuer: Name { list.tbsCertList.issuer }
    var thisUpdate: CalendarTime { list.tbsCertList.thisUpdate.time }
    var nextUpdate: CalendarTime? { list.tbsCertList.nextUpdate?.time }
    var authorityKeyIdentifier: AuthorityKeyIdentifier? { list.tbsCertList.crlExtensions.authorityKeyIdentifier }

    /// The entries, ready to be searched.
    var entries: CRLEntries {
        indexedEntries.withLock { known in
            let entries = known ?? CRLEntries(list.tbsCertList)
            known = entries
            return entries
        }
    }

    /// What is wrong with the list's signature for this key; nil where it holds.
    func signatureProblem(with key: PublicKey) -> SignatureProblem? {
        let list = list
        return signatures.problem(with: key) { key throws(SignatureProblem) in
            try SignatureChecker.check(
                list.signatureValue, over: list.tbsBytes, algorithm: list.signatureAlgorithm, signer: key)
        }
    }

    /// Whether it is looked at before another one: the newest list is the likeliest to settle the matter. A CA may issue
    /// several within a second; of these the one with the larger number supersedes the other (§5.2.3). Of lists that are
    /// equal even in that, which a CA must not issue, the longer one comes first: it may name what the other does not.
    /// The rest is there so that the order in which lists were given decides nothing.
    func precedes(_ other: KnownCRL) -> Bool {
        if thisUpdate != other.thisUpdate { return thisUpdate > other.thisUpdate }
        if CRLNumberOrder.isLess(other.number, number) { return true }
        if CRLNumberOrder.isLess(number, other.number) { return false }
        if list.der.count != other.list.der.count { return list.der.count > other.list.der.count }
        return list.der.lexicographicallyPrecedes(other.list.der)
    }

    /// Which list, for findings: `CRL 7 of CN=Root`.
    var label: String {
        let number = number.map { " \($0.small.map(String.init) ?? $0.hexadecimalText)" } ?? ""
        return "\(isDelta ? "delta CRL" : "CRL")\(number) of \(issuer)"
    }
}

extension DERInteger {
    /// The content octets in hexadecimal.
    var hexadecimalText: String {
        "0x" + content.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
