import LucidNetwork
import LucidX509

/// Looks for what ends in files, folders and at servers. What can not be read is told on standard error, and the search goes on.
struct ExpirySearch {
    private(set) var list: ExpiryList
    let asking: ServerAsking
    /// Whether something could not be read or reached.
    private(set) var hasGaps = false

    /// Files in folders that are larger are no certificates.
    private static let fileLimit = 16 << 20
    /// The deepest folder in folders.
    private static let depthLimit = 32
    /// The most names in a folder with all its folders.
    private static let nameLimit = 100_000

    init(list: ExpiryList, asking: ServerAsking) {
        self.list = list
        self.asking = asking
    }

    /// Looks at what the user named.
    mutating func look(at source: String) {
        let kind = Folder.kind(source)
        if kind == .directory {
            var names = 0
            if !lookInFolder(source, depth: 0, names: &names), !hasGaps {
                complain("\(source.safeToShow): has no certificate and no revocation list")
            }
        } else if source == "-" || kind != nil || (try? HostAndPort(source)) == nil {
            lookAtFile(source)
        } else {
            lookAtServer(source)
        }
    }

    private mutating func complain(_ sentence: String) {
        Terminal.complain("lucid: \(sentence)")
        hasGaps = true
    }

    private mutating func lookAtServer(_ place: String) {
        // What is wrong has been told.
        guard let chain = try? asking.ask(place) else {
            hasGaps = true
            return
        }
        for (index, octets) in chain.answer.certificates.enumerated() {
            do throws(DERError) {
                list.add(try Certificate(der: octets), from: .server(place, number: index + 1))
            } catch {
                complain("\(place.safeToShow): certificate \(index + 1): \(error.sentence)")
            }
        }
    }

    private mutating func lookAtFile(_ path: String) {
        do throws(FileProblem) {
            let bytes = try FileReader.read(path)
            if !add(bytes, path, tellsAll: true) {
                complain("\(InputFiles.shown(path)): has no certificate and no revocation list")
            }
        } catch { complain(error.sentence) }
    }

    /// Whether something was found.
    private mutating func lookInFolder(_ folder: String, depth: Int, names count: inout Int) -> Bool {
        var hasFound = false
        let names: [String]
        do throws(FileProblem) { names = try Folder.names(in: folder) } catch {
            complain(error.sentence)
            return false
        }
        for name in names {
            count += 1
            guard count <= Self.nameLimit else {
                if count == Self.nameLimit + 1 {
                    complain("\(folder.safeToShow): there are more than \(Self.nameLimit) files; name fewer folders")
                }
                return hasFound
            }
            let path = Folder.path(folder, name)
            switch Folder.kind(path) {
            case .directory where Folder.isLink(path): break
            case .directory where depth == Self.depthLimit:
                complain("\(path.safeToShow): lies more than \(Self.depthLimit) folders deep")
            case .directory: if lookInFolder(path, depth: depth + 1, names: &count) { hasFound = true }
            case .file: if lookAtFileInFolder(path) { hasFound = true }
            // Pipes and devices, which could be read for ever; links to nothing.
            case .other, nil: break
            }
        }
        return hasFound
    }

    private mutating func lookAtFileInFolder(_ path: String) -> Bool {
        do throws(FileProblem) {
            return add(try FileReader.read(path, limit: Self.fileLimit), path, tellsAll: false)
        } catch {
            switch error.reason {
            case .empty, .tooLarge, .notFound: break
            default: complain(error.sentence)
            }
            return false
        }
    }

    /// Adds what a file holds; whether that was anything, be it broken.
    ///
    /// - Parameter tellsAll: complain of octets that are nothing at all. Else only those are told that were meant to be
    ///   certificates, by a PEM label or by the file's name.
    private mutating func add(_ bytes: [UInt8], _ path: String, tellsAll: Bool) -> Bool {
        var hasFound = false
        for entry in PKIFile(bytes).entries {
            let place = ExpiryList.Place.file(InputFiles.name(path), line: entry.line)
            switch entry.content {
            case .certificate(let certificate):
                list.add(certificate, from: place)
                hasFound = true
            case .revocationList(let revocationList):
                list.add(revocationList, from: place)
                hasFound = true
            case .unusable(let problem):
                guard tellsAll || entry.line != nil || Self.isNamedLikeDER(path) else { break }
                complain("\(InputFiles.shown(path)): \(problem.sentence(line: entry.line))")
                hasFound = true
            case .signedData(let bundle):
                add(bundle, path, place)
                hasFound = true
            case .pfx(let pfx):
                add(pfx, path, place)
                hasFound = true
            case .request, .publicKey, .privateKey, .other: break
            }
        }
        return hasFound
    }

    /// Adds what a PKCS #12 file holds, where the passphrase is LUCID_PASSPHRASE or empty: nobody is asked, for there may be many
    /// files. One that stays shut is a gap, for what is in it may end soon.
    private mutating func add(_ pfx: PFX, _ path: String, _ place: ExpiryList.Place) {
        do throws(PKCS12Problem) {
            let contents = try Self.open(pfx)
            for entry in contents.certificates { list.add(entry.certificate, from: place) }
            for revocationList in contents.revocationLists { list.add(revocationList, from: place) }
            for item in contents.unreadable {
                switch item.reason {
                case .certificate, .revocationList: complain("\(InputFiles.shown(path)): \(item.sentence)")
                case .privateKey, .bag: break
                }
            }
        } catch {
            guard case .wrongPassphrase = error else {
                return complain("\(InputFiles.shown(path)): \(error.sentence)")
            }
            complain("\(InputFiles.shown(path)): a PKCS#12 file that LUCID_PASSPHRASE does not open")
        }
    }

    private static func open(_ pfx: PFX) throws(PKCS12Problem) -> PKCS12Contents {
        if let given = (try? PassphraseOptions.given(file: nil)) ?? nil {
            do throws(PKCS12Problem) { return try pfx.open(passphrase: given) } catch {
                guard case .wrongPassphrase = error else { throw error }
            }
        }
        return try pfx.open(passphrase: SecretBytes(count: 0))
    }

    private mutating func add(_ bundle: SignedData, _ path: String, _ place: ExpiryList.Place) {
        for certificate in bundle.certificates {
            switch certificate {
            case .success(let certificate): list.add(certificate, from: place)
            case .failure(let problem): complain("\(InputFiles.shown(path)): \(problem.sentence)")
            }
        }
        for revocationList in bundle.revocationLists {
            switch revocationList {
            case .success(let revocationList): list.add(revocationList, from: place)
            case .failure(let problem): complain("\(InputFiles.shown(path)): \(problem.sentence)")
            }
        }
    }

    private static func isNamedLikeDER(_ path: String) -> Bool {
        [".der", ".cer", ".crt", ".crl"].contains { path.lowercased().hasSuffix($0) }
    }
}
