// Made by Scripts/object-names from OpenSSL 3.0.19. Do not edit.
//
// `2.5.4.3 CN=commonName`: an identifier, its short name and its long one; a single name is both.

extension ObjectNames {
    static let table3 = """
        1.2.643.2.2.20.2 id-GostR3410-94-aBis|1.2.643.2.2.20.3 id-GostR3410-94-b|1.2.643.2.2.20.4 id-GostR3410-94-bBis|\
        1.2.643.2.9.1.6.1 id-Gost28147-89-cc=GOST 28147-89 Cryptocom ParamSet|\
        1.2.643.2.9.1.5.3 gost94cc=GOST 34.10-94 Cryptocom|1.2.643.2.9.1.5.4 gost2001cc=GOST 34.10-2001 Cryptocom|\
        1.2.643.2.9.1.3.3 id-GostR3411-94-with-GostR3410-94-cc=GOST R 34.11-94 with GOST R 34.10-94 Cryptocom|\
        1.2.643.2.9.1.3.4 id-GostR3411-94-with-GostR3410-2001-cc=GOST R 34.11-94 with GOST R 34.10-2001 Cryptocom|\
        1.2.643.2.9.1.8.1 id-GostR3410-2001-ParamSet-cc=GOST R 3410-2001 Parameter Set Cryptocom|\
        1.3.6.1.4.1.311.17.2 LocalKeySet=Microsoft Local Key set|2.5.29.46 freshestCRL=X509v3 Freshest CRL|\
        1.3.6.1.5.5.7.8.3 id-on-permanentIdentifier=Permanent Identifier|2.5.4.14 searchGuide|2.5.4.15 businessCategory|\
        2.5.4.16 postalAddress|2.5.4.18 postOfficeBox|2.5.4.19 physicalDeliveryOfficeName|2.5.4.20 telephoneNumber|\
        2.5.4.21 telexNumber|2.5.4.22 teletexTerminalIdentifier|2.5.4.23 facsimileTelephoneNumber|2.5.4.24 x121Address|\
        2.5.4.25 internationaliSDNNumber|2.5.4.26 registeredAddress|2.5.4.27 destinationIndicator|\
        2.5.4.28 preferredDeliveryMethod|2.5.4.29 presentationAddress|2.5.4.30 supportedApplicationContext|\
        2.5.4.31 member|2.5.4.32 owner|2.5.4.33 roleOccupant|2.5.4.34 seeAlso|2.5.4.35 userPassword|\
        2.5.4.36 userCertificate|2.5.4.37 cACertificate|2.5.4.38 authorityRevocationList|\
        2.5.4.39 certificateRevocationList|2.5.4.40 crossCertificatePair|2.5.4.47 enhancedSearchGuide|\
        2.5.4.48 protocolInformation|2.5.4.49 distinguishedName|2.5.4.50 uniqueMember|2.5.4.51 houseIdentifier|\
        2.5.4.52 supportedAlgorithms|2.5.4.53 deltaRevocationList|2.5.4.54 dmdName|\
        1.2.840.113549.1.9.16.3.9 id-alg-PWRI-KEK|2.16.840.1.101.3.4.1.6 id-aes128-GCM=aes-128-gcm|\
        2.16.840.1.101.3.4.1.7 id-aes128-CCM=aes-128-ccm|2.16.840.1.101.3.4.1.8 id-aes128-wrap-pad|\
        2.16.840.1.101.3.4.1.26 id-aes192-GCM=aes-192-gcm|2.16.840.1.101.3.4.1.27 id-aes192-CCM=aes-192-ccm|\
        2.16.840.1.101.3.4.1.28 id-aes192-wrap-pad|2.16.840.1.101.3.4.1.46 id-aes256-GCM=aes-256-gcm|\
        2.16.840.1.101.3.4.1.47 id-aes256-CCM=aes-256-ccm|2.16.840.1.101.3.4.1.48 id-aes256-wrap-pad|\
        1.2.392.200011.61.1.1.3.2 id-camellia128-wrap|1.2.392.200011.61.1.1.3.3 id-camellia192-wrap|\
        1.2.392.200011.61.1.1.3.4 id-camellia256-wrap|2.5.29.37.0 anyExtendedKeyUsage=Any Extended Key Usage|\
        1.2.840.113549.1.1.8 MGF1=mgf1|1.2.840.113549.1.1.10 RSASSA-PSS=rsassaPss|\
        1.3.111.2.1619.0.1.1 AES-128-XTS=aes-128-xts|1.3.111.2.1619.0.1.2 AES-256-XTS=aes-256-xts|\
        1.2.840.113549.1.1.7 RSAES-OAEP=rsaesOaep|1.2.840.10046.2.1 dhpublicnumber=X9.42 DH|\
        1.3.36.3.3.2.8.1.1.1 brainpoolP160r1|1.3.36.3.3.2.8.1.1.2 brainpoolP160t1|1.3.36.3.3.2.8.1.1.3 brainpoolP192r1|\
        1.3.36.3.3.2.8.1.1.4 brainpoolP192t1|1.3.36.3.3.2.8.1.1.5 brainpoolP224r1|1.3.36.3.3.2.8.1.1.6 brainpoolP224t1|\
        1.3.36.3.3.2.8.1.1.7 brainpoolP256r1|1.3.36.3.3.2.8.1.1.8 brainpoolP256t1|1.3.36.3.3.2.8.1.1.9 brainpoolP320r1|\
        1.3.36.3.3.2.8.1.1.10 brainpoolP320t1|1.3.36.3.3.2.8.1.1.11 brainpoolP384r1|\
        1.3.36.3.3.2.8.1.1.12 brainpoolP384t1|1.3.36.3.3.2.8.1.1.13 brainpoolP512r1|\
        1.3.36.3.3.2.8.1.1.14 brainpoolP512t1|1.2.840.113549.1.1.9 PSPECIFIED=pSpecified|\
        1.3.133.16.840.63.0.2 dhSinglePass-stdDH-sha1kdf-scheme|1.3.132.1.11.0 dhSinglePass-stdDH-sha224kdf-scheme|\
        1.3.132.1.11.1 dhSinglePass-stdDH-sha256kdf-scheme|1.3.132.1.11.2 dhSinglePass-stdDH-sha384kdf-scheme|\
        1.3.132.1.11.3 dhSinglePass-stdDH-sha512kdf-scheme|1.3.133.16.840.63.0.3 dhSinglePass-cofactorDH-sha1kdf-scheme|\
        1.3.132.1.14.0 dhSinglePass-cofactorDH-sha224kdf-scheme|1.3.132.1.14.1 dhSinglePass-cofactorDH-sha256kdf-scheme|\
        1.3.132.1.14.2 dhSinglePass-cofactorDH-sha384kdf-scheme|1.3.132.1.14.3 dhSinglePass-cofactorDH-sha512kdf-scheme|\
        1.3.6.1.4.1.11129.2.4.2 ct_precert_scts=CT Precertificate SCTs|\
        1.3.6.1.4.1.11129.2.4.3 ct_precert_poison=CT Precertificate Poison|\
        1.3.6.1.4.1.11129.2.4.4 ct_precert_signer=CT Precertificate Signer|\
        1.3.6.1.4.1.11129.2.4.5 ct_cert_scts=CT Certificate SCTs|\
        1.3.6.1.4.1.311.60.2.1.1 jurisdictionL=jurisdictionLocalityName|\
        1.3.6.1.4.1.311.60.2.1.2 jurisdictionST=jurisdictionStateOrProvinceName|\
        1.3.6.1.4.1.311.60.2.1.3 jurisdictionC=jurisdictionCountryName|\
        0.3.4401.5.3.1.9.6 CAMELLIA-128-GCM=camellia-128-gcm|0.3.4401.5.3.1.9.7 CAMELLIA-128-CCM=camellia-128-ccm|\
        0.3.4401.5.3.1.9.9 CAMELLIA-128-CTR=camellia-128-ctr|0.3.4401.5.3.1.9.10 CAMELLIA-128-CMAC=camellia-128-cmac|\
        0.3.4401.5.3.1.9.26 CAMELLIA-192-GCM=camellia-192-gcm|0.3.4401.5.3.1.9.27 CAMELLIA-192-CCM=camellia-192-ccm|\
        0.3.4401.5.3.1.9.29 CAMELLIA-192-CTR=camellia-192-ctr|0.3.4401.5.3.1.9.30 CAMELLIA-192-CMAC=camellia-192-cmac|\
        0.3.4401.5.3.1.9.46 CAMELLIA-256-GCM=camellia-256-gcm|0.3.4401.5.3.1.9.47 CAMELLIA-256-CCM=camellia-256-ccm|\
        0.3.4401.5.3.1.9.49 CAMELLIA-256-CTR=camellia-256-ctr|0.3.4401.5.3.1.9.50 CAMELLIA-256-CMAC=camellia-256-cmac|\
        1.3.6.1.4.1.11591.4.11 id-scrypt=scrypt|1.2.643.7.1 id-tc26|1.2.643.7.1.1 id-tc26-algorithms|\
        1.2.643.7.1.1.1 id-tc26-sign|1.2.643.7.1.1.1.1 gost2012_256=GOST R 34.10-2012 with 256 bit modulus|\
        1.2.643.7.1.1.1.2 gost2012_512=GOST R 34.10-2012 with 512 bit modulus|1.2.643.7.1.1.2 id-tc26-digest|\
        1.2.643.7.1.1.2.2 md_gost12_256=GOST R 34.11-2012 with 256 bit hash|\
        1.2.643.7.1.1.2.3 md_gost12_512=GOST R 34.11-2012 with 512 bit hash|1.2.643.7.1.1.3 id-tc26-signwithdigest|\
        1.2.643.7.1.1.3.2 id-tc26-signwithdigest-gost3410-2012-256=GOST R 34.10-2012 with GOST R 34.11-2012 (256 bit)|\
        1.2.643.7.1.1.3.3 id-tc26-signwithdigest-gost3410-2012-512=GOST R 34.10-2012 with GOST R 34.11-2012 (512 bit)|\
        1.2.643.7.1.1.4 id-tc26-mac|1.2.643.7.1.1.4.1 id-tc26-hmac-gost-3411-2012-256=HMAC GOST 34.11-2012 256 bit|\
        1.2.643.7.1.1.4.2 id-tc26-hmac-gost-3411-2012-512=HMAC GOST 34.11-2012 512 bit|1.2.643.7.1.1.5 id-tc26-cipher|\
        1.2.643.7.1.1.6 id-tc26-agreement|1.2.643.7.1.1.6.1 id-tc26-agreement-gost-3410-2012-256|\
        1.2.643.7.1.1.6.2 id-tc26-agreement-gost-3410-2012-512|1.2.643.7.1.2 id-tc26-constants|\
        1.2.643.7.1.2.1 id-tc26-sign-constants|1.2.643.7.1.2.1.2 id-tc26-gost-3410-2012-512-constants|\
        1.2.643.7.1.2.1.2.0 id-tc26-gost-3410-2012-512-paramSetTest=GOST R 34.10-2012 (512 bit) testing parameter set|\
        1.2.643.7.1.2.1.2.1 id-tc26-gost-3410-2012-512-paramSetA=GOST R 34.10-2012 (512 bit) ParamSet A|\
        1.2.643.7.1.2.1.2.2 id-tc26-gost-3410-2012-512-paramSetB=GOST R 34.10-2012 (512 bit) ParamSet B|\
        1.2.643.7.1.2.2 id-tc26-digest-constants|1.2.643.7.1.2.5 id-tc26-cipher-constants|\
        1.2.643.7.1.2.5.1 id-tc26-gost-28147-constants|\
        1.2.643.7.1.2.5.1.1 id-tc26-gost-28147-param-Z=GOST 28147-89 TC26 parameter set|1.2.643.3.131.1.1 INN|\
        1.2.643.100.1 OGRN|1.2.643.100.3 SNILS|1.2.643.100.111 subjectSignTool=Signing Tool of Subject|\
        1.2.643.100.112 issuerSignTool=Signing Tool of Issuer|1.3.6.1.5.5.7.1.24 tlsfeature=TLS Feature|\
        1.3.6.1.5.5.7.3.17 ipsecIKE=ipsec Internet Key Exchange|1.3.6.1.5.5.7.3.18 capwapAC=Ctrl/provision WAP Access|\
        1.3.6.1.5.5.7.3.19 capwapWTP=Ctrl/Provision WAP Termination|1.3.6.1.5.5.7.3.21 secureShellClient=SSH Client|\
        1.3.6.1.5.5.7.3.22 secureShellServer=SSH Server|1.3.6.1.5.5.7.3.23 sendRouter=Send Router|\
        1.3.6.1.5.5.7.3.24 sendProxiedRouter=Send Proxied Router|1.3.6.1.5.5.7.3.25 sendOwner=Send Owner|\
        1.3.6.1.5.5.7.3.26 sendProxiedOwner=Send Proxied Owner|1.3.6.1.5.2.3 id-pkinit|\
        1.3.6.1.5.2.3.4 pkInitClientAuth=PKINIT Client Auth|1.3.6.1.5.2.3.5 pkInitKDC=Signing KDC Response|\
        1.3.101.110 X25519|1.3.101.111 X448|1.3.6.1.4.1.1722.12.2.1.16 BLAKE2b512=blake2b512|\
        1.3.6.1.4.1.1722.12.2.2.8 BLAKE2s256=blake2s256|1.2.840.113549.1.9.16.1.19 id-smime-ct-contentCollection|\
        1.2.840.113549.1.9.16.1.23 id-smime-ct-authEnvelopedData|1.2.840.113549.1.9.16.1.28 id-ct-xml|\
        1.2.410.200046.1.1.1 ARIA-128-ECB=aria-128-ecb|1.2.410.200046.1.1.2 ARIA-128-CBC=aria-128-cbc|\
        1.2.410.200046.1.1.3 ARIA-128-CFB=aria-128-cfb|1.2.410.200046.1.1.4 ARIA-128-OFB=aria-128-ofb|\
        1.2.410.200046.1.1.5 ARIA-128-CTR=aria-128-ctr|1.2.410.200046.1.1.6 ARIA-192-ECB=aria-192-ecb|\
        1.2.410.200046.1.1.7 ARIA-192-CBC=aria-192-cbc|1.2.410.200046.1.1.8 ARIA-192-CFB=aria-192-cfb|\
        1.2.410.200046.1.1.9 ARIA-192-OFB=aria-192-ofb|1.2.410.200046.1.1.10 ARIA-192-CTR=aria-192-ctr|\
        1.2.410.200046.1.1.11 ARIA-256-ECB=aria-256-ecb|1.2.410.200046.1.1.12 ARIA-256-CBC=aria-256-cbc|\
        1.2.410.200046.1.1.13 ARIA-256-CFB=aria-256-cfb|1.2.410.200046.1.1.14 ARIA-256-OFB=aria-256-ofb|\
        1.2.410.200046.1.1.15 ARIA-256-CTR=aria-256-ctr|1.2.840.113549.1.9.16.2.47 id-smime-aa-signingCertificateV2|\
        1.3.101.112 ED25519|1.3.101.113 ED448|2.5.4.97 organizationIdentifier|2.5.4.98 c3=countryCode3c|\
        2.5.4.99 n3=countryCode3n|2.5.4.100 dnsName|\
        1.3.36.8.3.3 x509ExtAdmission=Professional Information or basis for Admission|\
        2.16.840.1.101.3.4.2.5 SHA512-224=sha512-224|2.16.840.1.101.3.4.2.6 SHA512-256=sha512-256|\
        2.16.840.1.101.3.4.2.7 SHA3-224=sha3-224|2.16.840.1.101.3.4.2.8 SHA3-256=sha3-256|\
        2.16.840.1.101.3.4.2.9 SHA3-384=sha3-384|2.16.840.1.101.3.4.2.10 SHA3-512=sha3-512|\
        2.16.840.1.101.3.4.2.11 SHAKE128=shake128|2.16.840.1.101.3.4.2.12 SHAKE256=shake256|\
        2.16.840.1.101.3.4.2.13 id-hmacWithSHA3-224=hmac-sha3-224|\
        2.16.840.1.101.3.4.2.14 id-hmacWithSHA3-256=hmac-sha3-256|\
        2.16.840.1.101.3.4.2.15 id-hmacWithSHA3-384=hmac-sha3-384|\
        2.16.840.1.101.3.4.2.16 id-hmacWithSHA3-512=hmac-sha3-512|\
        2.16.840.1.101.3.4.3.3 id-dsa-with-sha384=dsa_with_SHA384|\
        2.16.840.1.101.3.4.3.4 id-dsa-with-sha512=dsa_with_SHA512|\
        2.16.840.1.101.3.4.3.5 id-dsa-with-sha3-224=dsa_with_SHA3-224|\
        2.16.840.1.101.3.4.3.6 id-dsa-with-sha3-256=dsa_with_SHA3-256|\
        2.16.840.1.101.3.4.3.7 id-dsa-with-sha3-384=dsa_with_SHA3-384|\
        2.16.840.1.101.3.4.3.8 id-dsa-with-sha3-512=dsa_with_SHA3-512|\
        2.16.840.1.101.3.4.3.9 id-ecdsa-with-sha3-224=ecdsa_with_SHA3-224|\
        2.16.840.1.101.3.4.3.10 id-ecdsa-with-sha3-256=ecdsa_with_SHA3-256|\
        2.16.840.1.101.3.4.3.11 id-ecdsa-with-sha3-384=ecdsa_with_SHA3-384|\
        2.16.840.1.101.3.4.3.12 id-ecdsa-with-sha3-512=ecdsa_with_SHA3-512|\
        2.16.840.1.101.3.4.3.13 id-rsassa-pkcs1-v1_5-with-sha3-224=RSA-SHA3-224|\
        2.16.840.1.101.3.4.3.14 id-rsassa-pkcs1-v1_5-with-sha3-256=RSA-SHA3-256|\
        2.16.840.1.101.3.4.3.15 id-rsassa-pkcs1-v1_5-with-sha3-384=RSA-SHA3-384|\
        2.16.840.1.101.3.4.3.16 id-rsassa-pkcs1-v1_5-with-sha3-512=RSA-SHA3-512|\
        1.2.410.200046.1.1.37 ARIA-128-CCM=aria-128-ccm|1.2.410.200046.1.1.38 ARIA-192-CCM=aria-192-ccm|\
        1.2.410.200046.1.1.39 ARIA-256-CCM=aria-256-ccm|1.2.410.200046.1.1.34 ARIA-128-GCM=aria-128-gcm|\
        1.2.410.200046.1.1.35 ARIA-192-GCM=aria-192-gcm|1.2.410.200046.1.1.36 ARIA-256-GCM=aria-256-gcm|\
        1.3.6.1.5.5.7.3.27 cmcCA=CMC Certificate Authority|1.3.6.1.5.5.7.3.28 cmcRA=CMC Registration Authority|\
        1.2.156.10197.1.104.1 SM4-ECB=sm4-ecb|1.2.156.10197.1.104.2 SM4-CBC=sm4-cbc|\
        1.2.156.10197.1.104.3 SM4-OFB=sm4-ofb|1.2.156.10197.1.104.5 SM4-CFB1=sm4-cfb1|\
        1.2.156.10197.1.104.4 SM4-CFB=sm4-cfb|1.2.156.10197.1.104.6 SM4-CFB8=sm4-cfb8|\
        1.2.156.10197.1.104.7 SM4-CTR=sm4-ctr|1.2.156 ISO-CN=ISO CN Member Body|1.2.156.10197 oscca|\
        1.2.156.10197.1 sm-scheme|1.2.156.10197.1.401 SM3=sm3|1.2.156.10197.1.504 RSA-SM3=sm3WithRSAEncryption|\
        1.2.840.113549.1.1.15 RSA-SHA512/224=sha512-224WithRSAEncryption|\
        1.2.840.113549.1.1.16 RSA-SHA512/256=sha512-256WithRSAEncryption|\
        1.2.643.7.1.2.1.1 id-tc26-gost-3410-2012-256-constants|\
        1.2.643.7.1.2.1.1.1 id-tc26-gost-3410-2012-256-paramSetA=GOST R 34.10-2012 (256 bit) ParamSet A|\
        1.2.643.7.1.2.1.2.3 id-tc26-gost-3410-2012-512-paramSetC=GOST R 34.10-2012 (512 bit) ParamSet C|1.2.804 ISO-UA|\
        1.2.804.2.1.1.1 ua-pki|1.2.804.2.1.1.1.1.1.1 dstu28147=DSTU Gost 28147-2009|\
        1.2.804.2.1.1.1.1.1.1.2 dstu28147-ofb=DSTU Gost 28147-2009 OFB mode|\
        1.2.804.2.1.1.1.1.1.1.3 dstu28147-cfb=DSTU Gost 28147-2009 CFB mode|\
        1.2.804.2.1.1.1.1.1.1.5 dstu28147-wrap=DSTU Gost 28147-2009 key wrap|\
        1.2.804.2.1.1.1.1.1.2 hmacWithDstu34311=HMAC DSTU Gost 34311-95|\
        1.2.804.2.1.1.1.1.2.1 dstu34311=DSTU Gost 34311-95|\
        1.2.804.2.1.1.1.1.3.1.1 dstu4145le=DSTU 4145-2002 little endian|\
        1.2.804.2.1.1.1.1.3.1.1.1.1 dstu4145be=DSTU 4145-2002 big endian|\
        1.2.804.2.1.1.1.1.3.1.1.2.0 uacurve0=DSTU curve 0|1.2.804.2.1.1.1.1.3.1.1.2.1 uacurve1=DSTU curve 1|\
        1.2.804.2.1.1.1.1.3.1.1.2.2 uacurve2=DSTU curve 2|1.2.804.2.1.1.1.1.3.1.1.2.3 uacurve3=DSTU curve 3|\
        1.2.804.2.1.1.1.1.3.1.1.2.4 uacurve4=DSTU curve 4|1.2.804.2.1.1.1.1.3.1.1.2.5 uacurve5=DSTU curve 5|\
        1.2.804.2.1.1.1.1.3.1.1.2.6 uacurve6=DSTU curve 6|1.2.804.2.1.1.1.1.3.1.1.2.7 uacurve7=DSTU curve 7|\
        1.2.804.2.1.1.1.1.3.1.1.2.8 uacurve8=DSTU curve 8|1.2.804.2.1.1.1.1.3.1.1.2.9 uacurve9=DSTU curve 9|\
        1.3.111 ieee|1.3.111.2.1619 ieee-siswg=IEEE Security in Storage Working Group|1.2.156.10197.1.301 SM2=sm2|\
        1.2.643.7.1.1.5.1 id-tc26-cipher-gostr3412-2015-magma|1.2.643.7.1.1.5.1.1 magma-ctr-acpkm|\
        1.2.643.7.1.1.5.1.2 magma-ctr-acpkm-omac|1.2.643.7.1.1.5.2 id-tc26-cipher-gostr3412-2015-kuznyechik|\
        1.2.643.7.1.1.5.2.1 kuznyechik-ctr-acpkm|1.2.643.7.1.1.5.2.2 kuznyechik-ctr-acpkm-omac|\
        1.2.643.7.1.1.7 id-tc26-wrap|1.2.643.7.1.1.7.1 id-tc26-wrap-gostr3412-2015-magma|\
        1.2.643.7.1.1.7.1.1 magma-kexp15|1.2.643.7.1.1.7.2 id-tc26-wrap-gostr3412-2015-kuznyechik|\
        1.2.643.7.1.1.7.2.1 kuznyechik-kexp15|\
        1.2.643.7.1.2.1.1.2 id-tc26-gost-3410-2012-256-paramSetB=GOST R 34.10-2012 (256 bit) ParamSet B|\
        1.2.643.7.1.2.1.1.3 id-tc26-gost-3410-2012-256-paramSetC=GOST R 34.10-2012 (256 bit) ParamSet C|\
        1.2.643.7.1.2.1.1.4 id-tc26-gost-3410-2012-256-paramSetD=GOST R 34.10-2012 (256 bit) ParamSet D|\
        1.2.840.113549.2.12 hmacWithSHA512-224|1.2.840.113549.2.13 hmacWithSHA512-256|1.0.9797.3.4 GMAC=gmac|\
        2.16.840.1.101.3.4.2.19 KMAC128=kmac128|2.16.840.1.101.3.4.2.20 KMAC256=kmac256|\
        1.3.6.1.4.1.1722.12.2.1 BLAKE2BMAC=blake2bmac|1.3.6.1.4.1.1722.12.2.2 BLAKE2SMAC=blake2smac|\
        1.2.156.10197.1.501 SM2-SM3=SM2-with-SM3|1.3.6.1.5.5.7.8.9 id-on-SmtpUTF8Mailbox=Smtp UTF8 Mailbox|\
        1.3.6.1.5.5.7.8.5 id-on-xmppAddr=XmppAddr|1.3.6.1.5.5.7.8.7 id-on-dnsSRV=SRVName|\
        1.3.6.1.5.5.7.8.8 id-on-NAIRealm=NAIRealm|1.3.6.1.5.5.7.3.29 cmcArchive=CMC Archive Server|\
        1.3.6.1.5.5.7.3.30 id-kp-bgpsec-router=BGPsec Router|\
        1.3.6.1.5.5.7.3.31 id-kp-BrandIndicatorforMessageIdentification=Brand Indicator for Message Identification|\
        1.3.6.1.5.5.7.3.32 cmKGA=Certificate Management Key Generation Authority|1.3.6.1.5.5.7.4.17 id-it-caCerts|\
        1.3.6.1.5.5.7.4.18 id-it-rootCaKeyUpdate|1.3.6.1.5.5.7.4.19 id-it-certReqTemplate|1.2.643.100.5 OGRNIP|\
        1.2.643.100.113 classSignTool=Class of Signing Tool|\
        1.2.643.100.113.1 classSignToolKC1=Class of Signing Tool KC1|\
        1.2.643.100.113.2 classSignToolKC2=Class of Signing Tool KC2|\
        1.2.643.100.113.3 classSignToolKC3=Class of Signing Tool KC3|\
        1.2.643.100.113.4 classSignToolKB1=Class of Signing Tool KB1|\
        1.2.643.100.113.5 classSignToolKB2=Class of Signing Tool KB2|\
        1.2.643.100.113.6 classSignToolKA1=Class of Signing Tool KA1|1.2.840.113549.1.9.16.1.24 id-ct-routeOriginAuthz|\
        1.2.840.113549.1.9.16.1.26 id-ct-rpkiManifest|1.2.840.113549.1.9.16.1.35 id-ct-rpkiGhostbusters|\
        1.2.840.113549.1.9.16.1.36 id-ct-resourceTaggedAttest|1.3.6.1.5.5.7.14 id-cp|\
        1.3.6.1.5.5.7.1.28 sbgp-ipAddrBlockv2|1.3.6.1.5.5.7.1.29 sbgp-autonomousSysNumv2|\
        1.3.6.1.5.5.7.14.2 ipAddr-asNumber|1.3.6.1.5.5.7.14.3 ipAddr-asNumberv2|\
        1.3.6.1.5.5.7.48.10 rpkiManifest=RPKI Manifest|1.3.6.1.5.5.7.48.11 signedObject=Signed Object|\
        1.3.6.1.5.5.7.48.13 rpkiNotify=RPKI Notify|1.2.840.113549.1.9.16.1.47 id-ct-geofeedCSVwithCRLF|\
        1.2.840.113549.1.9.16.1.48 id-ct-signedChecklist
        """
}
