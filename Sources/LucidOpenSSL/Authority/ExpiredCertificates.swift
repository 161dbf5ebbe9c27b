import LucidAuthority
import LucidX509

/// `-updatedb`: marks the certificates in the database that have ended.
enum ExpiredCertificates {
    static func mark(in index: inout AuthorityIndex, isVerbose: Bool) throws(Failure) {
        if isVerbose { Console.talk("Updating \(index.path) ...\n") }
        let expired = index.markExpired(at: .now)
        for serial in expired { Console.talk("\(serial)=Expired\n") }
        guard !expired.isEmpty else {
            if isVerbose { Console.talk("No entries found to mark expired\n") }
            return
        }
        try index.writeNew()
        try index.rotate()
        if isVerbose { Console.talk("Done. \(expired.count) entries marked as expired\n") }
    }
}
