import LucidValidation

// What the checks of revocation say. `{name}` stands for the parameter of that name.

extension Check {
    /// What holds where a check of revocation passed; empty for other checks.
    var passedRevocationTemplate: String {
        switch self {
        case .notRevoked: "not revoked, say {source}"
        case .revocationKnown: "its revocation status is known"
        case .crlNextUpdate: "the {list} is good until {nextUpdate}"
        case .crlHasNextUpdate: "the CRL says when there is a newer one"
        case .crlIssuer: "the {list} is by the right issuer"
        case .crlDistributionPoint: "the {list} comes from a place that the certificate names ({pointNames})"
        case .crlForUserCertificates: "the {list} has certificates of this kind: it is not for end entities alone"
        case .crlForCACertificates: "the {list} has certificates of this kind: it is not for CAs alone"
        case .crlForAttributeCertificates: "the {list} is not for attribute certificates alone"
        case .deltaScope: "the {list} has the scope of the {complete}"
        case .deltaNumbers: "the {list} has changes since the {complete}"
        case .crlReasons: "the {list} tells of reasons that no list before did ({reasons})"
        case .crlSignerPath: "the {list} is by {signer}, whose path leads to the same trust anchor"
        case .crlSignerKeyUsage: "the key of {signer} may sign CRLs ({keyUsage})"
        case .crlSignature: "the signature of the {list} by {signer} holds"
        case .deltaSignature: "the signature of the {list} holds"
        case .crlAlgorithmsAgree: "both signature algorithm fields of the {list} say {signature}"
        case .crlVersion: "version {version} is enough for the fields of the {list}"
        case .crlThisUpdate: "the {list} was issued at {thisUpdate}"
        case .crlExtensionsDecode: "every known extension of the {list} can be decoded"
        case .crlCriticalExtensions: "every critical extension of the {list} is understood"
        case .crlNumber: "the {list} has a number"
        case .crlEntryExtensions: "every critical extension of the entries of the {list} is understood"
        case .ocspResponseStatus: "the OCSP responder could answer"
        case .ocspResponseType: "the OCSP response is a basic one"
        case .ocspHashAlgorithm: "the OCSP response of {responder} names the issuer by a known hash"
        case .ocspProducedAt: "the OCSP response of {responder} was made at {producedAt}"
        case .ocspThisUpdate: "the OCSP response of {responder} is known to be right at {thisUpdate}"
        case .ocspNextUpdate: "the OCSP response of {responder} is good until {end}"
        case .ocspCriticalExtensions: "every critical extension of the OCSP response of {responder} is understood"
        case .ocspKnowsCertificate: "the OCSP responder {responder} knows the certificate"
        case .ocspSigner: "the OCSP response of {responder} is by somebody known"
        case .ocspSignerAuthorized: "{signer} may answer for the issuer"
        case .ocspSignerStatus: "the OCSP responder's own certificate, {signer}, is good"
        case .ocspSignature: "the signature of the OCSP response by {signer} holds"
        default: ""
        }
    }

    /// What is wrong where a check of revocation failed; empty for other checks.
    var failedRevocationTemplate: String {
        switch self {
        case .notRevoked: "it was revoked at {since} ({reason}), says {source}"
        case .revocationKnown: "nobody knows whether it is revoked: no CRL or OCSP response settles {reasons}"
        case .crlNextUpdate: "the {list} is too old: it was good until {nextUpdate}; the time in question is {time}"
        case .crlHasNextUpdate: "the {list} does not say until when it is good (nextUpdate)"
        case .crlIssuer: "the {list} is not by the CRL issuer that the certificate names (indirect: {indirect})"
        case .crlDistributionPoint:
            "the {list} is for another distribution point: {listNames}, where the certificate names {pointNames}"
        case .crlForUserCertificates: "the {list} is for end-entity certificates alone, and this is a CA's"
        case .crlForCACertificates: "the {list} is for certificates of CAs alone, and this is none"
        case .crlForAttributeCertificates: "the {list} is for attribute certificates alone"
        case .deltaScope: "the {list} has not the scope or not the key of the {complete}"
        case .deltaNumbers: "the {list} has changes since another list ({base}) than the {complete}, or older ones"
        case .crlReasons: "the {list} is for reasons that other lists have settled ({reasons})"
        case .crlSignerPath:
            "the {list} is by {signer}, for whom no valid certificate is known that leads to the same trust anchor"
        case .crlSignerKeyUsage: "the {list} is by {signer}, whose key may not sign CRLs ({keyUsage})"
        case .crlSignature: "the signature of the {list} does not hold with the key of {signer}: {problem}"
        case .deltaSignature: "the signature of the {list} does not hold: {problem}"
        case .crlAlgorithmsAgree:
            "the two signature algorithm fields of the {list} disagree: {signatureAlgorithm} outside, {signature} under "
                + "the signature"
        case .crlVersion: "the {list} says version {version}, but has extensions, which version 2 has alone"
        case .crlThisUpdate: "the {list} is from the future: {thisUpdate}; the time in question is {time}"
        case .crlExtensionsDecode: "the {list} has extensions that can not be decoded or occur twice: {extensions}"
        case .crlCriticalExtensions: "the {list} has critical extensions that are not understood: {extensions}"
        case .crlNumber: "the {list} needs a cRLNumber that is not critical; it is {cRLNumber}"
        case .crlEntryExtensions:
            "the {list} has an entry with {extension}, which is critical and not understood, or broken"
        case .ocspResponseStatus: "an OCSP responder could not answer: {status}"
        case .ocspResponseType: "an OCSP response is of a type that nobody here knows: {type}"
        case .ocspHashAlgorithm:
            "the OCSP response of {responder} names the issuer by {algorithm}, which is not known here"
        case .ocspProducedAt:
            "the OCSP response of {responder} is from the future: {producedAt}; the time in question is {time}"
        case .ocspThisUpdate:
            "the OCSP response of {responder} speaks of the future: {thisUpdate}; the time in question is {time}"
        case .ocspNextUpdate:
            "the OCSP response of {responder} is too old: it was good until {end} (nextUpdate {nextUpdate}); the time in "
                + "question is {time}"
        case .ocspCriticalExtensions:
            "the OCSP response of {responder} has critical extensions that are not understood: {extensions}"
        case .ocspKnowsCertificate: "the OCSP responder {responder} does not know the certificate"
        case .ocspSigner:
            "the OCSP response of {responder} is neither by the issuer nor by a certificate that came with it"
        case .ocspSignerAuthorized: "the OCSP responder {signer} may not answer for the issuer: {objection}"
        case .ocspSignerStatus: "the OCSP responder's own certificate, {signer}, is revoked, or nobody knows"
        case .ocspSignature: "the signature of the OCSP response does not hold with the key of {signer}: {problem}"
        default: ""
        }
    }
}
