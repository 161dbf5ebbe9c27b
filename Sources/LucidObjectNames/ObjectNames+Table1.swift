// Made by Scripts/object-names from OpenSSL 3.0.19. Do not edit.
//
// `2.5.4.3 CN=commonName`: an identifier, its short name and its long one; a single name is both.

extension ObjectNames {
    static let table1 = """
        1.2.840.113549 rsadsi=RSA Data Security, Inc.|1.2.840.113549.1 pkcs=RSA Data Security, Inc. PKCS|\
        1.2.840.113549.2.2 MD2=md2|1.2.840.113549.2.5 MD5=md5|1.2.840.113549.3.4 RC4=rc4|\
        1.2.840.113549.1.1.1 rsaEncryption|1.2.840.113549.1.1.2 RSA-MD2=md2WithRSAEncryption|\
        1.2.840.113549.1.1.4 RSA-MD5=md5WithRSAEncryption|1.2.840.113549.1.5.1 PBE-MD2-DES=pbeWithMD2AndDES-CBC|\
        1.2.840.113549.1.5.3 PBE-MD5-DES=pbeWithMD5AndDES-CBC|2.5 X500=directory services (X.500)|2.5.4 X509|\
        2.5.4.3 CN=commonName|2.5.4.6 C=countryName|2.5.4.7 L=localityName|2.5.4.8 ST=stateOrProvinceName|\
        2.5.4.10 O=organizationName|2.5.4.11 OU=organizationalUnitName|2.5.8.1.1 RSA=rsa|1.2.840.113549.1.7 pkcs7|\
        1.2.840.113549.1.7.1 pkcs7-data|1.2.840.113549.1.7.2 pkcs7-signedData|1.2.840.113549.1.7.3 pkcs7-envelopedData|\
        1.2.840.113549.1.7.4 pkcs7-signedAndEnvelopedData|1.2.840.113549.1.7.5 pkcs7-digestData|\
        1.2.840.113549.1.7.6 pkcs7-encryptedData|1.2.840.113549.1.3 pkcs3|1.2.840.113549.1.3.1 dhKeyAgreement|\
        1.3.14.3.2.6 DES-ECB=des-ecb|1.3.14.3.2.9 DES-CFB=des-cfb|1.3.14.3.2.7 DES-CBC=des-cbc|\
        1.3.14.3.2.17 DES-EDE=des-ede|1.3.6.1.4.1.188.7.1.1.2 IDEA-CBC=idea-cbc|1.2.840.113549.3.2 RC2-CBC=rc2-cbc|\
        1.3.14.3.2.18 SHA=sha|1.3.14.3.2.15 RSA-SHA=shaWithRSAEncryption|1.2.840.113549.3.7 DES-EDE3-CBC=des-ede3-cbc|\
        1.3.14.3.2.8 DES-OFB=des-ofb|1.2.840.113549.1.9 pkcs9|1.2.840.113549.1.9.1 emailAddress|\
        1.2.840.113549.1.9.2 unstructuredName|1.2.840.113549.1.9.3 contentType|1.2.840.113549.1.9.4 messageDigest|\
        1.2.840.113549.1.9.5 signingTime|1.2.840.113549.1.9.6 countersignature|1.2.840.113549.1.9.7 challengePassword|\
        1.2.840.113549.1.9.8 unstructuredAddress|1.2.840.113549.1.9.9 extendedCertificateAttributes|\
        2.16.840.1.113730 Netscape=Netscape Communications Corp.|\
        2.16.840.1.113730.1 nsCertExt=Netscape Certificate Extension|2.16.840.1.113730.2 nsDataType=Netscape Data Type|\
        1.3.14.3.2.26 SHA1=sha1|1.2.840.113549.1.1.5 RSA-SHA1=sha1WithRSAEncryption|1.3.14.3.2.13 DSA-SHA=dsaWithSHA|\
        1.3.14.3.2.12 DSA-old=dsaEncryption-old|1.2.840.113549.1.5.11 PBE-SHA1-RC2-64=pbeWithSHA1AndRC2-CBC|\
        1.2.840.113549.1.5.12 PBKDF2|1.3.14.3.2.27 DSA-SHA1-old=dsaWithSHA1-old|\
        2.16.840.1.113730.1.1 nsCertType=Netscape Cert Type|2.16.840.1.113730.1.2 nsBaseUrl=Netscape Base Url|\
        2.16.840.1.113730.1.3 nsRevocationUrl=Netscape Revocation Url|\
        2.16.840.1.113730.1.4 nsCaRevocationUrl=Netscape CA Revocation Url|\
        2.16.840.1.113730.1.7 nsRenewalUrl=Netscape Renewal Url|\
        2.16.840.1.113730.1.8 nsCaPolicyUrl=Netscape CA Policy Url|\
        2.16.840.1.113730.1.12 nsSslServerName=Netscape SSL Server Name|\
        2.16.840.1.113730.1.13 nsComment=Netscape Comment|\
        2.16.840.1.113730.2.5 nsCertSequence=Netscape Certificate Sequence|2.5.29 id-ce|\
        2.5.29.14 subjectKeyIdentifier=X509v3 Subject Key Identifier|2.5.29.15 keyUsage=X509v3 Key Usage|\
        2.5.29.16 privateKeyUsagePeriod=X509v3 Private Key Usage Period|\
        2.5.29.17 subjectAltName=X509v3 Subject Alternative Name|2.5.29.18 issuerAltName=X509v3 Issuer Alternative Name|\
        2.5.29.19 basicConstraints=X509v3 Basic Constraints|2.5.29.20 crlNumber=X509v3 CRL Number|\
        2.5.29.32 certificatePolicies=X509v3 Certificate Policies|\
        2.5.29.35 authorityKeyIdentifier=X509v3 Authority Key Identifier|1.3.6.1.4.1.3029.1.2 BF-CBC=bf-cbc|\
        2.5.8.3.101 MDC2=mdc2|2.5.8.3.100 RSA-MDC2=mdc2WithRSA|2.5.4.42 GN=givenName|2.5.4.4 SN=surname|\
        2.5.4.43 initials|0.9.2342.19200300.100.1.44 uid=uniqueIdentifier|\
        2.5.29.31 crlDistributionPoints=X509v3 CRL Distribution Points|1.3.14.3.2.3 RSA-NP-MD5=md5WithRSA|\
        2.5.4.5 serialNumber|2.5.4.12 title|2.5.4.13 description|1.2.840.113533.7.66.10 CAST5-CBC=cast5-cbc|\
        1.2.840.113533.7.66.12 pbeWithMD5AndCast5CBC|1.2.840.10040.4.3 DSA-SHA1=dsaWithSHA1|\
        1.3.14.3.2.29 RSA-SHA1-2=sha1WithRSA|1.2.840.10040.4.1 DSA=dsaEncryption|1.3.36.3.2.1 RIPEMD160=ripemd160|\
        1.3.36.3.3.1.2 RSA-RIPEMD160=ripemd160WithRSA|1.2.840.113549.3.8 RC5-CBC=rc5-cbc|\
        1.2.840.113549.1.9.16.3.8 ZLIB=zlib compression|2.5.29.37 extendedKeyUsage=X509v3 Extended Key Usage|\
        1.3.6.1.5.5.7 PKIX|1.3.6.1.5.5.7.3 id-kp|1.3.6.1.5.5.7.3.1 serverAuth=TLS Web Server Authentication|\
        1.3.6.1.5.5.7.3.2 clientAuth=TLS Web Client Authentication|1.3.6.1.5.5.7.3.3 codeSigning=Code Signing|\
        1.3.6.1.5.5.7.3.4 emailProtection=E-mail Protection|1.3.6.1.5.5.7.3.8 timeStamping=Time Stamping|\
        1.3.6.1.4.1.311.2.1.21 msCodeInd=Microsoft Individual Code Signing|\
        1.3.6.1.4.1.311.2.1.22 msCodeCom=Microsoft Commercial Code Signing|\
        1.3.6.1.4.1.311.10.3.1 msCTLSign=Microsoft Trust List Signing|\
        1.3.6.1.4.1.311.10.3.3 msSGC=Microsoft Server Gated Crypto|\
        1.3.6.1.4.1.311.10.3.4 msEFS=Microsoft Encrypted File System|\
        2.16.840.1.113730.4.1 nsSGC=Netscape Server Gated Crypto|2.5.29.27 deltaCRL=X509v3 Delta CRL Indicator|\
        2.5.29.21 CRLReason=X509v3 CRL Reason Code|2.5.29.24 invalidityDate=Invalidity Date|\
        1.3.101.1.4.1 SXNetID=Strong Extranet ID|1.2.840.113549.1.12.1.1 PBE-SHA1-RC4-128=pbeWithSHA1And128BitRC4|\
        1.2.840.113549.1.12.1.2 PBE-SHA1-RC4-40=pbeWithSHA1And40BitRC4|\
        1.2.840.113549.1.12.1.3 PBE-SHA1-3DES=pbeWithSHA1And3-KeyTripleDES-CBC|\
        1.2.840.113549.1.12.1.4 PBE-SHA1-2DES=pbeWithSHA1And2-KeyTripleDES-CBC|\
        1.2.840.113549.1.12.1.5 PBE-SHA1-RC2-128=pbeWithSHA1And128BitRC2-CBC|\
        1.2.840.113549.1.12.1.6 PBE-SHA1-RC2-40=pbeWithSHA1And40BitRC2-CBC|1.2.840.113549.1.12.10.1.1 keyBag|\
        1.2.840.113549.1.12.10.1.2 pkcs8ShroudedKeyBag|1.2.840.113549.1.12.10.1.3 certBag|\
        1.2.840.113549.1.12.10.1.4 crlBag|1.2.840.113549.1.12.10.1.5 secretBag|\
        1.2.840.113549.1.12.10.1.6 safeContentsBag|1.2.840.113549.1.9.20 friendlyName|1.2.840.113549.1.9.21 localKeyID|\
        1.2.840.113549.1.9.22.1 x509Certificate|1.2.840.113549.1.9.22.2 sdsiCertificate|1.2.840.113549.1.9.23.1 x509Crl|\
        1.2.840.113549.1.5.13 PBES2|1.2.840.113549.1.5.14 PBMAC1|1.2.840.113549.2.7 hmacWithSHA1|\
        1.3.6.1.5.5.7.2.1 id-qt-cps=Policy Qualifier CPS|1.3.6.1.5.5.7.2.2 id-qt-unotice=Policy Qualifier User Notice|\
        1.2.840.113549.1.9.15 SMIME-CAPS=S/MIME Capabilities|1.2.840.113549.1.5.4 PBE-MD2-RC2-64=pbeWithMD2AndRC2-CBC|\
        1.2.840.113549.1.5.6 PBE-MD5-RC2-64=pbeWithMD5AndRC2-CBC|\
        1.2.840.113549.1.5.10 PBE-SHA1-DES=pbeWithSHA1AndDES-CBC|\
        1.3.6.1.4.1.311.2.1.14 msExtReq=Microsoft Extension Request|1.2.840.113549.1.9.14 extReq=Extension Request|\
        2.5.4.41 name|2.5.4.46 dnQualifier|1.3.6.1.5.5.7.1 id-pe|1.3.6.1.5.5.7.48 id-ad|\
        1.3.6.1.5.5.7.1.1 authorityInfoAccess=Authority Information Access|1.3.6.1.5.5.7.48.1 OCSP|\
        1.3.6.1.5.5.7.48.2 caIssuers=CA Issuers|1.3.6.1.5.5.7.3.9 OCSPSigning=OCSP Signing|\
        1.2 member-body=ISO Member Body|1.2.840 ISO-US=ISO US Member Body|1.2.840.10040 X9-57=X9.57|\
        1.2.840.10040.4 X9cm=X9.57 CM ?|1.2.840.113549.1.1 pkcs1|1.2.840.113549.1.5 pkcs5|\
        1.2.840.113549.1.9.16 SMIME=S/MIME|1.2.840.113549.1.9.16.0 id-smime-mod|1.2.840.113549.1.9.16.1 id-smime-ct|\
        1.2.840.113549.1.9.16.2 id-smime-aa|1.2.840.113549.1.9.16.3 id-smime-alg|1.2.840.113549.1.9.16.4 id-smime-cd|\
        1.2.840.113549.1.9.16.5 id-smime-spq|1.2.840.113549.1.9.16.6 id-smime-cti|\
        1.2.840.113549.1.9.16.0.1 id-smime-mod-cms|1.2.840.113549.1.9.16.0.2 id-smime-mod-ess|\
        1.2.840.113549.1.9.16.0.3 id-smime-mod-oid|1.2.840.113549.1.9.16.0.4 id-smime-mod-msg-v3|\
        1.2.840.113549.1.9.16.0.5 id-smime-mod-ets-eSignature-88|\
        1.2.840.113549.1.9.16.0.6 id-smime-mod-ets-eSignature-97|\
        1.2.840.113549.1.9.16.0.7 id-smime-mod-ets-eSigPolicy-88|\
        1.2.840.113549.1.9.16.0.8 id-smime-mod-ets-eSigPolicy-97|1.2.840.113549.1.9.16.1.1 id-smime-ct-receipt|\
        1.2.840.113549.1.9.16.1.2 id-smime-ct-authData|1.2.840.113549.1.9.16.1.3 id-smime-ct-publishCert|\
        1.2.840.113549.1.9.16.1.4 id-smime-ct-TSTInfo|1.2.840.113549.1.9.16.1.5 id-smime-ct-TDTInfo|\
        1.2.840.113549.1.9.16.1.6 id-smime-ct-contentInfo|1.2.840.113549.1.9.16.1.7 id-smime-ct-DVCSRequestData|\
        1.2.840.113549.1.9.16.1.8 id-smime-ct-DVCSResponseData|1.2.840.113549.1.9.16.2.1 id-smime-aa-receiptRequest|\
        1.2.840.113549.1.9.16.2.2 id-smime-aa-securityLabel|1.2.840.113549.1.9.16.2.3 id-smime-aa-mlExpandHistory|\
        1.2.840.113549.1.9.16.2.4 id-smime-aa-contentHint|1.2.840.113549.1.9.16.2.5 id-smime-aa-msgSigDigest|\
        1.2.840.113549.1.9.16.2.6 id-smime-aa-encapContentType|1.2.840.113549.1.9.16.2.7 id-smime-aa-contentIdentifier|\
        1.2.840.113549.1.9.16.2.8 id-smime-aa-macValue|1.2.840.113549.1.9.16.2.9 id-smime-aa-equivalentLabels|\
        1.2.840.113549.1.9.16.2.10 id-smime-aa-contentReference|1.2.840.113549.1.9.16.2.11 id-smime-aa-encrypKeyPref|\
        1.2.840.113549.1.9.16.2.12 id-smime-aa-signingCertificate|\
        1.2.840.113549.1.9.16.2.13 id-smime-aa-smimeEncryptCerts|1.2.840.113549.1.9.16.2.14 id-smime-aa-timeStampToken|\
        1.2.840.113549.1.9.16.2.15 id-smime-aa-ets-sigPolicyId|\
        1.2.840.113549.1.9.16.2.16 id-smime-aa-ets-commitmentType|\
        1.2.840.113549.1.9.16.2.17 id-smime-aa-ets-signerLocation|1.2.840.113549.1.9.16.2.18 id-smime-aa-ets-signerAttr|\
        1.2.840.113549.1.9.16.2.19 id-smime-aa-ets-otherSigCert|\
        1.2.840.113549.1.9.16.2.20 id-smime-aa-ets-contentTimestamp|\
        1.2.840.113549.1.9.16.2.21 id-smime-aa-ets-CertificateRefs|\
        1.2.840.113549.1.9.16.2.22 id-smime-aa-ets-RevocationRefs|1.2.840.113549.1.9.16.2.23 id-smime-aa-ets-certValues|\
        1.2.840.113549.1.9.16.2.24 id-smime-aa-ets-revocationValues|\
        1.2.840.113549.1.9.16.2.25 id-smime-aa-ets-escTimeStamp|\
        1.2.840.113549.1.9.16.2.26 id-smime-aa-ets-certCRLTimestamp|\
        1.2.840.113549.1.9.16.2.27 id-smime-aa-ets-archiveTimeStamp|\
        1.2.840.113549.1.9.16.2.28 id-smime-aa-signatureType|1.2.840.113549.1.9.16.2.29 id-smime-aa-dvcs-dvc|\
        1.2.840.113549.1.9.16.3.1 id-smime-alg-ESDHwith3DES|1.2.840.113549.1.9.16.3.2 id-smime-alg-ESDHwithRC2|\
        1.2.840.113549.1.9.16.3.3 id-smime-alg-3DESwrap|1.2.840.113549.1.9.16.3.4 id-smime-alg-RC2wrap|\
        1.2.840.113549.1.9.16.3.5 id-smime-alg-ESDH|1.2.840.113549.1.9.16.3.6 id-smime-alg-CMS3DESwrap|\
        1.2.840.113549.1.9.16.3.7 id-smime-alg-CMSRC2wrap|1.2.840.113549.1.9.16.4.1 id-smime-cd-ldap|\
        1.2.840.113549.1.9.16.5.1 id-smime-spq-ets-sqt-uri|1.2.840.113549.1.9.16.5.2 id-smime-spq-ets-sqt-unotice|\
        1.2.840.113549.1.9.16.6.1 id-smime-cti-ets-proofOfOrigin|\
        1.2.840.113549.1.9.16.6.2 id-smime-cti-ets-proofOfReceipt|\
        1.2.840.113549.1.9.16.6.3 id-smime-cti-ets-proofOfDelivery|\
        1.2.840.113549.1.9.16.6.4 id-smime-cti-ets-proofOfSender|\
        1.2.840.113549.1.9.16.6.5 id-smime-cti-ets-proofOfApproval|\
        1.2.840.113549.1.9.16.6.6 id-smime-cti-ets-proofOfCreation|1.2.840.113549.2.4 MD4=md4|\
        1.3.6.1.5.5.7.0 id-pkix-mod|1.3.6.1.5.5.7.2 id-qt|1.3.6.1.5.5.7.4 id-it|1.3.6.1.5.5.7.5 id-pkip|\
        1.3.6.1.5.5.7.6 id-alg|1.3.6.1.5.5.7.7 id-cmc|1.3.6.1.5.5.7.8 id-on|1.3.6.1.5.5.7.9 id-pda|\
        1.3.6.1.5.5.7.10 id-aca|1.3.6.1.5.5.7.11 id-qcs|1.3.6.1.5.5.7.12 id-cct|1.3.6.1.5.5.7.0.1 id-pkix1-explicit-88|\
        1.3.6.1.5.5.7.0.2 id-pkix1-implicit-88|1.3.6.1.5.5.7.0.3 id-pkix1-explicit-93|\
        1.3.6.1.5.5.7.0.4 id-pkix1-implicit-93|1.3.6.1.5.5.7.0.5 id-mod-crmf|1.3.6.1.5.5.7.0.6 id-mod-cmc|\
        1.3.6.1.5.5.7.0.7 id-mod-kea-profile-88|1.3.6.1.5.5.7.0.8 id-mod-kea-profile-93|1.3.6.1.5.5.7.0.9 id-mod-cmp|\
        1.3.6.1.5.5.7.0.10 id-mod-qualified-cert-88|1.3.6.1.5.5.7.0.11 id-mod-qualified-cert-93|\
        1.3.6.1.5.5.7.0.12 id-mod-attribute-cert|1.3.6.1.5.5.7.0.13 id-mod-timestamp-protocol|\
        1.3.6.1.5.5.7.0.14 id-mod-ocsp|1.3.6.1.5.5.7.0.15 id-mod-dvcs|1.3.6.1.5.5.7.0.16 id-mod-cmp2000|\
        1.3.6.1.5.5.7.1.2 biometricInfo=Biometric Info|1.3.6.1.5.5.7.1.3 qcStatements|1.3.6.1.5.5.7.1.4 ac-auditEntity|\
        1.3.6.1.5.5.7.1.5 ac-targeting|1.3.6.1.5.5.7.1.6 aaControls|1.3.6.1.5.5.7.1.7 sbgp-ipAddrBlock|\
        1.3.6.1.5.5.7.1.8 sbgp-autonomousSysNum|1.3.6.1.5.5.7.1.9 sbgp-routerIdentifier|1.3.6.1.5.5.7.2.3 textNotice|\
        1.3.6.1.5.5.7.3.5 ipsecEndSystem=IPSec End System|1.3.6.1.5.5.7.3.6 ipsecTunnel=IPSec Tunnel|\
        1.3.6.1.5.5.7.3.7 ipsecUser=IPSec User|1.3.6.1.5.5.7.3.10 DVCS=dvcs|1.3.6.1.5.5.7.4.1 id-it-caProtEncCert|\
        1.3.6.1.5.5.7.4.2 id-it-signKeyPairTypes|1.3.6.1.5.5.7.4.3 id-it-encKeyPairTypes|\
        1.3.6.1.5.5.7.4.4 id-it-preferredSymmAlg|1.3.6.1.5.5.7.4.5 id-it-caKeyUpdateInfo|\
        1.3.6.1.5.5.7.4.6 id-it-currentCRL|1.3.6.1.5.5.7.4.7 id-it-unsupportedOIDs|\
        1.3.6.1.5.5.7.4.8 id-it-subscriptionRequest|1.3.6.1.5.5.7.4.9 id-it-subscriptionResponse|\
        1.3.6.1.5.5.7.4.10 id-it-keyPairParamReq|1.3.6.1.5.5.7.4.11 id-it-keyPairParamRep|\
        1.3.6.1.5.5.7.4.12 id-it-revPassphrase|1.3.6.1.5.5.7.4.13 id-it-implicitConfirm|\
        1.3.6.1.5.5.7.4.14 id-it-confirmWaitTime|1.3.6.1.5.5.7.4.15 id-it-origPKIMessage|1.3.6.1.5.5.7.5.1 id-regCtrl|\
        1.3.6.1.5.5.7.5.2 id-regInfo|1.3.6.1.5.5.7.5.1.1 id-regCtrl-regToken|\
        1.3.6.1.5.5.7.5.1.2 id-regCtrl-authenticator|1.3.6.1.5.5.7.5.1.3 id-regCtrl-pkiPublicationInfo|\
        1.3.6.1.5.5.7.5.1.4 id-regCtrl-pkiArchiveOptions|1.3.6.1.5.5.7.5.1.5 id-regCtrl-oldCertID|\
        1.3.6.1.5.5.7.5.1.6 id-regCtrl-protocolEncrKey|1.3.6.1.5.5.7.5.2.1 id-regInfo-utf8Pairs|\
        1.3.6.1.5.5.7.5.2.2 id-regInfo-certReq|1.3.6.1.5.5.7.6.1 id-alg-des40|1.3.6.1.5.5.7.6.2 id-alg-noSignature|\
        1.3.6.1.5.5.7.6.3 id-alg-dh-sig-hmac-sha1|1.3.6.1.5.5.7.6.4 id-alg-dh-pop|1.3.6.1.5.5.7.7.1 id-cmc-statusInfo|\
        1.3.6.1.5.5.7.7.2 id-cmc-identification|1.3.6.1.5.5.7.7.3 id-cmc-identityProof|\
        1.3.6.1.5.5.7.7.4 id-cmc-dataReturn|1.3.6.1.5.5.7.7.5 id-cmc-transactionId|1.3.6.1.5.5.7.7.6 id-cmc-senderNonce|\
        1.3.6.1.5.5.7.7.7 id-cmc-recipientNonce|1.3.6.1.5.5.7.7.8 id-cmc-addExtensions|\
        1.3.6.1.5.5.7.7.9 id-cmc-encryptedPOP|1.3.6.1.5.5.7.7.10 id-cmc-decryptedPOP|\
        1.3.6.1.5.5.7.7.11 id-cmc-lraPOPWitness|1.3.6.1.5.5.7.7.15 id-cmc-getCert|1.3.6.1.5.5.7.7.16 id-cmc-getCRL|\
        1.3.6.1.5.5.7.7.17 id-cmc-revokeRequest|1.3.6.1.5.5.7.7.18 id-cmc-regInfo|\
        1.3.6.1.5.5.7.7.19 id-cmc-responseInfo|1.3.6.1.5.5.7.7.21 id-cmc-queryPending|\
        1.3.6.1.5.5.7.7.22 id-cmc-popLinkRandom|1.3.6.1.5.5.7.7.23 id-cmc-popLinkWitness|\
        1.3.6.1.5.5.7.7.24 id-cmc-confirmCertAcceptance|1.3.6.1.5.5.7.8.1 id-on-personalData|\
        1.3.6.1.5.5.7.9.1 id-pda-dateOfBirth|1.3.6.1.5.5.7.9.2 id-pda-placeOfBirth|1.3.6.1.5.5.7.9.3 id-pda-gender|\
        1.3.6.1.5.5.7.9.4 id-pda-countryOfCitizenship|1.3.6.1.5.5.7.9.5 id-pda-countryOfResidence|\
        1.3.6.1.5.5.7.10.1 id-aca-authenticationInfo|1.3.6.1.5.5.7.10.2 id-aca-accessIdentity|\
        1.3.6.1.5.5.7.10.3 id-aca-chargingIdentity|1.3.6.1.5.5.7.10.4 id-aca-group|1.3.6.1.5.5.7.10.5 id-aca-role|\
        1.3.6.1.5.5.7.11.1 id-qcs-pkixQCSyntax-v1|1.3.6.1.5.5.7.12.1 id-cct-crs|1.3.6.1.5.5.7.12.2 id-cct-PKIData|\
        1.3.6.1.5.5.7.12.3 id-cct-PKIResponse|1.3.6.1.5.5.7.48.3 ad_timestamping=AD Time Stamping|\
        1.3.6.1.5.5.7.48.4 AD_DVCS=ad dvcs|1.3.6.1.5.5.7.48.1.1 basicOCSPResponse=Basic OCSP Response|\
        1.3.6.1.5.5.7.48.1.2 Nonce=OCSP Nonce|1.3.6.1.5.5.7.48.1.3 CrlID=OCSP CRL ID|\
        1.3.6.1.5.5.7.48.1.4 acceptableResponses=Acceptable OCSP Responses|1.3.6.1.5.5.7.48.1.5 noCheck=OCSP No Check|\
        1.3.6.1.5.5.7.48.1.6 archiveCutoff=OCSP Archive Cutoff|1.3.6.1.5.5.7.48.1.7 serviceLocator=OCSP Service Locator|\
        1.3.6.1.5.5.7.48.1.8 extendedStatus=Extended OCSP Status|1.3.6.1.5.5.7.48.1.9 valid|1.3.6.1.5.5.7.48.1.10 path|\
        1.3.6.1.5.5.7.48.1.11 trustRoot=Trust Root|1.3.14.3.2 algorithm|1.3.14.3.2.11 rsaSignature|\
        2.5.8 X500algorithms=directory services - algorithms|1.3 ORG=org|1.3.6 DOD=dod|1.3.6.1 IANA=iana|\
        1.3.6.1.1 directory=Directory|1.3.6.1.2 mgmt=Management|1.3.6.1.3 experimental=Experimental|\
        1.3.6.1.4 private=Private|1.3.6.1.5 security=Security|1.3.6.1.6 snmpv2=SNMPv2|1.3.6.1.7 Mail|\
        1.3.6.1.4.1 enterprises=Enterprises|1.3.6.1.4.1.1466.344 dcobject=dcObject|\
        0.9.2342.19200300.100.1.25 DC=domainComponent|0.9.2342.19200300.100.4.13 domain=Domain|\
        2.5.1.5 selected-attribute-types=Selected Attribute Types|2.5.1.5.55 clearance|\
        1.2.840.113549.1.1.3 RSA-MD4=md4WithRSAEncryption|1.3.6.1.5.5.7.1.10 ac-proxying|\
        1.3.6.1.5.5.7.1.11 subjectInfoAccess=Subject Information Access|1.3.6.1.5.5.7.10.6 id-aca-encAttrs|\
        2.5.4.72 role|2.5.29.36 policyConstraints=X509v3 Policy Constraints
        """
}
