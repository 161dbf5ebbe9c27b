#include "OpenSSLPeer.h"
#include "key.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <stdlib.h>

// Contexts for Ed25519, which takes the message itself.
static int prepare_message(openssl_key *key) {
    key->sign_message = EVP_MD_CTX_new();
    key->verify_message = EVP_MD_CTX_new();
    return EVP_DigestSignInit(key->sign_message, NULL, NULL, NULL, key->pkey) == 1
        && EVP_DigestVerifyInit(key->verify_message, NULL, NULL, NULL, key->pkey) == 1;
}

// Contexts for RSA and ECDSA, which take a digest. (PKCS#1 v1.5 is the default padding.)
static int prepare_digest(openssl_key *key, const char *hash) {
    const EVP_MD *digest = EVP_get_digestbyname(hash);
    key->sign = EVP_PKEY_CTX_new(key->pkey, NULL);
    key->verify = EVP_PKEY_CTX_new(key->pkey, NULL);
    return digest && EVP_PKEY_sign_init(key->sign) == 1 && EVP_PKEY_CTX_set_signature_md(key->sign, digest) == 1
        && EVP_PKEY_verify_init(key->verify) == 1 && EVP_PKEY_CTX_set_signature_md(key->verify, digest) == 1;
}

openssl_key *openssl_key_read(const uint8_t *pem, size_t count, const char *hash) {
    BIO *bio = BIO_new_mem_buf(pem, (int)count);
    openssl_key *key = calloc(1, sizeof *key);
    key->pkey = PEM_read_bio_PrivateKey(bio, NULL, NULL, NULL);
    BIO_free(bio);
    if (!key->pkey || !(hash ? prepare_digest(key, hash) : prepare_message(key))) return NULL;
    return key;
}

size_t openssl_key_secret(openssl_key *key, uint8_t *out, size_t capacity) {
    if (EVP_PKEY_is_a(key->pkey, "RSA")) {
        int count = i2d_PrivateKey(key->pkey, NULL);
        return count > 0 && (size_t)count <= capacity ? (size_t)i2d_PrivateKey(key->pkey, &out) : 0;
    }
    if (EVP_PKEY_is_a(key->pkey, "EC")) {
        BIGNUM *number = NULL;
        if (EVP_PKEY_get_bn_param(key->pkey, OSSL_PKEY_PARAM_PRIV_KEY, &number) != 1) return 0;
        int count = (EVP_PKEY_get_bits(key->pkey) + 7) / 8;
        count = (size_t)count <= capacity ? BN_bn2binpad(number, out, count) : 0;
        BN_free(number);
        return (size_t)count;
    }
    return EVP_PKEY_get_raw_private_key(key->pkey, out, &capacity) == 1 ? capacity : 0;
}

size_t openssl_sign(openssl_key *key, const uint8_t *digest, size_t count, uint8_t *out, size_t capacity) {
    int status = key->sign ? EVP_PKEY_sign(key->sign, out, &capacity, digest, count)
                           : EVP_DigestSign(key->sign_message, out, &capacity, digest, count);
    return status == 1 ? capacity : 0;
}

int openssl_verify(
    openssl_key *key, const uint8_t *digest, size_t count, const uint8_t *signature, size_t signature_count) {
    return 1
        == (key->verify ? EVP_PKEY_verify(key->verify, signature, signature_count, digest, count)
                        : EVP_DigestVerify(key->verify_message, signature, signature_count, digest, count));
}

int openssl_rsa_generate(unsigned bits) {
    EVP_PKEY *key = EVP_RSA_gen(bits);
    int is_made = key != NULL;
    EVP_PKEY_free(key);
    return is_made;
}

struct openssl_hash {
    EVP_MD *function;
    EVP_MD_CTX *context;
};

openssl_hash *openssl_hash_new(const char *name) {
    openssl_hash *hash = malloc(sizeof *hash);
    hash->function = EVP_MD_fetch(NULL, name, NULL);
    hash->context = EVP_MD_CTX_new();
    return hash->function && hash->context ? hash : NULL;
}

int openssl_hash_run(openssl_hash *hash, const uint8_t *message, size_t count, uint8_t *digest) {
    return EVP_DigestInit_ex2(hash->context, hash->function, NULL) == 1
        && EVP_DigestUpdate(hash->context, message, count) == 1
        && EVP_DigestFinal_ex(hash->context, digest, NULL) == 1;
}
