/// openssl's words for what has a name in RFC 5280.
enum KeyUsageWords {
    static let keyUsage = [
        "digitalSignature": "Digital Signature", "nonRepudiation": "Non Repudiation",
        "keyEncipherment": "Key Encipherment",
        "dataEncipherment": "Data Encipherment", "keyAgreement": "Key Agreement", "keyCertSign": "Certificate Sign",
        "cRLSign": "CRL Sign", "encipherOnly": "Encipher Only", "decipherOnly": "Decipher Only",
    ]
    static let netscapeCertType = [
        "sslClient": "SSL Client", "sslServer": "SSL Server", "smime": "S/MIME", "objectSigning": "Object Signing",
        "reserved": "Unused", "sslCA": "SSL CA", "smimeCA": "S/MIME CA", "objectSigningCA": "Object Signing CA",
    ]
    static let purposes = [
        "serverAuth": "TLS Web Server Authentication", "clientAuth": "TLS Web Client Authentication",
        "codeSigning": "Code Signing", "emailProtection": "E-mail Protection", "timeStamping": "Time Stamping",
        "OCSPSigning": "OCSP Signing", "anyExtendedKeyUsage": "Any Extended Key Usage",
    ]
    static let accessMethods = [
        "ocsp": "OCSP", "caIssuers": "CA Issuers", "caRepository": "CA Repository", "timeStamping": "AD Time Stamping",
    ]
    static let reasons = [
        "unused": "Unused", "keyCompromise": "Key Compromise", "cACompromise": "CA Compromise",
        "affiliationChanged": "Affiliation Changed", "superseded": "Superseded",
        "cessationOfOperation": "Cessation Of Operation", "certificateHold": "Certificate Hold",
        "privilegeWithdrawn": "Privilege Withdrawn", "aACompromise": "AA Compromise",
    ]
}
