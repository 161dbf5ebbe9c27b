// Made by Scripts/object-names from OpenSSL 3.0.19. Do not edit.
//
// `2.5.4.3 CN=commonName`: an identifier, its short name and its long one; a single name is both.

extension ObjectNames {
    static let table2 = """
        2.5.29.55 targetInformation=X509v3 AC Targeting|2.5.29.56 noRevAvail=X509v3 No Revocation Available|\
        1.2.840.10045 ansi-X9-62=ANSI X9.62|1.2.840.10045.1.1 prime-field|1.2.840.10045.1.2 characteristic-two-field|\
        1.2.840.10045.2.1 id-ecPublicKey|1.2.840.10045.3.1.1 prime192v1|1.2.840.10045.3.1.2 prime192v2|\
        1.2.840.10045.3.1.3 prime192v3|1.2.840.10045.3.1.4 prime239v1|1.2.840.10045.3.1.5 prime239v2|\
        1.2.840.10045.3.1.6 prime239v3|1.2.840.10045.3.1.7 prime256v1|1.2.840.10045.4.1 ecdsa-with-SHA1|\
        1.3.6.1.4.1.311.17.1 CSPName=Microsoft CSP Name|2.16.840.1.101.3.4.1.1 AES-128-ECB=aes-128-ecb|\
        2.16.840.1.101.3.4.1.2 AES-128-CBC=aes-128-cbc|2.16.840.1.101.3.4.1.3 AES-128-OFB=aes-128-ofb|\
        2.16.840.1.101.3.4.1.4 AES-128-CFB=aes-128-cfb|2.16.840.1.101.3.4.1.21 AES-192-ECB=aes-192-ecb|\
        2.16.840.1.101.3.4.1.22 AES-192-CBC=aes-192-cbc|2.16.840.1.101.3.4.1.23 AES-192-OFB=aes-192-ofb|\
        2.16.840.1.101.3.4.1.24 AES-192-CFB=aes-192-cfb|2.16.840.1.101.3.4.1.41 AES-256-ECB=aes-256-ecb|\
        2.16.840.1.101.3.4.1.42 AES-256-CBC=aes-256-cbc|2.16.840.1.101.3.4.1.43 AES-256-OFB=aes-256-ofb|\
        2.16.840.1.101.3.4.1.44 AES-256-CFB=aes-256-cfb|2.5.29.23 holdInstructionCode=Hold Instruction Code|\
        1.2.840.10040.2.1 holdInstructionNone=Hold Instruction None|\
        1.2.840.10040.2.2 holdInstructionCallIssuer=Hold Instruction Call Issuer|\
        1.2.840.10040.2.3 holdInstructionReject=Hold Instruction Reject|0.9 data|0.9.2342 pss|0.9.2342.19200300 ucl|\
        0.9.2342.19200300.100 pilot|0.9.2342.19200300.100.1 pilotAttributeType|\
        0.9.2342.19200300.100.3 pilotAttributeSyntax|0.9.2342.19200300.100.4 pilotObjectClass|\
        0.9.2342.19200300.100.10 pilotGroups|0.9.2342.19200300.100.3.4 iA5StringSyntax|\
        0.9.2342.19200300.100.3.5 caseIgnoreIA5StringSyntax|0.9.2342.19200300.100.4.3 pilotObject|\
        0.9.2342.19200300.100.4.4 pilotPerson|0.9.2342.19200300.100.4.5 account|0.9.2342.19200300.100.4.6 document|\
        0.9.2342.19200300.100.4.7 room|0.9.2342.19200300.100.4.9 documentSeries|\
        0.9.2342.19200300.100.4.14 rFC822localPart|0.9.2342.19200300.100.4.15 dNSDomain|\
        0.9.2342.19200300.100.4.17 domainRelatedObject|0.9.2342.19200300.100.4.18 friendlyCountry|\
        0.9.2342.19200300.100.4.19 simpleSecurityObject|0.9.2342.19200300.100.4.20 pilotOrganization|\
        0.9.2342.19200300.100.4.21 pilotDSA|0.9.2342.19200300.100.4.22 qualityLabelledData|\
        0.9.2342.19200300.100.1.1 UID=userId|0.9.2342.19200300.100.1.2 textEncodedORAddress|\
        0.9.2342.19200300.100.1.3 mail=rfc822Mailbox|0.9.2342.19200300.100.1.4 info|\
        0.9.2342.19200300.100.1.5 favouriteDrink|0.9.2342.19200300.100.1.6 roomNumber|0.9.2342.19200300.100.1.7 photo|\
        0.9.2342.19200300.100.1.8 userClass|0.9.2342.19200300.100.1.9 host|0.9.2342.19200300.100.1.10 manager|\
        0.9.2342.19200300.100.1.11 documentIdentifier|0.9.2342.19200300.100.1.12 documentTitle|\
        0.9.2342.19200300.100.1.13 documentVersion|0.9.2342.19200300.100.1.14 documentAuthor|\
        0.9.2342.19200300.100.1.15 documentLocation|0.9.2342.19200300.100.1.20 homeTelephoneNumber|\
        0.9.2342.19200300.100.1.21 secretary|0.9.2342.19200300.100.1.22 otherMailbox|\
        0.9.2342.19200300.100.1.23 lastModifiedTime|0.9.2342.19200300.100.1.24 lastModifiedBy|\
        0.9.2342.19200300.100.1.26 aRecord|0.9.2342.19200300.100.1.27 pilotAttributeType27|\
        0.9.2342.19200300.100.1.28 mXRecord|0.9.2342.19200300.100.1.29 nSRecord|0.9.2342.19200300.100.1.30 sOARecord|\
        0.9.2342.19200300.100.1.31 cNAMERecord|0.9.2342.19200300.100.1.37 associatedDomain|\
        0.9.2342.19200300.100.1.38 associatedName|0.9.2342.19200300.100.1.39 homePostalAddress|\
        0.9.2342.19200300.100.1.40 personalTitle|0.9.2342.19200300.100.1.41 mobileTelephoneNumber|\
        0.9.2342.19200300.100.1.42 pagerTelephoneNumber|0.9.2342.19200300.100.1.43 friendlyCountryName|\
        0.9.2342.19200300.100.1.45 organizationalStatus|0.9.2342.19200300.100.1.46 janetMailbox|\
        0.9.2342.19200300.100.1.47 mailPreferenceOption|0.9.2342.19200300.100.1.48 buildingName|\
        0.9.2342.19200300.100.1.49 dSAQuality|0.9.2342.19200300.100.1.50 singleLevelQuality|\
        0.9.2342.19200300.100.1.51 subtreeMinimumQuality|0.9.2342.19200300.100.1.52 subtreeMaximumQuality|\
        0.9.2342.19200300.100.1.53 personalSignature|0.9.2342.19200300.100.1.54 dITRedirect|\
        0.9.2342.19200300.100.1.55 audio|0.9.2342.19200300.100.1.56 documentPublisher|2.5.4.45 x500UniqueIdentifier|\
        1.3.6.1.7.1 mime-mhs=MIME MHS|1.3.6.1.7.1.1 mime-mhs-headings|1.3.6.1.7.1.2 mime-mhs-bodies|\
        1.3.6.1.7.1.1.1 id-hex-partial-message|1.3.6.1.7.1.1.2 id-hex-multipart-message|2.5.4.44 generationQualifier|\
        2.5.4.65 pseudonym|2.23.42 id-set=Secure Electronic Transactions|2.23.42.0 set-ctype=content types|\
        2.23.42.1 set-msgExt=message extensions|2.23.42.3 set-attr|2.23.42.5 set-policy|\
        2.23.42.7 set-certExt=certificate extensions|2.23.42.8 set-brand|2.23.42.0.0 setct-PANData|\
        2.23.42.0.1 setct-PANToken|2.23.42.0.2 setct-PANOnly|2.23.42.0.3 setct-OIData|2.23.42.0.4 setct-PI|\
        2.23.42.0.5 setct-PIData|2.23.42.0.6 setct-PIDataUnsigned|2.23.42.0.7 setct-HODInput|\
        2.23.42.0.8 setct-AuthResBaggage|2.23.42.0.9 setct-AuthRevReqBaggage|2.23.42.0.10 setct-AuthRevResBaggage|\
        2.23.42.0.11 setct-CapTokenSeq|2.23.42.0.12 setct-PInitResData|2.23.42.0.13 setct-PI-TBS|\
        2.23.42.0.14 setct-PResData|2.23.42.0.16 setct-AuthReqTBS|2.23.42.0.17 setct-AuthResTBS|\
        2.23.42.0.18 setct-AuthResTBSX|2.23.42.0.19 setct-AuthTokenTBS|2.23.42.0.20 setct-CapTokenData|\
        2.23.42.0.21 setct-CapTokenTBS|2.23.42.0.22 setct-AcqCardCodeMsg|2.23.42.0.23 setct-AuthRevReqTBS|\
        2.23.42.0.24 setct-AuthRevResData|2.23.42.0.25 setct-AuthRevResTBS|2.23.42.0.26 setct-CapReqTBS|\
        2.23.42.0.27 setct-CapReqTBSX|2.23.42.0.28 setct-CapResData|2.23.42.0.29 setct-CapRevReqTBS|\
        2.23.42.0.30 setct-CapRevReqTBSX|2.23.42.0.31 setct-CapRevResData|2.23.42.0.32 setct-CredReqTBS|\
        2.23.42.0.33 setct-CredReqTBSX|2.23.42.0.34 setct-CredResData|2.23.42.0.35 setct-CredRevReqTBS|\
        2.23.42.0.36 setct-CredRevReqTBSX|2.23.42.0.37 setct-CredRevResData|2.23.42.0.38 setct-PCertReqData|\
        2.23.42.0.39 setct-PCertResTBS|2.23.42.0.40 setct-BatchAdminReqData|2.23.42.0.41 setct-BatchAdminResData|\
        2.23.42.0.42 setct-CardCInitResTBS|2.23.42.0.43 setct-MeAqCInitResTBS|2.23.42.0.44 setct-RegFormResTBS|\
        2.23.42.0.45 setct-CertReqData|2.23.42.0.46 setct-CertReqTBS|2.23.42.0.47 setct-CertResData|\
        2.23.42.0.48 setct-CertInqReqTBS|2.23.42.0.49 setct-ErrorTBS|2.23.42.0.50 setct-PIDualSignedTBE|\
        2.23.42.0.51 setct-PIUnsignedTBE|2.23.42.0.52 setct-AuthReqTBE|2.23.42.0.53 setct-AuthResTBE|\
        2.23.42.0.54 setct-AuthResTBEX|2.23.42.0.55 setct-AuthTokenTBE|2.23.42.0.56 setct-CapTokenTBE|\
        2.23.42.0.57 setct-CapTokenTBEX|2.23.42.0.58 setct-AcqCardCodeMsgTBE|2.23.42.0.59 setct-AuthRevReqTBE|\
        2.23.42.0.60 setct-AuthRevResTBE|2.23.42.0.61 setct-AuthRevResTBEB|2.23.42.0.62 setct-CapReqTBE|\
        2.23.42.0.63 setct-CapReqTBEX|2.23.42.0.64 setct-CapResTBE|2.23.42.0.65 setct-CapRevReqTBE|\
        2.23.42.0.66 setct-CapRevReqTBEX|2.23.42.0.67 setct-CapRevResTBE|2.23.42.0.68 setct-CredReqTBE|\
        2.23.42.0.69 setct-CredReqTBEX|2.23.42.0.70 setct-CredResTBE|2.23.42.0.71 setct-CredRevReqTBE|\
        2.23.42.0.72 setct-CredRevReqTBEX|2.23.42.0.73 setct-CredRevResTBE|2.23.42.0.74 setct-BatchAdminReqTBE|\
        2.23.42.0.75 setct-BatchAdminResTBE|2.23.42.0.76 setct-RegFormReqTBE|2.23.42.0.77 setct-CertReqTBE|\
        2.23.42.0.78 setct-CertReqTBEX|2.23.42.0.79 setct-CertResTBE|2.23.42.0.80 setct-CRLNotificationTBS|\
        2.23.42.0.81 setct-CRLNotificationResTBS|2.23.42.0.82 setct-BCIDistributionTBS|\
        2.23.42.1.1 setext-genCrypt=generic cryptogram|2.23.42.1.3 setext-miAuth=merchant initiated auth|\
        2.23.42.1.4 setext-pinSecure|2.23.42.1.5 setext-pinAny|2.23.42.1.7 setext-track2|\
        2.23.42.1.8 setext-cv=additional verification|2.23.42.5.0 set-policy-root|2.23.42.7.0 setCext-hashedRoot|\
        2.23.42.7.1 setCext-certType|2.23.42.7.2 setCext-merchData|2.23.42.7.3 setCext-cCertRequired|\
        2.23.42.7.4 setCext-tunneling|2.23.42.7.5 setCext-setExt|2.23.42.7.6 setCext-setQualf|\
        2.23.42.7.7 setCext-PGWYcapabilities|2.23.42.7.8 setCext-TokenIdentifier|2.23.42.7.9 setCext-Track2Data|\
        2.23.42.7.10 setCext-TokenType|2.23.42.7.11 setCext-IssuerCapabilities|2.23.42.3.0 setAttr-Cert|\
        2.23.42.3.1 setAttr-PGWYcap=payment gateway capabilities|2.23.42.3.2 setAttr-TokenType|\
        2.23.42.3.3 setAttr-IssCap=issuer capabilities|2.23.42.3.0.0 set-rootKeyThumb|2.23.42.3.0.1 set-addPolicy|\
        2.23.42.3.2.1 setAttr-Token-EMV|2.23.42.3.2.2 setAttr-Token-B0Prime|2.23.42.3.3.3 setAttr-IssCap-CVM|\
        2.23.42.3.3.4 setAttr-IssCap-T2|2.23.42.3.3.5 setAttr-IssCap-Sig|\
        2.23.42.3.3.3.1 setAttr-GenCryptgrm=generate cryptogram|2.23.42.3.3.4.1 setAttr-T2Enc=encrypted track 2|\
        2.23.42.3.3.4.2 setAttr-T2cleartxt=cleartext track 2|2.23.42.3.3.5.1 setAttr-TokICCsig=ICC or token signature|\
        2.23.42.3.3.5.2 setAttr-SecDevSig=secure device signature|2.23.42.8.1 set-brand-IATA-ATA|\
        2.23.42.8.30 set-brand-Diners|2.23.42.8.34 set-brand-AmericanExpress|2.23.42.8.35 set-brand-JCB|\
        2.23.42.8.4 set-brand-Visa|2.23.42.8.5 set-brand-MasterCard|2.23.42.8.6011 set-brand-Novus|\
        1.2.840.113549.3.10 DES-CDMF=des-cdmf|1.2.840.113549.1.1.6 rsaOAEPEncryptionSET|\
        2.23 international-organizations=International Organizations|\
        1.3.6.1.4.1.311.20.2.2 msSmartcardLogin=Microsoft Smartcard Login|\
        1.3.6.1.4.1.311.20.2.3 msUPN=Microsoft User Principal Name|2.5.4.9 street=streetAddress|2.5.4.17 postalCode|\
        1.3.6.1.5.5.7.21 id-ppl|1.3.6.1.5.5.7.1.14 proxyCertInfo=Proxy Certificate Information|\
        1.3.6.1.5.5.7.21.0 id-ppl-anyLanguage=Any language|1.3.6.1.5.5.7.21.1 id-ppl-inheritAll=Inherit all|\
        2.5.29.30 nameConstraints=X509v3 Name Constraints|1.3.6.1.5.5.7.21.2 id-ppl-independent=Independent|\
        1.2.840.113549.1.1.11 RSA-SHA256=sha256WithRSAEncryption|\
        1.2.840.113549.1.1.12 RSA-SHA384=sha384WithRSAEncryption|\
        1.2.840.113549.1.1.13 RSA-SHA512=sha512WithRSAEncryption|\
        1.2.840.113549.1.1.14 RSA-SHA224=sha224WithRSAEncryption|2.16.840.1.101.3.4.2.1 SHA256=sha256|\
        2.16.840.1.101.3.4.2.2 SHA384=sha384|2.16.840.1.101.3.4.2.3 SHA512=sha512|2.16.840.1.101.3.4.2.4 SHA224=sha224|\
        1.3 identified-organization|1.3.132 certicom-arc|2.23.43 wap|2.23.43.1 wap-wsg|\
        1.2.840.10045.1.2.3 id-characteristic-two-basis|1.2.840.10045.1.2.3.1 onBasis|1.2.840.10045.1.2.3.2 tpBasis|\
        1.2.840.10045.1.2.3.3 ppBasis|1.2.840.10045.3.0.1 c2pnb163v1|1.2.840.10045.3.0.2 c2pnb163v2|\
        1.2.840.10045.3.0.3 c2pnb163v3|1.2.840.10045.3.0.4 c2pnb176v1|1.2.840.10045.3.0.5 c2tnb191v1|\
        1.2.840.10045.3.0.6 c2tnb191v2|1.2.840.10045.3.0.7 c2tnb191v3|1.2.840.10045.3.0.8 c2onb191v4|\
        1.2.840.10045.3.0.9 c2onb191v5|1.2.840.10045.3.0.10 c2pnb208w1|1.2.840.10045.3.0.11 c2tnb239v1|\
        1.2.840.10045.3.0.12 c2tnb239v2|1.2.840.10045.3.0.13 c2tnb239v3|1.2.840.10045.3.0.14 c2onb239v4|\
        1.2.840.10045.3.0.15 c2onb239v5|1.2.840.10045.3.0.16 c2pnb272w1|1.2.840.10045.3.0.17 c2pnb304w1|\
        1.2.840.10045.3.0.18 c2tnb359v1|1.2.840.10045.3.0.19 c2pnb368w1|1.2.840.10045.3.0.20 c2tnb431r1|\
        1.3.132.0.6 secp112r1|1.3.132.0.7 secp112r2|1.3.132.0.28 secp128r1|1.3.132.0.29 secp128r2|1.3.132.0.9 secp160k1|\
        1.3.132.0.8 secp160r1|1.3.132.0.30 secp160r2|1.3.132.0.31 secp192k1|1.3.132.0.32 secp224k1|\
        1.3.132.0.33 secp224r1|1.3.132.0.10 secp256k1|1.3.132.0.34 secp384r1|1.3.132.0.35 secp521r1|\
        1.3.132.0.4 sect113r1|1.3.132.0.5 sect113r2|1.3.132.0.22 sect131r1|1.3.132.0.23 sect131r2|1.3.132.0.1 sect163k1|\
        1.3.132.0.2 sect163r1|1.3.132.0.15 sect163r2|1.3.132.0.24 sect193r1|1.3.132.0.25 sect193r2|\
        1.3.132.0.26 sect233k1|1.3.132.0.27 sect233r1|1.3.132.0.3 sect239k1|1.3.132.0.16 sect283k1|\
        1.3.132.0.17 sect283r1|1.3.132.0.36 sect409k1|1.3.132.0.37 sect409r1|1.3.132.0.38 sect571k1|\
        1.3.132.0.39 sect571r1|2.23.43.1.4.1 wap-wsg-idm-ecid-wtls1|2.23.43.1.4.3 wap-wsg-idm-ecid-wtls3|\
        2.23.43.1.4.4 wap-wsg-idm-ecid-wtls4|2.23.43.1.4.5 wap-wsg-idm-ecid-wtls5|2.23.43.1.4.6 wap-wsg-idm-ecid-wtls6|\
        2.23.43.1.4.7 wap-wsg-idm-ecid-wtls7|2.23.43.1.4.8 wap-wsg-idm-ecid-wtls8|2.23.43.1.4.9 wap-wsg-idm-ecid-wtls9|\
        2.23.43.1.4.10 wap-wsg-idm-ecid-wtls10|2.23.43.1.4.11 wap-wsg-idm-ecid-wtls11|\
        2.23.43.1.4.12 wap-wsg-idm-ecid-wtls12|2.5.29.32.0 anyPolicy=X509v3 Any Policy|\
        2.5.29.33 policyMappings=X509v3 Policy Mappings|2.5.29.54 inhibitAnyPolicy=X509v3 Inhibit Any Policy|\
        1.2.392.200011.61.1.1.1.2 CAMELLIA-128-CBC=camellia-128-cbc|\
        1.2.392.200011.61.1.1.1.3 CAMELLIA-192-CBC=camellia-192-cbc|\
        1.2.392.200011.61.1.1.1.4 CAMELLIA-256-CBC=camellia-256-cbc|\
        0.3.4401.5.3.1.9.1 CAMELLIA-128-ECB=camellia-128-ecb|0.3.4401.5.3.1.9.21 CAMELLIA-192-ECB=camellia-192-ecb|\
        0.3.4401.5.3.1.9.41 CAMELLIA-256-ECB=camellia-256-ecb|0.3.4401.5.3.1.9.4 CAMELLIA-128-CFB=camellia-128-cfb|\
        0.3.4401.5.3.1.9.24 CAMELLIA-192-CFB=camellia-192-cfb|0.3.4401.5.3.1.9.44 CAMELLIA-256-CFB=camellia-256-cfb|\
        0.3.4401.5.3.1.9.3 CAMELLIA-128-OFB=camellia-128-ofb|0.3.4401.5.3.1.9.23 CAMELLIA-192-OFB=camellia-192-ofb|\
        0.3.4401.5.3.1.9.43 CAMELLIA-256-OFB=camellia-256-ofb|\
        2.5.29.9 subjectDirectoryAttributes=X509v3 Subject Directory Attributes|\
        2.5.29.28 issuingDistributionPoint=X509v3 Issuing Distribution Point|\
        2.5.29.29 certificateIssuer=X509v3 Certificate Issuer|1.2.410.200004 KISA=kisa|\
        1.2.410.200004.1.3 SEED-ECB=seed-ecb|1.2.410.200004.1.4 SEED-CBC=seed-cbc|1.2.410.200004.1.6 SEED-OFB=seed-ofb|\
        1.2.410.200004.1.5 SEED-CFB=seed-cfb|1.3.6.1.5.5.8.1.1 HMAC-MD5=hmac-md5|1.3.6.1.5.5.8.1.2 HMAC-SHA1=hmac-sha1|\
        1.2.840.113533.7.66.13 id-PasswordBasedMAC=password based MAC|\
        1.2.840.113533.7.66.30 id-DHBasedMac=Diffie-Hellman based MAC|1.3.6.1.5.5.7.4.16 id-it-suppLangTags|\
        1.3.6.1.5.5.7.48.5 caRepository=CA Repository|1.2.840.113549.1.9.16.1.9 id-smime-ct-compressedData|\
        1.2.840.113549.1.9.16.1.27 id-ct-asciiTextWithCRLF|2.16.840.1.101.3.4.1.5 id-aes128-wrap|\
        2.16.840.1.101.3.4.1.25 id-aes192-wrap|2.16.840.1.101.3.4.1.45 id-aes256-wrap|\
        1.2.840.10045.4.2 ecdsa-with-Recommended|1.2.840.10045.4.3 ecdsa-with-Specified|\
        1.2.840.10045.4.3.1 ecdsa-with-SHA224|1.2.840.10045.4.3.2 ecdsa-with-SHA256|\
        1.2.840.10045.4.3.3 ecdsa-with-SHA384|1.2.840.10045.4.3.4 ecdsa-with-SHA512|1.2.840.113549.2.6 hmacWithMD5|\
        1.2.840.113549.2.8 hmacWithSHA224|1.2.840.113549.2.9 hmacWithSHA256|1.2.840.113549.2.10 hmacWithSHA384|\
        1.2.840.113549.2.11 hmacWithSHA512|2.16.840.1.101.3.4.3.1 dsa_with_SHA224|\
        2.16.840.1.101.3.4.3.2 dsa_with_SHA256|1.0.10118.3.0.55 whirlpool|1.2.643.2.2 cryptopro|1.2.643.2.9 cryptocom|\
        1.2.643.2.2.3 id-GostR3411-94-with-GostR3410-2001=GOST R 34.11-94 with GOST R 34.10-2001|\
        1.2.643.2.2.4 id-GostR3411-94-with-GostR3410-94=GOST R 34.11-94 with GOST R 34.10-94|\
        1.2.643.2.2.9 md_gost94=GOST R 34.11-94|1.2.643.2.2.10 id-HMACGostR3411-94=HMAC GOST 34.11-94|\
        1.2.643.2.2.19 gost2001=GOST R 34.10-2001|1.2.643.2.2.20 gost94=GOST R 34.10-94|\
        1.2.643.2.2.21 gost89=GOST 28147-89|1.2.643.2.2.22 gost-mac=GOST 28147-89 MAC|\
        1.2.643.2.2.23 prf-gostr3411-94=GOST R 34.11-94 PRF|1.2.643.2.2.98 id-GostR3410-2001DH=GOST R 34.10-2001 DH|\
        1.2.643.2.2.99 id-GostR3410-94DH=GOST R 34.10-94 DH|1.2.643.2.2.14.1 id-Gost28147-89-CryptoPro-KeyMeshing|\
        1.2.643.2.2.14.0 id-Gost28147-89-None-KeyMeshing|1.2.643.2.2.30.0 id-GostR3411-94-TestParamSet|\
        1.2.643.2.2.30.1 id-GostR3411-94-CryptoProParamSet|1.2.643.2.2.31.0 id-Gost28147-89-TestParamSet|\
        1.2.643.2.2.31.1 id-Gost28147-89-CryptoPro-A-ParamSet|1.2.643.2.2.31.2 id-Gost28147-89-CryptoPro-B-ParamSet|\
        1.2.643.2.2.31.3 id-Gost28147-89-CryptoPro-C-ParamSet|1.2.643.2.2.31.4 id-Gost28147-89-CryptoPro-D-ParamSet|\
        1.2.643.2.2.31.5 id-Gost28147-89-CryptoPro-Oscar-1-1-ParamSet|\
        1.2.643.2.2.31.6 id-Gost28147-89-CryptoPro-Oscar-1-0-ParamSet|\
        1.2.643.2.2.31.7 id-Gost28147-89-CryptoPro-RIC-1-ParamSet|1.2.643.2.2.32.0 id-GostR3410-94-TestParamSet|\
        1.2.643.2.2.32.2 id-GostR3410-94-CryptoPro-A-ParamSet|1.2.643.2.2.32.3 id-GostR3410-94-CryptoPro-B-ParamSet|\
        1.2.643.2.2.32.4 id-GostR3410-94-CryptoPro-C-ParamSet|1.2.643.2.2.32.5 id-GostR3410-94-CryptoPro-D-ParamSet|\
        1.2.643.2.2.33.1 id-GostR3410-94-CryptoPro-XchA-ParamSet|\
        1.2.643.2.2.33.2 id-GostR3410-94-CryptoPro-XchB-ParamSet|\
        1.2.643.2.2.33.3 id-GostR3410-94-CryptoPro-XchC-ParamSet|1.2.643.2.2.35.0 id-GostR3410-2001-TestParamSet|\
        1.2.643.2.2.35.1 id-GostR3410-2001-CryptoPro-A-ParamSet|1.2.643.2.2.35.2 id-GostR3410-2001-CryptoPro-B-ParamSet|\
        1.2.643.2.2.35.3 id-GostR3410-2001-CryptoPro-C-ParamSet|\
        1.2.643.2.2.36.0 id-GostR3410-2001-CryptoPro-XchA-ParamSet|\
        1.2.643.2.2.36.1 id-GostR3410-2001-CryptoPro-XchB-ParamSet|1.2.643.2.2.20.1 id-GostR3410-94-a
        """
}
