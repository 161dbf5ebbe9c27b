import LucidCrypto
import LucidDER
import LucidIssuing
import LucidModel
import LucidNumber
import LucidPEM
import LucidSignature

extension DemonstrationPKI {
    /// The keys and certificates of the PKI, and their files' text: by chance and the clock, or for a lesson.
    struct Contents {
        let kind: SigningKey.Kind
        let time: CalendarTime
        let lesson: Lesson?

        // MARK: Issuing

        /// A new key; in a lesson that of the part of the seed which is called like the key's file.
        func key(_ file: String) throws(Problem) -> SigningKey {
            do throws(SigningKey.UnsupportedKind) {
                guard let lesson else { return try SigningKey.generate(kind) }
                var search = WorkedRSAKeySearch()
                return try SigningKey.generate(kind, random: lesson.seed.part(file).random, search: &search)
            } catch { throw .key(error) }
        }

        func root() throws(Problem) -> CertificateAuthority {
            let key = try key("root-key.pem")
            do throws(IssuingProblem) {
                return try CertificateAuthority.root(
                    named: "Lucid Demo Root CA", key: key, profile: adapted(.root), from: time,
                    serialNumbers: lesson.map { .teaching($0.seed) } ?? .random)
            } catch { throw .issuing(error) }
        }

        func intermediate(below root: borrowing CertificateAuthority) throws(Problem) -> CertificateAuthority {
            let key = try key("intermediate-key.pem")
            do throws(IssuingProblem) {
                return try root.intermediate(
                    named: "Lucid Demo Issuing CA", key: key, profile: adapted(.intermediate), from: time)
            } catch { throw .issuing(error) }
        }

        func server(
            below intermediate: borrowing CertificateAuthority, _ key: borrowing SigningKey
        ) throws(Problem) -> Certificate {
            do throws(IssuingProblem) {
                return try intermediate.server(
                    names: serverNames, key: key.publicKey, profile: adapted(.server), from: time)
            } catch { throw .issuing(error) }
        }

        private func adapted(_ profile: CertificateProfile) -> CertificateProfile {
            lesson?.adapted(profile) ?? profile
        }

        // MARK: Text

        /// Certificates as PEM; in a lesson each has its mark, so that one who copies a block out of a chain copies it too.
        func pem(_ certificates: [Certificate]) -> [UInt8] {
            let mark = lesson.map { TeachingMark.header($0.seed, above: .certificate) } ?? []
            return certificates.flatMap { mark + PEMBlock.encode(label: "CERTIFICATE", bytes: $0.der.array.span) }
        }

        /// A private key as PEM; in a lesson with its mark.
        func pem(_ key: borrowing SigningKey, _ file: String) -> SecretBytes {
            key.pkcs8PEM(markedBy: lesson?.seed.part(file))
        }
    }
}
