import Foundation
import LucidDER
import LucidExplain
import LucidIssuing
import LucidModel
import LucidSignature
import LucidTestSupport
import LucidX509
import Testing

/// What is changed is changed, and nothing else; lengths follow.
struct CertificateChangeTests {
    private static let chain: TamperedChain? = TamperedChain.all.first { $0.description == "P-256" }

    private var leaf: Certificate { get throws { try #require(Self.chain).leaf } }

    /// Everything but what the change is about must be as before.
    private func changed(_ change: CertificateChange) throws -> Certificate { try Certificate(der: change.octets) }

    @Test(arguments: ["a.test", "1.2.3.4", String(repeating: "very-long.", count: 20) + "test", "mail@example.test"])
    func `a new name of any length, and the lengths around it are right`(name: String) throws {
        let change = try CertificateChange.name(to: name, of: self.leaf)
        let certificate = try changed(change)
        #expect(certificate.extensions.subjectAltName?.names == GeneralName(parsing: name).map { [$0] })
        let leaf = try leaf
        #expect(certificate.signatureValue == leaf.signatureValue)
        #expect(certificate.subject == leaf.subject && certificate.extensions.count == leaf.extensions.count)
        #expect(try Certificate(der: certificate.derEncoded).der == certificate.der)
    }

    @Test func `one letter of a name becomes one that looks like it`() throws {
        let change = try CertificateChange.name(to: nil, of: self.leaf)
        let leaf = try leaf
        let differences = zip(change.octets, leaf.der).count { $0 != $1 }
        #expect(differences == 1 && change.sentence.contains("“www.example.test” → “www.examp1e.test”"))
        // Without subjectAltName it is the subject's.
        let root = try #require(Self.chain).root
        #expect(try changed(.name(to: "Rööt", of: root)).subject.commonName == "Rööt")
        #expect(try changed(.name(to: nil, of: root)).subject.commonName == "R0ot")
    }

    @Test(arguments: [("2030-01-01T00:00:00Z", 0), ("2049-12-31T23:59:59Z", 0), ("2050-01-01T00:00:00Z", 2)])
    func `a new end, in the type that its year asks for`(end: String, growth: Int) throws {
        let time = try #require(CalendarTime(end))
        let change = try CertificateChange.date(to: time, of: leaf, at: TamperedChain.time)
        #expect(try changed(change).validity.notAfter == DERTime(time))
        let count = try leaf.der.count
        #expect(change.octets.count == count + growth)
        #expect(throws: CertificateChange.Problem.self) {
            try CertificateChange.date(to: leaf.validity.notAfter.time, of: leaf, at: TamperedChain.time)
        }
    }

    @Test(arguments: [
        ("1949-01-01", "now a GeneralizedTime, as UTCTime has the years 1950 to 2049 only"),
        ("2050-01-01", "now a GeneralizedTime, as UTCTime has the years 1950 to 2049 only"),
        ("1950-01-01", "1950-01-01T00:00:00Z"), ("2049-12-31", "2049-12-31T00:00:00Z"),
    ])
    func `another type of time is told of with its reason`(end: String, words: String) throws {
        let change = try CertificateChange.date(to: CalendarTime(end), of: leaf, at: TamperedChain.time)
        #expect(change.sentence.contains(words), "\(change.sentence)")
        #expect(change.sentence.contains("UTCTime") == words.contains("UTCTime"))
    }

    @Test func `the name that it has already is no change`() throws {
        let chain = try #require(Self.chain)
        #expect(throws: CertificateChange.Problem.self) {
            try CertificateChange.name(to: TamperedChain.host, of: chain.leaf)
        }
        #expect(throws: CertificateChange.Problem.self) { try CertificateChange.name(to: "Root", of: chain.root) }
    }

    @Test func `the flags of a leaf go on, a CA's goes off`() throws {
        #expect(try leaf.extensions.basicConstraints?.cA == false)
        #expect(try changed(.flag(of: leaf)).extensions.basicConstraints?.cA == true)
        let middle = try #require(Self.chain).intermediate
        #expect(try changed(.flag(of: middle)).extensions.basicConstraints?.cA == false)
    }

    /// Fixtures without basicConstraints: with a keyUsage, with other extensions, and with none at all.
    @Test func `keyCertSign goes on, or basicConstraints come in, where there is no cA`() throws {
        let usage = try fixture("ext-key-usage-digital-signature-critical.pem")
        if usage.extensions.basicConstraints == nil {
            #expect(try changed(.flag(of: usage)).extensions.keyUsage == [.digitalSignature, .keyCertSign])
        }
        let other = try fixture("ext-unknown.pem")
        #expect(try changed(.flag(of: other)).extensions.basicConstraints?.cA == true)
    }

    private func fixture(_ name: String) throws -> Certificate {
        let file = CertificateFile(try Checkout.fixture("openssl/certs/" + name))
        return try #require(file.certificates.first)
    }

    @Test(arguments: TamperedChain.all)
    func `the algorithm changes outside alone, or in both places`(chain: TamperedChain) throws {
        let outside = try changed(.algorithm(of: chain.leaf, inBothPlaces: false))
        #expect(outside.tbsBytes == chain.leaf.tbsBytes)
        #expect(outside.signatureAlgorithm != chain.leaf.signatureAlgorithm)
        let both = try changed(.algorithm(of: chain.leaf, inBothPlaces: true))
        #expect(both.signatureAlgorithm == outside.signatureAlgorithm)
        #expect(both.tbsCertificate.signature == both.signatureAlgorithm)
        #expect(both.signatureValue == chain.leaf.signatureValue)
    }

    @Test func `a bit is where it was asked for`() throws {
        let octets = try leaf.der.array
        for (offset, number) in [(0, 0), (100, 7), (octets.count - 1, 3)] {
            let bit = try #require(CertificateChange.Bit(offset: offset, number: number))
            let change = try CertificateChange.bit(bit, of: leaf)
            #expect(change.octets[offset] ^ octets[offset] == 1 << UInt8(number))
            #expect(zip(change.octets, octets).count { $0 != $1 } == 1)
        }
        #expect(CertificateChange.Bit(offset: 0, number: 8) == nil && CertificateChange.Bit(offset: -1) == nil)
        let beyond = try #require(CertificateChange.Bit(offset: octets.count))
        #expect(throws: CertificateChange.Problem.self) { try CertificateChange.bit(beyond, of: leaf) }
    }

    /// Every change of every certificate that the fixtures have either can not be made, or makes octets that are framed well.
    @Test func `changes of all fixtures keep the frame`() throws {
        for path in try Checkout.fixtures(in: "openssl/certs", endings: ["pem"]) {
            guard let certificate = CertificateFile(try Checkout.fixture(path)).certificates.first else { continue }
            let time = TamperedChain.time
            let changes: [() throws -> CertificateChange] = [
                { try .name(to: "longer.name.example.test", of: certificate) }, { try .name(to: nil, of: certificate) },
                { try .date(to: nil, of: certificate, at: time) }, { try .flag(of: certificate) },
                { try .algorithm(of: certificate, inBothPlaces: true) }, { try .key(of: certificate) },
                { try .twin(of: certificate, signer: certificate.subjectPublicKeyInfo) },
            ]
            for make in changes {
                guard let change = try? make() else { continue }
                let header = try DERHeader.read(change.octets.span, at: 0, end: change.octets.count)
                #expect(header.element == change.octets.indices, "\(path) \(change.kind)")
                // Still a certificate; but a set of attributes that are in order may be in none with another name.
                if path.hasSuffix("name-multi-valued-rdn.pem"), change.kind == .name { continue }
                #expect((try? Certificate(der: change.octets)) != nil, "\(path) \(change.kind)")
                #expect(change.octets != certificate.der.array, "\(path) \(change.kind)")
            }
        }
    }
}
