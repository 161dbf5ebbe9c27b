// OpenSSL's libcrypto as a peer: its EVP calls, with keys and contexts prepared before anything is timed.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// A private key and the contexts to sign and to verify with.
typedef struct openssl_key openssl_key;

/// Reads a private key from PEM and prepares it for PKCS#1 v1.5, ECDSA or Ed25519. `hash` is OpenSSL's name of the
/// digest ("SHA256"), or NULL for Ed25519. Returns NULL where that fails.
openssl_key *openssl_key_read(const uint8_t *pem, size_t count, const char *hash);
/// The key's traditional encoding (PKCS#1 for RSA) or, for the others, its secret number as octets. Returns the length.
size_t openssl_key_secret(openssl_key *key, uint8_t *out, size_t capacity);
/// Signs a digest (Ed25519: a message). Returns the signature's length, 0 on failure.
size_t openssl_sign(openssl_key *key, const uint8_t *digest, size_t count, uint8_t *out, size_t capacity);
/// 1 where the signature holds.
int openssl_verify(
    openssl_key *key, const uint8_t *digest, size_t count, const uint8_t *signature, size_t signature_count);
/// Generates an RSA key and frees it. 1 on success.
int openssl_rsa_generate(unsigned bits);

/// A hash function, fetched once, with a context to use again and again.
typedef struct openssl_hash openssl_hash;
openssl_hash *openssl_hash_new(const char *name);
int openssl_hash_run(openssl_hash *hash, const uint8_t *message, size_t count, uint8_t *digest);

/// Parses a certificate, decodes its public key and every extension that OpenSSL knows, and frees all. Returns the
/// number of decoded extensions, or -1.
int openssl_parse_certificate(const uint8_t *der, size_t count);
/// Reads all certificates of a PEM bundle and frees them. Returns their number.
int openssl_parse_bundle(const uint8_t *pem, size_t count);
/// Builds a certificate for a TLS server, signs and encodes it. Returns the encoding's length, or 0.
size_t openssl_issue(openssl_key *issuer, openssl_key *subject, const char *name, uint8_t *out, size_t capacity);

/// A store with one trusted root, a host name and a fixed time.
typedef struct openssl_verifier openssl_verifier;
/// Reads the root. Returns NULL where that fails.
openssl_verifier *openssl_verifier_new(const uint8_t *root, size_t count, const char *host, int64_t time);
/// Parses a server's certificate and the intermediate above it, verifies the chain for TLS servers, frees all. 1 where
/// it holds.
int openssl_verify_chain(
    openssl_verifier *verifier, const uint8_t *leaf, size_t leaf_count, const uint8_t *intermediate,
    size_t intermediate_count);
