import LucidX509

/// What a command writes in the end, piece by piece. It may hold a private key, so it is wiped when it goes.
struct SecretText: ~Copyable {
    private var octets = SecretBytes(count: 0)

    /// Adds octets.
    mutating func append(_ more: Span<UInt8>) {
        var longer = SecretBytes(count: octets.count + more.count)
        longer.withMutableSpan { target in
            octets.withSpan { for index in 0..<$0.count { target[index] = $0[index] } }
            for index in 0..<more.count { target[octets.count + index] = more[index] }
        }
        octets = longer
    }

    /// Adds octets that are no secret.
    mutating func append(_ more: [UInt8]) { append(more.span) }

    /// Adds text that is no secret.
    mutating func append(_ text: String) { append(Array(text.utf8)) }

    /// Writes it all as one file.
    func write(to path: String?, access: FileWriter.Access, of command: String) throws(Failure) {
        try octets.withSpan { octets throws(Failure) in
            try FaceFile.write(octets, to: path, access: access, of: command)
        }
    }
}
