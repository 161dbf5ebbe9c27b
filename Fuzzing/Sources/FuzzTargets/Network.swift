import LucidNetwork
import LucidX509

/// What a TLS server sends means the same however it is cut; every problem has its sentence. The first octet says where to cut.
func fuzzTLS(_ input: [UInt8]) throws(BrokenPromise) {
    guard let cut = input.first else { return }
    let octets = input.dropFirst()
    let place = octets.startIndex + Int(cut) * octets.count / 256
    let whole = readTLS([octets])
    try expect(readTLS([octets[..<place], octets[place...]]) == whole, "what is cut in two means the same")
    try expect(readTLS(octets.map { [$0][...] }) == whole, "what comes octet by octet means the same")
    switch whole {
    case .success(let answer?):
        try expect(!answer.certificates.isEmpty, "an answer has certificates")
        try expect(answer.certificates.allSatisfy { !$0.isEmpty }, "no certificate is empty")
    case .success(nil): break
    case .failure(let problem): try expectSafe(ServerChain.Problem(place: "host:443", reason: .tls(problem)).sentence)
    }
}

/// What a reader makes of octets that come in pieces. Of a server that speaks no TLS only that is told: what it speaks instead
/// is a guess from what has come first.
private func readTLS(_ pieces: [ArraySlice<UInt8>]) -> Result<ServerChainReader.Answer?, TLSProblem> {
    var reader = ServerChainReader()
    do throws(TLSProblem) {
        for piece in pieces {
            if let answer = try reader.receive(piece) { return .success(answer) }
        }
        return .success(nil)
    } catch {
        if case .notTLS = error { return .failure(.notTLS(.unknown([]))) }
        return .failure(error)
    }
}

/// An HTTP request means the same however it is cut. The first octet says where to cut.
func fuzzHTTP(_ input: [UInt8]) throws(BrokenPromise) {
    guard let cut = input.first else { return }
    let octets = input.dropFirst()
    let place = octets.startIndex + Int(cut) * octets.count / 256
    let whole = readHTTP([octets])
    try expect(readHTTP([octets[..<place], octets[place...]]) == whole, "what is cut in two means the same")
    try expect(readHTTP(octets.map { [$0][...] }) == whole, "what comes octet by octet means the same")
    switch whole {
    case .success(let request?):
        try expectSafe(request.method + request.target)
        try expect(request.body.count <= HTTPRequestReader.Limits().body, "a body is no longer than it may be")
        _ = request.decodedPath
    case .success(nil): break
    case .failure(let refusal):
        try expectSafe(refusal.reason)
        try expect((400..<600).contains(refusal.status.rawValue), "a refusal has the status of one")
    }
}

private func readHTTP(_ pieces: [ArraySlice<UInt8>]) -> Result<HTTPRequest?, HTTPRefusal> {
    var reader = HTTPRequestReader()
    do throws(HTTPRefusal) {
        for piece in pieces {
            if let request = try reader.receive(piece) { return .success(request) }
        }
        return .success(nil)
    } catch { return .failure(error) }
}
