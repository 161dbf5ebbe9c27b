/// Sections of extensions. Those that need others have them behind their own lines.
enum ExtensionCases {
    static let accepted = single.split(separator: "\n").map(String.init) + numbered + withSections

    /// A line each.
    private static let single = #"""
        basicConstraints=CA:TRUE
        basicConstraints=CA:FALSE
        basicConstraints=critical,CA:true
        basicConstraints=critical, CA:yes, pathlen:0
        basicConstraints = critical,   CA:Y,pathlen:10
        basicConstraints=CA:n
        basicConstraints=pathlen:3
        basicConstraints=CA:TRUE,pathlen:-1
        basicConstraints=CA:TRUE,pathlen:-128
        basicConstraints=CA:TRUE,pathlen:-129
        basicConstraints=CA:TRUE,pathlen:0x10
        basicConstraints=CA:TRUE,pathlen:123456789012345678901234567890
        basicConstraints=CA:TRUE,CA:FALSE
        keyUsage=digitalSignature
        keyUsage=critical,keyCertSign,cRLSign
        keyUsage=nonRepudiation, digitalSignature, keyEncipherment
        keyUsage=dataEncipherment,keyAgreement,encipherOnly
        keyUsage=keyAgreement,decipherOnly
        keyUsage=Digital Signature, Key Encipherment, CRL Sign
        keyUsage=Certificate Sign:anything
        nsCertType=client
        nsCertType=server, email, objsign
        nsCertType=sslCA,emailCA,objCA
        nsCertType=SSL Server, S/MIME, reserved
        nsComment=OpenSSL Generated Certificate
        nsComment="quoted, with a comma"
        nsComment=critical, something
        nsComment=Zertifikat für Bücher
        nsBaseUrl=http://example.com/
        nsRevocationUrl=http://example.com/r
        nsCaRevocationUrl=http://example.com/ca
        nsRenewalUrl=http://example.com/renew
        nsCaPolicyUrl=http://example.com/policy
        nsSslServerName=www.example.com
        extendedKeyUsage=serverAuth
        extendedKeyUsage=critical,serverAuth, clientAuth
        extendedKeyUsage=codeSigning,emailProtection,timeStamping,OCSPSigning
        extendedKeyUsage=1.2.3.4.5, TLS Web Server Authentication
        extendedKeyUsage=anyExtendedKeyUsage,msCodeInd,msCodeCom,msEFS
        extendedKeyUsage=x:serverAuth
        extendedKeyUsage=2.25.305821105408246119474742976030998643995
        subjectKeyIdentifier=hash
        subjectKeyIdentifier=critical,hash
        subjectKeyIdentifier=none
        subjectKeyIdentifier=0102abCD
        subjectKeyIdentifier=01:02:ab
        authorityKeyIdentifier=keyid
        authorityKeyIdentifier=keyid,issuer
        authorityKeyIdentifier=issuer
        authorityKeyIdentifier=issuer:always
        authorityKeyIdentifier=keyid:always
        authorityKeyIdentifier=keyid:always,issuer
        authorityKeyIdentifier=keyid:always,issuer:always
        authorityKeyIdentifier=issuer:always, keyid
        authorityKeyIdentifier=none
        authorityKeyIdentifier=critical,keyid:always
        subjectAltName=DNS:example.com
        subjectAltName=DNS:example.com, DNS:www.example.com
        subjectAltName=critical,DNS:*.example.com,IP:127.0.0.1
        subjectAltName=IP:192.168.007.1
        subjectAltName=IP:::1
        subjectAltName=IP:2001:db8::1, IP:2001:db8:0:1:2:3:4:5
        subjectAltName=IP:::ffff:10.0.0.1
        subjectAltName=IP:1::
        subjectAltName=email:copy
        subjectAltName=email:move
        subjectAltName=email:copy,email:my@example.com,URI:http://my.example.com/
        subjectAltName=email:a@b,email:move,DNS:c
        subjectAltName=URI:http://example.com:8080/path?a=b
        subjectAltName=RID:1.2.3.4
        subjectAltName=RID:commonName
        subjectAltName=otherName:1.2.3.4;UTF8:some other identifier
        subjectAltName=otherName:msUPN;UTF8:user@example.com
        subjectAltName=otherName:1.3.6.1.5.5.7.8.9;IA5:x
        subjectAltName=otherName:1.2.3;UTF8
        authorityKeyIdentifier=keyid:never
        authorityKeyIdentifier=keyid:always,keyid
        authorityKeyIdentifier=keyid,keyid:always
        authorityKeyIdentifier=none:always
        subjectAltName=DNS.1:a,DNS.2:b
        subjectAltName=DNS:bücher.example
        subjectAltName=  DNS:a  ,  DNS:b
        issuerAltName=issuer:copy
        issuerAltName=DNS:issuer.example.com
        issuerAltName=URI:http://example.com/,issuer:copy
        authorityInfoAccess=OCSP;URI:http://ocsp.example.com/
        authorityInfoAccess=caIssuers;URI:http://example.com/ca.cer,OCSP;URI:http://ocsp.example.com/
        authorityInfoAccess=1.2.3.4;DNS:example.com
        authorityInfoAccess=caIssuers;email:a@example.com
        subjectInfoAccess=caRepository;URI:rsync://example.com/
        subjectInfoAccess=ad_timestamping;URI:http://tsa.example.com
        crlDistributionPoints=URI:http://example.com/myca.crl
        crlDistributionPoints=URI:http://example.com/myca.crl,URI:http://example.org/my.crl
        crlDistributionPoints=DNS:example.com
        freshestCRL=URI:http://example.com/delta.crl
        issuingDistributionPoint=critical,onlyuser:TRUE
        issuingDistributionPoint=onlyCA:TRUE,indirectCRL:TRUE
        issuingDistributionPoint=onlyAA:TRUE
        issuingDistributionPoint=onlyCA:FALSE
        issuingDistributionPoint=onlysomereasons:keyCompromise
        certificatePolicies=1.2.4.5
        certificatePolicies=1.2.4.5, 1.1.3.4, anyPolicy
        certificatePolicies=critical,ia5org,2.5.29.32.0
        policyConstraints=requireExplicitPolicy:3
        policyConstraints=critical,requireExplicitPolicy:0, inhibitPolicyMapping:1
        policyConstraints=inhibitPolicyMapping:0x1ff
        policyMappings=1.2.3:1.2.4
        policyMappings=1.2.3:1.2.4, anyPolicy:1.3.5
        inhibitAnyPolicy=2
        inhibitAnyPolicy=critical,0x80
        inhibitAnyPolicy=-2
        nameConstraints=permitted;DNS:example.com
        nameConstraints=critical,permitted;IP:192.168.0.0/255.255.0.0,excluded;email:.com
        nameConstraints=permitted;email:.example.com
        nameConstraints=excluded;IP:::/::
        nameConstraints=excluded;IP:2001:db8::/ffff:ffff::
        nameConstraints=permitted.DNS:example.com,excluded;URI:.example.org
        noCheck=ignored
        noCheck=
        noCheck=critical,yes
        tlsfeature=status_request
        tlsfeature=critical,status_request,status_request_v2
        tlsfeature=5,17,1024
        tlsfeature=Status_Request
        proxyCertInfo=critical,language:id-ppl-anyLanguage,pathlen:3,policy:text:AB
        proxyCertInfo=language:id-ppl-inheritAll
        proxyCertInfo=language:id-ppl-independent,pathlen:0
        proxyCertInfo=language:1.2.3.4,policy:hex:01:02,policy:text:x
        SXNetID=1:abc,2:def
        SXNetID=0x10:abc
        acceptableResponses=1.2.3,basicOCSPResponse
        ct_precert_poison=critical,x
        subjectSignTool=tool
        issuerSignTool=signTool:a,cATool:b,signToolCert:c,cAToolCert:d
        1.2.3.4=DER:01:02:03
        1.2.3.4=critical,DER:0102
        basicConstraints=DER:3000
        subjectAltName=critical,ASN1:NULL
        crlNumber=ASN1:INT:7
        CRLReason=ASN1:ENUM:1
        invalidityDate=ASN1:GENTIME:20200101000000Z
        """#

    /// One certificate each again, but with the value in the language of `ASN1:`.
    private static let numbered = #"""
        UTF8String:Some random data
        UTF8:ä
        FORMAT:UTF8,UTF8:ä
        FORMAT:UTF8,UTF8String:zwölf, dreizehn
        FORMAT:UTF8,BMP:ä€
        BMPSTRING:abc
        UNIV:abc
        UNIVERSALSTRING:ä
        IA5:hello@
        IA5STRING:x
        PRINTABLE:Hello World
        PRINTABLESTRING:a+b=c?
        T61:äb
        TELETEXSTRING:x
        T61STRING:x
        VISIBLE:abc
        VISIBLESTRING:ab,c
        GENSTR:abc
        GeneralString:x
        NUMERIC:12 34
        NUMERICSTRING:1
        BOOL:TRUE
        BOOLEAN:no
        NULL
        NULL:
        INT:0
        INTEGER:-1
        INTEGER:0x0fffffffffffffffffff
        INT:-32768
        ENUM:5
        ENUMERATED:300
        OID:1.2.3.4
        OBJECT:commonName
        UTC:200101000000Z
        UTCTIME:491231235959Z
        GENTIME:20200101000000Z
        GENERALIZEDTIME:20200229120000.5Z
        OCT:text
        OCTETSTRING:
        FORMAT:HEX,OCT:0102ff
        FORM:HEX,OCTETSTRING:01:02
        BITSTR:text
        FORMAT:HEX,BITSTRING:f0
        FORMAT:BITLIST,BITSTR:1,5,8
        FORMAT:BITLIST,BITSTRING:0
        IMPLICIT:0,IA5STRING:Hello World
        IMP:1A,INT:3
        IMP:30P,OCT:x
        IMP:31,OCT:x
        IMP:200C,OCT:x
        IMP:70000A,OCT:x
        EXPLICIT:0,BOOL:TRUE
        EXP:3A,EXP:4P,INT:5
        EXP:1000,INT:5
        EXPLICIT:0A,IMPLICIT:1,OCT:x
        OCTWRAP,SEQWRAP,IA5STRING:Hello World
        SEQWRAP,NULL
        SETWRAP,INT:1
        BITWRAP,INT:1
        IMP:2,OCTWRAP,INT:1
        IMP:2,SEQWRAP,IMP:3,INT:1
        SEQUENCE
        SEQ
        SET
        SEQWRAP, SEQWRAP , INT:1
        """#.split(separator: "\n").map { "1.2.3.4=ASN1:\($0)" }
}
