import ArgumentParser
import LucidExplain
import LucidX509

/// Makes the changes that were asked for, one after the other.
struct TamperRun {
    let scene: TamperingScene
    let options: TamperOptions
    let isResigned: Bool

    /// What came of each. One that can not be made to this certificate is told on standard error; where it was asked for by its
    /// name, or where nothing is left, that ends with exit code 2.
    func stories() throws -> [TamperingStory] {
        let changes = try options.kinds.compactMap { kind in
            do throws(CertificateChange.Problem) { return try change(kind) } catch {
                Terminal.complain("lucid: \(kind.rawValue): \(error.sentence)")
                if options.isGiven { throw ExitCode.unusable }
                return nil
            }
        }
        guard !changes.isEmpty else { throw ExitCode.unusable }
        guard isResigned else { return changes.map { TamperingStory($0, in: scene) } }
        let attacker = try attacker()
        return changes.map { TamperingStory($0, in: scene, signedAnewBy: attacker) }
    }

    private func change(_ kind: CertificateChange.Kind) throws(CertificateChange.Problem) -> CertificateChange {
        let victim = scene.victim
        switch kind {
        case .bit: return try .bit(options.atByte, of: victim)
        case .key: return try .key(of: victim)
        case .name: return try .name(to: options.to, of: victim)
        case .date: return try .date(to: options.until, of: victim, at: scene.question.time)
        case .flag: return try .flag(of: victim)
        case .algorithm: return try .algorithm(of: victim, inBothPlaces: false)
        case .algorithms: return try .algorithm(of: victim, inBothPlaces: true)
        case .twin: return try .twin(of: victim, signer: scene.signer.subjectPublicKeyInfo)
        }
    }

    private func attacker() throws -> Attacker {
        guard let signer = try? PublicKey(scene.signer.subjectPublicKeyInfo),
            let attacker = Attacker(key: try KeyNewCommand.make(Attacker.kind(like: signer)), at: scene.question.time)
        else {
            Terminal.complain("lucid: --resign: the issuer's key is of a kind that Lucid has not")
            throw ExitCode.unusable
        }
        return attacker
    }
}

extension TamperingStory {
    /// Whether the change was caught, and what an attacker signed too.
    var isCaught: Bool {
        outcome.catcher != nil && resigning.map { $0.inIssuersName.catcher != nil && $0.byOwnCA.catcher != nil } ?? true
    }
}
