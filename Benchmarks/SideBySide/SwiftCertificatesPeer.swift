import Benchmark
import Crypto
import Foundation
import SwiftASN1
import X509

/// swift-certificates as a peer.
enum SwiftCertificatesPeer {
    static let name = "swift-certificates"

    /// Parses a certificate and decodes its key, and every extension that swift-certificates can decode.
    static func parser(der: [UInt8]) -> Contender {
        Contender(name) {
            let certificate = try Certificate(derEncoded: der)
            blackHole(certificate.publicKey)
            let extensions = certificate.extensions
            try check(
                try extensions.basicConstraints != nil && extensions.keyUsage != nil
                    && extensions.extendedKeyUsage != nil && extensions.subjectAlternativeNames != nil
                    && extensions.subjectKeyIdentifier != nil && extensions.authorityKeyIdentifier != nil
                    && extensions.authorityInformationAccess != nil,
                "swift-certificates misses an extension")
        }
    }

    static func bundleReader(pem: [UInt8], count: Int) -> Contender {
        let text = String(decoding: pem, as: UTF8.self)
        return Contender(name) {
            let certificates = try PEMDocument.parseMultiple(pemString: text).map {
                try Certificate(derEncoded: $0.derBytes)
            }
            try check(certificates.count == count, "swift-certificates reads \(certificates.count)")
        }
    }

    /// Builds what Lucid's profile for servers asks for, signs and encodes it.
    static func issuer(issuerScalar: [UInt8], subjectScalar: [UInt8], serverName: String) throws -> Contender {
        let issuerKey = Certificate.PrivateKey(try P256.Signing.PrivateKey(rawRepresentation: issuerScalar))
        let subjectKey = try P256.Signing.PrivateKey(rawRepresentation: subjectScalar).publicKey
        let publicKey = Certificate.PublicKey(subjectKey)
        let issuer = try DistinguishedName { CommonName("Benchmark Root") }
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        return Contender(name) {
            let identifier = ArraySlice(Array(SHA256.hash(data: subjectKey.x963Representation)).prefix(20))
            let certificate = try Certificate(
                version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: publicKey, notValidBefore: now,
                notValidAfter: now.addingTimeInterval(90 * 86400 - 1), issuer: issuer,
                subject: DistinguishedName { CommonName(serverName) }, signatureAlgorithm: .ecdsaWithSHA256,
                extensions: Certificate.Extensions {
                    Critical(BasicConstraints.notCertificateAuthority)
                    Critical(KeyUsage(digitalSignature: true))
                    try ExtendedKeyUsage([.serverAuth])
                    SubjectAlternativeNames([.dnsName(serverName)])
                    SubjectKeyIdentifier(keyIdentifier: identifier)
                    AuthorityKeyIdentifier(keyIdentifier: identifier)
                }, issuerPrivateKey: issuerKey)
            var serializer = DER.Serializer()
            try serializer.serialize(certificate)
            try check(serializer.serializedBytes.count > 400, "swift-certificates builds nothing")
        }
    }
}
