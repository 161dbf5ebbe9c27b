#include "OpenSSLPeer.h"
#include "key.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <string.h>

int openssl_parse_certificate(const uint8_t *der, size_t count) {
    X509 *certificate = d2i_X509(NULL, &der, (long)count);
    if (!certificate) return -1;
    int decoded = X509_get0_pubkey(certificate) ? 0 : -1;
    for (int index = 0; decoded >= 0 && index < X509_get_ext_count(certificate); index++) {
        X509_EXTENSION *extension = X509_get_ext(certificate, index);
        const X509V3_EXT_METHOD *method = X509V3_EXT_get(extension);
        void *content = X509V3_EXT_d2i(extension);
        if (!content) continue;
        decoded++;
        if (method->it) {
            ASN1_item_free(content, ASN1_ITEM_ptr(method->it));
        } else {
            method->ext_free(content);
        }
    }
    X509_free(certificate);
    return decoded;
}

int openssl_parse_bundle(const uint8_t *pem, size_t count) {
    BIO *bio = BIO_new_mem_buf(pem, (int)count);
    int read = 0;
    for (X509 *certificate; (certificate = PEM_read_bio_X509(bio, NULL, NULL, NULL)); read++) X509_free(certificate);
    ERR_clear_error();  // the end of the file is an error to it
    BIO_free(bio);
    return read;
}

// The subject's name: one commonName.
static X509_NAME *make_name(const char *text) {
    X509_NAME *name = X509_NAME_new();
    X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_UTF8, (const unsigned char *)text, -1, -1, 0);
    return name;
}

static int add_serial(X509 *certificate) {
    uint8_t octets[16];
    if (RAND_bytes(octets, sizeof octets) != 1) return 0;
    octets[0] = (octets[0] & 0x3f) | 0x40;
    BIGNUM *number = BN_bin2bn(octets, sizeof octets, NULL);
    int is_set = BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != NULL;
    BN_free(number);
    return is_set;
}

// SHA-256 of the key's bits, the first 20 octets, as Lucid makes its key identifiers.
static ASN1_OCTET_STRING *key_identifier(X509 *certificate) {
    uint8_t digest[32];
    const ASN1_BIT_STRING *bits = X509_get0_pubkey_bitstr(certificate);
    EVP_Digest(ASN1_STRING_get0_data(bits), (size_t)ASN1_STRING_length(bits), digest, NULL, EVP_sha256(), NULL);
    ASN1_OCTET_STRING *identifier = ASN1_OCTET_STRING_new();
    ASN1_OCTET_STRING_set(identifier, digest, 20);
    return identifier;
}

static int add(X509 *certificate, int nid, void *value, int is_critical) {
    return X509_add1_ext_i2d(certificate, nid, value, is_critical, X509V3_ADD_APPEND) == 1;
}

// The six extensions that Lucid's profile for servers has.
static int add_extensions(X509 *certificate, const char *dns_name) {
    BASIC_CONSTRAINTS *constraints = BASIC_CONSTRAINTS_new();
    ASN1_BIT_STRING *usage = ASN1_BIT_STRING_new();
    ASN1_BIT_STRING_set_bit(usage, 0, 1);
    EXTENDED_KEY_USAGE *purposes = EXTENDED_KEY_USAGE_new();
    sk_ASN1_OBJECT_push(purposes, OBJ_nid2obj(NID_server_auth));
    GENERAL_NAMES *names = GENERAL_NAMES_new();
    GENERAL_NAME *name = GENERAL_NAME_new();
    ASN1_IA5STRING *text = ASN1_IA5STRING_new();
    ASN1_STRING_set(text, dns_name, -1);
    GENERAL_NAME_set0_value(name, GEN_DNS, text);
    sk_GENERAL_NAME_push(names, name);
    ASN1_OCTET_STRING *identifier = key_identifier(certificate);
    AUTHORITY_KEYID *authority = AUTHORITY_KEYID_new();
    authority->keyid = ASN1_OCTET_STRING_dup(identifier);
    int is_done = add(certificate, NID_basic_constraints, constraints, 1)
        && add(certificate, NID_key_usage, usage, 1) && add(certificate, NID_ext_key_usage, purposes, 0)
        && add(certificate, NID_subject_alt_name, names, 0)
        && add(certificate, NID_subject_key_identifier, identifier, 0)
        && add(certificate, NID_authority_key_identifier, authority, 0);
    BASIC_CONSTRAINTS_free(constraints);
    ASN1_BIT_STRING_free(usage);
    EXTENDED_KEY_USAGE_free(purposes);
    GENERAL_NAMES_free(names);
    ASN1_OCTET_STRING_free(identifier);
    AUTHORITY_KEYID_free(authority);
    return is_done;
}

size_t openssl_issue(openssl_key *issuer, openssl_key *subject, const char *name, uint8_t *out, size_t capacity) {
    X509 *certificate = X509_new();
    X509_NAME *issuer_name = make_name("Benchmark Root"), *subject_name = make_name(name);
    int is_done = X509_set_version(certificate, X509_VERSION_3) && add_serial(certificate)
        && X509_set_issuer_name(certificate, issuer_name) && X509_set_subject_name(certificate, subject_name)
        && X509_gmtime_adj(X509_getm_notBefore(certificate), 0)
        && X509_gmtime_adj(X509_getm_notAfter(certificate), 90 * 86400 - 1)
        && X509_set_pubkey(certificate, subject->pkey) && add_extensions(certificate, name)
        && X509_sign(certificate, issuer->pkey, EVP_sha256()) > 0;
    int count = is_done ? i2d_X509(certificate, NULL) : 0;
    if (count > 0 && (size_t)count <= capacity) i2d_X509(certificate, &out);
    X509_NAME_free(issuer_name);
    X509_NAME_free(subject_name);
    X509_free(certificate);
    return (size_t)count;
}
